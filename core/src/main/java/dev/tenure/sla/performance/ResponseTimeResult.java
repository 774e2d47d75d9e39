package dev.tenure.sla.performance;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.tenure.explain.Explanation.quantity;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaOutcome;
import dev.tenure.sla.SlaTargetKind;
import dev.tenure.sla.SlaVerdict;
import dev.tenure.survival.RestrictedMean;
import dev.tenure.survival.SurvivalCurve;
import dev.tenure.survival.SurvivalQuantile;
import java.time.Duration;
import java.util.Objects;
import org.immutables.value.Value;

/** How long it takes until what was promised is done, with the counts it comes from. Made by {@link ResponseTime}. */
@ResultStyle
@Value.Immutable
public abstract class ResponseTimeResult {

    private static final String SECONDS = "seconds";

    ResponseTimeResult() {}

    /**
     * Returns what was promised.
     *
     * @return the kind of the target
     */
    public abstract SlaTargetKind kind();

    /**
     * Returns how urgent the tickets are.
     *
     * @return the priorities that count, most urgent first, at least one
     */
    public abstract ImmutableSet<Priority> priorities();

    /**
     * Returns the survival curve of the working times: the share of promises not done yet after each time.
     *
     * @return the curve, in seconds
     */
    public abstract SurvivalCurve curve();

    /**
     * Returns how many promises there are.
     *
     * @return the count, zero or more
     */
    public final long promises() {
        return curve().observations();
    }

    /**
     * Returns how many promises have been done, in time or late.
     *
     * @return the count, from 0 to {@link #promises()}
     */
    public final long done() {
        return curve().ended();
    }

    /**
     * Returns how many promises are open, in time or late.
     *
     * @return the count, from 0 to {@link #promises()}
     */
    public final long open() {
        return curve().censored();
    }

    /**
     * Returns the working time within which half of the promises are done.
     *
     * @return the median in seconds, with its limits; undefined as {@link #quantile} is
     */
    public final SurvivalQuantile median() {
        return quantile(0.5);
    }

    /**
     * Returns the working time within which nine promises in ten are done.
     *
     * @return the 90th percentile in seconds, with its limits; undefined as {@link #quantile} is
     */
    public final SurvivalQuantile p90() {
        return quantile(0.9);
    }

    /**
     * Returns the working time within which nineteen promises in twenty are done.
     *
     * @return the 95th percentile in seconds, with its limits; undefined as {@link #quantile} is
     */
    public final SurvivalQuantile p95() {
        return quantile(0.95);
    }

    /**
     * Returns the working time within which a share of the promises is done.
     *
     * @param probability the share, a fraction in (0, 1)
     * @return the time in seconds, with its limits; its value undefined ({@link Reason#NEVER_REACHED}) if fewer have been done
     *     within the longest time observed, ({@link Reason#NO_DATA}) without promises
     * @throws IllegalArgumentException if the share is out of range
     */
    public final SurvivalQuantile quantile(double probability) {
        return curve().quantile(probability);
    }

    /**
     * Returns the mean working time.
     *
     * @return the mean in seconds, with its interval; undefined ({@link Reason#NO_DATA}) without promises,
     *     ({@link Reason#BEYOND_OBSERVATION}) where the promise that has lasted longest is still open. A mean up to a horizon may
     *     still be had from {@link #curve()}
     */
    public final Outcome<RestrictedMean> mean() {
        return curve().longest()
                .flatMap(longest -> curve().survivalAt(longest).orElseThrow() > 0
                        ? Outcome.undefined(Reason.BEYOND_OBSERVATION, "the longest promise is still open")
                        // after the longest time the curve is zero; a horizon must be positive, though all may have
                        // taken no time
                        : Outcome.of(curve().restrictedMean(Math.max(longest, 1))));
    }

    /**
     * Estimates the probability that a promise that is open will be broken, from how long others like it took.
     *
     * @param elapsed how much working time it has taken so far, zero or more
     * @param target after how much working time it is broken, positive
     * @return the probability
     * @throws IllegalArgumentException if an argument is out of range
     */
    public final BreachProbability breachProbability(Duration elapsed, Duration target) {
        Objects.requireNonNull(elapsed, "elapsed");
        Objects.requireNonNull(target, "target");
        checkArgument(!elapsed.isNegative(), "elapsed must not be negative: %s", elapsed);
        checkArgument(target.compareTo(Duration.ZERO) > 0, "target must be positive: %s", target);
        return BreachProbability.of(this, elapsed, target);
    }

    /**
     * Estimates the probability that an open promise will be broken, from how long others like it took.
     *
     * @param open the promise, of the kind and one of the priorities of this result
     * @return the probability
     * @throws IllegalArgumentException if the promise is not open, or of another kind or priority
     */
    public final BreachProbability breachProbability(SlaOutcome open) {
        Objects.requireNonNull(open, "open");
        checkArgument(open.verdict() == SlaVerdict.OPEN, "verdict must be OPEN: %s", open.verdict());
        checkArgument(open.kind() == kind(), "kind must be %s: %s", kind(), open.kind());
        checkArgument(
                priorities().contains(open.priority()), "priority must be in %s: %s", priorities(), open.priority());
        return breachProbability(open.working(), open.target());
    }

    /**
     * Explains the time.
     *
     * @return the median, the 90th and the 95th percentile and the mean, with the counts
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name(name())
                .formula("first working time with 1 - S >= share, S the survival curve; open promises are censored")
                .value(quantity(median().value(), ResponseTimeResult::time))
                .putInput("promises", new Quantity.Count(promises()))
                .putInput("done", new Quantity.Count(done()))
                .putInput("open", new Quantity.Count(open()))
                .putInput("priorities", new Quantity.Term(Joiner.on(' ').join(priorities())))
                .addPart(median().explain())
                .addPart(p90().explain())
                .addPart(p95().explain())
                .addPart(explainMean())
                .build();
    }

    private Explanation explainMean() {
        return Explanation.builder()
                .name("mean")
                .formula("area under S")
                .value(quantity(mean().flatMap(RestrictedMean::value), ResponseTimeResult::time))
                .addAllParts(mean().map(RestrictedMean::explain)
                        .map(Explanation::parts)
                        .toOptional()
                        .orElseGet(ImmutableList::of))
                .build();
    }

    private String name() {
        return switch (kind()) {
            case FIRST_RESPONSE -> "time to first response";
            case NEXT_RESPONSE -> "time to next response";
            case PERIODIC_UPDATE -> "time to update";
            case ESTIMATE -> "time to estimate";
            case RESOLUTION -> "time to resolution";
        };
    }

    private static Quantity time(double seconds) {
        return new Quantity.Measure(seconds, SECONDS);
    }
}
