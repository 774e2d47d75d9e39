package dev.tenure.stat;

/**
 * How the confidence interval of a {@link ProportionDifference} is made. The order carries no meaning.
 *
 * <p>{@link #WALD} and {@link #AGRESTI_CAFFO} may reach beyond -1 and 1 and are given as they come; all others stay within.
 * Every interval but that of {@link #AGRESTI_CAFFO} contains the observed difference.
 */
public enum DifferenceInterval {
    /**
     * Square-and-add over the Wilson intervals of the two shares. Good at every size of sample, quick, and the choice of every
     * calculator unless another is set. Source: R. G. Newcombe, <i>Statistics in Medicine</i> 17 (1998), 873-890, method 10.
     */
    NEWCOMBE {
        @Override
        Interval interval(double x1, double n1, double x2, double n2, ConfidenceLevel level) {
            Interval one = ProportionInterval.WILSON.interval(x1, n1, level);
            Interval two = ProportionInterval.WILSON.interval(x2, n2, level);
            double p1 = x1 / n1;
            double p2 = x2 / n2;
            return Interval.of(
                    Math.max(-1, p1 - p2 - Math.hypot(p1 - one.lower(), two.upper() - p2)),
                    Math.min(1, p1 - p2 + Math.hypot(one.upper() - p1, p2 - two.lower())),
                    level);
        }
    },
    /**
     * Those differences that a two-sided score test does not reject, its variance multiplied by {@code n / (n - 1)} with
     * {@code n} trials in both samples together. Source: O. Miettinen and M. Nurminen, <i>Statistics in Medicine</i> 4 (1985),
     * 213-226.
     */
    MIETTINEN_NURMINEN {
        @Override
        Interval interval(double x1, double n1, double x2, double n2, ConfidenceLevel level) {
            return score(x1, n1, x2, n2, (n1 + n2) / (n1 + n2 - 1), level);
        }
    },
    /**
     * As {@link #MIETTINEN_NURMINEN} without the factor, a trifle narrower. Source: R. W. Mee, <i>Biometrics</i> 40 (1984),
     * 1175-1176.
     */
    MEE {
        @Override
        Interval interval(double x1, double n1, double x2, double n2, ConfidenceLevel level) {
            return score(x1, n1, x2, n2, 1, level);
        }
    },
    /**
     * The Wald formula after one success and one failure are added to each sample. Source: A. Agresti and B. Caffo, <i>The
     * American Statistician</i> 54 (2000), 280-288.
     */
    AGRESTI_CAFFO {
        @Override
        Interval interval(double x1, double n1, double x2, double n2, ConfidenceLevel level) {
            return wald(x1 + 1, n1 + 2, x2 + 1, n2 + 2, level);
        }
    },
    /** The textbook formula. Too narrow for small samples, and of no width where both shares are 0 or 1; for comparison. */
    WALD {
        @Override
        Interval interval(double x1, double n1, double x2, double n2, ConfidenceLevel level) {
            return wald(x1, n1, x2, n2, level);
        }
    };

    /** Returns the interval; there is at least one trial in each sample. */
    abstract Interval interval(double x1, double n1, double x2, double n2, ConfidenceLevel level);

    private static Interval wald(double x1, double n1, double x2, double n2, ConfidenceLevel level) {
        double difference = x1 / n1 - x2 / n2;
        double half =
                level.normalQuantile() * Math.sqrt(ProportionMath.variance(x1, n1) + ProportionMath.variance(x2, n2));
        return Interval.of(difference - half, difference + half, level);
    }

    private static Interval score(double x1, double n1, double x2, double n2, double factor, ConfidenceLevel level) {
        double observed = x1 / n1 - x2 / n2;
        double z = level.normalQuantile();
        return Interval.of(
                observed == -1 ? -1 : Root.find(d -> DifferenceMath.score(x1, n1, x2, n2, d, factor) - z, -1, observed),
                observed == 1 ? 1 : Root.find(d -> DifferenceMath.score(x1, n1, x2, n2, d, factor) + z, observed, 1),
                level);
    }
}
