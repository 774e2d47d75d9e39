package dev.tenure.survival;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Objects;

/** Checks of columns of arguments, before any of them is used. */
final class Columns {

    private Columns() {}

    /** Checks that a column has as many rows as that of the durations. */
    static void checkRows(String name, int rows, int durations) {
        checkArgument(rows == durations, "%s must have as many rows as durations, %s: %s", name, durations, rows);
    }

    /** Checks that the numbers of groups lie below how many there are. */
    static void checkGroups(int[] groups, int count) {
        // a number is in range if neither it nor its distance from the last one is negative: all in one pass without a
        // jump
        int signs = 0;
        for (int group : groups) {
            signs |= group | (count - 1 - group);
        }
        if (signs < 0) {
            for (int row = 0; row < groups.length; row++) {
                int group = groups[row];
                checkArgument(group >= 0 && group < count, "groups[%s] must be in [0, %s): %s", row, count, group);
            }
        }
    }

    static void checkDurations(int[] durations) {
        Objects.requireNonNull(durations, "durations");
        int signs = 0;
        for (int duration : durations) {
            signs |= duration;
        }
        if (signs < 0) {
            for (int row = 0; row < durations.length; row++) {
                checkArgument(durations[row] >= 0, "durations[%s] must not be negative: %s", row, durations[row]);
            }
        }
    }

    static void checkTimes(String name, double[] times) {
        Objects.requireNonNull(times, name);
        for (int row = 0; row < times.length; row++) {
            if (!(times[row] >= 0 && times[row] < Double.POSITIVE_INFINITY)) {
                Observation.checkTime(name + "[" + row + "]", times[row]);
            }
        }
    }

    static void checkEntries(double[] entries, double[] durations) {
        for (int row = 0; row < entries.length; row++) {
            if (entries[row] != 0 && entries[row] >= durations[row]) {
                throw new IllegalArgumentException(
                        "entries[" + row + "] must be before the duration " + durations[row] + ": " + entries[row]);
            }
        }
    }
}
