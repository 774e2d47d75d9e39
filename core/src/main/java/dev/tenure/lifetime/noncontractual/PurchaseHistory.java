package dev.tenure.lifetime.noncontractual;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.internal.Durations;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * All that the models of this package need to know of a client's purchases: \( (x, t_x, T) \).
 *
 * <p><b>Units.</b> Times are durations since the first purchase, so that no two units can be mixed.
 *
 * <p><b>Conventions.</b> The first purchase makes the client and is not counted. <em>Recency</em> is, as everywhere in the literature of these models,
 * the time from the first purchase to the last one, and not the time since the last one.
 *
 * @param repeats how many purchases followed the first one, zero or more: {@code x}
 * @param recency the time from the first purchase to the last one; zero if there is no other: {@code t_x}
 * @param age the time from the first purchase to the end of what was observed, not below {@code recency}: {@code T}
 */
public record PurchaseHistory(long repeats, Duration recency, Duration age) implements Serializable {

    /**
     * Creates a history.
     *
     * @param repeats how many purchases followed the first one, zero or more
     * @param recency the time from the first purchase to the last one; zero if there is no other
     * @param age the time from the first purchase to the end of what was observed, not below {@code recency}
     */
    public PurchaseHistory {
        checkArgument(repeats >= 0, "repeats must not be negative: %s", repeats);
        checkArgument(!recency.isNegative(), "recency must not be negative: %s", recency);
        checkArgument(repeats > 0 || recency.isZero(), "recency must be zero without repeats: %s", recency);
        checkArgument(recency.compareTo(age) <= 0, "age must not be below recency, %s: %s", recency, age);
    }

    /**
     * Returns a history whose times are numbers of a unit.
     *
     * @param repeats how many purchases followed the first one, zero or more
     * @param recency the time from the first purchase to the last one, finite; zero if there is no other
     * @param age the time from the first purchase to the end of what was observed, finite, not below {@code recency}
     * @param unit the unit of both times, of a fixed length: weeks or a shorter one
     * @return the history, with times to the nanosecond
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static PurchaseHistory of(long repeats, double recency, double age, ChronoUnit unit) {
        return new PurchaseHistory(repeats, duration("recency", recency, unit), duration("age", age, unit));
    }

    /** Returns {@code t_x} in a unit. */
    double recencyIn(ChronoUnit unit) {
        return in(recency, unit);
    }

    /** Returns {@code T} in a unit. */
    double ageIn(ChronoUnit unit) {
        return in(age, unit);
    }

    static double in(Duration duration, ChronoUnit unit) {
        return Durations.seconds(duration)
                .divide(Durations.seconds(unit.getDuration()), MathContext.DECIMAL128)
                .doubleValue();
    }

    /** Returns the unit, whose length is the same whenever it begins. */
    static ChronoUnit fixed(ChronoUnit unit) {
        checkArgument(
                unit.compareTo(ChronoUnit.WEEKS) <= 0,
                "unit must have a fixed length, weeks or a shorter one: %s",
                unit);
        return unit;
    }

    private static Duration duration(String name, double length, ChronoUnit unit) {
        checkArgument(Double.isFinite(length), "%s must be finite: %s", name, length);
        BigDecimal seconds = BigDecimal.valueOf(length)
                .multiply(Durations.seconds(fixed(unit).getDuration()));
        return Durations.of(seconds);
    }
}
