package dev.tenure.calendar;

/** How working time is measured on the days on which clocks change. When it is open does not depend on the measure. */
public enum TimeMeasure {
    /** By the seconds that pass: a shift over the hour that is skipped is an hour shorter, over the repeated one an hour longer. */
    ELAPSED,
    /**
     * By the clock on the wall: a shift from 22:00 to 06:00 counts eight hours in every night. The skipped hour counts at the
     * instant of the change, the repeated hour once, on its first pass.
     */
    NOMINAL
}
