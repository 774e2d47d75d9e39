package dev.tenure.lifetime.noncontractual;

import java.time.temporal.ChronoUnit;

/** Numbers of a unit of time as numbers of another. */
final class TimeUnits {

    private TimeUnits() {}

    /** Converts; each unit up to the week is a whole multiple of each shorter one, so that the result is off by no more than its rounding. */
    static double convert(double length, ChronoUnit from, ChronoUnit to) {
        if (from == to) {
            return length;
        }
        long nanosFrom = from.getDuration().toNanos();
        long nanosTo = to.getDuration().toNanos();
        if (nanosFrom > nanosTo) {
            long times = nanosFrom / nanosTo;
            return length * (double) times;
        }
        long times = nanosTo / nanosFrom;
        return length / (double) times;
    }
}
