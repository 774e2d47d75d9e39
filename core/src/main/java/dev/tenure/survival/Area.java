package dev.tenure.survival;

import com.google.common.collect.ImmutableList;

/**
 * An area under a curve.
 *
 * @param value the area
 * @param variance the variance of its estimate
 */
record Area(double value, double variance) {

    static Area under(ImmutableList<SurvivalStep> steps, double horizon) {
        // from the horizon backwards, so that the area to the right of each step is a sum of positive terms
        double right = 0;
        double variance = 0;
        double end = horizon;
        for (SurvivalStep step : steps.reverse()) {
            if (step.time() < horizon) {
                right += step.survival() * (end - step.time());
                variance += right * right * ProductLimit.greenwoodTerm(step.atRisk(), step.ended());
                end = step.time();
            }
        }
        return new Area(right + end, variance);
    }

    double standardError() {
        return Math.sqrt(variance);
    }
}
