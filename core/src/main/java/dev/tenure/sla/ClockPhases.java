package dev.tenure.sla;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.WorkingInterval;
import dev.tenure.explain.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One clock, cut into phases that each count by the hours and the pauses of one target. The target of the last phase says how
 * much time there is.
 */
final class ClockPhases {

    private record Phase(Instant from, SlaTarget target, Pauses pauses) {}

    private final TicketHistory history;
    private final CycleSpan span;
    /** The end of the clock, or the instant of the question. */
    private final Instant end;

    private final List<Phase> phases = new ArrayList<>();

    ClockPhases(TicketHistory history, CycleSpan span, Instant end) {
        this.history = history;
        this.span = span;
        this.end = end;
    }

    /** Counts by another target from an instant on; what came after that instant is forgotten. */
    void change(Instant from, SlaTarget target) {
        phases.removeIf(phase -> !phase.from().isBefore(from));
        Pauses pauses = history.pauses(target.pausedBy()).and(Pauses.of(span.resolved()));
        phases.add(new Phase(from, target, span.end().isPresent() ? pauses.before(end) : pauses));
    }

    boolean countBy(SlaTarget target) {
        return !isEmpty() && target().equals(target);
    }

    boolean isEmpty() {
        return phases.isEmpty();
    }

    SlaTarget target() {
        return last().target();
    }

    Instant from() {
        return phases.get(0).from();
    }

    Instant end() {
        return end;
    }

    boolean isPaused() {
        return last().pauses().contains(end);
    }

    Duration elapsed() {
        return elapsed(from(), end);
    }

    /** The counted time within a stretch of the clock's life. */
    Duration elapsed(Instant start, Instant stop) {
        Duration elapsed = Duration.ZERO;
        for (int i = 0; i < phases.size(); i++) {
            Instant first = Pauses.later(phases.get(i).from(), start);
            Instant last = Pauses.earlier(endOf(i), stop);
            if (first.isBefore(last)) {
                elapsed = elapsed.plus(phases.get(i)
                        .target()
                        .elapsed(first, last, phases.get(i).pauses()));
            }
        }
        return elapsed;
    }

    /** The earliest instant at which so much time is counted. */
    Outcome<Instant> reaches(Duration time) {
        Duration left = time;
        for (int i = 0; i < phases.size() - 1; i++) {
            Duration counted = elapsed(phases.get(i).from(), endOf(i));
            if (left.compareTo(counted) <= 0) {
                return reaches(phases.get(i), left);
            }
            left = left.minus(counted);
        }
        return reaches(last(), left);
    }

    private static Outcome<Instant> reaches(Phase phase, Duration time) {
        return SlaTarget.instant(() -> PausedTime.reaches(phase.target().hours(), phase.from(), time, phase.pauses()));
    }

    /** Whether the deadline has passed; the deadline itself is still in time. */
    boolean isLate() {
        return reaches(target().time()).toOptional().filter(end::isAfter).isPresent();
    }

    /** What most of the counted time went into; of equal shares the first. */
    BreachCause largestShare() {
        Instant reopened = history.firstReopened().orElse(end);
        Instant answered = Pauses.earlier(history.firstAnswered().orElse(end), reopened);
        Instant assigned = Pauses.earlier(history.firstAssigned().orElse(end), answered);
        Map<BreachCause, Duration> shares = new EnumMap<>(BreachCause.class);
        shares.put(BreachCause.UNASSIGNED, elapsed(from(), assigned));
        shares.put(BreachCause.UNANSWERED, elapsed(assigned, answered));
        shares.put(BreachCause.IN_WORK, elapsed(answered, reopened));
        shares.put(BreachCause.REOPENED, elapsed(reopened, end));
        Duration most = Collections.max(shares.values());
        shares.values().removeIf(share -> share.compareTo(most) < 0);
        return shares.keySet().iterator().next();
    }

    /** The stretches of the clock's whole life, from the start of the promise to the end. */
    ImmutableList<LedgerEntry> ledger() {
        ImmutableList.Builder<LedgerEntry> ledger = ImmutableList.builder();
        add(ledger, span.start(), from(), LedgerEntry.Kind.WITHOUT_TARGET);
        for (int i = 0; i < phases.size(); i++) {
            addPhase(ledger, phases.get(i), endOf(i));
        }
        return ledger.build();
    }

    private void addPhase(ImmutableList.Builder<LedgerEntry> ledger, Phase phase, Instant stop) {
        Instant at = phase.from();
        for (WorkingInterval pause : phase.pauses().before(stop).intervals()) {
            Instant pauseStart = Pauses.later(pause.start(), at);
            if (pauseStart.isBefore(pause.end())) {
                addHours(ledger, phase, at, pauseStart);
                addPause(ledger, pauseStart, pause.end());
                at = pause.end();
            }
        }
        addHours(ledger, phase, at, stop);
    }

    /** Within a pause, what lay resolved is told apart. */
    private void addPause(ImmutableList.Builder<LedgerEntry> ledger, Instant from, Instant to) {
        Instant at = from;
        for (WorkingInterval resolved : span.resolved()) {
            Instant start = Pauses.later(resolved.start(), at);
            Instant stop = Pauses.earlier(resolved.end(), to);
            if (start.isBefore(stop)) {
                add(ledger, at, start, LedgerEntry.Kind.PAUSED);
                add(ledger, start, stop, LedgerEntry.Kind.RESOLVED);
                at = stop;
            }
        }
        add(ledger, at, to, LedgerEntry.Kind.PAUSED);
    }

    private static void addHours(ImmutableList.Builder<LedgerEntry> ledger, Phase phase, Instant from, Instant to) {
        Instant at = from;
        if (from.isBefore(to)) {
            for (WorkingInterval open : phase.target().hours().intervals(from, to)) {
                add(ledger, at, open.start(), LedgerEntry.Kind.OUTSIDE_HOURS);
                add(ledger, open.start(), open.end(), LedgerEntry.Kind.COUNTED);
                at = open.end();
            }
        }
        add(ledger, at, to, LedgerEntry.Kind.OUTSIDE_HOURS);
    }

    private static void add(
            ImmutableList.Builder<LedgerEntry> ledger, Instant from, Instant to, LedgerEntry.Kind kind) {
        if (from.isBefore(to)) {
            ledger.add(new LedgerEntry(from, to, kind));
        }
    }

    private Phase last() {
        return phases.get(phases.size() - 1);
    }

    private Instant endOf(int phase) {
        return phase + 1 < phases.size() ? phases.get(phase + 1).from() : end;
    }
}
