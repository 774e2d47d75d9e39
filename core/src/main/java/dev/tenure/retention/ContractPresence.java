package dev.tenure.retention;

import com.google.common.collect.Multimaps;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import dev.tenure.contract.Contract;
import dev.tenure.contract.DateSpan;
import dev.tenure.internal.Days;
import java.util.Collection;

/** Turns contracts into spells and pauses of clients. */
final class ContractPresence {

    private final PresencePolicy policy;
    private final PresenceAccumulator accumulator = new PresenceAccumulator();

    private ContractPresence(PresencePolicy policy) {
        this.policy = policy;
    }

    static ClientPresence of(Iterable<Contract> contracts, PresencePolicy policy) {
        ContractPresence presence = new ContractPresence(policy);
        long client = 0;
        for (Collection<Contract> ofClient :
                Multimaps.index(contracts, Contract::clientId).asMap().values()) {
            presence.add(client++, ofClient);
        }
        return presence.accumulator.result();
    }

    private void add(long client, Iterable<Contract> contracts) {
        RangeSet<Integer> running = TreeRangeSet.create();
        RangeSet<Integer> working = TreeRangeSet.create();
        for (Contract contract : contracts) {
            running.add(range(contract.span()));
            working.addAll(working(contract));
        }
        switch (policy.pause()) {
            case STAYS -> addSpells(client, running);
            case AWAY -> addSpells(client, working);
            case CENSORED -> addCensored(client, running, working);
        }
    }

    private void addCensored(long client, RangeSet<Integer> running, RangeSet<Integer> working) {
        RangeSet<Integer> paused = TreeRangeSet.create(running);
        paused.removeAll(working);
        for (Range<Integer> pause : paused.asRanges()) {
            int from = pause.lowerEndpoint();
            int latest = (int) Math.min(pause.upperEndpoint(), (long) from + policy.longestPause());
            accumulator.addCheckedPause(client, from, latest);
            running.remove(Range.closedOpen(latest, pause.upperEndpoint()));
        }
        addSpells(client, running);
    }

    private void addSpells(long client, RangeSet<Integer> days) {
        for (Range<Integer> spell : days.asRanges()) {
            if (spell.upperEndpoint() == IntervalTable.OPEN) {
                accumulator.addOngoing(client, spell.lowerEndpoint());
            } else {
                int lastDays = policy.departure() == Departure.LAST_DAY_HERE ? 1 : 0;
                accumulator.add(client, spell.lowerEndpoint(), spell.upperEndpoint() - lastDays);
            }
        }
    }

    private static RangeSet<Integer> working(Contract contract) {
        RangeSet<Integer> days = TreeRangeSet.create();
        days.add(range(contract.span()));
        contract.pauses().forEach(pause -> days.remove(range(pause)));
        return days;
    }

    private static Range<Integer> range(DateSpan span) {
        return Range.closedOpen(Days.of(span.start()), span.end().map(Days::of).orElse(IntervalTable.OPEN));
    }
}
