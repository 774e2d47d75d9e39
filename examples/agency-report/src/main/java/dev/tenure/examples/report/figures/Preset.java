package dev.tenure.examples.report.figures;

import dev.tenure.explain.Quantity;
import dev.tenure.retention.ChurnPolicy;
import dev.tenure.retention.CohortPresence;
import dev.tenure.retention.PresencePolicy;
import dev.tenure.revenue.MovementPolicy;
import dev.tenure.revenue.MrrPolicy;
import dev.tenure.revenue.RevenueRetentionPolicy;
import java.util.Locale;

/**
 * Whose published rules all figures follow. Rules that a maker did not publish are those of {@link #STANDARD}. The order carries
 * no meaning.
 */
public enum Preset {
    /** Those of the library. */
    STANDARD(
            ChurnPolicy.CHARTMOGUL,
            PresencePolicy.CENSORED,
            MrrPolicy.STANDARD,
            MovementPolicy.STANDARD,
            RevenueRetentionPolicy.STANDARD,
            CohortPresence.ANY_DAY),
    /** Those of ChartMogul. */
    CHARTMOGUL(
            ChurnPolicy.CHARTMOGUL,
            PresencePolicy.CENSORED,
            MrrPolicy.CHARTMOGUL,
            MovementPolicy.CHARTMOGUL,
            RevenueRetentionPolicy.CHARTMOGUL,
            CohortPresence.ANY_DAY),
    /** Those of Stripe Billing. */
    STRIPE(
            ChurnPolicy.STRIPE,
            PresencePolicy.CENSORED,
            MrrPolicy.STRIPE,
            MovementPolicy.STRIPE,
            RevenueRetentionPolicy.STANDARD,
            CohortPresence.ANY_DAY),
    /** Those of ProfitWell. */
    PROFITWELL(
            ChurnPolicy.PROFITWELL,
            PresencePolicy.AWAY,
            MrrPolicy.PROFITWELL,
            MovementPolicy.PROFITWELL,
            RevenueRetentionPolicy.STANDARD,
            CohortPresence.ANY_DAY),
    /** Those of Baremetrics. */
    BAREMETRICS(
            ChurnPolicy.BAREMETRICS,
            PresencePolicy.CENSORED,
            MrrPolicy.BAREMETRICS,
            MovementPolicy.STANDARD,
            RevenueRetentionPolicy.BAREMETRICS,
            CohortPresence.LAST_DAY);

    private final ChurnPolicy churn;
    private final PresencePolicy presence;
    private final MrrPolicy mrr;
    private final MovementPolicy movements;
    private final RevenueRetentionPolicy revenueRetention;
    private final CohortPresence cohorts;

    Preset(
            ChurnPolicy churn,
            PresencePolicy presence,
            MrrPolicy mrr,
            MovementPolicy movements,
            RevenueRetentionPolicy revenueRetention,
            CohortPresence cohorts) {
        this.churn = churn;
        this.presence = presence;
        this.mrr = mrr;
        this.movements = movements;
        this.revenueRetention = revenueRetention;
        this.cohorts = cohorts;
    }

    ChurnPolicy churn() {
        return churn;
    }

    PresencePolicy presence() {
        return presence;
    }

    MrrPolicy mrr() {
        return mrr;
    }

    MovementPolicy movements() {
        return movements;
    }

    RevenueRetentionPolicy revenueRetention() {
        return revenueRetention;
    }

    CohortPresence cohorts() {
        return cohorts;
    }

    Quantity.Term term() {
        return new Quantity.Term(name().toLowerCase(Locale.ROOT));
    }
}
