package dev.tenure.sla;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import dev.tenure.explain.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What holds for the clocks of any ticket under any policies. */
final class ClockInvariants {

    private final SlaClock clock;
    private final SlaClock continuing;
    private final SlaClock asKnown;
    private final Ticket ticket;
    private final Instant asOf;
    private final Instant later;

    ClockInvariants(
            SlaPolicyHistory policies,
            Function<SlaPolicyHistory, SlaClock> clock,
            Ticket ticket,
            Instant one,
            Instant other) {
        this.ticket = ticket;
        this.asOf = one.isBefore(other) ? one : other;
        this.later = one.isBefore(other) ? other : one;
        this.clock = clock.apply(policies);
        this.continuing = this.clock.with(ReopenEffect.CONTINUE);
        this.asKnown = clock.apply(until(policies, asOf));
    }

    /** Checks them, and returns what the clocks say. */
    TicketSla check() {
        TicketSla sla = clock.at(ticket, asOf);
        for (TicketSla read : List.of(sla, clock.at(ticket, later), continuing.at(ticket, later))) {
            read.cycles().forEach(cycle -> check(cycle, read));
            check(read.outcomes().size() <= read.cycles().size(), "an outcome too many");
            check(!read.explain().parts().isEmpty() || read.cycles().isEmpty(), "nothing explained");
        }
        completedCyclesStay(sla);
        laterEventsAreUnknown(sla);
        laterPoliciesAreUnknown(sla);
        orderDoesNotMatter();
        return sla;
    }

    private static void check(SlaCycle cycle, TicketSla read) {
        check(!cycle.end().isBefore(cycle.start()) && !cycle.end().isAfter(read.asOf()), "end", cycle);
        check(!cycle.start().isBefore(read.ticket().opened()), "start", cycle);
        check(!cycle.elapsed().isNegative(), "elapsed", cycle);
        check(cycle.total(LedgerEntry.Kind.COUNTED).equals(cycle.elapsed()), "counted", cycle);
        ledgerHasNoGap(cycle);
        thresholdsAscend(cycle);
        verdictFollowsFromDeadline(cycle);
        stateFitsEnd(cycle, read.asOf());
    }

    private static void ledgerHasNoGap(SlaCycle cycle) {
        Instant at = cycle.start();
        for (LedgerEntry entry : cycle.ledger()) {
            check(entry.from().equals(at) && entry.to().isAfter(at), "gap in the ledger", cycle);
            at = entry.to();
        }
        check(at.equals(cycle.end()), "end of the ledger", cycle);
    }

    private static void thresholdsAscend(SlaCycle cycle) {
        ImmutableList<Instant> known = cycle.thresholds().values().stream()
                .flatMap(instant -> instant.toOptional().stream())
                .collect(ImmutableList.toImmutableList());
        check(Ordering.natural().isOrdered(known), "thresholds", cycle);
        check(cycle.deadline().equals(cycle.thresholds().get(100)), "threshold of 100 percent", cycle);
        boolean known100 = cycle.deadline().toOptional().isPresent();
        check(!known100 || known.size() == cycle.thresholds().size(), "a threshold is missing", cycle);
    }

    private static void verdictFollowsFromDeadline(SlaCycle cycle) {
        boolean late =
                cycle.deadline().toOptional().filter(cycle.end()::isAfter).isPresent();
        check(cycle.verdict().isEmpty() || cycle.verdict().get().isBroken() == late, "verdict", cycle);
        check(cycle.cause().isPresent() == late, "cause", cycle);
        check(!cycle.remaining().isNegative() || late, "remaining", cycle);
        check(!late || cycle.remaining().compareTo(Duration.ZERO) <= 0, "remaining of a broken promise", cycle);
    }

    private static void stateFitsEnd(SlaCycle cycle, Instant asOf) {
        switch (cycle.state()) {
            case RUNNING ->
                check(cycle.end().equals(asOf) && cycle.deadline().toOptional().isPresent(), "run", cycle);
            case PAUSED ->
                check(
                        cycle.end().equals(asOf)
                                && cycle.deadline()
                                        .toOptional()
                                        .filter(asOf::isBefore)
                                        .isEmpty(),
                        "no deadline while paused",
                        cycle);
            case STOPPED, CANCELLED -> check(cycle.escalation().isEmpty(), "escalation", cycle);
        }
    }

    private void completedCyclesStay(TicketSla sla) {
        ImmutableList<List<Object>> afterwards = everything(clock.at(ticket, later));
        for (SlaCycle cycle : sla.cycles()) {
            boolean over = cycle.state() == SlaCycleState.STOPPED || cycle.state() == SlaCycleState.CANCELLED;
            check(!over || afterwards.contains(everything(cycle)), "a completed cycle has changed", cycle, afterwards);
        }
    }

    private void laterEventsAreUnknown(TicketSla sla) {
        check(everything(clock.at(knownTicket(), asOf)).equals(everything(sla)), "later events", sla);
    }

    private Ticket knownTicket() {
        return ticket.toBuilder()
                .events(ticket.events().stream()
                        .filter(event -> !event.at().isAfter(asOf))
                        .toList())
                .build();
    }

    /** And so the next deadline comes true as it was foretold, if nothing happens. */
    private void laterPoliciesAreUnknown(TicketSla sla) {
        check(everything(asKnown.at(ticket, asOf)).equals(everything(sla)), "later policies", sla);
        sla.cycles().stream()
                .filter(cycle -> cycle.state() == SlaCycleState.RUNNING)
                .filter(cycle -> cycle.deadline().orElseThrow().isAfter(asOf))
                .min(Comparator.comparing(cycle -> cycle.deadline().orElseThrow()))
                .ifPresent(cycle -> comesTrue(cycle, cycle.deadline().orElseThrow()));
    }

    private static SlaPolicyHistory until(SlaPolicyHistory policies, Instant asOf) {
        SlaPolicyHistory known = SlaPolicyHistory.of(policies.inForceAt(Instant.MIN));
        for (Map.Entry<Instant, SlaPolicy> change :
                policies.changes().headMap(asOf, true).entrySet()) {
            known = known.thenFrom(change.getKey(), change.getValue());
        }
        return known;
    }

    private void comesTrue(SlaCycle cycle, Instant deadline) {
        SlaCycle then = same(asKnown.at(knownTicket(), deadline), cycle);
        check(then.remaining().isZero() && then.deadline().equals(Outcome.of(deadline)), "deadline", cycle, then);
        check(then.verdict().equals(Optional.of(SlaVerdict.OPEN)), "at the deadline", cycle, then);
        SlaCycle after = same(asKnown.at(knownTicket(), deadline.plusNanos(1)), cycle);
        check(after.verdict().equals(Optional.of(SlaVerdict.OPEN_BREACHED)), "after the deadline", cycle, after);
    }

    /** What of a cycle is worked out only when asked for is no part of its equality. */
    static ImmutableList<List<Object>> everything(TicketSla sla) {
        return sla.cycles().stream().map(ClockInvariants::everything).collect(ImmutableList.toImmutableList());
    }

    private static List<Object> everything(SlaCycle cycle) {
        return List.of(cycle, cycle.thresholds(), cycle.ledger());
    }

    private static SlaCycle same(TicketSla sla, SlaCycle cycle) {
        return sla.cycles(cycle.kind()).stream()
                .filter(other -> other.number() == cycle.number())
                .findFirst()
                .orElseThrow();
    }

    private void orderDoesNotMatter() {
        Ticket reversed = ticket.toBuilder().events(ticket.events().reverse()).build();
        check(reversed.equals(ticket), "order", reversed);
    }

    private static void check(boolean holds, String what, Object... values) {
        if (!holds) {
            throw new AssertionError(what + ": " + List.of(values));
        }
    }
}
