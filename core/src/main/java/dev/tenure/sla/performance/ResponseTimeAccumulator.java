package dev.tenure.sla.performance;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.sla.SlaOutcome;
import dev.tenure.survival.SurvivalAccumulator;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * The counts that the curve of working times is computed from. Mutable and not thread-safe: one for each thread or machine,
 * then merge. The order of promises and of merging changes nothing.
 *
 * <p>Its size is that of the distinct times, not of the promises: some 100 bytes for each time that occurs, 16 for the
 * seconds of the first four and a half hours. Where that is too much, add times that are rounded to the minute.
 */
public final class ResponseTimeAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final double NANOS_A_SECOND = 1e9;

    private final PromiseFilter filter;
    private final SurvivalAccumulator survival;

    ResponseTimeAccumulator(PromiseFilter filter, SurvivalAccumulator survival) {
        this.filter = filter;
        this.survival = survival;
    }

    /**
     * Adds one promise of the kind and the priorities of the calculator.
     *
     * @param workingSeconds the working time it took, or has taken so far; zero or more
     * @param done true if what was promised has been done, in time or late; false if it is open
     * @throws IllegalArgumentException if the time is negative
     */
    public void add(long workingSeconds, boolean done) {
        checkArgument(workingSeconds >= 0, "workingSeconds must not be negative: %s", workingSeconds);
        if (workingSeconds <= Integer.MAX_VALUE) {
            survival.add((int) workingSeconds, done);
        } else {
            survival.add((double) workingSeconds, done);
        }
    }

    /**
     * Adds one promise. One of another kind or priority is left out.
     *
     * @param outcome what has become of it
     */
    public void add(SlaOutcome outcome) {
        Objects.requireNonNull(outcome, "outcome");
        if (filter.holds(outcome)) {
            survival.add(seconds(outcome.working()), outcome.verdict().isDone());
        }
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if the other one holds promises of another kind or of other priorities
     */
    @CanIgnoreReturnValue
    public ResponseTimeAccumulator merge(ResponseTimeAccumulator other) {
        Objects.requireNonNull(other, "other");
        checkArgument(filter.kind() == other.filter.kind(), "kind must be %s: %s", filter.kind(), other.filter.kind());
        checkArgument(
                filter.equals(other.filter),
                "priorities must be %s: %s",
                filter.priorities(),
                other.filter.priorities());
        survival.merge(other.survival);
        return this;
    }

    /**
     * Returns the estimate from the promises so far.
     *
     * @return the estimate
     */
    public ResponseTimeResult result() {
        return new ResponseTimeResultBuilder()
                .kind(filter.kind())
                .priorities(filter.priorities())
                .curve(survival.result())
                .build();
    }

    /** Returns a time in seconds; exact but for what a {@code double} cannot hold. */
    static double seconds(Duration time) {
        return (double) time.toSeconds() + time.toNanosPart() / NANOS_A_SECOND;
    }
}
