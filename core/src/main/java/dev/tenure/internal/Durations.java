package dev.tenure.internal;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as numbers. */
public final class Durations {

    private static final int NANOS = 9;
    private static final double SECONDS_A_MINUTE = 60;

    private Durations() {}

    /**
     * Returns a duration in seconds.
     *
     * @param duration the duration
     * @return the seconds, exactly
     */
    public static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), NANOS));
    }

    /**
     * Returns a duration in minutes.
     *
     * @param duration the duration
     * @return the minutes, to the digits of a double
     */
    public static double minutes(Duration duration) {
        return seconds(duration).doubleValue() / SECONDS_A_MINUTE;
    }
}
