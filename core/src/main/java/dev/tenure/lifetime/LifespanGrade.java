package dev.tenure.lifetime;

/** How good a client's lifespan is for an agency, shortest first. */
public enum LifespanGrade {
    /** Under six months: too short to pay for winning and starting the client. */
    BELOW_MINIMUM(0),
    /** From six months to under twelve: at least. */
    MINIMUM(6),
    /** Twelve months and more: better. */
    GOOD(12);

    private final int months;

    LifespanGrade(int months) {
        this.months = months;
    }

    /**
     * Returns where the grade begins.
     *
     * @return whole calendar months, 0, 6 or 12
     */
    public int months() {
        return months;
    }

    /** Returns the highest grade that begins at or before the months. */
    static LifespanGrade reachedAfter(int months) {
        return months >= GOOD.months ? GOOD : months >= MINIMUM.months ? MINIMUM : BELOW_MINIMUM;
    }
}
