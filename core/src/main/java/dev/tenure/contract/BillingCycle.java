package dev.tenure.contract;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

/**
 * How often a fee falls due.
 *
 * <p><b>Conventions.</b> A cycle is counted in calendar months, in weeks or in days, because the three do not convert into
 * each other without a convention. A number of days that makes whole weeks is written in weeks, so that a cycle of 28 days
 * and one of four weeks are the same cycle. A year is twelve months.
 *
 * @param count how many units, positive
 * @param unit the unit
 */
public record BillingCycle(int count, CycleUnit unit) implements Serializable {

    private static final int DAYS_A_WEEK = 7;
    private static final int MONTHS_A_YEAR = 12;

    /** Every week. */
    public static final BillingCycle WEEKLY = ofWeeks(1);

    /** Every calendar month. */
    public static final BillingCycle MONTHLY = ofMonths(1);

    /** Every three calendar months. */
    public static final BillingCycle QUARTERLY = ofMonths(3);

    /** Every six calendar months. */
    public static final BillingCycle SEMI_ANNUAL = ofMonths(6);

    /** Every twelve calendar months. */
    public static final BillingCycle ANNUAL = ofMonths(12);

    /**
     * Creates a cycle.
     *
     * @param count how many units, positive; days that make whole weeks become weeks
     * @param unit the unit
     */
    public BillingCycle {
        checkArgument(count > 0, "count must be positive: %s", count);
        Objects.requireNonNull(unit, "unit");
        if (unit == CycleUnit.DAY && count % DAYS_A_WEEK == 0) {
            count /= DAYS_A_WEEK;
            unit = CycleUnit.WEEK;
        }
    }

    /**
     * Returns a cycle of days.
     *
     * @param days how many days, positive
     * @return the cycle, in weeks if the days make whole weeks
     * @throws IllegalArgumentException if the number is not positive
     */
    public static BillingCycle ofDays(int days) {
        return new BillingCycle(days, CycleUnit.DAY);
    }

    /**
     * Returns a cycle of weeks.
     *
     * @param weeks how many weeks, positive
     * @return the cycle
     * @throws IllegalArgumentException if the number is not positive
     */
    public static BillingCycle ofWeeks(int weeks) {
        return new BillingCycle(weeks, CycleUnit.WEEK);
    }

    /**
     * Returns a cycle of calendar months.
     *
     * @param months how many months, positive
     * @return the cycle
     * @throws IllegalArgumentException if the number is not positive
     */
    public static BillingCycle ofMonths(int months) {
        return new BillingCycle(months, CycleUnit.MONTH);
    }

    /**
     * Returns a cycle of years.
     *
     * @param years how many years, positive
     * @return the cycle of twelve times as many months
     * @throws IllegalArgumentException if the number is not positive
     * @throws ArithmeticException if there are too many months for an {@code int}
     */
    public static BillingCycle ofYears(int years) {
        checkArgument(years > 0, "years must be positive: %s", years);
        return ofMonths(Math.multiplyExact(years, MONTHS_A_YEAR));
    }

    /**
     * Returns the day on which the cycle after one that begins on a given day begins.
     *
     * @param start the first day of a cycle
     * @return the first day of the next cycle; the last day of a month that is too short for it
     */
    public LocalDate next(LocalDate start) {
        return start.plus(count, unit.chronoUnit());
    }

    /**
     * Returns the cycle in words.
     *
     * @return such as {@code every 3 months}, {@code every week}
     */
    @Override
    public String toString() {
        String name = unit.name().toLowerCase(Locale.ROOT);
        return count == 1 ? "every " + name : "every " + count + " " + name + "s";
    }
}
