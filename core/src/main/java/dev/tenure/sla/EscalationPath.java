package dev.tenure.sla;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import dev.tenure.client.PersonId;
import dev.tenure.client.Role;
import dev.tenure.internal.ValueStyle;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who is called when a promise takes longer and longer, level by level.
 *
 * <p><b>Units.</b> Working time on the clock of the promise: hours that do not count and pauses do not escalate.
 *
 * <p><b>Conventions.</b> A level is due as soon as its time is reached, that instant included.
 *
 * <p><b>Errors.</b> A path without levels, a name used twice and times that do not rise from level to level are an {@link
 * IllegalArgumentException}.
 */
@ValueStyle
@Value.Immutable
public abstract class EscalationPath {

    EscalationPath() {}

    /**
     * One step of the path.
     *
     * @param name what the level is called, not blank
     * @param contact in which role somebody is called
     * @param person who it is; empty if the role says it
     * @param after how much working time has passed when the level falls due, positive
     */
    public record Level(String name, Role contact, Optional<PersonId> person, Duration after) {

        /**
         * Creates a level.
         *
         * @param name what the level is called, not blank
         * @param contact in which role somebody is called
         * @param person who it is; empty if the role says it
         * @param after how much working time has passed when the level falls due, positive
         */
        public Level {
            checkArgument(!name.isBlank(), "name must not be blank: '%s'", name);
            Objects.requireNonNull(contact, "contact");
            Objects.requireNonNull(person, "person");
            checkArgument(after.compareTo(Duration.ZERO) > 0, "after must be positive: %s", after);
        }

        /**
         * Returns a level whose contact is whoever holds a role.
         *
         * @param name what the level is called, not blank
         * @param contact in which role somebody is called
         * @param after how much working time has passed when the level falls due, positive
         * @return the level
         */
        public static Level of(String name, Role contact, Duration after) {
            return new Level(name, contact, Optional.empty(), after);
        }
    }

    /**
     * Returns the levels.
     *
     * @return at least one level, in the order in which they fall due, no two at the same time, no name twice
     */
    public abstract ImmutableList<Level> levels();

    /**
     * Returns the level that is due.
     *
     * @param elapsed the working time that has passed
     * @return the highest level whose time is reached; empty before the first
     */
    public final Optional<Level> levelDue(Duration elapsed) {
        return levels().reverse().stream()
                .filter(level -> level.after().compareTo(elapsed) <= 0)
                .findFirst();
    }

    @Value.Check
    void check() {
        checkArgument(!levels().isEmpty(), "levels must not be empty: %s", levels());
        ImmutableList<Duration> times = levels().stream().map(Level::after).collect(ImmutableList.toImmutableList());
        checkArgument(Ordering.natural().isStrictlyOrdered(times), "levels must be in the order of time: %s", times);
        ImmutableList<String> names = levels().stream().map(Level::name).collect(ImmutableList.toImmutableList());
        checkArgument(
                names.stream().distinct().count() == names.size(), "levels must have names of their own: %s", names);
    }

    /**
     * Returns a path.
     *
     * @param levels the levels, in the order in which they fall due, at least one
     * @return the path
     * @throws IllegalArgumentException if there are none, if their times do not rise, or if two have one name
     */
    public static EscalationPath of(Iterable<Level> levels) {
        return builder().levels(levels).build();
    }

    /**
     * Returns a builder that holds this path's levels.
     *
     * @return a new builder
     */
    public final EscalationPathBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static EscalationPathBuilder builder() {
        return new EscalationPathBuilder();
    }
}
