package dev.tenure.examples.report.figures;

import dev.tenure.explain.Quantity;
import dev.tenure.retention.ChurnPolicy;
import dev.tenure.retention.PresencePolicy;
import dev.tenure.retention.cohort.CohortPresence;
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
    STANDARD,
    /** Those of ChartMogul. */
    CHARTMOGUL,
    /** Those of Stripe Billing. */
    STRIPE,
    /** Those of ProfitWell. */
    PROFITWELL,
    /** Those of Baremetrics. */
    BAREMETRICS;

    ChurnPolicy churn() {
        return switch (this) {
            case STANDARD, CHARTMOGUL -> ChurnPolicy.CHARTMOGUL;
            case STRIPE -> ChurnPolicy.STRIPE;
            case PROFITWELL -> ChurnPolicy.PROFITWELL;
            case BAREMETRICS -> ChurnPolicy.BAREMETRICS;
        };
    }

    PresencePolicy presence() {
        return this == PROFITWELL ? PresencePolicy.AWAY : PresencePolicy.CENSORED;
    }

    MrrPolicy mrr() {
        return switch (this) {
            case STANDARD -> MrrPolicy.STANDARD;
            case CHARTMOGUL -> MrrPolicy.CHARTMOGUL;
            case STRIPE -> MrrPolicy.STRIPE;
            case PROFITWELL -> MrrPolicy.PROFITWELL;
            case BAREMETRICS -> MrrPolicy.BAREMETRICS;
        };
    }

    MovementPolicy movements() {
        return switch (this) {
            case STANDARD, BAREMETRICS -> MovementPolicy.STANDARD;
            case CHARTMOGUL -> MovementPolicy.CHARTMOGUL;
            case STRIPE -> MovementPolicy.STRIPE;
            case PROFITWELL -> MovementPolicy.PROFITWELL;
        };
    }

    RevenueRetentionPolicy revenueRetention() {
        return switch (this) {
            case STANDARD, STRIPE, PROFITWELL -> RevenueRetentionPolicy.STANDARD;
            case CHARTMOGUL -> RevenueRetentionPolicy.CHARTMOGUL;
            case BAREMETRICS -> RevenueRetentionPolicy.BAREMETRICS;
        };
    }

    CohortPresence cohorts() {
        return this == BAREMETRICS ? CohortPresence.LAST_DAY : CohortPresence.ANY_DAY;
    }

    Quantity.Term term() {
        return new Quantity.Term(name().toLowerCase(Locale.ROOT));
    }
}
