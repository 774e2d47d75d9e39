package dev.tenure.retention;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalDate;

/** Days as numbers. */
final class Days {

    /** 0000-01-01. */
    static final int MIN = -719_528;

    /** 9999-12-31. */
    static final int MAX = 2_932_896;

    private Days() {}

    static int of(LocalDate day) {
        long number = day.toEpochDay();
        checkArgument(number >= MIN && number <= MAX, "day must be in the years 0 to 9999: %s", day);
        return (int) number;
    }

    static void check(String name, int epochDay) {
        checkArgument(epochDay >= MIN && epochDay <= MAX, "%s must be in [-719528, 2932896]: %s", name, epochDay);
    }
}
