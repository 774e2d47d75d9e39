package dev.tenure.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random spells near the beginning of 2025, and the slow way to count them: client by client and day by day. */
public final class Spells {

    private static final int ORIGIN = (int) LocalDate.of(2025, 1, 1).toEpochDay();
    private static final int OPEN = 200;

    private Spells() {}

    /** The days of a client from {@code from} to {@code to}, exclusive, counted from the beginning of 2025. */
    public record Spell(long client, int from, int to) {

        boolean holds(long someone, int epochDay) {
            return client == someone && from + ORIGIN <= epochDay && epochDay < to + ORIGIN;
        }
    }

    public static Arbitrary<List<Spell>> arbitrary() {
        return Combinators.combine(
                        Arbitraries.longs().between(-2, 2).map(client -> client * 3_000_000_000L),
                        Arbitraries.integers().between(-20, 60),
                        Arbitraries.frequencyOf(
                                Tuple.of(9, Arbitraries.integers().between(0, 15)),
                                Tuple.of(1, Arbitraries.just(OPEN))))
                .as((client, from, days) -> new Spell(client, from, Math.min(OPEN, from + days)))
                .list()
                .ofMaxSize(14);
    }

    public static LocalDate day(int sinceOrigin) {
        return LocalDate.ofEpochDay(ORIGIN + (long) sinceOrigin);
    }

    public static ClientPresence presence(List<Spell> spells, List<Spell> pauses) {
        return accumulator(spells, pauses).result();
    }

    public static PresenceAccumulator accumulator(List<Spell> spells, List<Spell> pauses) {
        PresenceAccumulator accumulator = ClientPresence.accumulator();
        for (Spell spell : spells) {
            if (spell.to() == OPEN) {
                accumulator.addOngoing(spell.client(), ORIGIN + spell.from());
            } else {
                accumulator.add(spell.client(), ORIGIN + spell.from(), ORIGIN + spell.to());
            }
        }
        pauses.forEach(pause ->
                accumulator.addPause(pause.client(), ORIGIN + pause.from(), ORIGIN + Math.min(pause.to(), OPEN)));
        return accumulator;
    }

    public static boolean isPresent(List<Spell> spells, long client, int epochDay) {
        return spells.stream().anyMatch(spell -> spell.holds(client, epochDay));
    }

    /** Tells whether a client came and left on a day on which no other spell of the client is or ends. */
    public static boolean isVisit(List<Spell> spells, long client, int epochDay) {
        return !isPresent(spells, client, epochDay)
                && !isPresent(spells, client, epochDay - 1)
                && spells.stream()
                        .anyMatch(spell -> spell.client() == client
                                && spell.from() == spell.to()
                                && spell.from() + ORIGIN == epochDay);
    }

    static ChurnCounts countDayByDay(List<Spell> spells, List<Spell> pauses, int start, int end) {
        Map<Long, int[]> clients = new TreeMap<>();
        spells.forEach(spell -> clients.put(spell.client(), new int[0]));
        List<ChurnCounts> all = new ArrayList<>();
        for (long client : clients.keySet()) {
            all.add(countClient(client, spells, pauses, start, end));
        }
        return sum(all, start, end);
    }

    private static ChurnCounts countClient(long client, List<Spell> spells, List<Spell> pauses, int start, int end) {
        boolean wasThere = isPresent(spells, client, start - 1);
        boolean isThere = isPresent(spells, client, end - 1);
        boolean came = false;
        int left = 0;
        long days = 0;
        ChurnCountsBuilder counts = ChurnCounts.builder();
        for (int day = start; day < end; day++) {
            boolean before = isPresent(spells, client, day - 1);
            boolean now = isPresent(spells, client, day);
            boolean visit = isVisit(spells, client, day);
            boolean paused = now && isPresent(pauses, client, day);
            came |= now || visit;
            left += visit || before && !now ? 1 : 0;
            days += now && !paused ? 1 : 0;
            counts.addDaily(ChurnDay.of(before && !paused ? 1 : 0, before && !now ? 1 : 0));
        }
        boolean undecided = isThere && isPresent(pauses, client, end - 1);
        boolean hadBeen = spells.stream().anyMatch(spell -> spell.client() == client && spell.from() + ORIGIN < start);
        return counts.opening(wasThere ? 1 : 0)
                .joined(!wasThere && came ? 1 : 0)
                .returned(!wasThere && came && hadBeen ? 1 : 0)
                .churnEvents(left)
                .churnedAndBack(isThere || left == 0 ? left : left - 1)
                .joinedAndLeft(!wasThere && came && !isThere ? 1 : 0)
                .undecided(undecided ? 1 : 0)
                .undecidedOpening(undecided && wasThere ? 1 : 0)
                .clientDays(days)
                .build();
    }

    private static ChurnCounts sum(List<ChurnCounts> all, int start, int end) {
        ChurnCountsBuilder sum = ChurnCounts.builder()
                .opening(all.stream().mapToLong(ChurnCounts::opening).sum())
                .joined(all.stream().mapToLong(ChurnCounts::joined).sum())
                .returned(all.stream().mapToLong(ChurnCounts::returned).sum())
                .churnEvents(all.stream().mapToLong(ChurnCounts::churnEvents).sum())
                .churnedAndBack(
                        all.stream().mapToLong(ChurnCounts::churnedAndBack).sum())
                .joinedAndLeft(
                        all.stream().mapToLong(ChurnCounts::joinedAndLeft).sum())
                .undecided(all.stream().mapToLong(ChurnCounts::undecided).sum())
                .undecidedOpening(
                        all.stream().mapToLong(ChurnCounts::undecidedOpening).sum())
                .clientDays(all.stream().mapToLong(ChurnCounts::clientDays).sum())
                .days(end - start);
        for (int day = 0; day < end - start; day++) {
            int index = day;
            sum.addDaily(ChurnDay.of(
                    all.stream()
                            .mapToLong(counts -> counts.daily().get(index).atRisk())
                            .sum(),
                    all.stream()
                            .mapToLong(counts -> counts.daily().get(index).lost())
                            .sum()));
        }
        return sum.build();
    }
}
