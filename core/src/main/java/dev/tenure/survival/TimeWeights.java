package dev.tenure.survival;

import java.io.Serial;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** Weighted observations by time. */
final class TimeWeights implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final HashMap<Double, Tally> tallies = new HashMap<>();

    void add(double time, Tally tally) {
        tallies.merge(time, tally, Tally::plus);
    }

    void merge(TimeWeights other) {
        // a copy, because a table may be merged into itself
        Map.copyOf(other.tallies).forEach(this::add);
    }

    Tally at(double time) {
        return tallies.getOrDefault(time, Tally.NONE);
    }

    boolean isEmpty() {
        return tallies.isEmpty();
    }

    double[] times() {
        return tallies.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
