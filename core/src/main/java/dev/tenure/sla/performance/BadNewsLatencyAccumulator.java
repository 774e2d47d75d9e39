package dev.tenure.sla.performance;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.internal.Durations;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Proportion;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.SurvivalAccumulator;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * How long bad news waited, and how often too long; as large as there are different latencies. Mutable and not thread-safe: one
 * for each thread or machine, then merge. The order of news and of merging changes nothing.
 */
public final class BadNewsLatencyAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final Duration limit;
    private final ConfidenceLevel level;
    private final SurvivalAccumulator latencies;
    private long incidents;
    private long foundFirst;
    private long inTime;
    private long decided;

    BadNewsLatencyAccumulator(Duration limit, ConfidenceLevel level) {
        this.limit = limit;
        this.level = level;
        this.latencies =
                KaplanMeier.withDefaults().with(ChronoUnit.SECONDS).with(level).accumulator();
    }

    /**
     * Adds one piece of bad news by its latency.
     *
     * @param latency the working time from detection to telling, or to the as-of instant if it has not been told; zero or more
     * @param told whether the agency has told it
     * @param clientFoundFirst whether the client found it before the agency told it
     * @throws IllegalArgumentException if the latency is negative
     */
    public void add(Duration latency, boolean told, boolean clientFoundFirst) {
        checkArgument(!latency.isNegative(), "latency must not be negative: %s", latency);
        latencies.add(Durations.seconds(latency).doubleValue(), told);
        boolean late = clientFoundFirst || latency.compareTo(limit) > 0;
        incidents++;
        foundFirst += clientFoundFirst ? 1 : 0;
        inTime += told && !late ? 1 : 0;
        decided += told || late ? 1 : 0;
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if the other one counts against another limit
     */
    @CanIgnoreReturnValue
    public BadNewsLatencyAccumulator merge(BadNewsLatencyAccumulator other) {
        checkArgument(other.limit.equals(limit), "limit must be %s: %s", limit, other.limit);
        latencies.merge(other.latencies);
        incidents = Math.addExact(incidents, other.incidents);
        foundFirst = Math.addExact(foundFirst, other.foundFirst);
        inTime = Math.addExact(inTime, other.inTime);
        decided = Math.addExact(decided, other.decided);
        return this;
    }

    /**
     * Returns the latencies so far.
     *
     * @return the result
     */
    public BadNewsLatencyResult result() {
        return new BadNewsLatencyResultBuilder()
                .limit(limit)
                .level(level)
                .inTime(Proportion.of(inTime, decided))
                .clientFoundFirst(Proportion.of(foundFirst, incidents))
                .curve(latencies.result())
                .build();
    }
}
