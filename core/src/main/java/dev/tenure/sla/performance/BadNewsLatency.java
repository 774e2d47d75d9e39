package dev.tenure.sla.performance;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.stat.ConfidenceLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * Measures how long bad news waits before the client hears it from the agency: trust is lost by surprise and not by the problem.
 *
 * <p><b>Formula.</b> {@code latency = told - detected}, in working time. The median and the 90th percentile are those of the
 * Kaplan-Meier curve of the latencies. {@code share in time = told within the limit, and before the client found it / decided}.
 *
 * <p><b>Units.</b> Working time; shares as fractions.
 *
 * <p><b>Conventions.</b>
 *
 * <ul>
 *   <li>The limit is inclusive.
 *   <li>What has not been told by the as-of instant has lasted until then: it is censored and not dropped, because what waits
 *       longest is often what is never told. It counts against the share in time once the limit has passed, and is undecided before.
 *   <li>What the client found before the agency told it is a breach, however soon the agency told it, and is counted on its
 *       own too. Its latency still ends when the agency tells, and not when the client finds. Found and told at the same instant
 *       is told.
 *   <li>A quantile is the first time by which at least that share has been told; where the curve is flat at just that height,
 *       the middle of the flat stretch. Without censoring that is type 2 of Hyndman and Fan.
 *   <li>What was detected after the as-of instant is left out; what was told or found after it has not happened yet.
 * </ul>
 *
 * <p><b>Errors.</b> News told before it was detected is an {@link IllegalArgumentException} when it is made. A limit that is
 * negative is one too.
 *
 * <p><b>Source.</b> E. L. Kaplan and P. Meier, <i>JASA</i> 53 (1958), 457-481; for the interval of the share E. B. Wilson,
 * <i>JASA</i> 22 (1927), 209-212.
 */
public final class BadNewsLatency {

    private final Duration limit;
    private final BusinessCalendar calendar;
    private final ConfidenceLevel level;

    private BadNewsLatency(Duration limit, BusinessCalendar calendar, ConfidenceLevel level) {
        checkArgument(!limit.isNegative(), "limit must not be negative: %s", limit);
        this.limit = limit;
        this.calendar = Objects.requireNonNull(calendar, "calendar");
        this.level = Objects.requireNonNull(level, "level");
    }

    /**
     * Returns the calculator for what was agreed.
     *
     * @param limit the working time within which bad news is told, inclusive, zero or more
     * @param calendar the working time of the agency; {@link BusinessCalendar#always()} if nights count
     * @return the calculator, with intervals at 95 %
     * @throws IllegalArgumentException if the limit is negative
     */
    public static BadNewsLatency within(Duration limit, BusinessCalendar calendar) {
        return new BadNewsLatency(limit, calendar, ConfidenceLevel.P95);
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public BadNewsLatency with(ConfidenceLevel confidence) {
        return new BadNewsLatency(limit, calendar, confidence);
    }

    /**
     * Measures some bad news.
     *
     * @param news the news, in any order
     * @param asOf the instant at which the question is asked
     * @return the latencies
     */
    public BadNewsLatencyResult of(Iterable<BadNews> news, Instant asOf) {
        Objects.requireNonNull(asOf, "asOf");
        BadNewsLatencyAccumulator accumulator = accumulator();
        news.forEach(one -> add(accumulator, one, asOf));
        return accumulator.result();
    }

    /**
     * Returns an empty accumulator, for latencies that arrive one by one or on several machines, or of clients with different
     * working time.
     *
     * @return a new accumulator
     */
    public BadNewsLatencyAccumulator accumulator() {
        return new BadNewsLatencyAccumulator(limit, level);
    }

    /**
     * Returns a collector of bad news.
     *
     * @param asOf the instant at which the question is asked
     * @return a collector over {@link #accumulator()}
     */
    public Collector<BadNews, ?, BadNewsLatencyResult> collector(Instant asOf) {
        Objects.requireNonNull(asOf, "asOf");
        return Collector.of(
                this::accumulator,
                (accumulator, news) -> add(accumulator, news, asOf),
                BadNewsLatencyAccumulator::merge,
                BadNewsLatencyAccumulator::result);
    }

    private void add(BadNewsLatencyAccumulator accumulator, BadNews news, Instant asOf) {
        if (news.detected().isAfter(asOf)) {
            return;
        }
        boolean told = news.isToldBy(asOf);
        Instant until = told ? news.told().orElseThrow() : asOf;
        accumulator.add(calendar.between(news.detected(), until), told, news.isFoundFirstBy(asOf));
    }
}
