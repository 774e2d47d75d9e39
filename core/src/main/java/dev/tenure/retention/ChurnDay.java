package dev.tenure.retention;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The losses of one day.
 *
 * @param atRisk the clients on the eve of the day who could be lost on it, zero or more
 * @param lost how many of them left on the day, from 0 to {@code atRisk}
 */
public record ChurnDay(long atRisk, long lost) {

    /**
     * Creates a day.
     *
     * @param atRisk the clients on the eve of the day, zero or more
     * @param lost how many of them left on the day, from 0 to {@code atRisk}
     */
    public ChurnDay {
        checkArgument(atRisk >= 0, "atRisk must not be negative: %s", atRisk);
        checkArgument(lost >= 0 && lost <= atRisk, "lost must be in [0, %s]: %s", atRisk, lost);
    }

    /**
     * Returns a day.
     *
     * @param atRisk the clients on the eve of the day, zero or more
     * @param lost how many of them left on the day, from 0 to {@code atRisk}
     * @return the day
     * @throws IllegalArgumentException if a count is out of range
     */
    public static ChurnDay of(long atRisk, long lost) {
        return new ChurnDay(atRisk, lost);
    }
}
