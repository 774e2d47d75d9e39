package dev.tenure.sla;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.internal.ResultStyle;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One promise about one ticket, at the instant of a question: how much time it has taken, how much is left, and where each second
 * went.
 *
 * <p><b>Formula.</b> {@code remaining = target - elapsed}, and {@code elapsed} is the sum of the counted entries of {@link
 * #ledger()}.
 */
@ResultStyle
@Value.Immutable
public abstract class SlaCycle {

    private static final int PERCENT = 100;
    private static final int SECONDS_AN_HOUR = 3600;

    SlaCycle() {}

    /**
     * Returns what was promised.
     *
     * @return the kind
     */
    public abstract SlaTargetKind kind();

    /**
     * Returns which of the ticket's promises of this kind it is.
     *
     * @return 1 for the first
     */
    public abstract int number();

    /**
     * Returns the target that holds now, or held when the clock stopped.
     *
     * @return the target
     */
    public abstract SlaTarget target();

    /**
     * Returns the name of the policy that the target is taken from.
     *
     * @return the name
     */
    public abstract String policy();

    /**
     * Returns the priority by which the target was found.
     *
     * @return the priority of the ticket at the end of the clock, or an earlier one that the clock has kept
     */
    public abstract Priority priority();

    /**
     * Returns when the clock started.
     *
     * @return the instant
     */
    public abstract Instant start();

    /**
     * Returns when the clock stopped or was cancelled, or the instant of the question.
     *
     * @return the instant, not before the start
     */
    public abstract Instant end();

    /**
     * Returns what the clock is doing.
     *
     * @return the state at the instant of the question
     */
    public abstract SlaCycleState state();

    /**
     * Returns where the promise stands.
     *
     * @return the verdict; empty if the clock was cancelled before its deadline
     */
    public abstract Optional<SlaVerdict> verdict();

    /**
     * Returns how much working time the promise has taken.
     *
     * @return zero or more
     */
    public abstract Duration elapsed();

    /**
     * Returns by when the promise has to be kept.
     *
     * @return the instant at which the elapsed time is that of the target; undefined while a pause without end comes before, and
     *     where the hours of the target have no answer ({@link SlaTarget#deadline})
     */
    public abstract Outcome<Instant> deadline();

    /**
     * Returns when the elapsed time passes parts of the target.
     *
     * @return the instants by percent of the target; undefined as {@link #deadline()} is
     */
    @Value.Lazy
    public ImmutableSortedMap<Integer, Outcome<Instant>> thresholds() {
        ImmutableSortedMap.Builder<Integer, Outcome<Instant>> instants = ImmutableSortedMap.naturalOrder();
        for (int percent : percents()) {
            Duration part = target().time().multipliedBy(percent).dividedBy(PERCENT);
            instants.put(percent, phases().reaches(part));
        }
        return instants.build();
    }

    abstract ImmutableSortedSet<Integer> percents();

    /**
     * Returns who has to be called by now.
     *
     * @return the highest level that is due on the escalation path of the policy in force at the question; empty before the first, without a path, and once the
     *     clock has stopped
     */
    public abstract Optional<EscalationPath.Level> escalation();

    /**
     * Returns what most of the time of a broken promise went into.
     *
     * @return the cause; empty unless the promise is broken
     */
    public abstract Optional<BreachCause> cause();

    /**
     * Returns where each second went.
     *
     * @return stretches that follow each other without a gap from the start to the end, earliest first; empty if they are the same
     */
    @Value.Lazy
    public ImmutableList<LedgerEntry> ledger() {
        return phases().ledger();
    }

    /** What thresholds and ledger are read from when somebody asks: of a million tickets nobody asks for most. */
    @Value.Auxiliary
    abstract ClockPhases phases();

    /**
     * Returns how much working time is left.
     *
     * @return target less elapsed time; negative once more has been taken than was promised
     */
    public final Duration remaining() {
        return target().time().minus(elapsed());
    }

    /**
     * Returns how the figures came about.
     *
     * @return the elapsed time from the ledger, and the target
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name(kind() + " " + number())
                .formula("elapsed = end - start - outside hours - paused - resolved - without target")
                .value(hours(elapsed()))
                .putInput("policy", new Quantity.Term(policy()))
                .putInput("target", hours(target().time()))
                .putInput("start", new Quantity.Term(start().toString()))
                .putInput("end", new Quantity.Term(end().toString()))
                .putInput("deadline", Explanation.quantity(deadline(), at -> new Quantity.Term(at.toString())))
                .putInput("outside hours", hours(total(LedgerEntry.Kind.OUTSIDE_HOURS)))
                .putInput("paused", hours(total(LedgerEntry.Kind.PAUSED)))
                .putInput("resolved", hours(total(LedgerEntry.Kind.RESOLVED)))
                .putInput("without target", hours(total(LedgerEntry.Kind.WITHOUT_TARGET)))
                .putInput("state", new Quantity.Term(state().toString()))
                .build();
    }

    /**
     * Returns how much time of the clock's life was of a kind.
     *
     * @param kind why it counted, or why not
     * @return the sum of the lengths of these entries of the ledger, zero or more
     */
    public final Duration total(LedgerEntry.Kind kind) {
        return ledger().stream()
                .filter(entry -> entry.kind() == kind)
                .map(LedgerEntry::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Quantity hours(Duration time) {
        return new Quantity.Measure(time.toSeconds() / (double) SECONDS_AN_HOUR, "hours");
    }
}
