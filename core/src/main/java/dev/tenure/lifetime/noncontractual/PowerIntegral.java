package dev.tenure.lifetime.noncontractual;

/**
 * The integral of \( \left(\frac{y}{a+y}\right)^m (1+y/a)^{-A} (1+y/b)^{-B} e^{-\delta y} \) over {@code y} from zero to {@code to}.
 *
 * <p>All that the Pareto/NBD model says of a client is such an integral of a positive function. In {@code v}, where \( y = (e^v - 1) / k \) with
 * {@code k} not below the scale of any factor, the logarithm of the integrand is concave: it has one peak, from which panels go
 * down both sides until nothing is left. Each panel is so short that the integrand changes by a few powers of e only, and none has a singularity nearer
 * than \( \pi \), so that 20 nodes are right to the last digits.
 *
 * @param power m, a whole number, zero or more
 * @param first a, above zero
 * @param firstExponent A, zero or more
 * @param second b, above zero
 * @param secondExponent B, zero or more
 * @param decay delta, zero or more
 * @param to where the integral ends, zero or more; may be infinite if the integral is finite
 */
record PowerIntegral(
        double power,
        double first,
        double firstExponent,
        double second,
        double secondExponent,
        double decay,
        double to) {

    private static final GaussLegendre RULE = GaussLegendre.of(20);
    private static final double LONGEST_PANEL = 2.5;
    /** By how many powers of e the integrand may change in a panel. */
    private static final double FOLDS = 12;
    /** What is lower than the peak by as many powers of e is below the last digit. */
    private static final double NEGLIGIBLE = 46;

    private static final double FARTHEST = 600;
    private static final int BISECTIONS = 50;

    /** Returns the logarithm of the integral; negative infinity where nothing is integrated. */
    double log() {
        if (to == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double end = Math.min(Math.log1p(scale() * to), FARTHEST);
        double peak = peak(end);
        double highest = at(peak);
        return highest + Math.log(side(peak, end, highest) + side(peak, 0, highest));
    }

    private double scale() {
        return Math.max(1, firstExponent) / first
                + (secondExponent > 0 ? Math.max(1, secondExponent) / second : 0)
                + decay;
    }

    /** Returns the logarithm of the integrand. */
    private double at(double v) {
        double y = Math.expm1(v) / scale();
        return v
                - Math.log(scale())
                - (power > 0 ? power * Math.log1p(first / y) : 0)
                - firstExponent * Math.log1p(y / first)
                - secondExponent * Math.log1p(y / second)
                - decay * y;
    }

    private double slope(double v) {
        double y = Math.expm1(v) / scale();
        double rise = power > 0 ? power * first / (y * (first + y)) : 0;
        return 1 + (y + 1 / scale()) * (rise - firstExponent / (first + y) - secondExponent / (second + y) - decay);
    }

    /** Returns by how much the slope falls. */
    private double curvature(double v) {
        double shift = 1 / scale();
        double y = Math.expm1(v) * shift;
        double product = y * (first + y);
        double rise = power > 0 ? power * first * (y * y + shift * (first + 2 * y)) / (product * product) : 0;
        double fall = rise
                + firstExponent * (first - shift) / ((first + y) * (first + y))
                + secondExponent * (second - shift) / ((second + y) * (second + y))
                + decay;
        return (y + shift) * fall;
    }

    private double peak(double end) {
        if (slope(end) >= 0) {
            return end;
        }
        if (power == 0 && slope(0) <= 0) {
            return 0;
        }
        double low = 0;
        double high = end;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (slope(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Returns the integral between the peak and an end, relative to the height of the peak. */
    private double side(double peak, double end, double highest) {
        double sum = 0;
        double from = peak;
        while (from != end && at(from) > highest - NEGLIGIBLE) {
            double length = Math.min(LONGEST_PANEL, FOLDS / (Math.abs(slope(from)) + 4 * Math.sqrt(curvature(from))));
            double next = end > from ? Math.min(end, from + length) : Math.max(end, from - length);
            sum += panel(Math.min(from, next), Math.max(from, next), highest);
            from = next;
        }
        return sum;
    }

    private double panel(double from, double until, double highest) {
        double sum = 0;
        for (int i = 0; i < RULE.size(); i++) {
            sum += RULE.weight(i) * Math.exp(at(from + RULE.node(i) * (until - from)) - highest);
        }
        return sum * (until - from);
    }
}
