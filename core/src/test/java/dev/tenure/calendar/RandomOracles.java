package dev.tenure.calendar;

import dev.tenure.calendar.WallClockOracle.Ranges;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Schedules and stretches of time by chance, most of them about changes of the clock. */
final class RandomOracles {

    static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "America/Sao_Paulo",
            "Australia/Lord_Howe",
            "Antarctica/Troll",
            "Pacific/Apia",
            "Pacific/Fakaofo",
            "Pacific/Kwajalein",
            "Pacific/Kiritimati",
            "America/Santiago",
            "America/Juneau",
            "Asia/Beirut",
            "Asia/Tehran",
            "Asia/Kathmandu",
            "Asia/Gaza",
            "Asia/Manila",
            "Africa/Casablanca",
            "Africa/Monrovia",
            "Europe/Dublin",
            "Europe/Moscow",
            "Pacific/Chatham",
            "UTC",
            "+05:45",
            "-18:00");

    private static final int DAY = 86_400;
    private static final int MINUTE = 60;
    private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-11-01T00:00:00Z").getEpochSecond();

    private final Random random;

    RandomOracles(Random random) {
        this.random = random;
    }

    /** A second about which the strip is laid: a change of the clock where the zone has one. */
    long centre(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffsetTransition> changes = rules.getTransitions();
        int kind = random.nextInt(10);
        if (kind < 3 || changes.isEmpty()) {
            return anySecond();
        }
        List<ZoneOffsetTransition> dates = changes.stream()
                .filter(change -> Math.abs(change.getDuration().toHours()) >= 20)
                .toList();
        if (kind < 5 && !dates.isEmpty()) {
            return dates.get(random.nextInt(dates.size())).toEpochSecond();
        }
        if (kind < 7) {
            ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond(anySecond()));
            return next == null ? anySecond() : Math.min(LAST, next.toEpochSecond());
        }
        return changes.get(random.nextInt(changes.size())).toEpochSecond();
    }

    private long anySecond() {
        return FIRST + (long) (random.nextDouble() * (LAST - FIRST));
    }

    /** The step that no clock of these zones was ever set by less than, near the given second. */
    static int step(List<ZoneId> zones, long from, long to) {
        for (ZoneId zone : zones) {
            ZoneRules rules = zone.getRules();
            Instant now = Instant.ofEpochSecond(from);
            while (now != null && now.getEpochSecond() <= to) {
                if (rules.getOffset(now).getTotalSeconds() % MINUTE != 0 || now.getEpochSecond() % MINUTE != 0) {
                    return 1;
                }
                ZoneOffsetTransition next = rules.nextTransition(now);
                now = next == null ? null : next.getInstant();
            }
        }
        return MINUTE;
    }

    /** A schedule whose special dates lie within days of the given second. */
    WallClockOracle schedule(ZoneId zone, long centre, int step) {
        WallClockOracle oracle = new WallClockOracle(zone);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(5) > 0) {
                oracle.week.put(day, ranges(step, true));
            }
        }
        LocalDate middle = Instant.ofEpochSecond(centre).atZone(zone).toLocalDate();
        for (int i = random.nextInt(4); i > 0; i--) {
            boolean closed = random.nextBoolean();
            oracle.overrides.put(nearby(middle), closed ? new Ranges(List.of()) : ranges(step, true));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            oracle.breaks.put(nearby(middle), ranges(step, false));
        }
        oracle.tailIsCut = random.nextBoolean();
        return oracle;
    }

    private LocalDate nearby(LocalDate date) {
        return date.plusDays(random.nextInt(7) - 3);
    }

    /** Up to three ranges; the last may run over midnight. Much happens early, when clocks are changed. */
    private Ranges ranges(int step, boolean overnight) {
        int kind = random.nextInt(12);
        if (kind == 0) {
            return new Ranges(List.of(new int[] {0, DAY}));
        }
        TreeSet<Integer> edges = new TreeSet<>();
        int size = 2 * (1 + random.nextInt(3));
        while (edges.size() < size) {
            edges.add(random.nextInt(random.nextBoolean() ? DAY / 6 : DAY) / step * step);
        }
        List<int[]> ranges = new ArrayList<>();
        List<Integer> sorted = new ArrayList<>(edges);
        for (int i = 0; i < size; i += 2) {
            ranges.add(new int[] {sorted.get(i), sorted.get(i + 1)});
        }
        int[] last = ranges.get(ranges.size() - 1);
        if (kind < 3) {
            last[1] = DAY;
        } else if (kind < 7 && overnight) {
            last[1] = DAY + random.nextInt(last[0] + 1) / step * step;
        }
        return new Ranges(ranges);
    }
}
