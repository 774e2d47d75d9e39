package dev.tenure.lifetime.noncontractual;

/** Logarithms of ratios of gamma functions, without the difference of two large logarithms. */
final class LogGammaRatio {

    /** From here on Stirling's series has all digits of a double. */
    private static final double LARGE = 16;

    private static final double HALF = 0.5;
    private static final double[] STIRLING = {
        1 / 12.0, -1 / 360.0, 1 / 1260.0, -1 / 1680.0, 1 / 1188.0, -691 / 360_360.0, 1 / 156.0
    };

    private LogGammaRatio() {}

    /** Returns \( \log \Gamma(z + n) - \log \Gamma(z) \), with {@code z} above zero and {@code n} zero or more. */
    static double rising(double z, double n) {
        double from = z;
        double lower = 0;
        while (from < LARGE) {
            lower += Math.log1p(n / from);
            from++;
        }
        return (from + n - HALF) * Math.log1p(n / from)
                + n * (Math.log(from) - 1)
                + (correction(from + n) - correction(from))
                - lower;
    }

    /** Returns \( \log \frac{\Gamma(z + n) \Gamma(y)}{\Gamma(z) \Gamma(y + n)} \), with all arguments above zero, {@code n} possibly zero. */
    static double of(double z, double y, double n) {
        double gap = Math.abs(y - z);
        double low = Math.min(y, z);
        // the ratio is symmetric in the gap and in n: the smaller one makes the smaller terms
        double distance = gap < n ? rising(low + n, gap) - rising(low, gap) : rising(low + gap, n) - rising(low, n);
        return y < z ? distance : -distance;
    }

    private static double correction(double z) {
        double square = z * z;
        double sum = 0;
        for (int i = STIRLING.length - 1; i >= 0; i--) {
            sum = sum / square + STIRLING[i];
        }
        return sum / z;
    }
}
