package dev.tenure.sla.performance;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;
import dev.tenure.survival.SurvivalCurve;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.immutables.value.Value;

/** How long bad news waited, and how often it was told in time. Made by {@link BadNewsLatency}. */
@ResultStyle
@Value.Immutable
public abstract class BadNewsLatencyResult {

    private static final double P90 = 0.9;

    BadNewsLatencyResult() {}

    /**
     * Returns the working time within which bad news was to be told.
     *
     * @return the limit, inclusive, zero or more
     */
    public abstract Duration limit();

    /**
     * Returns how often intervals made this way hold the true value.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns how much news was told in time, before the client found it, of how much is decided.
     *
     * @return the proportion; what is neither told nor late yet is not in it
     */
    public abstract Proportion inTime();

    /**
     * Returns how much news the client found before the agency told it, of all news.
     *
     * @return the proportion
     */
    public abstract Proportion clientFoundFirst();

    /**
     * Returns the latencies.
     *
     * @return the curve of the share that is still untold, over working time in seconds; untold news is censored
     */
    public abstract SurvivalCurve curve();

    /**
     * Returns how much news there was.
     *
     * @return the count, zero or more
     */
    public final long incidents() {
        return curve().observations();
    }

    /**
     * Returns how much of it the agency told.
     *
     * @return the count, zero or more
     */
    public final long told() {
        return curve().ended();
    }

    /**
     * Returns how much of it is neither told nor late yet.
     *
     * @return the count, zero or more
     */
    public final long undecided() {
        return incidents() - inTime().trials();
    }

    /**
     * Returns the working time by which half of the news was told.
     *
     * @return the median latency, zero or more; undefined ({@link Reason#NEVER_REACHED}) if less than half was told by the
     *     longest wait, ({@link Reason#NO_DATA}) without news
     */
    public final Outcome<Duration> value() {
        return latency(0.5);
    }

    /**
     * Returns the working time by which nine tenths of the news were told.
     *
     * @return the 90th percentile of the latency, zero or more; undefined as {@link #value()} is
     */
    public final Outcome<Duration> p90() {
        return latency(P90);
    }

    private Outcome<Duration> latency(double probability) {
        return curve().quantile(probability).value().map(BadNewsLatencyResult::duration);
    }

    private static Duration duration(double seconds) {
        long nanos = BigDecimal.valueOf(seconds)
                .remainder(BigDecimal.ONE)
                .movePointRight(9)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return Duration.ofSeconds((long) seconds, nanos);
    }

    /**
     * Returns the share that was told in time.
     *
     * @return a fraction in [0, 1]; undefined ({@link Reason#NO_DATA}) if nothing is decided
     */
    public final Outcome<Double> share() {
        return inTime().trials() == 0 ? Outcome.undefined(Reason.NO_DATA, "nothing decided") : inTime().value();
    }

    /**
     * Returns the interval of the share that was told in time, by Wilson's method.
     *
     * @return an interval within [0, 1]; undefined where {@link #share()} is
     */
    public final Outcome<Interval> interval() {
        return share().flatMap(some -> inTime().interval(ProportionInterval.WILSON, level()));
    }

    /**
     * Explains the latencies.
     *
     * @return the median, with the 90th percentile, the share in time and the share found by the client as parts
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("bad-news latency")
                .formula("median of told - detected, in working time")
                .value(quantity(value(), NewsQuantities::minutes))
                .putInput("news", new Quantity.Count(incidents()))
                .putInput("told", new Quantity.Count(told()))
                .putInput("censored", new Quantity.Count(curve().censored()))
                .addPart(Explanation.builder()
                        .name("90th percentile")
                        .formula("first time by which nine tenths were told")
                        .value(quantity(p90(), NewsQuantities::minutes))
                        .build())
                .addPart(explainShare())
                .addPart(Explanation.builder()
                        .name("client found first")
                        .formula("found before told / news")
                        .value(quantity(clientFoundFirst().value(), Quantity.Share::new))
                        .putInput(
                                "found before told",
                                new Quantity.Count(clientFoundFirst().successes()))
                        .build())
                .build();
    }

    private Explanation explainShare() {
        return Explanation.builder()
                .name("told in time")
                .formula("told within limit and before the client found it / decided")
                .value(quantity(share(), Quantity.Share::new))
                .putInput("in time", new Quantity.Count(inTime().successes()))
                .putInput("decided", new Quantity.Count(inTime().trials()))
                .putInput("undecided", new Quantity.Count(undecided()))
                .putInput("limit", NewsQuantities.minutes(limit()))
                .addPart(Explanation.builder()
                        .name("interval")
                        .formula("Wilson")
                        .value(quantity(
                                interval(),
                                limits -> new Quantity.Span(
                                        new Quantity.Share(limits.lower()), new Quantity.Share(limits.upper()))))
                        .putInput("level", new Quantity.Share(level().value()))
                        .build())
                .build();
    }
}
