package dev.tenure.stat;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.io.Serializable;

/**
 * By how much one outcome of a single sample exceeds the opposite one: the clients who became satisfied against those who
 * ceased to be, the promoters against the detractors. The rest of the sample did neither.
 *
 * <p><b>Formula.</b> {@code value = (gains - losses) / size}. The interval is Tango's: those differences \(\delta\) that a
 * two-sided score test does not reject,
 *
 * <p>\[ \frac{|b - c - n\delta|}{\sqrt{n\,(2 \tilde q + \delta (1 - \delta))}} \le z \]
 *
 * <p>with \(b\) gains, \(c\) losses, \(n\) in all and \(\tilde q\) the share of losses that makes the counts most likely if the
 * difference is \(\delta\).
 *
 * <p><b>Units.</b> Counts in, a fraction in [-1, 1] out.
 *
 * <p><b>Conventions.</b> An empty sample has no value and no interval.
 *
 * <p><b>Source.</b> T. Tango, <i>Statistics in Medicine</i> 17 (1998), 891-908.
 *
 * @param gains how many of the one kind, zero or more
 * @param losses how many of the opposite kind, zero or more
 * @param size how many in all, at least {@code gains + losses}
 */
public record PairedDifference(long gains, long losses, long size) implements Serializable {

    /**
     * Creates a difference.
     *
     * @param gains how many of the one kind, zero or more
     * @param losses how many of the opposite kind, zero or more
     * @param size how many in all, at least {@code gains + losses}
     */
    public PairedDifference {
        checkArgument(gains >= 0, "gains must not be negative: %s", gains);
        checkArgument(losses >= 0, "losses must not be negative: %s", losses);
        long together = Math.addExact(gains, losses);
        checkArgument(size >= together, "size must not be below gains and losses together, %s: %s", together, size);
    }

    /**
     * Returns a difference.
     *
     * @param gains how many of the one kind, zero or more
     * @param losses how many of the opposite kind, zero or more
     * @param size how many in all, at least {@code gains + losses}
     * @return the difference
     * @throws IllegalArgumentException if a count is out of range
     */
    public static PairedDifference of(long gains, long losses, long size) {
        return new PairedDifference(gains, losses, size);
    }

    /**
     * Returns the difference.
     *
     * @return a fraction in [-1, 1]; undefined ({@link Reason#NO_DATA}) for an empty sample
     */
    public Outcome<Double> value() {
        return size == 0
                ? Outcome.undefined(Reason.NO_DATA, "empty sample")
                : Outcome.of((double) (gains - losses) / size);
    }

    /**
     * Returns the score interval of the difference.
     *
     * @param level how often it should hold the true difference
     * @return fractions within [-1, 1] that hold the value; undefined ({@link Reason#NO_DATA}) for an empty sample
     */
    public Outcome<Interval> interval(ConfidenceLevel level) {
        return interval(level, 1);
    }

    /**
     * Returns the score interval of the difference with its variance multiplied by a factor.
     *
     * @param level how often it should hold the true difference
     * @param varianceFactor in [0, 1]: below 1 if the sample is a good part of a finite population, 0 if it is all of it
     * @return fractions within [-1, 1] that hold the value; undefined ({@link Reason#NO_DATA}) for an empty sample
     * @throws IllegalArgumentException if the factor is out of range
     */
    public Outcome<Interval> interval(ConfidenceLevel level, double varianceFactor) {
        checkArgument(
                varianceFactor >= 0 && varianceFactor <= 1, "varianceFactor must be in [0, 1]: %s", varianceFactor);
        double z = level.normalQuantile() * Math.sqrt(varianceFactor);
        return value().map(observed -> z == 0
                ? Interval.of(observed, observed, level)
                : Interval.of(
                        observed == -1 ? -1 : Root.find(supposed -> score(observed, supposed) - z, -1, observed),
                        observed == 1 ? 1 : Root.find(supposed -> score(observed, supposed) + z, observed, 1),
                        level));
    }

    private double score(double observed, double supposed) {
        if (observed == supposed) {
            return 0;
        }
        double gap = Math.abs(supposed);
        double rarer = supposed >= 0
                ? mostLikelyRarer((double) gains, (double) losses, gap)
                : mostLikelyRarer((double) losses, (double) gains, gap);
        return (observed - supposed) * Math.sqrt((double) size / (2 * rarer + gap * (1 - gap)));
    }

    /** Returns the share of the rarer kind that makes the counts most likely if the other exceeds it by {@code gap}. */
    private double mostLikelyRarer(double more, double fewer, double gap) {
        double a = 2.0 * size;
        double b = -more - fewer + (a - more + fewer) * gap;
        double c = -fewer * gap * (1 - gap);
        double root = Math.sqrt(b * b - 4 * a * c);
        // of the two forms of the solution the one that subtracts nothing
        return b > 0 ? -2 * c / (b + root) : (root - b) / (2 * a);
    }
}
