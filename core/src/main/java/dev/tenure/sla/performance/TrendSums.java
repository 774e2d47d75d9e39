package dev.tenure.sla.performance;

import dev.tenure.stat.Proportion;
import java.math.BigInteger;
import java.util.List;

/**
 * The exact sums that a linear trend of proportions is computed from, over periods numbered from zero.
 *
 * @param trials the sum of the trials
 * @param successes the sum of the successes
 * @param trialTimes the sum of trials times number
 * @param successTimes the sum of successes times number
 * @param trialSquares the sum of trials times the square of the number
 */
record TrendSums(
        BigInteger trials,
        BigInteger successes,
        BigInteger trialTimes,
        BigInteger successTimes,
        BigInteger trialSquares) {

    private static final TrendSums NONE =
            new TrendSums(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    static TrendSums of(List<Proportion> periods) {
        TrendSums sums = NONE;
        for (int number = 0; number < periods.size(); number++) {
            sums = sums.plus(BigInteger.valueOf(number), periods.get(number));
        }
        return sums;
    }

    private TrendSums plus(BigInteger number, Proportion period) {
        BigInteger moreTrials = BigInteger.valueOf(period.trials());
        BigInteger moreSuccesses = BigInteger.valueOf(period.successes());
        return new TrendSums(
                trials.add(moreTrials),
                successes.add(moreSuccesses),
                trialTimes.add(moreTrials.multiply(number)),
                successTimes.add(moreSuccesses.multiply(number)),
                trialSquares.add(moreTrials.multiply(number).multiply(number)));
    }

    /** Returns the slope of the least squares; two periods have trials. */
    double slope() {
        BigInteger products = trials.multiply(successTimes).subtract(successes.multiply(trialTimes));
        return products.doubleValue() / squares().doubleValue();
    }

    /** Returns the variance of the slope if there is no trend; zero without successes or without failures. */
    double slopeVariance() {
        BigInteger failures = trials.subtract(successes);
        return successes.multiply(failures).doubleValue()
                / trials.multiply(squares()).doubleValue();
    }

    /** Returns the sum of the squares around the mean number, times the trials. */
    private BigInteger squares() {
        return trials.multiply(trialSquares).subtract(trialTimes.multiply(trialTimes));
    }
}
