package dev.tenure.lifetime;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * What money loses with time, held as the force of interest by the year, so that a rate by the week and one by the month cannot be mixed.
 *
 * <p><b>Formula.</b> An amount that is due after {@code t} years is worth \( e^{-\delta t} \) of one due today; an effective rate {@code d} by a period of
 * {@code p} years has the force \( \delta = \log(1 + d) / p \).
 *
 * <p><b>Units.</b> A year has 12 months, or 365.2425 days, the mean of the calendar; months are turned into days by that mean and not otherwise.
 *
 * @param force the force of interest by the year, zero or more, finite
 */
public record DiscountRate(double force) implements Serializable {

    private static final DiscountRate NONE = new DiscountRate(0);
    private static final double MONTHS_A_YEAR = 12;
    private static final double YEAR = seconds(ChronoUnit.YEARS.getDuration());
    private static final double DAY = seconds(ChronoUnit.DAYS.getDuration());

    /**
     * Creates a rate.
     *
     * @param force the force of interest by the year, zero or more, finite
     */
    public DiscountRate {
        checkArgument(
                force >= 0 && force < Double.POSITIVE_INFINITY, "force must be finite and not negative: %s", force);
    }

    /**
     * Returns no discount.
     *
     * @return the rate of zero
     */
    public static DiscountRate none() {
        return NONE;
    }

    /**
     * Returns a rate that compounds once a year, as prices of capital are given.
     *
     * @param rate what an amount of today has grown by after a year, a fraction, zero or more
     * @return the rate
     * @throws IllegalArgumentException if the rate is out of range
     */
    public static DiscountRate annual(double rate) {
        return effective(rate, Period.ofYears(1));
    }

    /**
     * Returns a rate that compounds once a period.
     *
     * @param rate what an amount of today has grown by after one period, a fraction, zero or more
     * @param period the period, above zero
     * @return the rate
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static DiscountRate effective(double rate, Period period) {
        checkArgument(rate >= 0 && rate < Double.POSITIVE_INFINITY, "rate must be finite and not negative: %s", rate);
        double years = years(period);
        checkArgument(years > 0, "period must be positive: %s", period);
        return new DiscountRate(Math.log1p(rate) / years);
    }

    /**
     * Returns a rate that compounds all the time.
     *
     * @param rate the force of interest by one unit, zero or more
     * @param unit the unit
     * @return the rate
     * @throws IllegalArgumentException if the rate is out of range
     */
    public static DiscountRate continuous(double rate, ChronoUnit unit) {
        checkArgument(rate >= 0 && rate < Double.POSITIVE_INFINITY, "rate must be finite and not negative: %s", rate);
        return new DiscountRate(rate * YEAR / seconds(unit.getDuration()));
    }

    /**
     * Returns the force of interest by another unit.
     *
     * @param unit the unit
     * @return the force, zero or more, by one unit
     */
    public double forceBy(ChronoUnit unit) {
        return force * seconds(unit.getDuration()) / YEAR;
    }

    /**
     * Returns what is left of an amount that is due after a period.
     *
     * @param period the period, zero or more
     * @return the factor, in (0, 1]
     */
    public double factor(Period period) {
        return Math.exp(-force * years(period));
    }

    private static double years(Period period) {
        Objects.requireNonNull(period, "period");
        return period.toTotalMonths() / MONTHS_A_YEAR + period.get(ChronoUnit.DAYS) * DAY / YEAR;
    }

    private static double seconds(Duration duration) {
        return duration.toSeconds();
    }
}
