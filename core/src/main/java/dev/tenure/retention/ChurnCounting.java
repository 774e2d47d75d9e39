package dev.tenure.retention;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.internal.Days;
import java.time.LocalDate;
import java.util.stream.IntStream;

/**
 * Counts what happened to clients in consecutive periods, in one pass over their spells. What happens after the last observed
 * day is not seen.
 */
final class ChurnCounting {

    private final ClientPresence presence;
    private final int periods;

    /** The first day of every period, and the day after the last one observed. */
    private final int[] bounds;

    private final int firstDay;
    private final int endDay;
    private final int[] periodOfDay;

    private final long[] starts;
    private final long[] ends;

    /** Ends of spells that did not start on the same day. */
    private final long[] losses;

    /** By how much the number of clients on a pause changes, and of those among them who were clients on the eve. */
    private final long[] pauseChanges;

    private final long[] pauseOnEveChanges;

    private final long[] joined;
    private final long[] returned;
    private final long[] churnEvents;
    private final long[] churnedAndBack;
    private final long[] joinedAndLeft;
    private final long[] undecided;
    private final long[] undecidedOpening;

    private ChurnCounting(ClientPresence presence, int[] bounds) {
        this.presence = presence;
        this.bounds = bounds;
        periods = bounds.length - 1;
        firstDay = bounds[0];
        endDay = bounds[periods];
        int days = endDay - firstDay;
        periodOfDay = IntStream.range(0, periods)
                .flatMap(period ->
                        IntStream.range(bounds[period], bounds[period + 1]).map(day -> period))
                .toArray();
        starts = new long[days];
        ends = new long[days];
        losses = new long[days];
        pauseChanges = new long[days + 1];
        pauseOnEveChanges = new long[days + 1];
        joined = new long[periods];
        returned = new long[periods];
        churnEvents = new long[periods];
        churnedAndBack = new long[periods];
        joinedAndLeft = new long[periods];
        undecided = new long[periods];
        undecidedOpening = new long[periods];
    }

    /** Counts by consecutive periods, the last of which may reach past {@code asOf} but starts no later. */
    static ImmutableList<ChurnCounts> count(ClientPresence presence, ImmutableList<ReportingPeriod> periods, int asOf) {
        int[] bounds = IntStream.concat(periods.stream().mapToInt(period -> Days.of(period.start())), IntStream.of((int)
                        Math.min(periods.get(periods.size() - 1).end().toEpochDay(), asOf + 1L)))
                .toArray();
        ChurnCounting counting = new ChurnCounting(presence, bounds);
        for (int client = 0; client < presence.clients(); client++) {
            counting.addSpells(client);
            counting.addPauses(client);
        }
        return counting.counts();
    }

    private void addSpells(int client) {
        IntervalTable spells = presence.spells();
        Walk walk = new Walk();
        for (int i = spells.first(client); i < spells.end(client) && spells.from(i) < endDay; i++) {
            addStart(walk, spells.from(i), i > spells.first(client));
            if (isObserved(spells.to(i))) {
                int day = spells.to(i) - firstDay;
                ends[day]++;
                losses[day] += spells.from(i) < spells.to(i) ? 1 : 0;
                walk.leave(periodOfDay[day]);
            } else {
                walk.present = spells.to(i) >= endDay;
            }
        }
        walk.close();
    }

    private void addStart(Walk walk, int start, boolean hasBeenClient) {
        if (isObserved(start)) {
            starts[start - firstDay]++;
            walk.come(periodOfDay[start - firstDay], hasBeenClient);
        } else {
            walk.present = true;
        }
    }

    private boolean isObserved(int day) {
        return day >= firstDay && day < endDay;
    }

    private void addPauses(int client) {
        IntervalTable pauses = presence.pauses();
        for (int i = pauses.first(client); i < pauses.end(client); i++) {
            int from = Math.max(pauses.from(i), firstDay);
            int to = Math.min(pauses.to(i), endDay);
            if (from < to) {
                addPause(client, from, to);
            }
        }
    }

    private void addPause(int client, int from, int to) {
        IntervalTable spells = presence.spells();
        int start = spells.from(spells.holding(client, from));
        addRange(pauseChanges, from, to);
        addRange(pauseOnEveChanges, Math.max(from, start + 1), to);
        for (int period = periodOfDay[from - firstDay]; period <= periodOfDay[to - 1 - firstDay]; period++) {
            if (bounds[period + 1] <= to) {
                undecided[period]++;
                undecidedOpening[period] += spells.holding(client, bounds[period] - 1) >= 0 ? 1 : 0;
            }
        }
    }

    private void addRange(long[] changes, int from, int to) {
        if (from < to) {
            changes[from - firstDay]++;
            changes[to - firstDay]--;
        }
    }

    private ImmutableList<ChurnCounts> counts() {
        ImmutableList.Builder<ChurnCounts> counts = ImmutableList.builder();
        Balance balance = new Balance();
        for (int period = 0; period < periods; period++) {
            counts.add(counts(period, balance));
        }
        return counts.build();
    }

    private ChurnCounts counts(int period, Balance balance) {
        ChurnCountsBuilder counts = ChurnCounts.builder()
                .opening(balance.present)
                .joined(joined[period])
                .returned(returned[period])
                .churnEvents(churnEvents[period])
                .churnedAndBack(churnedAndBack[period])
                .joinedAndLeft(joinedAndLeft[period])
                .undecided(undecided[period])
                .undecidedOpening(undecidedOpening[period])
                .days(bounds[period + 1] - bounds[period]);
        long clientDays = 0;
        for (int day = bounds[period]; day < bounds[period + 1]; day++) {
            counts.addDaily(balance.pass(day - firstDay));
            clientDays += balance.present - balance.paused;
        }
        return counts.clientDays(clientDays).build();
    }

    /** The books from day to day. */
    private final class Balance {

        private long present = openingBook();
        private long paused;
        private long pausedOnEve;

        private ChurnDay pass(int day) {
            paused += pauseChanges[day];
            pausedOnEve += pauseOnEveChanges[day];
            ChurnDay result = ChurnDay.of(present - pausedOnEve, losses[day]);
            present += starts[day] - ends[day];
            return result;
        }
    }

    private long openingBook() {
        return presence.presentOn(LocalDate.ofEpochDay(firstDay - 1L));
    }

    /** One client on the way through the periods. */
    private final class Walk {

        private int period = -1;
        private boolean present;
        private boolean wasThereOnEve;
        private boolean hasJoined;
        private int departures;

        private void come(int inPeriod, boolean hasBeenClient) {
            enter(inPeriod);
            present = true;
            if (!wasThereOnEve && !hasJoined) {
                hasJoined = true;
                joined[period]++;
                returned[period] += hasBeenClient ? 1 : 0;
            }
        }

        private void leave(int inPeriod) {
            enter(inPeriod);
            present = false;
            departures++;
        }

        private void enter(int inPeriod) {
            if (inPeriod != period) {
                close();
                period = inPeriod;
                wasThereOnEve = present;
                hasJoined = false;
                departures = 0;
            }
        }

        private void close() {
            if (departures == 0) {
                return;
            }
            churnEvents[period] += departures;
            churnedAndBack[period] += present ? departures : departures - 1;
            joinedAndLeft[period] += !present && !wasThereOnEve ? 1 : 0;
        }
    }
}
