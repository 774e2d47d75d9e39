package dev.tenure.retention;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import dev.tenure.internal.ResultStyle;
import org.immutables.value.Value;

/**
 * The churn of one length of time estimated from that of another.
 *
 * <p><b>Formula.</b> \( 1 - (1 - c)^k \), where {@code c} is the measured churn and {@code k} how many measured periods the other
 * has.
 *
 * <p><b>Units.</b> Fractions a period.
 *
 * <p><b>Conventions.</b> It is an estimate and never a measurement: it holds if every period loses the same share of the clients
 * it starts with, which young clients and yearly contracts do not. Multiplying the rate by {@code k} is wrong: 5 % a month are
 * 45.96 % a year, not 60 %.
 *
 * <p><b>Errors.</b> A rate outside [0, 1] or a factor that is not positive is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> C. S. Gold, <i>Fighting Churn with Data</i>, Manning 2020, chapter 2.
 */
@ResultStyle
@Value.Immutable
public abstract class RescaledChurn {

    RescaledChurn() {}

    /**
     * Returns the churn that was measured.
     *
     * @return a fraction in [0, 1]
     */
    public abstract double measured();

    /**
     * Returns how many of the measured period the other has.
     *
     * @return the factor, positive and finite
     */
    public abstract double factor();

    @Value.Check
    void check() {
        checkArgument(measured() >= 0 && measured() <= 1, "measured must be in [0, 1]: %s", measured());
        checkArgument(factor() > 0 && Double.isFinite(factor()), "factor must be positive and finite: %s", factor());
    }

    /**
     * Estimates the churn of a time of so many periods.
     *
     * @param measured the churn of one period, a fraction in [0, 1]
     * @param factor how many of the measured period the other has, positive and finite
     * @return the estimate, whose value is a fraction in [0, 1] of the other length of time
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static RescaledChurn of(double measured, double factor) {
        return new RescaledChurnBuilder().measured(measured).factor(factor).build();
    }

    /**
     * Estimates the churn of a time of so many days.
     *
     * @param measured the churn of the measured time, a fraction in [0, 1]
     * @param measuredDays how many days were measured, positive
     * @param days how many days the other time has, positive; 365.0 / 12 for a mean month
     * @return the estimate, whose value is a fraction in [0, 1] of the other length of time
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static RescaledChurn ofDays(double measured, int measuredDays, double days) {
        checkArgument(measuredDays > 0, "measuredDays must be positive: %s", measuredDays);
        return of(measured, days / measuredDays);
    }

    /**
     * Returns the estimated churn.
     *
     * @return a fraction in [0, 1]
     */
    public final double value() {
        return -Math.expm1(logRetention());
    }

    /**
     * Returns the estimated retention.
     *
     * @return {@code 1 - value}, a fraction in [0, 1]
     */
    public final double retention() {
        return Math.exp(logRetention());
    }

    /**
     * Explains the estimate.
     *
     * @return the measured churn, the factor and the assumption
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("rescaled churn")
                .formula("1 - (1 - measured) ^ factor")
                .value(new Quantity.Share(value()))
                .putInput("measured", new Quantity.Share(measured()))
                .putInput("factor", new Quantity.Measure(factor(), ""))
                .putInput("kind", new Quantity.Term("estimate: every period loses the same share"))
                .build();
    }

    private double logRetention() {
        return factor() * Math.log1p(-measured());
    }
}
