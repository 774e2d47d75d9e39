package dev.tenure.sla;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.calendar.NoWorkingTimeException;
import dev.tenure.calendar.UncoveredDateException;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ValueStyle;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.immutables.value.Value;

/**
 * One promise: what is done, within how much time, by whose hours, for which tickets.
 *
 * <p><b>Formula.</b> With {@code W} the working time of {@link #hours()}, {@code elapsed(a, b) = W(b) - W(a) - sum over the
 * pauses of the working time they cover in [a, b)}. The deadline is the earliest instant at which the elapsed time is {@link
 * #time()}.
 *
 * <p><b>Conventions.</b> Each target names its own hours, so that one policy holds targets around the clock and in office hours.
 * A target that ends exactly at closing time stays there ("Friday 17:00"). A pause takes away only the working time that it
 * covers: a pause over night moves no deadline.
 *
 * <p><b>Errors.</b> A time that is not positive and a blank tier are an {@link IllegalArgumentException}.
 */
@ValueStyle
@Value.Immutable
public abstract class SlaTarget {

    SlaTarget() {}

    /**
     * Returns what is promised.
     *
     * @return the kind
     */
    public abstract SlaTargetKind kind();

    /**
     * Returns the priority to whose tickets the promise is made.
     *
     * @return the priority; empty for tickets of any priority
     */
    public abstract Optional<Priority> priority();

    /**
     * Returns the tier to whose clients the promise is made.
     *
     * @return the name of the tier, not blank; empty for clients of any tier
     */
    public abstract Optional<String> tier();

    /**
     * Returns within how much time the promise is to be kept.
     *
     * @return working time of {@link #hours()}, positive
     */
    public abstract Duration time();

    /**
     * Returns the hours in which the time runs.
     *
     * @return the calendar; {@link BusinessCalendar#always()} for a target around the clock
     */
    public abstract BusinessCalendar hours();

    /**
     * Returns which pauses stop the clock.
     *
     * @return the reasons; unless set otherwise all of them for {@link SlaTargetKind#ESTIMATE} and {@link
     *     SlaTargetKind#RESOLUTION}, and none for answers and updates: who waits for the client can still say so
     */
    @Value.Default
    public ImmutableSet<PauseReason> pausedBy() {
        return kind() == SlaTargetKind.ESTIMATE || kind() == SlaTargetKind.RESOLUTION
                ? ImmutableSortedSet.copyOf(PauseReason.values())
                : ImmutableSortedSet.of();
    }

    @Value.Check
    void check() {
        checkArgument(time().compareTo(Duration.ZERO) > 0, "time must be positive: %s", time());
        tier().ifPresent(name -> checkArgument(!name.isBlank(), "tier must not be blank: '%s'", name));
    }

    /**
     * Returns a target for all tickets.
     *
     * @param kind what is promised
     * @param time within how much working time, positive
     * @param hours the hours in which the time runs
     * @return the target
     */
    public static SlaTarget of(SlaTargetKind kind, Duration time, BusinessCalendar hours) {
        return builder().kind(kind).time(time).hours(hours).build();
    }

    /**
     * Returns a target for the tickets of one priority.
     *
     * @param kind what is promised
     * @param priority whose tickets
     * @param time within how much working time, positive
     * @param hours the hours in which the time runs
     * @return the target
     */
    public static SlaTarget of(SlaTargetKind kind, Priority priority, Duration time, BusinessCalendar hours) {
        return builder().kind(kind).priority(priority).time(time).hours(hours).build();
    }

    /**
     * Returns by when the promise has to be kept.
     *
     * @param from when the clock starts
     * @param pauses when it stands still
     * @return the earliest instant at which the time has elapsed; undefined while a pause has no end ({@link
     *     Reason#NOT_ESTIMABLE}), if there is not that much working time left ({@link Reason#NEVER_REACHED}), and if it lies on
     *     dates whose hours are not known ({@link Reason#BEYOND_OBSERVATION})
     */
    public final Outcome<Instant> deadline(Instant from, Pauses pauses) {
        return instant(() -> PausedTime.reaches(hours(), from, time(), pauses));
    }

    /**
     * Returns how much time the promise has taken.
     *
     * @param from when the clock starts
     * @param to when it stops
     * @param pauses when it stands still
     * @return the working time from start to stop that no pause covers, zero or more
     * @throws IllegalArgumentException if the clock stops before it starts
     */
    public final Duration elapsed(Instant from, Instant to, Pauses pauses) {
        checkArgument(!to.isBefore(from), "to must not be before from %s: %s", from, to);
        return PausedTime.elapsed(hours(), from, to, pauses);
    }

    /**
     * Returns how much time the promise has taken, for callers with columns of numbers: no object is made.
     *
     * @param fromEpochSecond when the clock starts, in seconds since 1970
     * @param toEpochSecond when it stops
     * @param pauses when it stands still: the first pause's start and end, the second's, and so on, in the order of the starts;
     *     they may overlap, and a pause without end ends at {@link Long#MAX_VALUE}
     * @return the working time from start to stop that no pause covers, in seconds, zero or more
     * @throws IllegalArgumentException if the clock stops before it starts, or the pauses are not in pairs or not in order
     */
    public final long elapsedSeconds(long fromEpochSecond, long toEpochSecond, long[] pauses) {
        checkArgument(
                fromEpochSecond <= toEpochSecond,
                "toEpochSecond must not be before fromEpochSecond %s: %s",
                fromEpochSecond,
                toEpochSecond);
        return PausedTime.elapsedSeconds(hours(), fromEpochSecond, toEpochSecond, pauses);
    }

    /** Answers a question for an instant to come; what a calendar cannot answer is undefined, for the question is no mistake. */
    static Outcome<Instant> instant(Supplier<Optional<Instant>> question) {
        try {
            return question.get()
                    .map(Outcome::of)
                    .orElseGet(() -> Outcome.undefined(Reason.NOT_ESTIMABLE, "none while paused"));
        } catch (NoWorkingTimeException never) {
            return Outcome.undefined(Reason.NEVER_REACHED, "not that much working time left");
        } catch (UncoveredDateException unknown) {
            return Outcome.undefined(Reason.BEYOND_OBSERVATION, "on dates whose hours are not known");
        }
    }

    /**
     * Returns a builder that holds this target's attributes.
     *
     * @return a new builder
     */
    public final SlaTargetBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder; it needs a kind, a time and hours
     */
    public static SlaTargetBuilder builder() {
        return new SlaTargetBuilder();
    }
}
