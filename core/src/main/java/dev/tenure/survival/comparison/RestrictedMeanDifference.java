package dev.tenure.survival.comparison;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.survival.RestrictedMean;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.immutables.value.Value;

/** How much longer the clients of one segment stay up to a horizon than those of another. Made by {@link RestrictedMeanComparison}. */
@ResultStyle
@Value.Immutable
public abstract class RestrictedMeanDifference {

    RestrictedMeanDifference() {}

    /**
     * Returns the mean of the first segment.
     *
     * @return the mean up to the horizon
     */
    public abstract RestrictedMean first();

    /**
     * Returns the mean of the second segment.
     *
     * @return the mean up to the horizon
     */
    public abstract RestrictedMean second();

    /**
     * Returns how often intervals made this way hold the true difference.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns the horizon.
     *
     * @return the time up to which is averaged, in {@link #unit()}, more than zero
     */
    public final double horizon() {
        return first().horizon();
    }

    /**
     * Returns the unit of the times.
     *
     * @return the unit of both curves
     */
    public final ChronoUnit unit() {
        return first().unit();
    }

    /**
     * Returns the difference of the first mean from the second.
     *
     * @return the time in {@link #unit()}, positive if the first segment stays longer; undefined where one of the means is, and the reason
     *     says of which
     */
    public final Outcome<Double> value() {
        return both(first().value(), second().value(), (one, other) -> Outcome.of(one - other));
    }

    /**
     * Returns the standard error of the difference.
     *
     * @return the time in {@link #unit()}, more than zero; undefined where one of the means has no standard error, and
     *     ({@link Reason#NOT_ESTIMABLE}) where one of the curves has no spread before the horizon
     */
    public final Outcome<Double> standardError() {
        return both(spread(first()), spread(second()), (one, other) -> Outcome.of(Math.hypot(one, other)));
    }

    /**
     * Returns the confidence interval of the difference.
     *
     * @return times in {@link #unit()} within minus and plus the horizon; undefined where {@link #standardError()} is
     */
    public final Outcome<Interval> interval() {
        return value().flatMap(difference -> standardError().map(error -> {
            double half = level().normalQuantile() * error;
            return Interval.of(
                    Math.max(-horizon(), difference - half), Math.min(horizon(), difference + half), level());
        }));
    }

    /**
     * Returns the test of the difference by its standard error.
     *
     * @return the test, two-sided, with one degree of freedom; undefined where {@link #standardError()} is
     */
    public final Outcome<ChiSquareTest> test() {
        return value().flatMap(difference -> standardError().map(error -> {
            double z = difference / error;
            return ChiSquareTest.of(z * z, 1);
        }));
    }

    /**
     * Returns how many times as long as the second segment the first one stays.
     *
     * @return the ratio of the first mean to the second, zero or more; undefined where one of the means is, and
     *     ({@link Reason#NOT_FINITE}) if the second is 0
     */
    public final Outcome<Double> ratio() {
        return both(
                first().value(),
                second().value(),
                (one, other) -> other == 0
                        ? Outcome.undefined(Reason.NOT_FINITE, "the second mean is 0")
                        : Outcome.of(one / other));
    }

    /**
     * Returns the confidence interval of the ratio, symmetric in its logarithm.
     *
     * @return pure numbers, more than zero; undefined where {@link #ratio()} or {@link #standardError()} is
     */
    public final Outcome<Interval> ratioInterval() {
        return ratio().flatMap(ratio -> both(
                        relative(first()), relative(second()), (one, other) -> Outcome.of(Math.hypot(one, other)))
                .map(error -> {
                    double factor = Math.exp(level().normalQuantile() * error);
                    return Interval.of(ratio / factor, ratio * factor, level());
                }));
    }

    private static Outcome<Double> spread(RestrictedMean mean) {
        // the mean has an interval where it has a spread, and says why where it has none
        return mean.interval().flatMap(ok -> mean.standardError());
    }

    private static Outcome<Double> relative(RestrictedMean mean) {
        return spread(mean).flatMap(error -> mean.value().map(value -> error / value));
    }

    private static Outcome<Double> both(Outcome<Double> first, Outcome<Double> second, Combination combination) {
        return named("first", first)
                .flatMap(one -> named("second", second).flatMap(other -> combination.apply(one, other)));
    }

    private static Outcome<Double> named(String name, Outcome<Double> outcome) {
        return outcome instanceof Outcome.Undefined<Double> undefined
                ? Outcome.undefined(undefined.reason(), name + ": " + undefined.detail())
                : outcome;
    }

    /**
     * Explains the difference.
     *
     * @return the difference, its interval, the ratio and the two means
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("difference of restricted means")
                .formula("first - second, up to horizon")
                .value(quantity(value(), this::time))
                .putInput("horizon", time(horizon()))
                .putInput("p-value", ComparisonExplanation.pValue(test().map(ChiSquareTest::pValue)))
                .addPart(Explanation.builder()
                        .name("confidence interval")
                        .formula("difference -/+ normal quantile * standard error, at level")
                        .value(quantity(
                                interval(),
                                interval -> new Quantity.Span(time(interval.lower()), time(interval.upper()))))
                        .putInput("standard error", quantity(standardError(), this::time))
                        .putInput("level", new Quantity.Share(level().value()))
                        .build())
                .addPart(Explanation.builder()
                        .name("ratio")
                        .formula("first / second")
                        .value(quantity(ratio(), ratio -> new Quantity.Measure(ratio, "")))
                        .putInput(
                                "confidence interval",
                                quantity(
                                        ratioInterval(),
                                        limits -> new Quantity.Span(
                                                new Quantity.Measure(limits.lower(), ""),
                                                new Quantity.Measure(limits.upper(), ""))))
                        .build())
                .addPart(first().explain().toBuilder().name("first").build())
                .addPart(second().explain().toBuilder().name("second").build())
                .build();
    }

    private Quantity time(double value) {
        return new Quantity.Measure(value, unit().toString().toLowerCase(Locale.ROOT));
    }

    /** What becomes of two figures. */
    @FunctionalInterface
    private interface Combination {
        Outcome<Double> apply(double first, double second);
    }
}
