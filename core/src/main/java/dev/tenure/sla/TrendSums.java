package dev.tenure.sla;

import dev.tenure.stat.Proportion;
import java.util.List;

/**
 * What a linear trend of proportions is computed from, where at least two of them have trials.
 *
 * @param products the sum of successes times the distance of their period from the mean one
 * @param squares the sum of trials times the square of that distance, positive
 * @param variance the variance of one trial if there is no trend; 0 without successes and without failures
 */
record TrendSums(double products, double squares, double variance) {

    static TrendSums of(List<Proportion> periods) {
        double trials = 0;
        double successes = 0;
        double moment = 0;
        for (int t = 0; t < periods.size(); t++) {
            trials += (double) periods.get(t).trials();
            successes += (double) periods.get(t).successes();
            moment += t * (double) periods.get(t).trials();
        }
        return around(moment / trials, successes / trials, periods);
    }

    private static TrendSums around(double mean, double share, List<Proportion> periods) {
        double products = 0;
        double squares = 0;
        for (int t = 0; t < periods.size(); t++) {
            products += (double) periods.get(t).successes() * (t - mean);
            squares += (double) periods.get(t).trials() * (t - mean) * (t - mean);
        }
        return new TrendSums(products, squares, share * (1 - share));
    }

    double slope() {
        return products / squares;
    }
}
