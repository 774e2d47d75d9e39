package dev.tenure.revenue;

import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Quantity;
import java.io.Serializable;
import java.util.Objects;

/**
 * What counts as revenue retained.
 *
 * <p>A named preset states the published formula of a tool. None of these formulas knows pauses: what rests looks like a loss to
 * them, and is one in the presets.
 *
 * @param reactivations where the revenue of clients that came back counts
 * @param contractions whether net retention counts contraction
 * @param indexations whether indexation counts as expansion
 * @param pauses what revenue that rests counts as
 */
public record RevenueRetentionPolicy(
        Reactivations reactivations, Contractions contractions, Indexations indexations, Pauses pauses)
        implements Serializable {

    /** Where the revenue of clients that came back counts. The order carries no meaning. */
    public enum Reactivations {
        /** Nowhere: who was not there at the start cannot be retained. */
        NOWHERE,
        /** Against net churn, but not in net retention: then the two do not add up to 1. */
        IN_NET_CHURN,
        /** In net retention and against net churn. */
        EVERYWHERE
    }

    /** Whether net retention and net churn count contraction. The order carries no meaning. */
    public enum Contractions {
        /** They do. */
        COUNTED,
        /** They do not: only what left counts as lost. */
        LEFT_OUT_OF_NET
    }

    /** Whether indexation counts as expansion. The order carries no meaning. */
    public enum Indexations {
        /** It does: the client pays more. */
        AS_EXPANSION,
        /** It does not: only what was agreed anew counts. */
        LEFT_OUT
    }

    /** What revenue that rests counts as. The order carries no meaning. */
    public enum Pauses {
        /** As not observed: it leaves the base, and what goes on after a rest counts nowhere. */
        CENSORED,
        /** As lost; what goes on after a rest counts as what came back does. */
        AS_LOSS
    }

    /** The policy of this library: the opening book alone, indexation as expansion, rests as not observed. */
    public static final RevenueRetentionPolicy STANDARD = new RevenueRetentionPolicy(
            Reactivations.NOWHERE, Contractions.COUNTED, Indexations.AS_EXPANSION, Pauses.CENSORED);

    /** ChartMogul's help centre: reactivation counts against net churn, not in net retention; rests are losses. */
    public static final RevenueRetentionPolicy CHARTMOGUL = new RevenueRetentionPolicy(
            Reactivations.IN_NET_CHURN, Contractions.COUNTED, Indexations.AS_EXPANSION, Pauses.AS_LOSS);

    /** Baremetrics, by the formula of its changelog: contraction is left out of net retention. */
    public static final RevenueRetentionPolicy BAREMETRICS = new RevenueRetentionPolicy(
            Reactivations.NOWHERE, Contractions.LEFT_OUT_OF_NET, Indexations.AS_EXPANSION, Pauses.AS_LOSS);

    /** NetSuite: whatever came back counts, because the closing revenue does. */
    public static final RevenueRetentionPolicy NETSUITE = new RevenueRetentionPolicy(
            Reactivations.EVERYWHERE, Contractions.COUNTED, Indexations.AS_EXPANSION, Pauses.AS_LOSS);

    /**
     * Creates a policy.
     *
     * @param reactivations where the revenue of clients that came back counts
     * @param contractions whether net retention counts contraction
     * @param indexations whether indexation counts as expansion
     * @param pauses what revenue that rests counts as
     */
    public RevenueRetentionPolicy {
        Objects.requireNonNull(reactivations, "reactivations");
        Objects.requireNonNull(contractions, "contractions");
        Objects.requireNonNull(indexations, "indexations");
        Objects.requireNonNull(pauses, "pauses");
    }

    /**
     * Returns this policy with another rule for reactivations.
     *
     * @param rule the rule
     * @return the changed policy
     */
    public RevenueRetentionPolicy with(Reactivations rule) {
        return new RevenueRetentionPolicy(rule, contractions, indexations, pauses);
    }

    /**
     * Returns this policy with another rule for contractions.
     *
     * @param rule the rule
     * @return the changed policy
     */
    public RevenueRetentionPolicy with(Contractions rule) {
        return new RevenueRetentionPolicy(reactivations, rule, indexations, pauses);
    }

    /**
     * Returns this policy with another rule for indexations.
     *
     * @param rule the rule
     * @return the changed policy
     */
    public RevenueRetentionPolicy with(Indexations rule) {
        return new RevenueRetentionPolicy(reactivations, contractions, rule, pauses);
    }

    /**
     * Returns this policy with another rule for pauses.
     *
     * @param rule the rule
     * @return the changed policy
     */
    public RevenueRetentionPolicy with(Pauses rule) {
        return new RevenueRetentionPolicy(reactivations, contractions, indexations, rule);
    }

    ImmutableMap<String, Quantity> terms() {
        return ImmutableMap.of(
                "reactivations",
                Quantities.term(reactivations),
                "contractions",
                Quantities.term(contractions),
                "indexations",
                Quantities.term(indexations),
                "pauses",
                Quantities.term(pauses));
    }
}
