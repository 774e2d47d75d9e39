package dev.tenure.stat;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.tenure.explain.Explanation.quantity;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import org.immutables.value.Value;

/** The quantiles of a sample. Made by {@link Quantiles}. */
@ResultStyle
@Value.Immutable
public abstract class QuantilesResult {

    QuantilesResult() {}

    /** Returns the different values, smallest first. */
    abstract ImmutableDoubleArray values();

    /** Returns how many values of the sample do not exceed the value of the same index; the last is the sample's size. */
    abstract ImmutableLongArray ranks();

    /**
     * Returns what a quantile means here.
     *
     * @return the definition
     */
    public abstract QuantileDefinition definition();

    /**
     * Returns how often the intervals should hold the true quantile.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns how many values there are.
     *
     * @return the size of the sample, zero or more
     */
    public final long size() {
        return ranks().isEmpty() ? 0 : ranks().get(ranks().length() - 1);
    }

    /**
     * Returns the median, the quantile of one half.
     *
     * @return in the unit of the values; undefined ({@link Reason#NO_DATA}) without values
     */
    public final Outcome<Double> median() {
        return value(0.5);
    }

    /**
     * Returns a quantile.
     *
     * @param probability the share of values below it, a fraction in [0, 1]
     * @return in the unit of the values, from the smallest to the largest; undefined ({@link Reason#NO_DATA}) without values
     * @throws IllegalArgumentException if the probability is out of range
     */
    public final Outcome<Double> value(double probability) {
        checkProbability(probability);
        return size() == 0 ? noValues() : Outcome.of(at(definition().place((double) size(), probability)));
    }

    /**
     * Returns a confidence interval of a quantile, from one value of the sample to another. It holds the true quantile at
     * least as often as the level says, whatever the distribution.
     *
     * @param probability the share of values below the quantile, a fraction in [0, 1]
     * @return in the unit of the values; undefined ({@link Reason#NO_DATA}) without values, and
     *     ({@link Reason#TOO_FEW_DATA}) if even the smallest or the largest value leaves too much outside, as it always does
     *     for the probabilities 0 and 1
     * @throws IllegalArgumentException if the probability is out of range
     */
    public final Outcome<Interval> interval(double probability) {
        checkProbability(probability);
        if (size() == 0) {
            return noValues();
        }
        double tail = level().alpha() / 2;
        long lower = lastRank(rank -> ProportionMath.atMost(rank - 1.0, (double) size(), probability) <= tail);
        long upper = 1 + lastRank(rank -> ProportionMath.atLeast((double) rank, (double) size(), probability) > tail);
        return lower == 0 || upper > size()
                ? Outcome.undefined(Reason.TOO_FEW_DATA, "too few values for an interval of this quantile")
                : Outcome.of(Interval.of(valueOfRank(lower), valueOfRank(upper), level()));
    }

    /**
     * Explains a quantile.
     *
     * @param probability the share of values below it, a fraction in [0, 1]
     * @return the quantile, its definition and its interval
     * @throws IllegalArgumentException if the probability is out of range
     */
    public final Explanation explain(double probability) {
        return Explanation.builder()
                .name("quantile")
                .formula("value at the place that the definition gives to the probability among the ordered values")
                .value(quantity(value(probability), QuantilesResult::measure))
                .putInput("probability", new Quantity.Share(probability))
                .putInput("values", new Quantity.Count(size()))
                .putInput("definition", new Quantity.Term(definition().name()))
                .addPart(explainInterval(probability))
                .build();
    }

    private Explanation explainInterval(double probability) {
        return Explanation.builder()
                .name("confidence interval")
                .formula("ordered values whose ranks leave half of 1 - level in each binomial tail")
                .value(quantity(
                        interval(probability),
                        interval -> new Quantity.Span(measure(interval.lower()), measure(interval.upper()))))
                .putInput("level", new Quantity.Share(level().value()))
                .build();
    }

    /** Tells something that is true of the first ranks and false of all after them. */
    @FunctionalInterface
    private interface RankTest {
        boolean isTrue(long rank);
    }

    /** Returns the last rank that passes, and zero if none does. */
    private long lastRank(RankTest test) {
        long passes = 0;
        long fails = size() + 1;
        while (fails - passes > 1) {
            long middle = passes + (fails - passes) / 2;
            if (test.isTrue(middle)) {
                passes = middle;
            } else {
                fails = middle;
            }
        }
        return passes;
    }

    /** Returns the value at a place, interpolated, and the first or last beyond them. */
    private double at(double place) {
        double inside = Math.max(1, Math.min((double) size(), place));
        double below = Math.floor(inside);
        double fraction = inside - below;
        double low = valueOfRank((long) below);
        if (fraction == 0) {
            return low;
        }
        double high = valueOfRank((long) below + 1);
        // never beyond the two values, whatever the rounding
        return Math.max(low, Math.min(high, (1 - fraction) * low + fraction * high));
    }

    private double valueOfRank(long rank) {
        int low = 0;
        int high = ranks().length() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranks().get(middle) >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return values().get(low);
    }

    private static Quantity measure(double value) {
        return new Quantity.Measure(value, "");
    }

    private static void checkProbability(double probability) {
        checkArgument(probability >= 0 && probability <= 1, "probability must be in [0, 1]: %s", probability);
    }

    private static <T> Outcome<T> noValues() {
        return Outcome.undefined(Reason.NO_DATA, "no values");
    }
}
