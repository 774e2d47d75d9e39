package dev.tenure.lifetime.noncontractual;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;

/**
 * The parts of the log-likelihood of BG/NBD and MBG/NBD, and their derivatives by the logarithm of \( r \), of \( \kappa = a + b \) and by the log-odds of
 * \( a / (a + b) \), that depend on the number of purchases alone. They are sums over the numbers below it, carried from one number to the next.
 */
final class ChanceSums {

    /** From here on the gamma functions are quicker, and the terms so alike that nothing is lost. */
    private static final double LONG = 4096;

    private final double r;
    private final double a;
    private final double b;
    private final double concentration;
    private final double share;
    private final double variance;

    private double purchases;
    private double chances;

    private double logRising;
    private double bySize;
    private double bySizeTwice;

    private double logStaying;
    private double byConcentration;
    private double byConcentrationTwice;
    private double inverses;
    private double inverseSquares;
    private double weightedSquares;

    ChanceSums(double r, double share, double concentration) {
        this.r = r;
        this.share = share;
        this.concentration = concentration;
        a = share * concentration;
        b = (1 - share) * concentration;
        variance = share * (1 - share) * concentration;
    }

    /** Moves on to a number of purchases and of chances to leave, neither below the last one. */
    void advance(double newPurchases, double newChances) {
        if (newPurchases - purchases > LONG) {
            leap(newPurchases, newChances);
        }
        for (; purchases < newPurchases; purchases++) {
            addPurchase(purchases);
        }
        for (; chances < newChances; chances++) {
            addChance(chances);
        }
    }

    private void addPurchase(double j) {
        double inverse = 1 / (r + j);
        logRising += Math.log1p(j / r);
        bySize -= j * inverse;
        bySizeTwice += j * inverse * (r * inverse);
    }

    private void addChance(double j) {
        double inverse = 1 / (b + j);
        double other = 1 / (concentration + j);
        logStaying -= Math.log1p(a * inverse);
        byConcentration -= a * inverse * (j * other);
        byConcentrationTwice +=
                a * inverse * (j * other) * (b * inverse * (concentration * other) - j * inverse * (j * other));
        inverses += inverse;
        inverseSquares += inverse * inverse;
        weightedSquares += j * inverse * inverse;
    }

    private void leap(double newPurchases, double newChances) {
        double more = newPurchases - purchases;
        double size = harmonic(r + purchases, more);
        double sizeSquares = squares(r + purchases, more);
        logRising += LogGammaRatio.rising(r + purchases, more) - more * Math.log(r);
        bySize -= more - r * size;
        bySizeTwice += r * size - r * r * sizeSquares;
        purchases = newPurchases;

        double moreChances = newChances - chances;
        double low = harmonic(b + chances, moreChances);
        double lowSquares = squares(b + chances, moreChances);
        double high = harmonic(concentration + chances, moreChances);
        double highSquares = squares(concentration + chances, moreChances);
        logStaying += LogGammaRatio.of(b + chances, concentration + chances, moreChances);
        byConcentration += b * low - concentration * high;
        byConcentrationTwice += b * (low - b * lowSquares) - concentration * (high - concentration * highSquares);
        inverses += low;
        inverseSquares += lowSquares;
        weightedSquares += low - b * lowSquares;
        chances = newChances;
    }

    private static double harmonic(double from, double terms) {
        return Digamma.value(from + terms) - Digamma.value(from);
    }

    private static double squares(double from, double terms) {
        return Trigamma.value(from) - Trigamma.value(from + terms);
    }

    /** Returns how many chances to leave there were. */
    double chances() {
        return chances;
    }

    /** Returns the logarithm of the rising factorial of {@code r}, by that of the power of {@code r}, and of the probability to have stayed. */
    double value() {
        return logRising + logStaying;
    }

    double bySize() {
        return bySize;
    }

    double bySizeTwice() {
        return bySizeTwice;
    }

    double byShare() {
        return -variance * inverses;
    }

    double byShareTwice() {
        return -variance * ((1 - 2 * share) * inverses + variance * inverseSquares);
    }

    double byConcentration() {
        return byConcentration;
    }

    double byConcentrationTwice() {
        return byConcentrationTwice;
    }

    double byShareAndConcentration() {
        return -variance * weightedSquares;
    }

    /** Returns the logarithm of the odds of having left at the last chance against having stayed, if no time had passed since. */
    double lastLogOdds() {
        return Math.log(a / last());
    }

    double lastByShare() {
        return (1 - share) + variance / last();
    }

    double lastByShareTwice() {
        double ratio = variance / last();
        return -share * (1 - share) + (1 - 2 * share) * ratio + ratio * ratio;
    }

    double lastByConcentration() {
        return (chances - 1) / last();
    }

    double lastByConcentrationTwice() {
        return -(chances - 1) / last() * (b / last());
    }

    double lastByShareAndConcentration() {
        return (chances - 1) / last() * (variance / last());
    }

    private double last() {
        return b + (chances - 1);
    }
}
