package dev.tenure.survival;

/** Sums over those that end at one time, each of whom leaves one fewer at risk for the next. */
final class TiedSums {

    /** So many terms are added one by one. */
    private static final long FEW = 4096;

    /** So many of the last terms always are: there the formula for the others is not exact. */
    private static final long LAST = 256;

    private TiedSums() {}

    /** Returns {@code 1/n + 1/(n-1) + ...}, so many terms. */
    static double ofInverses(double n, long terms) {
        double sum = 0;
        long first = terms <= FEW ? 0 : terms - LAST;
        for (long k = terms - 1; k >= first; k--) {
            sum += 1 / (n - k);
        }
        return sum + (first == 0 ? 0 : manyInverses(n, n - first));
    }

    /** Returns {@code 1/n^2 + 1/(n-1)^2 + ...}, so many terms. */
    static double ofSquares(double n, long terms) {
        double sum = 0;
        long first = terms <= FEW ? 0 : terms - LAST;
        for (long k = terms - 1; k >= first; k--) {
            sum += 1 / ((n - k) * (n - k));
        }
        return sum + (first == 0 ? 0 : manySquares(n, n - first));
    }

    /** Returns the sum of the inverses of all numbers from high down to low, which it leaves out, by Euler and Maclaurin. */
    private static double manyInverses(double high, double low) {
        return Math.log1p((high - low) / low)
                + (1 / high - 1 / low) / 2
                + (power(low, -2) - power(high, -2)) / 12
                - (power(low, -4) - power(high, -4)) / 120;
    }

    private static double manySquares(double high, double low) {
        return (high - low) / (high * low)
                + (power(high, -2) - power(low, -2)) / 2
                + (power(low, -3) - power(high, -3)) / 6
                - (power(low, -5) - power(high, -5)) / 30;
    }

    private static double power(double base, int exponent) {
        return Math.pow(base, exponent);
    }
}
