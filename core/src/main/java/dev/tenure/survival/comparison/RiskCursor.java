package dev.tenure.survival.comparison;

import com.google.common.collect.ImmutableList;
import dev.tenure.survival.RiskTable;

/** Goes through the times of the risk tables of some groups, from one at which observations end to the next. */
final class RiskCursor {

    private final ImmutableList<RiskTable> tables;
    private final int[] rows;
    private final double[] atRisk;
    private final double[] ended;

    RiskCursor(ImmutableList<RiskTable> tables) {
        this.tables = tables;
        this.rows = new int[tables.size()];
        this.atRisk = new double[tables.size()];
        this.ended = new double[tables.size()];
    }

    /** Goes to the next time at which one ends, if there is one. */
    boolean next() {
        double time = earliest();
        while (time < Double.POSITIVE_INFINITY) {
            if (read(time)) {
                return true;
            }
            time = earliest();
        }
        return false;
    }

    double atRisk(int group) {
        return atRisk[group];
    }

    double ended(int group) {
        return ended[group];
    }

    private double earliest() {
        double earliest = Double.POSITIVE_INFINITY;
        for (int group = 0; group < rows.length; group++) {
            if (rows[group] < tables.get(group).size()) {
                earliest = Math.min(earliest, tables.get(group).time(rows[group]));
            }
        }
        return earliest;
    }

    /** Reads all groups at a time, goes past it, and tells whether one ends then. */
    private boolean read(double time) {
        boolean any = false;
        for (int group = 0; group < rows.length; group++) {
            RiskTable table = tables.get(group);
            int row = rows[group];
            boolean within = row < table.size();
            boolean here = within && table.time(row) == time;
            // between two rows nobody comes or goes, so those at risk are those of the later one
            atRisk[group] = within ? table.atRisk(row) : 0;
            ended[group] = here ? table.ended(row) : 0;
            any |= ended[group] > 0;
            rows[group] += here ? 1 : 0;
        }
        return any;
    }
}
