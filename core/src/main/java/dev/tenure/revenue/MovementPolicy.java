package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Quantity;
import java.io.Serializable;
import java.util.Objects;

/**
 * How the changes of a client's revenue in a period are told apart.
 *
 * <p>A named preset states the published rules of a tool; where its makers say nothing, each change counts and who comes back is
 * never new.
 *
 * @param mode whether a client's changes in the period are netted
 * @param samePeriod whether who joins and leaves in one period is counted
 * @param reactivation how long after leaving a client comes back, and is not new
 */
public record MovementPolicy(Mode mode, SamePeriod samePeriod, Reactivation reactivation) implements Serializable {

    /** Whether a client's changes in a period are netted. The order carries no meaning. */
    public enum Mode {
        /** The state before the period is compared with the state at its end: a client joins, grows, shrinks or leaves. */
        NET,
        /** Each day's change counts: a client that grew by 20 and shrank by 20 has grown and has shrunk. */
        GROSS
    }

    /**
     * Whether a client that paid nothing before the period and pays nothing at its end is counted; only {@link Mode#GROSS} sees
     * it. The order carries no meaning.
     */
    public enum SamePeriod {
        /** It is not counted. */
        IGNORED,
        /** It is counted as having joined and as having left. */
        COUNTED
    }

    /**
     * How long after leaving a client comes back, and is not new.
     *
     * @param withinDays the most days from the first day without the client to the day it is back, zero or more
     */
    public record Reactivation(long withinDays) implements Serializable {

        /** Who comes back is never new. */
        public static final Reactivation ANY = new Reactivation(Long.MAX_VALUE);

        /** Who comes back is always new. */
        public static final Reactivation NEVER = new Reactivation(0);

        /**
         * Creates a rule.
         *
         * @param withinDays the most days away, zero or more
         */
        public Reactivation {
            checkArgument(withinDays >= 0, "withinDays must not be negative: %s", withinDays);
        }

        /**
         * Returns the rule that who was away for at most some days is not new.
         *
         * @param days the most days away, inclusive, zero or more
         * @return the rule
         * @throws IllegalArgumentException if the number is negative
         */
        public static Reactivation within(long days) {
            return new Reactivation(days);
        }

        /**
         * Returns the rule in words.
         *
         * @return {@code ANY}, {@code NEVER}, or such as {@code WITHIN_90_DAYS}
         */
        @Override
        public String toString() {
            if (equals(ANY)) {
                return "ANY";
            }
            return equals(NEVER) ? "NEVER" : "WITHIN_" + withinDays + "_DAYS";
        }
    }

    /** The policy of this library: net, and who comes back is never new. */
    public static final MovementPolicy STANDARD = new MovementPolicy(Mode.NET, SamePeriod.IGNORED, Reactivation.ANY);

    /** ChartMogul: each change counts, and who comes back is never new. */
    public static final MovementPolicy CHARTMOGUL =
            new MovementPolicy(Mode.GROSS, SamePeriod.COUNTED, Reactivation.ANY);

    /** Stripe Billing: each change counts, also of who joins and leaves in one period. */
    public static final MovementPolicy STRIPE = CHARTMOGUL;

    /** ProfitWell: who joins and leaves in one period is ignored; who comes back is never new. */
    public static final MovementPolicy PROFITWELL = STRIPE.with(SamePeriod.IGNORED);

    /** Chargify: who comes back within 90 days is not new. */
    public static final MovementPolicy CHARGIFY = STRIPE.with(Reactivation.within(90));

    /** Apphud: who comes back is a new subscriber. */
    public static final MovementPolicy APPHUD = STRIPE.with(Reactivation.NEVER);

    /**
     * Creates a policy.
     *
     * @param mode whether a client's changes in the period are netted
     * @param samePeriod whether who joins and leaves in one period is counted
     * @param reactivation how long after leaving a client comes back, and is not new
     */
    public MovementPolicy {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(samePeriod, "samePeriod");
        Objects.requireNonNull(reactivation, "reactivation");
    }

    /**
     * Returns this policy with another mode.
     *
     * @param rule the rule
     * @return the changed policy
     */
    public MovementPolicy with(Mode rule) {
        return new MovementPolicy(rule, samePeriod, reactivation);
    }

    /**
     * Returns this policy with another rule for who joins and leaves in one period.
     *
     * @param rule the rule
     * @return the changed policy
     */
    public MovementPolicy with(SamePeriod rule) {
        return new MovementPolicy(mode, rule, reactivation);
    }

    /**
     * Returns this policy with another rule for who comes back.
     *
     * @param rule the rule
     * @return the changed policy
     */
    public MovementPolicy with(Reactivation rule) {
        return new MovementPolicy(mode, samePeriod, rule);
    }

    /** The type of what a client newly agreed to, when what it paid before and after is known. */
    static MovementType agreed(boolean clientBefore, boolean clientAfter, int sign, boolean returned) {
        if (!clientBefore) {
            return returned ? MovementType.REACTIVATION : MovementType.NEW;
        }
        if (!clientAfter) {
            return MovementType.CHURN;
        }
        return sign > 0 ? MovementType.EXPANSION : MovementType.CONTRACTION;
    }

    boolean isReturn(long daysAway) {
        return daysAway <= reactivation.withinDays();
    }

    ImmutableMap<String, Quantity> terms() {
        return ImmutableMap.of(
                "mode",
                Quantities.term(mode),
                "same period",
                Quantities.term(samePeriod),
                "reactivation",
                new Quantity.Term(reactivation.toString()));
    }
}
