package dev.tenure.survival.competing;

import dev.tenure.survival.RiskTable;
import java.util.Arrays;

/** What all causes share: the times at which something ended or was last seen, and the counts there. */
final class ExitTable {

    final double[] times;
    final double[] atRisk;
    /** How many ended for any cause. */
    final double[] ended;
    /** How many ended for an unknown cause. */
    final double[] unknown;
    /** The share that has not ended after each time. */
    final double[] survival;
    /** The share that has ended for an unknown cause after each time. */
    final double[] unknownIncidence;

    final boolean lateEntry;

    private ExitTable(double[] times, double[] atRisk, double[] ended, double[] unknown, boolean lateEntry) {
        this.times = times;
        this.atRisk = atRisk;
        this.ended = ended;
        this.unknown = unknown;
        this.lateEntry = lateEntry;
        this.survival = new double[times.length];
        this.unknownIncidence = new double[times.length];
        double incidence = 0;
        for (int i = 0; i < times.length; i++) {
            incidence += before(i) * unknown[i] / atRisk[i];
            unknownIncidence[i] = incidence;
            survival[i] = before(i) * (atRisk[i] - ended[i]) / atRisk[i];
        }
    }

    static ExitTable of(RiskTable all, RiskTable unknown) {
        int[] rows = exitRows(all);
        double[] times = new double[rows.length];
        double[] atRisk = new double[rows.length];
        double[] ended = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            times[i] = all.time(rows[i]);
            atRisk[i] = all.atRisk(rows[i]);
            ended[i] = all.ended(rows[i]);
        }
        return new ExitTable(times, atRisk, ended, ended(times, unknown), entered(all) > 0);
    }

    /** Returns the rows at which something leaves; at the others something only enters. */
    private static int[] exitRows(RiskTable all) {
        int[] rows = new int[all.size()];
        int n = 0;
        for (int row = 0; row < rows.length; row++) {
            if (all.ended(row) + all.censored(row) > 0) {
                rows[n++] = row;
            }
        }
        return Arrays.copyOf(rows, n);
    }

    private static double entered(RiskTable all) {
        double entered = 0;
        for (int row = 0; row < all.size(); row++) {
            entered += all.entered(row);
        }
        return entered;
    }

    /** Returns what ended of a part at each of the times of the whole. */
    static double[] ended(double[] times, RiskTable part) {
        double[] ended = new double[times.length];
        int row = 0;
        for (int i = 0; i < times.length; i++) {
            while (row < part.size() && part.time(row) < times[i]) {
                row++;
            }
            ended[i] = row < part.size() && part.time(row) == times[i] ? part.ended(row) : 0;
        }
        return ended;
    }

    /** Returns how many of a part are at risk at each of the times of the whole. */
    static double[] atRisk(double[] times, RiskTable part) {
        double[] atRisk = new double[times.length];
        int row = 0;
        for (int i = 0; i < times.length; i++) {
            while (row < part.size() && part.time(row) < times[i]) {
                row++;
            }
            // nothing of it changes between two of its rows
            atRisk[i] = row < part.size() ? part.atRisk(row) : 0;
        }
        return atRisk;
    }

    int size() {
        return times.length;
    }

    /** Returns the share that has not ended just before the time of a row. */
    double before(int row) {
        return row == 0 ? 1 : survival[row - 1];
    }

    /** Returns how many rows lie at the time or before. */
    int reached(double time) {
        int found = Arrays.binarySearch(times, time);
        return found >= 0 ? found + 1 : -found - 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExitTable table
                && Arrays.equals(times, table.times)
                && Arrays.equals(atRisk, table.atRisk)
                && Arrays.equals(ended, table.ended)
                && Arrays.equals(unknown, table.unknown)
                && lateEntry == table.lateEntry;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(times) * 31 + Arrays.hashCode(ended);
    }
}
