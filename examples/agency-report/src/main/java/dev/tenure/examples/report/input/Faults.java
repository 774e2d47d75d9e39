package dev.tenure.examples.report.input;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong: all of it is counted, the first {@value #KEPT} are kept. */
final class Faults {

    /** So many are listed: enough to work through, and few enough for memory when a whole file is wrong. */
    static final int KEPT = 1_000;

    private final List<Fault> kept = new ArrayList<>();
    private long count;
    private boolean unreadable;

    void add(Fault fault) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(fault);
        }
    }

    /** Adds a fault that concerns more than a row: leaving out rows does not help. */
    void addUnreadable(Fault fault) {
        unreadable = true;
        add(fault);
    }

    long count() {
        return count;
    }

    boolean unreadable() {
        return unreadable;
    }

    ImmutableList<Fault> kept() {
        return ImmutableList.sortedCopyOf(Fault.ORDER, kept);
    }
}
