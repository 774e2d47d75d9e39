package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Quantity;
import java.io.Serializable;
import java.util.Objects;

/**
 * What counts as monthly recurring revenue: every convention on which published tools differ.
 *
 * <p>Each rule has a type of its own, so that {@code MrrPolicy.STANDARD.with(Weeks.FOUR)} says all there is to say. A named
 * preset states the published conventions of a tool; where the tool's makers say nothing, it is as {@link #STANDARD}.
 *
 * @param weeks what a fee that falls due in weeks is worth a month
 * @param days what a fee that falls due in days is worth a month
 * @param discounts which discounts are taken off
 * @param taxes whether tax counts
 * @param pauses what a contract that rests counts for
 * @param currencies by which rate another currency is converted
 * @param refunds whether a refund counts against the revenue of its cycle
 * @param pastDue for how long a contract with an overdue invoice counts
 */
public record MrrPolicy(
        Weeks weeks,
        Days days,
        Discounts discounts,
        Taxes taxes,
        Pauses pauses,
        Currencies currencies,
        Refunds refunds,
        PastDue pastDue)
        implements Serializable {

    /**
     * What a fee that falls due every week is worth a month. The order carries no meaning.
     *
     * <p>On 1,000 a week the answers go from 0 to 4,348.125.
     */
    public enum Weeks {
        /** 52 weeks a year: 13/3 weeks a month. */
        FIFTY_TWO_A_YEAR(13, 3),
        /** The mean Gregorian year: 365.2425/84 weeks a month. */
        GREGORIAN(3_652_425, 840_000),
        /** A year of 365 days: 365/84 weeks a month. */
        YEAR_OF_365_DAYS(365, 84),
        /** 4.33 weeks a month. */
        FOUR_POINT_THREE_THREE(433, 100),
        /** 4 weeks a month. */
        FOUR(4, 1),
        /** Weekly fees do not count. */
        NOT_COUNTED(0, 1);

        private final long numerator;
        private final long denominator;

        Weeks(long numerator, long denominator) {
            this.numerator = numerator;
            this.denominator = denominator;
        }

        long numerator() {
            return numerator;
        }

        long denominator() {
            return denominator;
        }
    }

    /**
     * What a fee that falls due every day is worth a month. Days that make whole weeks follow {@link Weeks}. The order carries
     * no meaning.
     */
    public enum Days {
        /** A year of 365 days: 365/12 days a month. */
        YEAR_OF_365_DAYS(365, 12),
        /** The mean Gregorian year: 365.2425/12 days a month. */
        GREGORIAN(3_652_425, 120_000),
        /** 30 days a month. */
        THIRTY(30, 1),
        /** Fees by the day do not count. */
        NOT_COUNTED(0, 1);

        private final long numerator;
        private final long denominator;

        Days(long numerator, long denominator) {
            this.numerator = numerator;
            this.denominator = denominator;
        }

        long numerator() {
            return numerator;
        }

        long denominator() {
            return denominator;
        }
    }

    /** Which discounts are taken off the fee. The order carries no meaning. */
    public enum Discounts {
        /** All that hold on the day. */
        ALL,
        /** Only those that hold for as long as the contract runs. */
        STANDING_ONLY,
        /** None. */
        NONE
    }

    /** Whether tax counts. The order carries no meaning. */
    public enum Taxes {
        /** Tax is not the agency's revenue. */
        EXCLUDED,
        /** Tax counts as revenue. */
        INCLUDED
    }

    /** What a contract that rests counts for. The order carries no meaning. */
    public enum Pauses {
        /** Nothing, and its client still counts as an account. */
        ZERO,
        /** Nothing, and its client does not count as an account for it. */
        EXCLUDED,
        /** As if it did not rest. */
        KEPT
    }

    /** By which rate another currency is converted. The order carries no meaning. */
    public enum Currencies {
        /** The rate of the day the revenue is asked for; what the rate changes is a movement of its own. */
        RATE_OF_THE_DAY,
        /** The rate of the day the contract started, for as long as it runs. */
        RATE_AT_START
    }

    /** Whether a refund counts against the revenue of its cycle. The order carries no meaning. */
    public enum Refunds {
        /** A refund changes what was earned, not what recurs. */
        IGNORED,
        /** A refund is a negative recurring fee of the cycle it was given for, down to nothing. */
        NEGATIVE_FEE
    }

    /**
     * For how long a contract with an overdue invoice counts.
     *
     * @param lostAfterDays how many days after the due date it stops counting, positive; {@link Integer#MAX_VALUE} for never
     */
    public record PastDue(int lostAfterDays) implements Serializable {

        /** It counts for as long as the contract runs. */
        public static final PastDue COUNTED = new PastDue(Integer.MAX_VALUE);

        /**
         * Creates a rule.
         *
         * @param lostAfterDays how many days after the due date it stops counting, positive
         */
        public PastDue {
            checkArgument(lostAfterDays > 0, "lostAfterDays must be positive: %s", lostAfterDays);
        }

        /**
         * Returns the rule that a contract counts while its oldest unpaid invoice is overdue for fewer than the given days.
         *
         * @param days how many days after the due date it stops counting, positive
         * @return the rule
         * @throws IllegalArgumentException if the number is not positive
         */
        public static PastDue lostAfter(int days) {
            return new PastDue(days);
        }

        /**
         * Returns the rule in words.
         *
         * @return such as {@code COUNTED}, {@code LOST_AFTER_30_DAYS}
         */
        @Override
        public String toString() {
            return equals(COUNTED) ? "COUNTED" : "LOST_AFTER_" + lostAfterDays + "_DAYS";
        }
    }

    /**
     * The policy of this library: 52 weeks and 365 days a year, all discounts off, no tax, nothing for what rests, the rate of
     * the day, refunds ignored, overdue contracts counted.
     */
    public static final MrrPolicy STANDARD = new MrrPolicy(
            Weeks.FIFTY_TWO_A_YEAR,
            Days.YEAR_OF_365_DAYS,
            Discounts.ALL,
            Taxes.EXCLUDED,
            Pauses.ZERO,
            Currencies.RATE_OF_THE_DAY,
            Refunds.IGNORED,
            PastDue.COUNTED);

    /** Stripe Billing: only standing discounts are taken off. */
    public static final MrrPolicy STRIPE = STANDARD.with(Discounts.STANDING_ONLY);

    /**
     * ProfitWell: discounts always off, the rate of the purchase date, pauses to zero. It counts an overdue subscription until
     * its dunning ends; how many days that takes is the agency's to set by {@link #with(PastDue)}.
     */
    public static final MrrPolicy PROFITWELL = STANDARD.with(Currencies.RATE_AT_START);

    /** ChartMogul: rates make no movements. */
    public static final MrrPolicy CHARTMOGUL = STANDARD.with(Currencies.RATE_AT_START);

    /** Baremetrics: what is overdue for 30 days is lost. */
    public static final MrrPolicy BAREMETRICS = STANDARD.with(PastDue.lostAfter(30));

    /** Recurly: refunds are negative recurring fees. */
    public static final MrrPolicy RECURLY = STANDARD.with(Refunds.NEGATIVE_FEE);

    /** Polar: a paused subscription counts as if it were not. */
    public static final MrrPolicy POLAR = STANDARD.with(Pauses.KEPT);

    /** The gem {@code profitable}: a week times four, paused subscriptions left out. */
    public static final MrrPolicy PROFITABLE = STANDARD.with(Weeks.FOUR).with(Pauses.EXCLUDED);

    /** Ghost: a week times four. */
    public static final MrrPolicy GHOST = STANDARD.with(Weeks.FOUR);

    /** Lago: a week times 4.33, and the tax counts. */
    public static final MrrPolicy LAGO =
            STANDARD.with(Weeks.FOUR_POINT_THREE_THREE).with(Taxes.INCLUDED);

    /** Kill Bill: weekly fees do not count. It also rounds to four decimal places, half up, which is left to the caller. */
    public static final MrrPolicy KILL_BILL = STANDARD.with(Weeks.NOT_COUNTED);

    /**
     * Creates a policy.
     *
     * @param weeks what a fee that falls due in weeks is worth a month
     * @param days what a fee that falls due in days is worth a month
     * @param discounts which discounts are taken off
     * @param taxes whether tax counts
     * @param pauses what a contract that rests counts for
     * @param currencies by which rate another currency is converted
     * @param refunds whether a refund counts against the revenue of its cycle
     * @param pastDue for how long a contract with an overdue invoice counts
     */
    public MrrPolicy {
        Objects.requireNonNull(weeks, "weeks");
        Objects.requireNonNull(days, "days");
        Objects.requireNonNull(discounts, "discounts");
        Objects.requireNonNull(taxes, "taxes");
        Objects.requireNonNull(pauses, "pauses");
        Objects.requireNonNull(currencies, "currencies");
        Objects.requireNonNull(refunds, "refunds");
        Objects.requireNonNull(pastDue, "pastDue");
    }

    /**
     * Returns this policy with another rule for weeks.
     *
     * @param rule the rule
     * @return the changed policy
     */
    public MrrPolicy with(Weeks rule) {
        return new MrrPolicy(rule, days, discounts, taxes, pauses, currencies, refunds, pastDue);
    }

    /**
     * Returns this policy with another rule for days.
     *
     * @param rule the rule
     * @return the changed policy
     */
    public MrrPolicy with(Days rule) {
        return new MrrPolicy(weeks, rule, discounts, taxes, pauses, currencies, refunds, pastDue);
    }

    /**
     * Returns this policy with another rule for discounts.
     *
     * @param rule the rule
     * @return the changed policy
     */
    public MrrPolicy with(Discounts rule) {
        return new MrrPolicy(weeks, days, rule, taxes, pauses, currencies, refunds, pastDue);
    }

    /**
     * Returns this policy with another rule for taxes.
     *
     * @param rule the rule
     * @return the changed policy
     */
    public MrrPolicy with(Taxes rule) {
        return new MrrPolicy(weeks, days, discounts, rule, pauses, currencies, refunds, pastDue);
    }

    /**
     * Returns this policy with another rule for pauses.
     *
     * @param rule the rule
     * @return the changed policy
     */
    public MrrPolicy with(Pauses rule) {
        return new MrrPolicy(weeks, days, discounts, taxes, rule, currencies, refunds, pastDue);
    }

    /**
     * Returns this policy with another rule for currencies.
     *
     * @param rule the rule
     * @return the changed policy
     */
    public MrrPolicy with(Currencies rule) {
        return new MrrPolicy(weeks, days, discounts, taxes, pauses, rule, refunds, pastDue);
    }

    /**
     * Returns this policy with another rule for refunds.
     *
     * @param rule the rule
     * @return the changed policy
     */
    public MrrPolicy with(Refunds rule) {
        return new MrrPolicy(weeks, days, discounts, taxes, pauses, currencies, rule, pastDue);
    }

    /**
     * Returns this policy with another rule for overdue contracts.
     *
     * @param rule the rule
     * @return the changed policy
     */
    public MrrPolicy with(PastDue rule) {
        return new MrrPolicy(weeks, days, discounts, taxes, pauses, currencies, refunds, rule);
    }

    ImmutableMap<String, Quantity> terms() {
        return ImmutableMap.<String, Quantity>builder()
                .put("weeks", Quantities.term(weeks))
                .put("days", Quantities.term(days))
                .put("discounts", Quantities.term(discounts))
                .put("taxes", Quantities.term(taxes))
                .put("pauses", Quantities.term(pauses))
                .put("currencies", Quantities.term(currencies))
                .put("refunds", Quantities.term(refunds))
                .put("past due", new Quantity.Term(pastDue.toString()))
                .buildOrThrow();
    }
}
