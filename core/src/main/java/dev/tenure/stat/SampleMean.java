package dev.tenure.stat;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.io.Serializable;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of a sample, with what its interval needs: the size of the sample and its spread.
 *
 * <p><b>Formula.</b> {@code standard error = standard deviation / sqrt(size)}; the interval is Student's, the mean plus or minus
 * the quantile of {@code t} with {@code size - 1} degrees of freedom times the standard error.
 *
 * <p><b>Units.</b> Those of the values.
 *
 * <p><b>Conventions.</b> The standard deviation divides by {@code size - 1}; it is 0 for a single value.
 *
 * <p><b>Source.</b> Student, "The Probable Error of a Mean", <i>Biometrika</i> 6 (1908), 1-25.
 *
 * @param size how many values, one or more
 * @param mean their mean, finite
 * @param standardDeviation their standard deviation, finite, zero or more
 */
public record SampleMean(long size, double mean, double standardDeviation) implements Serializable {

    /**
     * Creates a mean.
     *
     * @param size how many values, one or more
     * @param mean their mean, finite
     * @param standardDeviation their standard deviation, finite, zero or more
     */
    public SampleMean {
        checkArgument(size >= 1, "size must be positive: %s", size);
        checkArgument(Double.isFinite(mean), "mean must be finite: %s", mean);
        checkArgument(
                standardDeviation >= 0 && Double.isFinite(standardDeviation),
                "standardDeviation must be finite and not negative: %s",
                standardDeviation);
    }

    /**
     * Returns a mean.
     *
     * @param size how many values, one or more
     * @param mean their mean, finite
     * @param standardDeviation their standard deviation, finite, zero or more
     * @return the mean
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static SampleMean of(long size, double mean, double standardDeviation) {
        return new SampleMean(size, mean, standardDeviation);
    }

    /**
     * Returns how far the mean of such a sample is typically from the true mean.
     *
     * @return in the unit of the values, zero or more; undefined ({@link Reason#TOO_FEW_DATA}) for a single value
     */
    public Outcome<Double> standardError() {
        return size == 1
                ? Outcome.undefined(Reason.TOO_FEW_DATA, "one value has no spread")
                : Outcome.of(standardDeviation / Math.sqrt((double) size));
    }

    /**
     * Returns Student's confidence interval of the mean.
     *
     * @param level how often it should hold the true mean
     * @return in the unit of the values; undefined ({@link Reason#TOO_FEW_DATA}) for a single value, and
     *     ({@link Reason#NOT_ESTIMABLE}) if all values are equal, where the formula would claim to know the mean exactly
     */
    public Outcome<Interval> interval(ConfidenceLevel level) {
        if (size > 1 && standardDeviation == 0) {
            return Outcome.undefined(Reason.NOT_ESTIMABLE, "all values are equal");
        }
        return standardError().map(error -> {
            double half = TDistribution.of(size - 1.0).inverseSurvivalProbability(level.alpha() / 2) * error;
            return Interval.of(mean - half, mean + half, level);
        });
    }
}
