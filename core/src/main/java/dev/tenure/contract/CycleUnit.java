package dev.tenure.contract;

import java.time.temporal.ChronoUnit;

/** What a billing cycle is counted in, shortest first. */
public enum CycleUnit {
    /** Days. */
    DAY(ChronoUnit.DAYS),
    /** Weeks of seven days. */
    WEEK(ChronoUnit.WEEKS),
    /** Calendar months. */
    MONTH(ChronoUnit.MONTHS);

    private final ChronoUnit chronoUnit;

    CycleUnit(ChronoUnit chronoUnit) {
        this.chronoUnit = chronoUnit;
    }

    ChronoUnit chronoUnit() {
        return chronoUnit;
    }
}
