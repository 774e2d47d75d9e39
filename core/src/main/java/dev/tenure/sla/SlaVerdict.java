package dev.tenure.sla;

/** Where a promise stands at an instant. */
public enum SlaVerdict {
    /** Kept: done within the target. */
    MET,
    /** Broken: done, but after the target. */
    BREACHED,
    /** Broken: not done yet, and the target has passed. */
    OPEN_BREACHED,
    /** Undecided: not done yet, and the target has not passed. */
    OPEN;

    /**
     * Tells whether the promise is broken.
     *
     * @return true if the target has passed without it, done or not
     */
    public boolean isBroken() {
        return this == BREACHED || this == OPEN_BREACHED;
    }

    /**
     * Tells whether what was promised has been done.
     *
     * @return true if it has, in time or not
     */
    public boolean isDone() {
        return this == MET || this == BREACHED;
    }
}
