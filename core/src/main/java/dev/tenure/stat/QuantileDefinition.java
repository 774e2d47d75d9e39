package dev.tenure.stat;

/**
 * What a quantile of a sample means: the nine definitions that statistics programs use, in the order, and with the numbers, of
 * R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", <i>The American Statistician</i> 50 (1996), 361-365.
 *
 * <p>Each names a place {@code h} among the {@code n} ordered values, 1 being the smallest; a place between two values is met
 * by linear interpolation, a place before the first or after the last by the first or the last.
 */
public enum QuantileDefinition {
    /** Type 1: the smallest value that at least the share {@code p} does not exceed; {@code h} is {@code np} rounded up. */
    INVERSE_CDF {
        @Override
        double place(double n, double p) {
            return Math.ceil(whole(n * p));
        }
    },
    /** Type 2: as type 1, but halfway between two values where {@code np} is whole. */
    AVERAGED_INVERSE_CDF {
        @Override
        double place(double n, double p) {
            double np = whole(n * p);
            return np == Math.rint(np) ? np + 0.5 : Math.ceil(np);
        }
    },
    /** Type 3: the value whose place is nearest to {@code np}, the even one of two. */
    CLOSEST_OBSERVATION {
        @Override
        double place(double n, double p) {
            return Math.rint(whole(2 * n * p) / 2);
        }
    },
    /** Type 4: {@code h = np}, interpolated. */
    INTERPOLATED_INVERSE_CDF {
        @Override
        double place(double n, double p) {
            return n * p;
        }
    },
    /** Type 5, Hazen's: {@code h = np + 1/2}. */
    HAZEN {
        @Override
        double place(double n, double p) {
            return n * p + 0.5;
        }
    },
    /** Type 6, Weibull's: {@code h = (n + 1) p}. Minitab, SPSS, and {@code PERCENTILE.EXC} of spreadsheets. */
    WEIBULL {
        @Override
        double place(double n, double p) {
            return (n + 1) * p;
        }
    },
    /**
     * Type 7: {@code h = 1 + (n - 1) p}. R, NumPy and {@code PERCENTILE.INC} of spreadsheets unless told otherwise, and so
     * here.
     */
    LINEAR {
        @Override
        double place(double n, double p) {
            return 1 + (n - 1) * p;
        }
    },
    /** Type 8: {@code h = (n + 1/3) p + 1/3}; nearly free of bias of the median whatever the distribution. */
    MEDIAN_UNBIASED {
        @Override
        double place(double n, double p) {
            return (n + 1 / 3.0) * p + 1 / 3.0;
        }
    },
    /** Type 9: {@code h = (n + 1/4) p + 3/8}; nearly free of bias for values from a normal distribution. */
    NORMAL_UNBIASED {
        @Override
        double place(double n, double p) {
            return (n + 0.25) * p + 0.375;
        }
    };

    private static final double FUZZ = 4 * Math.ulp(1.0);

    /** Returns a place among {@code n} values; it may lie before the first or after the last. */
    abstract double place(double n, double p);

    /** Returns the nearest whole number if only rounding separates it: 0.07 of 100 is 7, and not a little more. */
    private static double whole(double value) {
        double nearest = Math.rint(value);
        return Math.abs(value - nearest) <= FUZZ * Math.max(1, value) ? nearest : value;
    }
}
