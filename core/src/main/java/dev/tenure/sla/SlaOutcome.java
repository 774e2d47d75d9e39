package dev.tenure.sla;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.client.ClientId;
import dev.tenure.internal.ValueStyle;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What has become of one promise by the instant of a question: kept, broken or still open.
 *
 * <p><b>Units.</b> Instants on the time line, durations in working time without pauses.
 *
 * <p><b>Conventions.</b> A ticket has one outcome for each promise made about it: one first response, several updates, one
 * resolution. The verdict is taken as it is given, not derived from the durations.
 *
 * <p><b>Errors.</b> An end before the start, a negative working time, a target that is not positive, an instant of the breach
 * that is missing, superfluous or outside start and end, and a cause without a breach are each an
 * {@link IllegalArgumentException}.
 */
@ValueStyle
@Value.Immutable
public abstract class SlaOutcome {

    SlaOutcome() {}

    /**
     * Returns to whom the promise was made.
     *
     * @return the client
     */
    public abstract ClientId client();

    /**
     * Returns what was promised.
     *
     * @return the kind of the target
     */
    public abstract SlaTargetKind kind();

    /**
     * Returns how urgent the ticket is.
     *
     * @return the priority
     */
    public abstract Priority priority();

    /**
     * Returns when the clock started.
     *
     * @return the instant
     */
    public abstract Instant start();

    /**
     * Returns when what was promised was done, or the instant of the question if it has not been done.
     *
     * @return the instant, not before {@link #start()}
     */
    public abstract Instant end();

    /**
     * Returns when the promise was broken: when its target passed.
     *
     * @return the instant, from {@link #start()} to {@link #end()}; empty unless the promise is broken
     */
    public abstract Optional<Instant> breachedAt();

    /**
     * Returns how much working time the promise has taken, from start to end without pauses.
     *
     * @return the time, zero or more
     */
    public abstract Duration working();

    /**
     * Returns after how much working time since the start the promise is broken.
     *
     * @return the time, positive
     */
    public abstract Duration target();

    /**
     * Returns where the promise stands.
     *
     * @return the verdict
     */
    public abstract SlaVerdict verdict();

    /**
     * Returns what most of the time of a broken promise went into.
     *
     * @return the cause; empty if the promise is not broken, or the cause is unknown
     */
    public abstract Optional<BreachCause> cause();

    @Value.Check
    void check() {
        checkArgument(!end().isBefore(start()), "end must not be before start, %s: %s", start(), end());
        checkArgument(!working().isNegative(), "working must not be negative: %s", working());
        checkArgument(target().compareTo(Duration.ZERO) > 0, "target must be positive: %s", target());
        checkBreach();
    }

    private void checkBreach() {
        if (verdict().isBroken()) {
            checkArgument(breachedAt().isPresent(), "breachedAt must be present where the verdict is %s", verdict());
            Instant breach = breachedAt().orElseThrow();
            checkArgument(
                    !breach.isBefore(start()) && !breach.isAfter(end()),
                    "breachedAt must be in [%s, %s]: %s",
                    start(),
                    end(),
                    breach);
        } else {
            checkAbsent("breachedAt", breachedAt());
            checkAbsent("cause", cause());
        }
    }

    private void checkAbsent(String name, Optional<?> value) {
        checkArgument(
                value.isEmpty(),
                "%s must be absent where the verdict is %s: %s",
                name,
                verdict(),
                value.map(Object::toString).orElse(""));
    }

    /**
     * Returns a builder that holds what this outcome holds.
     *
     * @return a new builder
     */
    public final SlaOutcomeBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static SlaOutcomeBuilder builder() {
        return new SlaOutcomeBuilder();
    }
}
