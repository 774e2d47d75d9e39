package dev.tenure.survival;

/** Areas under a curve. */
final class Area {

    private Area() {}

    /** Returns the area up to a horizon. */
    static double under(SurvivalColumns curve, double horizon) {
        double end = horizon;
        double area = 0;
        for (int row = curve.size() - 1; row >= 0; row--) {
            double time = curve.time(row);
            if (time < horizon) {
                area += curve.survival(row) * (end - time);
                end = time;
            }
        }
        return end + area;
    }

    /** Returns for each row the area from its time to the horizon; 0 if it lies past the horizon. */
    static double[] toTheRight(SurvivalColumns curve, double horizon) {
        double[] areas = new double[curve.size()];
        double end = horizon;
        double area = 0;
        for (int row = areas.length - 1; row >= 0; row--) {
            double time = curve.time(row);
            if (time < horizon) {
                area += curve.survival(row) * (end - time);
                end = time;
            }
            areas[row] = area;
        }
        return areas;
    }
}
