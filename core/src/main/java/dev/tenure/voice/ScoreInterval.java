package dev.tenure.voice;

import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;

/** How the confidence interval of a net promoter score is made. The order carries no meaning. */
public enum ScoreInterval {
    /**
     * The adjusted Wald interval: three quarters of an answer are added to the promoters and to the detractors, three
     * answers in all, before the Wald formula. Source: B. Rocks, "Interval Estimation for the Net Promoter Score", <i>The
     * American Statistician</i> 70 (2016), 365-372.
     */
    ADJUSTED_WALD {
        @Override
        Interval interval(long promoters, long detractors, long answers, ConfidenceLevel level) {
            return wald(promoters + 0.75, detractors + 0.75, answers + 3.0, level);
        }
    },
    /** The Wald interval; too narrow, and beyond the ends of the scale, for small samples. */
    WALD {
        @Override
        Interval interval(long promoters, long detractors, long answers, ConfidenceLevel level) {
            return wald((double) promoters, (double) detractors, (double) answers, level);
        }
    };

    abstract Interval interval(long promoters, long detractors, long answers, ConfidenceLevel level);

    private static Interval wald(double promoters, double detractors, double answers, ConfidenceLevel level) {
        double p = promoters / answers;
        double d = detractors / answers;
        double variance = p + d - (p - d) * (p - d);
        double half = level.normalQuantile() * Math.sqrt(variance / answers);
        return Interval.of(100 * (p - d - half), 100 * (p - d + half), level);
    }
}
