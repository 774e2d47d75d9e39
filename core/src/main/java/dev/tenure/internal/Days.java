package dev.tenure.internal;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalDate;

/** Days as numbers. */
public final class Days {

    /** 0000-01-01. */
    public static final int MIN = -719_528;

    /** 9999-12-31. */
    public static final int MAX = 2_932_896;

    private Days() {}

    /**
     * Returns the number of a day.
     *
     * @param day the day
     * @return the epoch day
     * @throws IllegalArgumentException if the day is outside the years 0 to 9999
     */
    public static int of(LocalDate day) {
        long number = day.toEpochDay();
        checkArgument(number >= MIN && number <= MAX, "day must be in the years 0 to 9999: %s", day);
        return (int) number;
    }

    /**
     * Checks that a day is in the years 0 to 9999.
     *
     * @param name what the day is called in the message
     * @param epochDay the epoch day
     * @throws IllegalArgumentException if it is not
     */
    public static void check(String name, int epochDay) {
        checkArgument(epochDay >= MIN && epochDay <= MAX, "%s must be in [-719528, 2932896]: %s", name, epochDay);
    }
}
