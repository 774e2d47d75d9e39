package dev.tenure.survival.competing;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.survival.Observation;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long something was seen to last, and why it ended: a client who left for a reason, for one that nobody recorded, or who is still
 * here.
 *
 * <p><b>Units.</b> Times are in the unit of the calculator, counted from the start of the relationship and not from the start of the
 * records.
 *
 * <p><b>Conventions.</b> Delayed entry is that of {@link Observation}: who was a client before the records begin has a positive entry.
 *
 * <p><b>Errors.</b> A negative or infinite time, an entry not before the end, a count below one, a blank cause and a cause of something
 * that goes on are {@link IllegalArgumentException}s.
 *
 * @param entry how long it had lasted when it came under observation; 0 if seen from the start
 * @param duration how long it lasted, or has lasted so far; finite, zero or more, after a positive {@code entry}
 * @param ended true if it ended then, false if it was still going on when last seen
 * @param cause why it ended; empty if it has not, or if the cause is unknown
 * @param count how many such observations this one stands for, one or more
 */
public record CompetingObservation(double entry, double duration, boolean ended, Optional<String> cause, long count)
        implements Serializable {

    /**
     * Creates an observation.
     *
     * @param entry when it came under observation, finite, zero or more
     * @param duration how long it lasted, finite, zero or more, after a positive {@code entry}
     * @param ended whether it ended then
     * @param cause why, not blank; empty if it has not ended, or if the cause is unknown
     * @param count how many, one or more
     */
    public CompetingObservation {
        Observation checked = new Observation(entry, duration, ended, count, 1);
        entry = checked.entry();
        duration = checked.duration();
        Objects.requireNonNull(cause, "cause");
        cause.ifPresent(name -> checkArgument(!name.isBlank(), "cause must not be blank: '%s'", name));
        checkArgument(ended || cause.isEmpty(), "cause must be empty of what goes on: %s", cause.orElse(""));
    }

    /**
     * Returns an observation of something that ended for a cause.
     *
     * @param duration how long it lasted, finite, zero or more
     * @param cause why it ended, not blank
     * @return the observation, seen from the start
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static CompetingObservation ended(double duration, String cause) {
        return new CompetingObservation(0, duration, true, Optional.of(cause), 1);
    }

    /**
     * Returns an observation of something that ended, nobody recorded why.
     *
     * @param duration how long it lasted, finite, zero or more
     * @return the observation, seen from the start
     * @throws IllegalArgumentException if the duration is out of range
     */
    public static CompetingObservation endedForUnknownCause(double duration) {
        return new CompetingObservation(0, duration, true, Optional.empty(), 1);
    }

    /**
     * Returns an observation of something that had not ended when it was last seen.
     *
     * @param duration how long it had lasted then, finite, zero or more
     * @return the observation, seen from the start
     * @throws IllegalArgumentException if the duration is out of range
     */
    public static CompetingObservation ongoing(double duration) {
        return new CompetingObservation(0, duration, false, Optional.empty(), 1);
    }

    /**
     * Returns this observation with a delayed entry.
     *
     * @param newEntry how long it had lasted when it came under observation; 0 if seen from the start
     * @return the changed observation
     * @throws IllegalArgumentException if the entry is out of range
     */
    public CompetingObservation enteredAt(double newEntry) {
        return new CompetingObservation(newEntry, duration, ended, cause, count);
    }

    /**
     * Returns this observation standing for a number of equal ones.
     *
     * @param newCount how many, one or more
     * @return the changed observation
     * @throws IllegalArgumentException if the count is out of range
     */
    public CompetingObservation withCount(long newCount) {
        return new CompetingObservation(entry, duration, ended, cause, newCount);
    }

    /** An {@link Optional} cannot be written; this can. */
    @Serial
    private Object writeReplace() {
        return new Written(entry, duration, ended, cause.orElse(null), count);
    }

    /** What is written of an observation. */
    private record Written(
            double entry,
            double duration,
            boolean ended,
            @Nullable String cause,
            long count) implements Serializable {

        @Serial
        private Object readResolve() {
            return new CompetingObservation(entry, duration, ended, Optional.ofNullable(cause), count);
        }
    }
}
