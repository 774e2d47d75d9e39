package dev.tenure.lifetime.estimation;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The fits to samples drawn from a sample, and the intervals that follow from them. */
final class Redrawn {

    /** The share of the samples that must have a fit. */
    private static final double ENOUGH = 0.9;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Redrawn() {}

    /** Fits the model to drawn samples, each search beginning at the estimate; those without a model are left out. */
    static ImmutableList<Search> of(ModelFit<?> fit, IntervalMethod.Bootstrap bootstrap) {
        SplittableRandom seeds = new SplittableRandom(bootstrap.seed());
        double[] start = fit.search().point().toArray();
        return IntStream.range(0, bootstrap.replicates())
                .mapToLong(i -> seeds.nextLong())
                .mapToObj(seed -> Search.of(
                        fit.surface().with(fit.likelihood().resampled().apply(seed)),
                        start,
                        fit.likelihood().coordinates()))
                .filter(Search::hasModel)
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns the interval by the bias-corrected percentiles of what the replicates say.
     *
     * @param estimate the figure of the sample
     * @param values the figures of the replicates, not NaN, in any order; sorted by this
     * @param drawn how many samples were drawn
     */
    static Outcome<Interval> interval(double estimate, double[] values, int drawn, ConfidenceLevel level) {
        double[] ends = ends(estimate, values, drawn, level);
        return Double.isNaN(ends[0])
                ? Outcome.undefined(
                        Reason.NOT_ESTIMABLE,
                        "only " + values.length + " of " + drawn + " samples drawn from the sample have a fit")
                : limits(ends[0], ends[1], level);
    }

    /** Returns the two limits; not numbers if too few samples have a fit. */
    static double[] ends(double estimate, double[] values, int drawn, ConfidenceLevel level) {
        if (values.length < ENOUGH * drawn) {
            return new double[] {Double.NaN, Double.NaN};
        }
        Arrays.sort(values);
        double shift = NORMAL.inverseCumulativeProbability(shareBelow(estimate, values));
        double half = level.normalQuantile();
        return new double[] {quantile(values, 2 * shift - half), quantile(values, 2 * shift + half)};
    }

    static Outcome<Interval> limits(double lower, double upper, ConfidenceLevel level) {
        if (Double.isFinite(lower) && Double.isFinite(upper)) {
            return Outcome.of(Interval.of(Math.min(lower, upper), Math.max(lower, upper), level));
        }
        return Outcome.undefined(
                Reason.NOT_FINITE, Double.isFinite(lower) ? "the upper limit is infinite" : "the lower limit is infinite");
    }

    /** Returns the share of replicates below the estimate, those equal to it counting half, and away from 0 and 1. */
    private static double shareBelow(double estimate, double[] values) {
        double below = 0;
        for (double value : values) {
            below += value < estimate ? 1 : value == estimate ? 0.5 : 0;
        }
        return (below + 0.5) / (values.length + 1);
    }

    /** Returns the quantile at a standard normal position, interpolated. */
    private static double quantile(double[] sorted, double position) {
        double rank = NORMAL.cumulativeProbability(position) * (sorted.length + 1) - 1;
        int before = (int) Math.max(0, Math.min(sorted.length - 1.0, Math.floor(rank)));
        int after = Math.min(sorted.length - 1, before + 1);
        double part = Math.max(0, Math.min(1, rank - before));
        return part == 0 || sorted[before] == sorted[after]
                ? sorted[before]
                : sorted[before] + part * (sorted[after] - sorted[before]);
    }
}
