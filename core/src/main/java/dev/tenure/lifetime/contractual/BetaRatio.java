package dev.tenure.lifetime.contractual;

/**
 * The logarithm of a ratio of two beta functions, to the last digits also where it is near zero or the parameters are huge, where the difference of
 * two logarithms has none left.
 *
 * <p>It is a mixed second difference of the logarithm of the gamma function. Small arguments are raised by the recursion of that function; for large ones
 * Stirling's series is differenced term by term in closed form, so that nothing cancels.
 */
final class BetaRatio {

    /** From here on five terms of Stirling's series are exact in doubles. */
    static final double LARGE = 20;

    /** The coefficients of {@code 1/x, 1/x^3, ...} in Stirling's series. */
    static final double[] STIRLING = {1 / 12.0, -1 / 360.0, 1 / 1260.0, -1 / 1680.0, 1 / 1188.0};

    /** Beyond it a power is so large that only its logarithm matters. */
    private static final double HUGE_LOGARITHM = 600;

    private BetaRatio() {}

    /** Returns {@code log(B(a, b + s) / B(a, b))}, for {@code s >= 0}. */
    static double log(double a, double b, double s) {
        double sum = 0;
        double raised = b;
        while (raised < LARGE) {
            sum += logOfComplement(a, raised, s);
            raised++;
        }
        return sum + leading(a, raised, s) + corrections(a, raised, s);
    }

    /** Returns {@code log(B(a, b + (from + more)^c) / B(a, b + from^c))}. */
    static double logOfPowers(double a, double b, double c, double from, double more) {
        return more == 0 ? 0 : logOfPowers(a, b, c, from, more, Math.log(from + more));
    }

    /** As above, with {@code more > 0}, by the logarithm of {@code from + more}, which itself may be beyond the doubles. */
    static double logOfPowers(double a, double b, double c, double from, double more, double logTo) {
        if (from == 0) {
            return logOfPower(a, b, c * logTo);
        }
        double start = c * Math.log(from);
        double rise = c * (more > from ? logTo - Math.log(from) : Math.log1p(more / from));
        if (start > HUGE_LOGARITHM) {
            return -a * rise;
        }
        return start + rise > HUGE_LOGARITHM
                ? logOfPower(a, b, start + rise) - logOfPower(a, b, start)
                : log(a, b + Math.exp(start), Math.exp(start) * Math.expm1(rise));
    }

    private static double logOfPower(double a, double b, double logarithm) {
        double within = Math.min(HUGE_LOGARITHM, logarithm);
        return log(a, b, Math.exp(within)) - a * (logarithm - within);
    }

    /** Returns {@code log(1 - (a / (a + b)) (s / (b + s)))}, the step of the recursion. */
    private static double logOfComplement(double a, double b, double s) {
        double share = a / (a + b) * (s / (b + s));
        return share < 0.5 ? Math.log1p(-share) : Math.log(b / (a + b) * ((a + b + s) / (b + s)));
    }

    private static double leading(double a, double b, double s) {
        return (b - 0.5) * Math.log1p(a / b * (s / (a + b + s)))
                - s * Math.log1p(a / (b + s))
                - a * Math.log1p(s / (a + b));
    }

    private static double corrections(double a, double b, double s) {
        MixedDifference inverse = MixedDifference.ofInverse(a, b, s);
        MixedDifference square = inverse.times(inverse);
        MixedDifference power = inverse;
        double sum = 0;
        for (double coefficient : STIRLING) {
            // the series is in the logarithm of gamma at b and b + s less that at a + b and a + b + s
            sum -= coefficient * power.mixed();
            power = power.times(square);
        }
        return sum;
    }
}
