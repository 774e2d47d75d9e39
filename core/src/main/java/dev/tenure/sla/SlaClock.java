package dev.tenure.sla;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the clocks of a ticket: what has been promised about it, by when, how much of the time is gone, and whether the promise
 * was kept.
 *
 * <p><b>Formula.</b> A clock counts the working time of its target's hours from its start, without the pauses that stop it: {@code
 * elapsed(t) = W(t) - W(start) - sum over the pauses of W(end) - W(start)}. The deadline is the earliest instant at which the
 * elapsed time is that of the target. A promise is kept if it was done at the deadline or before, and broken once the deadline has
 * passed.
 *
 * <p><b>Units.</b> Instants and durations to the nanosecond; nothing is rounded.
 *
 * <p><b>Conventions.</b>
 *
 * <ul>
 *   <li>The answer depends on the ticket's events up to the instant of the question and on nothing else.
 *   <li>The clock of the first response, the estimate and the solution start when the ticket is opened, as does that of the first
 *       update. An answer stops the first two kinds of response, is news as well, and each news starts the clock of the next
 *       update. The client's message starts a next response unless an answer is due already. A solution is an answer and news, and ends
 *       all pauses; an estimate that was not given before it is cancelled.
 *   <li>Which target holds is decided when a clock starts, by the policy in force, the priority and the tier. A later change does
 *       to a running clock what {@link ChangeEffect} says; a clock that has stopped is never changed.
 *   <li>What a clock keeps it keeps for good: after a change of the one kind that it keeps, a change of the other kind that it does
 *       not keep finds its target by what was kept.
 *   <li>A change that leaves no target for a running clock changes nothing: what was promised stays promised. A change that brings
 *       the first target starts the clock at the change with {@link ChangeEffect#FROM_NOW}, at the beginning with {@link
 *       ChangeEffect#FROM_START}, and not at all with {@link ChangeEffect#KEEP}.
 *   <li>A clock that is cancelled, by a reset or because the ticket is withdrawn, has no verdict, unless its deadline had passed: a
 *       broken promise is not mended by withdrawing it.
 *   <li>While a pause has no end there is no deadline, unless it has passed already.
 *   <li>Escalation looks at the elapsed time of running clocks, by the path of the policy in force at the question: it is today's
 *       people who are called.
 * </ul>
 *
 * <p><b>Errors.</b> {@link dev.tenure.calendar.UncoveredDateException} if the time up to the question is not covered by the hours of
 * a target.
 */
public final class SlaClock {

    private static final ImmutableSortedSet<Integer> THRESHOLDS = ImmutableSortedSet.of(50, 75, 90, 100);

    private final SlaPolicyHistory policies;
    private final ChangeEffect priorityChange;
    private final ChangeEffect policyChange;
    private final ReopenEffect reopening;
    private final ImmutableSortedSet<Integer> thresholds;

    private SlaClock(
            SlaPolicyHistory policies,
            ChangeEffect priorityChange,
            ChangeEffect policyChange,
            ReopenEffect reopening,
            ImmutableSortedSet<Integer> thresholds) {
        this.policies = policies;
        this.priorityChange = priorityChange;
        this.policyChange = policyChange;
        this.reopening = reopening;
        this.thresholds = thresholds;
    }

    /**
     * Returns the clock of a policy that never changed.
     *
     * @param policy the policy
     * @return the clock; see {@link #of(SlaPolicyHistory)}
     */
    public static SlaClock of(SlaPolicy policy) {
        return of(SlaPolicyHistory.of(policy));
    }

    /**
     * Returns the clock of a policy and its versions.
     *
     * @param policies which policy was in force when
     * @return the clock; a new priority or tier counts from the start, a new policy is for new promises only, a reopened ticket
     *     starts a new clock for its solution, and thresholds are 50, 75, 90 and 100 percent
     */
    public static SlaClock of(SlaPolicyHistory policies) {
        return new SlaClock(
                Objects.requireNonNull(policies, "policies"),
                ChangeEffect.FROM_START,
                ChangeEffect.KEEP,
                ReopenEffect.NEW_CYCLE,
                THRESHOLDS);
    }

    /**
     * Returns this clock with another effect of a new priority or tier.
     *
     * @param effect what it does to running clocks
     * @return the changed clock
     */
    public SlaClock withPriorityChange(ChangeEffect effect) {
        Objects.requireNonNull(effect, "effect");
        return new SlaClock(policies, effect, policyChange, reopening, thresholds);
    }

    /**
     * Returns this clock with another effect of a new version of the policy.
     *
     * @param effect what it does to running clocks
     * @return the changed clock
     */
    public SlaClock withPolicyChange(ChangeEffect effect) {
        Objects.requireNonNull(effect, "effect");
        return new SlaClock(policies, priorityChange, effect, reopening, thresholds);
    }

    /**
     * Returns this clock with another effect of reopening a ticket.
     *
     * @param effect what it does to the promise of a solution
     * @return the changed clock
     */
    public SlaClock with(ReopenEffect effect) {
        Objects.requireNonNull(effect, "effect");
        return new SlaClock(policies, priorityChange, policyChange, effect, thresholds);
    }

    /**
     * Returns this clock with other thresholds.
     *
     * @param percents percents of the target, each more than 0; more than 100 is allowed
     * @return the changed clock
     * @throws IllegalArgumentException if a percent is not positive
     */
    public SlaClock withThresholds(Integer... percents) {
        ImmutableSortedSet<Integer> sorted = ImmutableSortedSet.copyOf(percents);
        sorted.forEach(percent -> checkArgument(percent > 0, "percents must be positive: %s", percent));
        return new SlaClock(policies, priorityChange, policyChange, reopening, sorted);
    }

    /**
     * Reads the clocks of a ticket.
     *
     * @param ticket the ticket
     * @param asOf the instant of the question; later events are not known yet
     * @return the promises about the ticket; none before it is opened
     */
    public TicketSla at(Ticket ticket, Instant asOf) {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(asOf, "asOf");
        TicketHistory history = TicketHistory.of(ticket, asOf);
        TicketSlaBuilder result =
                new TicketSlaBuilder().ticket(ticket).asOf(asOf).priority(history.priorityAt(asOf));
        if (!asOf.isBefore(ticket.opened())) {
            CycleSpans.of(history, reopening)
                    .forEach(span -> cycle(history, span, asOf).ifPresent(result::addCycle));
        }
        return result.build();
    }

    private Optional<SlaCycle> cycle(TicketHistory history, CycleSpan span, Instant asOf) {
        Instant end = span.end().orElse(asOf);
        ClockPhases phases = new ClockPhases(history, span, end);
        ClockPhases atFirst = new ClockPhases(history, span, end);
        Terms terms = Terms.at(policies, history, span.start());
        Terms held = terms;
        for (TermChange change : TermChange.within(policies, history, span.start(), end)) {
            if (effect(change) != ChangeEffect.KEEP) {
                terms = terms.after(change.cause(), Terms.at(policies, history, change.at()));
                Optional<SlaTarget> target = terms.target(span.kind());
                held = target.isPresent() ? terms : held;
                target.ifPresent(found -> take(found, from(change, span), phases, atFirst));
            }
        }
        return phases.isEmpty() ? Optional.empty() : Optional.of(read(span, phases, atFirst, held));
    }

    private static void take(SlaTarget target, Instant from, ClockPhases phases, ClockPhases atFirst) {
        if (!phases.countBy(target)) {
            phases.change(from, target);
            if (atFirst.isEmpty()) {
                atFirst.change(from, target);
            }
        }
    }

    private Instant from(TermChange change, CycleSpan span) {
        return effect(change) == ChangeEffect.FROM_START ? span.start() : change.at();
    }

    private ChangeEffect effect(TermChange change) {
        return switch (change.cause()) {
            case START -> ChangeEffect.FROM_START;
            case TICKET -> priorityChange;
            case POLICY -> policyChange;
        };
    }

    private SlaCycle read(CycleSpan span, ClockPhases phases, ClockPhases atFirst, Terms held) {
        SlaCycleState state = state(span, phases);
        Optional<SlaVerdict> verdict = verdict(state, phases);
        boolean isRunning = span.end().isEmpty();
        Duration elapsed = phases.elapsed();
        SlaCycleBuilder cycle = new SlaCycleBuilder()
                .kind(span.kind())
                .number(span.number())
                .target(phases.target())
                .policy(held.policy().name())
                .priority(held.priority())
                .start(span.start())
                .end(phases.end())
                .state(state)
                .verdict(verdict)
                .elapsed(elapsed)
                .deadline(phases.reaches(phases.target().time()))
                .percents(thresholds)
                .phases(phases);
        if (isRunning) {
            cycle.escalation(policies.inForceAt(phases.end()).escalation().flatMap(path -> path.levelDue(elapsed)));
        }
        if (verdict.filter(SlaVerdict::isBroken).isPresent()) {
            cycle.cause(atFirst.isLate() ? phases.largestShare() : BreachCause.TARGET_TIGHTENED);
        }
        return cycle.build();
    }

    private static SlaCycleState state(CycleSpan span, ClockPhases phases) {
        if (span.cancelled()) {
            return SlaCycleState.CANCELLED;
        }
        if (span.end().isPresent()) {
            return SlaCycleState.STOPPED;
        }
        return phases.isPaused() ? SlaCycleState.PAUSED : SlaCycleState.RUNNING;
    }

    private static Optional<SlaVerdict> verdict(SlaCycleState state, ClockPhases phases) {
        return switch (state) {
            case CANCELLED -> phases.isLate() ? Optional.of(SlaVerdict.BREACHED) : Optional.empty();
            case STOPPED -> Optional.of(phases.isLate() ? SlaVerdict.BREACHED : SlaVerdict.MET);
            case RUNNING, PAUSED -> Optional.of(phases.isLate() ? SlaVerdict.OPEN_BREACHED : SlaVerdict.OPEN);
        };
    }
}
