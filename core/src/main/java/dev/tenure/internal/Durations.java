package dev.tenure.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
     * Returns the duration of a number of seconds.
     *
     * @param seconds the seconds
     * @return the duration, to the nearest nanosecond
     * @throws ArithmeticException if it is beyond what a duration can hold
     */
    public static Duration of(BigDecimal seconds) {
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        BigDecimal nanos = seconds.subtract(whole).movePointRight(NANOS).setScale(0, RoundingMode.HALF_EVEN);
        return Duration.ofSeconds(whole.longValueExact(), nanos.longValueExact());
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
