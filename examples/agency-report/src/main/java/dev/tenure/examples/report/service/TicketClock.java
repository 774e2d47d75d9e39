package dev.tenure.examples.report.service;

import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.client.ClientId;
import dev.tenure.examples.report.input.PauseReason;
import dev.tenure.examples.report.input.TicketEventKind;
import dev.tenure.sla.BreachCause;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaOutcome;
import dev.tenure.sla.SlaTargetKind;
import dev.tenure.sla.SlaVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The clocks of one ticket: what was promised, by the targets of its priority and tier, and what has become of it.
 *
 * <p>A first response is an answer or, without one, the solution; a next response answers a message that came after the first one.
 * News is due again and again while the ticket is open; a solution that comes before it is due leaves nothing to be told. A ticket
 * that is opened again begins a new clock. If the priority or the tier changes, the clocks that run are judged by the new target
 * from their start. A ticket that is withdrawn promises nothing any more.
 */
final class TicketClock {

    private final Promised promised;
    private final int ticket;
    private final ClientId client;
    private final WaitingTime waiting = new WaitingTime();
    private final Map<SlaTargetKind, Running> running = new EnumMap<>(SlaTargetKind.class);
    private final List<Promise> promises = new ArrayList<>();
    private Priority priority;
    private Optional<String> tier;
    private OptionalLong assigned = OptionalLong.empty();
    private OptionalLong answered = OptionalLong.empty();
    private boolean reopened;
    private boolean paused;
    private boolean solved;

    /** A clock that has started: when, by which target, and whether the ticket had been opened again. */
    private record Running(long start, Target target, boolean reopened) {}

    TicketClock(
            Promised promised,
            int ticket,
            ClientId client,
            long opened,
            Priority priority,
            Optional<String> tier) {
        this.promised = promised;
        this.ticket = ticket;
        this.client = client;
        this.priority = priority;
        this.tier = tier;
        start(SlaTargetKind.FIRST_RESPONSE, opened);
        start(SlaTargetKind.ESTIMATE, opened);
        start(SlaTargetKind.RESOLUTION, opened);
        start(SlaTargetKind.PERIODIC_UPDATE, opened);
    }

    void see(TicketEventKind kind, long at) {
        switch (kind) {
            case ASSIGNED -> assigned = assigned.isPresent() ? assigned : OptionalLong.of(at);
            case CLIENT_MESSAGE -> ask(at);
            case AGENCY_REPLY -> answer(at);
            case UPDATE_SENT -> tell(at);
            case ESTIMATE_GIVEN -> stop(SlaTargetKind.ESTIMATE, at);
            case RESOLVED -> solve(at);
            case REOPENED -> reopen(at);
            case CANCELLED -> running.clear();
            case PRIORITY_CHANGED, TIER_CHANGED, PAUSED, RESUMED ->
                throw new IllegalArgumentException("kind must be one without a value: " + kind);
        }
    }

    void pause(PauseReason reason, long at) {
        paused = true;
        waiting.pause(reason, at);
    }

    void resume(PauseReason reason, long at) {
        waiting.resume(reason, at);
    }

    void become(Priority other) {
        priority = other;
    }

    void become(String otherTier) {
        tier = Optional.of(otherTier);
    }

    boolean isSolved() {
        return solved;
    }

    boolean wasPaused() {
        return paused;
    }

    /** Returns all promises, as they stand at an instant. */
    List<Promise> at(long asOf) {
        running.forEach((kind, clock) -> judge(kind, clock, asOf, false));
        running.clear();
        return promises;
    }

    private void start(SlaTargetKind kind, long at) {
        promised.target(kind, priority, tier).ifPresent(target -> running.put(kind, new Running(at, target, reopened)));
    }

    private void ask(long at) {
        if (answered.isPresent() && !running.containsKey(SlaTargetKind.NEXT_RESPONSE)) {
            start(SlaTargetKind.NEXT_RESPONSE, at);
        }
    }

    private void answer(long at) {
        answered = answered.isPresent() ? answered : OptionalLong.of(at);
        stop(SlaTargetKind.FIRST_RESPONSE, at);
        stop(SlaTargetKind.NEXT_RESPONSE, at);
        tell(at);
    }

    private void tell(long at) {
        if (running.containsKey(SlaTargetKind.PERIODIC_UPDATE)) {
            stop(SlaTargetKind.PERIODIC_UPDATE, at);
            start(SlaTargetKind.PERIODIC_UPDATE, at);
        }
    }

    private void solve(long at) {
        solved = true;
        stop(SlaTargetKind.FIRST_RESPONSE, at);
        stop(SlaTargetKind.NEXT_RESPONSE, at);
        stop(SlaTargetKind.ESTIMATE, at);
        stop(SlaTargetKind.RESOLUTION, at);
        Running news = running.remove(SlaTargetKind.PERIODIC_UPDATE);
        if (news != null && taken(SlaTargetKind.PERIODIC_UPDATE, news, at) > target(SlaTargetKind.PERIODIC_UPDATE, news).seconds()) {
            judge(SlaTargetKind.PERIODIC_UPDATE, news, at, true);
        }
    }

    private void reopen(long at) {
        if (solved && !running.containsKey(SlaTargetKind.RESOLUTION)) {
            reopened = true;
            start(SlaTargetKind.RESOLUTION, at);
            start(SlaTargetKind.PERIODIC_UPDATE, at);
        }
    }

    private void stop(SlaTargetKind kind, long at) {
        Running clock = running.remove(kind);
        if (clock != null) {
            judge(kind, clock, at, true);
        }
    }

    private Target target(SlaTargetKind kind, Running clock) {
        return promised.target(kind, priority, tier).orElse(clock.target());
    }

    private long taken(SlaTargetKind kind, Running clock, long at) {
        return taken(kind, target(kind, clock).hours(), clock.start(), at);
    }

    /** Only the estimate and the solution wait: who waits for the client can still answer and tell so. */
    private long taken(SlaTargetKind kind, BusinessCalendar hours, long from, long to) {
        return waits(kind) ? waiting.active(hours, from, to) : hours.secondsBetween(from, to);
    }

    private static boolean waits(SlaTargetKind kind) {
        return kind == SlaTargetKind.ESTIMATE || kind == SlaTargetKind.RESOLUTION;
    }

    private void judge(SlaTargetKind kind, Running clock, long at, boolean done) {
        Target target = target(kind, clock);
        long taken = taken(kind, clock, at);
        boolean broken = taken > target.seconds();
        Optional<Instant> deadline = waits(kind)
                ? waiting.after(target.hours(), clock.start(), target.seconds())
                : new WaitingTime().after(target.hours(), clock.start(), target.seconds());
        SlaOutcome outcome = SlaOutcome.builder()
                .client(client)
                .kind(kind)
                .priority(priority)
                .start(Instant.ofEpochSecond(clock.start()))
                .end(Instant.ofEpochSecond(at))
                .working(Duration.ofSeconds(taken))
                .target(Duration.ofSeconds(target.seconds()))
                .verdict(verdict(broken, done))
                .breachedAt(broken ? deadline : Optional.empty())
                .cause(broken ? Optional.of(cause(kind, clock, at)) : Optional.empty())
                .build();
        promises.add(new Promise(ticket, outcome, deadline));
    }

    private static SlaVerdict verdict(boolean broken, boolean done) {
        if (done) {
            return broken ? SlaVerdict.BREACHED : SlaVerdict.MET;
        }
        return broken ? SlaVerdict.OPEN_BREACHED : SlaVerdict.OPEN;
    }

    /** What most of the time went into; of equal shares the earlier. */
    private BreachCause cause(SlaTargetKind kind, Running clock, long at) {
        Target first = clock.target();
        if (taken(kind, first.hours(), clock.start(), at) <= first.seconds()) {
            return BreachCause.TARGET_TIGHTENED;
        }
        if (clock.reopened()) {
            return BreachCause.REOPENED;
        }
        BusinessCalendar hours = target(kind, clock).hours();
        long taken = Math.min(at, Math.max(clock.start(), assigned.orElse(at)));
        boolean isAnswer = kind == SlaTargetKind.FIRST_RESPONSE || kind == SlaTargetKind.NEXT_RESPONSE;
        long replied = isAnswer ? at : Math.min(at, Math.max(taken, answered.orElse(at)));
        long nobody = taken(kind, hours, clock.start(), taken);
        long silent = taken(kind, hours, taken, replied);
        long inWork = taken(kind, hours, replied, at);
        if (nobody >= silent && nobody >= inWork) {
            return BreachCause.UNASSIGNED;
        }
        return silent >= inWork ? BreachCause.UNANSWERED : BreachCause.IN_WORK;
    }
}
