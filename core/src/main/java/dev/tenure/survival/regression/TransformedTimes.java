package dev.tenure.survival.regression;

import java.util.Arrays;

/** A function of time at each event time, less its mean over those who leave. */
final class TransformedTimes {

    private final Design design;
    /** When rows end and when they start late, ascending. */
    private final double[] stops;

    private final double[] starts;

    private TransformedTimes(Design design) {
        this.design = design;
        CoxData data = design.rows().data();
        this.stops = new double[data.rows()];
        Arrays.setAll(stops, data::stop);
        Arrays.sort(stops);
        this.starts = new double[data.rows()];
        Arrays.setAll(starts, data::start);
        Arrays.sort(starts);
    }

    static double[] of(Design design, TimeTransform transform) {
        TransformedTimes times = new TransformedTimes(design);
        double[] transformed = switch (transform) {
            case KAPLAN_MEIER -> times.leftBefore();
            case RANK -> times.ranks();
            case IDENTITY -> times.times();
            case LOG -> Arrays.stream(times.times()).map(Math::log).toArray();
        };
        times.centre(transformed);
        return transformed;
    }

    private double[] times() {
        double[] times = new double[design.times().size()];
        Arrays.setAll(times, design.times()::time);
        return times;
    }

    private double[] ranks() {
        return Arrays.stream(times())
                .map(time -> (below(stops, time) + below(stops, Math.nextUp(time)) + 1) / 2.0)
                .toArray();
    }

    /** Returns one minus the Kaplan-Meier curve of all rows, without strata and weights, just before each event time. */
    private double[] leftBefore() {
        double[] leaving = leaving();
        double[] left = new double[design.times().size()];
        double[] distinct = Arrays.stream(leaving).distinct().toArray();
        double[] before = new double[distinct.length];
        double staying = 1;
        for (int i = 0; i < distinct.length; i++) {
            before[i] = 1 - staying;
            double time = distinct[i];
            int count = below(leaving, Math.nextUp(time)) - below(leaving, time);
            staying *= 1 - count / atRisk(time);
        }
        Arrays.setAll(
                left,
                time -> before[Arrays.binarySearch(distinct, design.times().time(time))]);
        return left;
    }

    /** Returns when those who leave do, ascending. */
    private double[] leaving() {
        SortedRows rows = design.rows();
        double[] leaving = new double[rows.size()];
        int count = 0;
        for (int i = 0; i < leaving.length; i++) {
            if (rows.ended(i)) {
                leaving[count++] = rows.stop(i);
            }
        }
        double[] sorted = Arrays.copyOf(leaving, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private double atRisk(double time) {
        int late = time > 0 ? starts.length - below(starts, time) : 0;
        return stops.length - below(stops, time) - late;
    }

    private void centre(double[] transformed) {
        double sum = 0;
        int count = 0;
        for (int time = 0; time < transformed.length; time++) {
            int leaving = design.times().to(time) - design.times().leaving(time);
            sum += leaving * transformed[time];
            count += leaving;
        }
        for (int time = 0; time < transformed.length; time++) {
            transformed[time] -= sum / count;
        }
    }

    /** Returns how many values of an ascending column lie below a limit. */
    private static int below(double[] sorted, double limit) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
