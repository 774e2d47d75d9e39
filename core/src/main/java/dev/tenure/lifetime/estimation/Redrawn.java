package dev.tenure.lifetime.estimation;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The fits to samples drawn from a sample, and the intervals that follow from them. */
final class Redrawn {

    /** The share of the samples that must have a fit. */
    private static final double ENOUGH = 0.9;

    private Redrawn() {}

    /**
     * Fits the model to drawn samples, each search beginning at the estimate. Those without a model are left out, and so are those that cannot determine it:
     * there a search would stop at any point.
     */
    static ImmutableList<Search> of(ModelFit<?> fit, IntervalMethod.Bootstrap bootstrap) {
        SplittableRandom seeds = new SplittableRandom(bootstrap.seed());
        double[] start = fit.search().point().toArray();
        return IntStream.range(0, bootstrap.replicates())
                .mapToLong(i -> seeds.nextLong())
                .mapToObj(seed -> fit.likelihood().resampled().apply(seed))
                .filter(drawn -> drawn.problemWith(fit.prior()).isEmpty())
                .map(drawn -> Search.of(fit.surface().with(drawn.logLikelihood()), start, drawn.coordinates()))
                .filter(Search::hasModel)
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns the interval by the percentiles of what the replicates say.
     *
     * @param values the figures of the replicates, not NaN, in any order; sorted by this
     * @param drawn how many samples were drawn
     */
    static Outcome<Interval> interval(double[] values, int drawn, ConfidenceLevel level) {
        double[] ends = ends(values, drawn, level);
        return Double.isNaN(ends[0])
                ? Outcome.undefined(
                        Reason.NOT_ESTIMABLE,
                        "only " + values.length + " of " + drawn + " samples drawn from the sample have a fit")
                : limits(ends[0], ends[1], level);
    }

    /** Returns the two limits; not numbers if too few samples have a fit. */
    static double[] ends(double[] values, int drawn, ConfidenceLevel level) {
        if (values.length < ENOUGH * drawn) {
            return new double[] {Double.NaN, Double.NaN};
        }
        Arrays.sort(values);
        return new double[] {quantile(values, level.alpha() / 2), quantile(values, 1 - level.alpha() / 2)};
    }

    static Outcome<Interval> limits(double lower, double upper, ConfidenceLevel level) {
        if (Double.isFinite(lower) && Double.isFinite(upper)) {
            return Outcome.of(Interval.of(Math.min(lower, upper), Math.max(lower, upper), level));
        }
        return Outcome.undefined(
                Reason.NOT_FINITE,
                Double.isFinite(lower) ? "the upper limit is infinite" : "the lower limit is infinite");
    }

    /** Returns a quantile, the ranks being fractions of one more than there are, as those of a further value would be. */
    private static double quantile(double[] sorted, double share) {
        double rank = share * (sorted.length + 1) - 1;
        int before = (int) Math.max(0, Math.min(sorted.length - 1.0, Math.floor(rank)));
        int after = Math.min(sorted.length - 1, before + 1);
        double part = Math.max(0, Math.min(1, rank - before));
        return part == 0 || sorted[before] == sorted[after]
                ? sorted[before]
                : sorted[before] + part * (sorted[after] - sorted[before]);
    }
}
