package dev.tenure.stat;

import java.util.function.DoubleUnaryOperator;

/**
 * How the confidence interval of a {@link Proportion} is made. The order carries no meaning.
 *
 * <p>{@link #WALD} and {@link #AGRESTI_COULL} may reach beyond 0 and 1 and are given as they come; all others stay within.
 * Every interval but that of {@link #AGRESTI_COULL} contains the observed share.
 */
public enum ProportionInterval {
    /**
     * The score interval: those proportions that a two-sided score test does not reject. Good at every size of sample, and
     * the choice of every calculator unless another is set. Source: E. B. Wilson, <i>JASA</i> 22 (1927), 209-212.
     */
    WILSON {
        @Override
        Interval interval(double successes, double trials, ConfidenceLevel level) {
            double z = level.normalQuantile();
            double centre = ProportionMath.wilsonCentre(successes, trials, z);
            double half = ProportionMath.wilsonHalf(successes, trials, z);
            return within(successes, trials, centre - half, centre + half, level);
        }
    },
    /**
     * The score interval with a continuity correction of half a success: nearly as careful as {@link #CLOPPER_PEARSON}.
     * Source: R. G. Newcombe, <i>Statistics in Medicine</i> 17 (1998), 857-872, method 4.
     */
    WILSON_CONTINUITY_CORRECTED {
        @Override
        Interval interval(double successes, double trials, ConfidenceLevel level) {
            double z = level.normalQuantile();
            return within(
                    successes,
                    trials,
                    ProportionMath.correctedWilsonLower(successes, trials, z),
                    1 - ProportionMath.correctedWilsonLower(trials - successes, trials, z),
                    level);
        }
    },
    /**
     * The exact interval: each limit leaves half of alpha in the binomial tail beyond the observed count. Never holds the
     * true share less often than the level says, often more; the widest. Source: C. J. Clopper and E. S. Pearson,
     * <i>Biometrika</i> 26 (1934), 404-413.
     */
    CLOPPER_PEARSON {
        @Override
        Interval interval(double successes, double trials, ConfidenceLevel level) {
            double tail = level.alpha() / 2;
            return solved(
                    successes,
                    trials,
                    p -> ProportionMath.atLeast(successes, trials, p) - tail,
                    p -> ProportionMath.atMost(successes, trials, p) - tail,
                    level);
        }
    },
    /**
     * The exact interval that counts only half of the probability of the observed count itself. Source: H. O. Lancaster,
     * <i>JASA</i> 56 (1961), 223-234; Newcombe 1998, method 6.
     */
    MID_P {
        @Override
        Interval interval(double successes, double trials, ConfidenceLevel level) {
            double tails = level.alpha();
            return solved(
                    successes,
                    trials,
                    p -> ProportionMath.atLeast(successes, trials, p)
                            + ProportionMath.atLeast(successes + 1, trials, p)
                            - tails,
                    p -> ProportionMath.atMost(successes, trials, p)
                            + ProportionMath.atMost(successes - 1, trials, p)
                            - tails,
                    level);
        }
    },
    /**
     * The equal-tailed posterior interval under Jeffreys's prior, Beta(1/2, 1/2); the lower limit is 0 without successes and
     * the upper 1 without failures. Source: L. D. Brown, T. T. Cai and A. DasGupta, <i>Statistical Science</i> 16 (2001),
     * 101-133, section 3.1.
     */
    JEFFREYS {
        @Override
        Interval interval(double successes, double trials, ConfidenceLevel level) {
            double tail = level.alpha() / 2;
            double a = successes + 0.5;
            double b = trials - successes + 0.5;
            return solved(successes, trials, p -> Beta.lower(p, a, b) - tail, p -> Beta.upper(p, a, b) - tail, level);
        }
    },
    /**
     * Those proportions whose likelihood a likelihood-ratio test does not reject. Source: Newcombe 1998, method 7.
     */
    LIKELIHOOD {
        @Override
        Interval interval(double successes, double trials, ConfidenceLevel level) {
            double z = level.normalQuantile();
            double share = successes / trials;
            DoubleUnaryOperator excess = p -> ProportionMath.deviance(successes, trials, p) - z * z;
            return Interval.of(
                    successes == 0 ? 0 : Root.find(excess, 0, share),
                    successes == trials ? 1 : Root.find(excess, share, 1),
                    level);
        }
    },
    /**
     * The Wald formula about the centre of the Wilson interval, as if there were {@code z * z} more trials, half of them
     * successes. May reach beyond 0 and 1. Source: A. Agresti and B. A. Coull, <i>The American Statistician</i> 52 (1998),
     * 119-126.
     */
    AGRESTI_COULL {
        @Override
        Interval interval(double successes, double trials, ConfidenceLevel level) {
            double z = level.normalQuantile();
            return wald(successes + z * z / 2, trials + z * z, level);
        }
    },
    /**
     * The textbook formula, share plus or minus {@code z} standard errors. Too narrow for small samples, of no width at 0 and
     * 1, and beyond them near the ends; here for comparison.
     */
    WALD {
        @Override
        Interval interval(double successes, double trials, ConfidenceLevel level) {
            return wald(successes, trials, level);
        }
    };

    /** Returns the interval; there is at least one trial. */
    abstract Interval interval(double successes, double trials, ConfidenceLevel level);

    private static Interval wald(double successes, double trials, ConfidenceLevel level) {
        double share = successes / trials;
        double half = level.normalQuantile() * Math.sqrt(ProportionMath.variance(successes, trials));
        return Interval.of(share - half, share + half, level);
    }

    /** Cuts what rounding, or a correction, leaves beyond 0 and 1; the limits at the ends are exact. */
    private static Interval within(double successes, double trials, double lower, double upper, ConfidenceLevel level) {
        return Interval.of(
                successes == 0 ? 0 : Math.max(0, lower), successes == trials ? 1 : Math.min(1, upper), level);
    }

    private static Interval solved(
            double successes,
            double trials,
            DoubleUnaryOperator lowerExcess,
            DoubleUnaryOperator upperExcess,
            ConfidenceLevel level) {
        return Interval.of(
                successes == 0 ? 0 : Root.find(lowerExcess, 0, 1),
                successes == trials ? 1 : Root.find(upperExcess, 0, 1),
                level);
    }
}
