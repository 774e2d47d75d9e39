package dev.tenure.retention.projection;

import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;

/**
 * How many of {@code trials} clients stay, each with the same probability, which itself is known with an error: a beta law of that mean and error.
 *
 * @param trials how many clients, zero or more
 * @param mean the mean probability, in [0, 1]
 * @param looseness the sum of the parameters of the beta law, inverted; zero if the probability is known
 */
record BetaBinomial(long trials, double mean, double looseness) {

    /** A law without any knowledge has a sum of its parameters near zero. */
    private static final double MOST_LOOSE = 1e3;

    private static final double NEGLIGIBLE = 1e-20;

    static BetaBinomial of(long trials, double mean, double error) {
        double variance = error * error;
        double room = mean * (1 - mean) - variance;
        return new BetaBinomial(trials, mean, room > 0 ? Math.min(MOST_LOOSE, variance / room) : MOST_LOOSE);
    }

    /** Returns the interval that leaves at most half of the rest on either side. */
    Interval interval(ConfidenceLevel level) {
        double tail = level.alpha() / 2;
        long lowest = lowest();
        double total = weightUpTo(lowest, Double.POSITIVE_INFINITY).weight();
        return Interval.of(
                (double) weightUpTo(lowest, tail * total).number(),
                (double) weightUpTo(lowest, (1 - tail) * total).number(),
                level);
    }

    /** Returns the lowest number that is not negligible. */
    private long lowest() {
        long number = Math.round(trials * mean);
        double weight = 1;
        while (number > 0 && weight > NEGLIGIBLE) {
            number--;
            weight /= ratio(number);
        }
        return number;
    }

    /** Goes up from a number until the sum of the weights, the first being one, exceeds a limit. */
    private Sum weightUpTo(long lowest, double limit) {
        double weight = 1;
        double sum = 1;
        long number = lowest;
        while (sum <= limit && number < trials && weight > NEGLIGIBLE * sum) {
            weight *= ratio(number);
            number++;
            sum += weight;
        }
        return new Sum(number, sum);
    }

    /** Returns how much more probable the next number is than this one. */
    private double ratio(long number) {
        double left = trials - number;
        return left / (number + 1.0) * ((mean + looseness * number) / (1 - mean + looseness * (left - 1)));
    }

    private record Sum(long number, double weight) {}
}
