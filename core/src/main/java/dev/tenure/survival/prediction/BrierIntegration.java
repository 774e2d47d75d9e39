package dev.tenure.survival.prediction;

import com.google.common.collect.ImmutableList;

/** How the Brier scores at some times become one: by the area under them over the time from the first to the last. The order carries no meaning. */
public enum BrierIntegration {
    /** Straight lines between the times; so it is in scikit-survival. */
    TRAPEZOID {
        @Override
        double height(double left, double right) {
            return (left + right) / 2;
        }
    },
    /** Each score holds until the next time; so it is in pec. */
    STEP {
        @Override
        double height(double left, double right) {
            return left;
        }
    };

    /** Returns the height of the area between two times, given the scores at them. */
    abstract double height(double left, double right);

    /** Returns the mean of some scores, one at each of the times. */
    double mean(ImmutableList<Double> times, ImmutableList<Double> scores) {
        double area = 0;
        for (int i = 1; i < scores.size(); i++) {
            area += (times.get(i) - times.get(i - 1)) * height(scores.get(i - 1), scores.get(i));
        }
        return area / (times.get(times.size() - 1) - times.get(0));
    }
}
