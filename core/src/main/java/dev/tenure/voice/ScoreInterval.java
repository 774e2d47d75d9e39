package dev.tenure.voice;

import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.PairedDifference;

/**
 * How the confidence interval of a net promoter score, or of the difference of two, is made. The order carries no meaning.
 *
 * <p>If the population is finite, all variances are multiplied by {@code (N - n) / (N - 1)}, with {@code n} answers of {@code N}
 * clients.
 */
public enum ScoreInterval {
    /**
     * The adjusted Wald interval: three quarters of an answer are added to the promoters and to the detractors, three
     * answers in all, before the Wald formula; cut at the ends of the scale. If the population is finite, that many fewer are
     * added as the variance is smaller, so that the interval closes on the score when all have answered. Source: B. Rocks,
     * "Interval Estimation for the Net Promoter Score", <i>The American Statistician</i> 70 (2016), 365-372.
     */
    ADJUSTED_WALD {
        @Override
        Interval interval(NetPromoterResult sample, ConfidenceLevel level) {
            NetPromoterMath.Estimate estimate = adjusted(sample);
            return within(estimate.score(), estimate.variance(), 1, level);
        }

        @Override
        Interval difference(NetPromoterResult earlier, NetPromoterResult later, ConfidenceLevel level) {
            NetPromoterMath.Estimate before = adjusted(earlier);
            NetPromoterMath.Estimate after = adjusted(later);
            return within(after.score() - before.score(), after.variance() + before.variance(), 2, level);
        }
    },
    /** The Wald interval; too narrow, and beyond the ends of the scale, for small samples. Not cut. */
    WALD {
        @Override
        Interval interval(NetPromoterResult sample, ConfidenceLevel level) {
            NetPromoterMath.Estimate estimate = plain(sample);
            return wald(estimate.score(), estimate.variance(), level);
        }

        @Override
        Interval difference(NetPromoterResult earlier, NetPromoterResult later, ConfidenceLevel level) {
            NetPromoterMath.Estimate before = plain(earlier);
            NetPromoterMath.Estimate after = plain(later);
            return wald(after.score() - before.score(), after.variance() + before.variance(), level);
        }
    },
    /**
     * Those scores that a two-sided score test does not reject; never beyond the ends of the scale, and always around the score.
     * For a difference, square-and-add over the two. Source: T. Tango, <i>Statistics in Medicine</i> 17 (1998), 891-908;
     * G. Y. Zou and A. Donner, <i>Statistics in Medicine</i> 27 (2008), 1693-1702.
     */
    SCORE {
        @Override
        Interval interval(NetPromoterResult sample, ConfidenceLevel level) {
            Interval fractions = PairedDifference.of(sample.promoters(), sample.detractors(), sample.answers())
                    .interval(level, sample.varianceFactor())
                    .orElseThrow();
            double score = sample.value().orElseThrow();
            // rounding must not leave the score outside
            return Interval.of(
                    Math.min(score, POINTS * fractions.lower()), Math.max(score, POINTS * fractions.upper()), level);
        }

        @Override
        Interval difference(NetPromoterResult earlier, NetPromoterResult later, ConfidenceLevel level) {
            Interval before = interval(earlier, level);
            Interval after = interval(later, level);
            double from = earlier.value().orElseThrow();
            double to = later.value().orElseThrow();
            return Interval.of(
                    to - from - Math.hypot(to - after.lower(), before.upper() - from),
                    to - from + Math.hypot(after.upper() - to, from - before.lower()),
                    level);
        }
    };

    private static final double POINTS = 100;

    /** Returns the interval of a score in points; there is at least one answer. */
    abstract Interval interval(NetPromoterResult sample, ConfidenceLevel level);

    /** Returns the interval of a difference in points; there is at least one answer in each sample. */
    abstract Interval difference(NetPromoterResult earlier, NetPromoterResult later, ConfidenceLevel level);

    private static NetPromoterMath.Estimate plain(NetPromoterResult sample) {
        return NetPromoterMath.plain(
                (double) sample.promoters(),
                (double) sample.detractors(),
                (double) sample.answers(),
                sample.varianceFactor());
    }

    private static NetPromoterMath.Estimate adjusted(NetPromoterResult sample) {
        return NetPromoterMath.adjusted(
                (double) sample.promoters(),
                (double) sample.detractors(),
                (double) sample.answers(),
                sample.varianceFactor());
    }

    private static Interval wald(double score, double variance, ConfidenceLevel level) {
        double half = level.normalQuantile() * Math.sqrt(variance);
        return Interval.of(POINTS * (score - half), POINTS * (score + half), level);
    }

    private static Interval within(double score, double variance, double end, ConfidenceLevel level) {
        Interval wald = wald(score, variance, level);
        return Interval.of(Math.max(-POINTS * end, wald.lower()), Math.min(POINTS * end, wald.upper()), level);
    }
}
