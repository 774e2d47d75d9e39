package dev.tenure.stat;

/** How the confidence interval of a {@link Proportion} is made. The order carries no meaning. */
public enum ProportionInterval {
    /**
     * The score interval: those proportions that a two-sided score test does not reject. Good at every size of sample, and
     * the choice of every calculator unless another is set. Source: E. B. Wilson, <i>JASA</i> 22 (1927), 209-212.
     */
    WILSON {
        @Override
        Interval interval(long successes, long trials, ConfidenceLevel level) {
            double z = level.normalQuantile();
            double n = trials;
            double p = successes / n;
            double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
            double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
            // the limits at the ends are exact, where the formula leaves a rounding error
            return Interval.of(
                    successes == 0 ? 0 : Math.max(0, centre - half),
                    successes == trials ? 1 : Math.min(1, centre + half),
                    level);
        }
    };

    abstract Interval interval(long successes, long trials, ConfidenceLevel level);
}
