package dev.tenure.sla;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.WorkingInterval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks the events of a ticket and notes which promise was open from when to when. */
final class CycleSpans {

    private final ReopenEffect reopening;
    private final List<CycleSpan> finished = new ArrayList<>();
    private final Map<SlaTargetKind, Instant> running = new EnumMap<>(SlaTargetKind.class);
    private final Map<SlaTargetKind, Integer> started = new EnumMap<>(SlaTargetKind.class);
    /** The times for which the ticket lay resolved, of the running promise of a solution. */
    private final List<WorkingInterval> resolvedTimes = new ArrayList<>();

    private @Nullable Instant resolvedAt;
    private boolean cancelled;

    private CycleSpans(ReopenEffect reopening) {
        this.reopening = reopening;
    }

    static ImmutableList<CycleSpan> of(TicketHistory history, ReopenEffect reopening) {
        CycleSpans spans = new CycleSpans(reopening);
        Instant opened = history.ticket().opened();
        spans.open(opened);
        history.events().forEach(spans::take);
        return spans.all();
    }

    private void open(Instant at) {
        start(SlaTargetKind.FIRST_RESPONSE, at);
        start(SlaTargetKind.PERIODIC_UPDATE, at);
        start(SlaTargetKind.ESTIMATE, at);
        start(SlaTargetKind.RESOLUTION, at);
    }

    private void take(TicketEvent event) {
        if (cancelled) {
            return;
        }
        Instant at = event.at();
        if (event instanceof TicketEvent.ClientMessage) {
            ask(at);
        } else if (event instanceof TicketEvent.AgencyReply) {
            reply(at);
        } else if (event instanceof TicketEvent.UpdateSent) {
            inform(at);
        } else if (event instanceof TicketEvent.EstimateGiven) {
            stop(SlaTargetKind.ESTIMATE, at);
        } else if (event instanceof TicketEvent.Reset reset) {
            reset(reset.kind(), at);
        } else if (event instanceof TicketEvent.Resolved) {
            resolve(at);
        } else if (event instanceof TicketEvent.Reopened) {
            reopen(at);
        } else if (event instanceof TicketEvent.Cancelled) {
            cancel(at);
        }
    }

    /** A message before the first answer waits for that answer; a second one for the answer to the first. */
    private void ask(Instant at) {
        if (!running.containsKey(SlaTargetKind.FIRST_RESPONSE) && !running.containsKey(SlaTargetKind.NEXT_RESPONSE)) {
            start(SlaTargetKind.NEXT_RESPONSE, at);
        }
    }

    private void reply(Instant at) {
        stop(SlaTargetKind.FIRST_RESPONSE, at);
        stop(SlaTargetKind.NEXT_RESPONSE, at);
        inform(at);
    }

    /** News twice at one instant is news once. */
    private void inform(Instant at) {
        Instant since = running.get(SlaTargetKind.PERIODIC_UPDATE);
        if (since != null && since.isBefore(at)) {
            stop(SlaTargetKind.PERIODIC_UPDATE, at);
            start(SlaTargetKind.PERIODIC_UPDATE, at);
        }
    }

    private void reset(SlaTargetKind kind, Instant at) {
        if (running.containsKey(kind) && !(kind == SlaTargetKind.RESOLUTION && resolvedAt != null)) {
            end(kind, at, true);
            start(kind, at);
        }
    }

    /** A solution answers the client and is news; an estimate that was not given is none. */
    private void resolve(Instant at) {
        stop(SlaTargetKind.FIRST_RESPONSE, at);
        stop(SlaTargetKind.NEXT_RESPONSE, at);
        if (resolvedAt != null) {
            return;
        }
        resolvedAt = at;
        stopUpdates(at);
        end(SlaTargetKind.ESTIMATE, at, true);
        if (reopening == ReopenEffect.NEW_CYCLE) {
            stop(SlaTargetKind.RESOLUTION, at);
        }
    }

    /** What was told at this very instant leaves no further promise. */
    private void stopUpdates(Instant at) {
        if (at.equals(running.get(SlaTargetKind.PERIODIC_UPDATE))) {
            running.remove(SlaTargetKind.PERIODIC_UPDATE);
            started.merge(SlaTargetKind.PERIODIC_UPDATE, -1, Integer::sum);
        } else {
            stop(SlaTargetKind.PERIODIC_UPDATE, at);
        }
    }

    private void reopen(Instant at) {
        if (resolvedAt == null) {
            return;
        }
        if (reopening == ReopenEffect.NEW_CYCLE) {
            start(SlaTargetKind.RESOLUTION, at);
        } else if (resolvedAt.isBefore(at)) {
            resolvedTimes.add(WorkingInterval.of(resolvedAt, at));
        }
        resolvedAt = null;
        start(SlaTargetKind.PERIODIC_UPDATE, at);
    }

    private void cancel(Instant at) {
        stopResolved();
        for (SlaTargetKind kind : ImmutableList.copyOf(running.keySet())) {
            end(kind, at, true);
        }
        cancelled = true;
    }

    private ImmutableList<CycleSpan> all() {
        stopResolved();
        running.forEach((kind, start) -> finished.add(span(kind, start, Optional.empty(), false)));
        return ImmutableList.sortedCopyOf(
                Comparator.comparing(CycleSpan::kind).thenComparingInt(CycleSpan::number), finished);
    }

    /** While a ticket that may run on lies resolved, its promise counts as kept or broken at the solution. */
    private void stopResolved() {
        if (resolvedAt != null) {
            stop(SlaTargetKind.RESOLUTION, resolvedAt);
        }
    }

    private void start(SlaTargetKind kind, Instant at) {
        running.put(kind, at);
        started.merge(kind, 1, Integer::sum);
    }

    private void stop(SlaTargetKind kind, Instant at) {
        end(kind, at, false);
    }

    private void end(SlaTargetKind kind, Instant at, boolean withoutVerdict) {
        Instant start = running.remove(kind);
        if (start != null) {
            finished.add(span(kind, start, Optional.of(at), withoutVerdict));
        }
    }

    private CycleSpan span(SlaTargetKind kind, Instant start, Optional<Instant> end, boolean withoutVerdict) {
        int number = started.getOrDefault(kind, 1);
        return new CycleSpan(
                kind,
                number,
                start,
                end,
                withoutVerdict,
                kind == SlaTargetKind.RESOLUTION ? takeResolvedTimes() : ImmutableList.of());
    }

    private ImmutableList<WorkingInterval> takeResolvedTimes() {
        ImmutableList<WorkingInterval> times = ImmutableList.copyOf(resolvedTimes);
        resolvedTimes.clear();
        return times;
    }
}
