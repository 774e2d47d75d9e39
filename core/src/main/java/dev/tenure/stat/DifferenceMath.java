package dev.tenure.stat;

/** The score test of a difference of two proportions, {@code x1 / n1 - x2 / n2}. */
final class DifferenceMath {

    private DifferenceMath() {}

    /**
     * Returns the score statistic of a supposed difference: zero at the observed one, positive below, negative above.
     *
     * @param difference supposed, in [-1, 1]
     * @param factor what the variance is multiplied by
     */
    static double score(double x1, double n1, double x2, double n2, double difference, double factor) {
        double deviation = x1 / n1 - x2 / n2 - difference;
        if (deviation == 0) {
            return 0;
        }
        double variance =
                difference >= 0 ? variance(x2, n2, x1, n1, difference) : variance(x1, n1, x2, n2, -difference);
        return deviation / Math.sqrt(variance * factor);
    }

    /** Returns the variance of the observed difference if the higher share exceeds the lower by {@code gap}. */
    private static double variance(double lowX, double lowN, double highX, double highN, double gap) {
        double low = mostLikelyLow(lowX, lowN, highX, highN, gap);
        return low * (1 - low) / lowN + (low + gap) * (1 - gap - low) / highN;
    }

    /**
     * Returns the lower of the two shares that, {@code gap} apart, make the counts most likely. The log-likelihood is concave,
     * so that its slope has one root or the maximum is at an end; this holds where the closed form of the cubic loses digits.
     */
    static double mostLikelyLow(double lowX, double lowN, double highX, double highN, double gap) {
        double top = 1 - gap;
        if (top <= 0) {
            return 0;
        }
        if (slope(lowX, lowN, highX, highN, gap, 0) <= 0) {
            return 0;
        }
        if (slope(lowX, lowN, highX, highN, gap, top) >= 0) {
            return top;
        }
        return Root.find(low -> slope(lowX, lowN, highX, highN, gap, low), 0, top);
    }

    private static double slope(double lowX, double lowN, double highX, double highN, double gap, double low) {
        return ratio(lowX, low)
                - ratio(lowN - lowX, 1 - low)
                + ratio(highX, low + gap)
                - ratio(highN - highX, 1 - gap - low);
    }

    /** Returns the quotient, and zero where nothing was counted. */
    private static double ratio(double count, double share) {
        return count == 0 ? 0 : count / share;
    }
}
