package dev.tenure.survival;

import com.google.common.collect.ImmutableList;

/** Areas under a curve. */
final class Area {

    private Area() {}

    /** Returns the area up to a horizon. */
    static double under(ImmutableList<SurvivalStep> steps, double horizon) {
        double first = Math.min(horizon, steps.get(0).time());
        return first + toTheRight(steps, horizon)[0];
    }

    /** Returns for each step the area from its time to the horizon; 0 if it lies past the horizon. */
    static double[] toTheRight(ImmutableList<SurvivalStep> steps, double horizon) {
        double[] areas = new double[steps.size()];
        double end = horizon;
        double area = 0;
        for (int i = areas.length - 1; i >= 0; i--) {
            SurvivalStep step = steps.get(i);
            if (step.time() < horizon) {
                area += step.survival() * (end - step.time());
                end = step.time();
            }
            areas[i] = area;
        }
        return areas;
    }
}
