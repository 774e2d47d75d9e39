package dev.tenure.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.calendar.WallClockOracle.Strip;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The engine against {@link WallClockOracle}, on schedules, zones and instants by chance. How many answers are compared is set
 * by the system property {@value #PROPERTY}; a failure names its seed.
 */
class BusinessCalendarOracleTest {

    private static final String PROPERTY = "oracle.comparisons";
    private static final int COMPARISONS = Integer.getInteger(PROPERTY, 120_000);
    private static final int ENOUGH_FOR_ALL = 100_000;

    private static final int MINUTES = 7 * 24 * 60;
    private static final int SECONDS = 10 * 60 * 60;
    private static final int QUESTIONS = 60;

    private final Map<String, Integer> compared = new TreeMap<>();
    private int total;

    @Test
    void engineAnswersAsTheWallClockDoes() {
        for (int seed = 0; total < COMPARISONS; seed++) {
            ask(seed);
        }

        assertTrue(total >= COMPARISONS, () -> total + " comparisons");
        if (COMPARISONS >= ENOUGH_FOR_ALL) {
            for (String zone : RandomOracles.ZONES) {
                assertTrue(compared.getOrDefault(zone, 0) > COMPARISONS / 100, () -> zone + " in " + compared);
            }
            for (Question question : Question.values()) {
                assertTrue(
                        compared.getOrDefault(question.name(), 0) > COMPARISONS / 100,
                        () -> question + " in " + compared);
            }
        }
    }

    private void ask(int seed) {
        Random random = new Random(seed);
        RandomOracles oracles = new RandomOracles(random);
        String name = RandomOracles.ZONES.get(seed % RandomOracles.ZONES.size());
        ZoneId zone = ZoneId.of(name);
        ZoneId other = ZoneId.of(RandomOracles.ZONES.get(random.nextInt(RandomOracles.ZONES.size())));
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        long centre = oracles.centre(zone) / 60 * 60;
        int step = RandomOracles.step(
                kind.isSingle() ? List.of(zone) : List.of(zone, other), centre - 86_400 * 8L, centre + 86_400 * 8L);
        int size = step == 1 ? SECONDS : MINUTES;
        long start = centre - (long) size * step / 4 * (1 + random.nextInt(3)) / 60 * 60;
        WallClockOracle first = oracles.schedule(zone, centre, step);
        WallClockOracle second = oracles.schedule(other, centre, step);
        Strip strip = kind.strip(first, second, start, step, size, centre);
        BusinessCalendar calendar = kind.calendar(
                BusinessCalendar.of(first.toSchedule()), () -> BusinessCalendar.of(second.toSchedule()), centre);
        Case asked = new Case(random, strip, calendar, "seed " + seed + " " + kind + " " + calendar);
        for (int i = 0; i < QUESTIONS; i++) {
            for (Question question : Question.values()) {
                if (question.isMet(asked, i)) {
                    count(name, question);
                }
            }
        }
        if (kind == Kind.SCHEDULE) {
            askByTheWall(first, calendar.with(TimeMeasure.NOMINAL), strip, random, seed);
        }
    }

    private void count(String zone, Question question) {
        total++;
        compared.merge(zone, 1, Integer::sum);
        compared.merge(question.name(), 1, Integer::sum);
    }

    /** Time by the wall clock, in whole steps: the clock stands still while it repeats an hour. */
    private void askByTheWall(WallClockOracle oracle, BusinessCalendar calendar, Strip strip, Random random, int seed) {
        int[] open = openByTheWall(oracle, strip);
        for (int i = 0; i < QUESTIONS; i++) {
            int from = random.nextInt(open.length);
            int to = random.nextInt(open.length);
            long time = (long) (open[to] - open[from]) * strip.step;
            assertEquals(
                    Duration.ofSeconds(time),
                    calendar.between(second(strip, from), second(strip, to)),
                    () -> "seed " + seed + " " + calendar + " from " + second(strip, from) + " to "
                            + second(strip, to));
            total++;
            if (time > 0) {
                int reached = from;
                while (open[reached] < open[to]) {
                    reached++;
                }
                assertEquals(
                        second(strip, reached),
                        calendar.plus(second(strip, from), Duration.ofSeconds(time)),
                        () -> "seed " + seed + " " + calendar + " from " + second(strip, from) + " + " + time + " s");
                total++;
            }
        }
    }

    private static Instant second(Strip strip, int index) {
        return Instant.ofEpochSecond(strip.start + (long) index * strip.step);
    }

    /** For each step of the strip how many open steps the clock has passed since the strip began, those it jumped over included. */
    private static int[] openByTheWall(WallClockOracle oracle, Strip strip) {
        int[] open = new int[strip.open.length];
        // two days ahead of the strip, so that an hour repeated at its start is seen as such
        long ahead = 2 * 86_400L;
        LocalDateTime passed = wall(oracle, strip.start - ahead);
        LocalDateTime reached = passed;
        int count = 0;
        for (long second = strip.start - ahead; second < strip.end(); second += strip.step) {
            LocalDateTime shown = wall(oracle, second);
            reached = later(reached, shown);
            while (passed.isBefore(reached)) {
                count += oracle.shows(passed) ? 1 : 0;
                passed = passed.plusSeconds(strip.step);
            }
            if (second >= strip.start) {
                open[(int) ((second - strip.start) / strip.step)] = count;
            }
            reached = later(reached, shown.plusSeconds(strip.step));
        }
        return open;
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDateTime wall(WallClockOracle oracle, long second) {
        return LocalDateTime.ofEpochSecond(
                second,
                0,
                ZoneOffset.ofTotalSeconds(oracle.zone
                        .getRules()
                        .getOffset(Instant.ofEpochSecond(second))
                        .getTotalSeconds()));
    }

    /** How the calendar is made, and what of it the oracle sees. */
    private enum Kind {
        SCHEDULE,
        UNION,
        INTERSECTION,
        DIFFERENCE,
        VERSIONS;

        boolean isSingle() {
            return this == SCHEDULE;
        }

        BusinessCalendar calendar(BusinessCalendar first, Supplier<BusinessCalendar> second, long change) {
            return switch (this) {
                case SCHEDULE -> first;
                case UNION -> first.union(second.get());
                case INTERSECTION -> first.intersection(second.get());
                case DIFFERENCE -> first.difference(second.get());
                case VERSIONS -> first.thenFrom(Instant.ofEpochSecond(change), second.get());
            };
        }

        Strip strip(WallClockOracle first, WallClockOracle second, long start, int step, int size, long change) {
            Strip strip = Strip.of(first, start, step, size);
            for (int i = 0; i < size && !isSingle(); i++) {
                long now = start + (long) i * step;
                strip.open[i] = combined(strip.open[i], second.isOpen(now), now < change);
            }
            return strip;
        }

        private boolean combined(boolean first, boolean second, boolean before) {
            return switch (this) {
                case SCHEDULE -> first;
                case UNION -> first || second;
                case INTERSECTION -> first && second;
                case DIFFERENCE -> first && !second;
                case VERSIONS -> before ? first : second;
            };
        }
    }

    private record Case(Random random, Strip strip, BusinessCalendar calendar, String name) {

        /** A position in the strip, in nanoseconds: often on a step, sometimes between two, sometimes on an edge. */
        long position() {
            long nanos = random.nextInt(strip.open.length) * strip.stepNanos();
            return switch (random.nextInt(4)) {
                case 0 -> nanos + (long) (random.nextDouble() * strip.stepNanos());
                case 1 -> edgeAfter(nanos);
                default -> nanos;
            };
        }

        private long edgeAfter(long nanos) {
            long now = nanos;
            boolean open = strip.isOpen(nanos);
            while (now + strip.stepNanos() < strip.length() && strip.isOpen(now) == open) {
                now += strip.stepNanos();
            }
            return now;
        }

        void assertSame(Object expected, Object actual, Object... question) {
            assertEquals(expected, actual, () -> name + " " + List.of(question));
        }
    }

    /** What is asked. A question whose answer lies outside the strip is not counted. */
    private enum Question {
        BETWEEN {
            @Override
            boolean isMet(Case asked, int number) {
                long from = asked.position();
                long to = asked.position();
                Instant start = asked.strip.instant(from);
                Instant end = asked.strip.instant(to);
                asked.assertSame(
                        Duration.ofNanos(asked.strip.between(from, to)),
                        asked.calendar.between(start, end),
                        start,
                        end);
                return true;
            }
        },
        SECONDS_BETWEEN {
            @Override
            boolean isMet(Case asked, int number) {
                long from = asked.position() / asked.strip.stepNanos() * asked.strip.stepNanos();
                long to = asked.position() / asked.strip.stepNanos() * asked.strip.stepNanos();
                long start = asked.strip.instant(from).getEpochSecond();
                long end = asked.strip.instant(to).getEpochSecond();
                asked.assertSame(
                        Duration.ofNanos(asked.strip.between(from, to)).toSeconds(),
                        asked.calendar.secondsBetween(start, end),
                        start,
                        end);
                return true;
            }
        },
        PLUS_STAY {
            @Override
            boolean isMet(Case asked, int number) {
                return stepIsMet(asked, Landing.STAY, false);
            }
        },
        PLUS_ROLL {
            @Override
            boolean isMet(Case asked, int number) {
                return stepIsMet(asked, Landing.ROLL, false);
            }
        },
        MINUS_STAY {
            @Override
            boolean isMet(Case asked, int number) {
                return stepIsMet(asked, Landing.STAY, true);
            }
        },
        MINUS_ROLL {
            @Override
            boolean isMet(Case asked, int number) {
                return stepIsMet(asked, Landing.ROLL, true);
            }
        },
        IS_OPEN {
            @Override
            boolean isMet(Case asked, int number) {
                long at = asked.position();
                Instant instant = asked.strip.instant(at);
                asked.assertSame(asked.strip.isOpen(at), asked.calendar.isOpen(instant), instant);
                return true;
            }
        },
        NEXT_OPEN {
            @Override
            boolean isMet(Case asked, int number) {
                long from = asked.position();
                long next = asked.strip.latest(from, 0);
                if (next < 0) {
                    return false;
                }
                Instant instant = asked.strip.instant(from);
                asked.assertSame(asked.strip.instant(next), asked.calendar.nextOpen(instant), instant);
                return true;
            }
        },
        PREVIOUS_OPEN {
            @Override
            boolean isMet(Case asked, int number) {
                long from = asked.position();
                Strip backwards = asked.strip.reversed();
                long previous = backwards.latest(backwards.length() - from, 0);
                if (previous < 0) {
                    return false;
                }
                long expected = asked.strip.isOpen(from) ? from : backwards.length() - previous;
                Instant instant = asked.strip.instant(from);
                asked.assertSame(asked.strip.instant(expected), asked.calendar.previousOpen(instant), instant);
                return true;
            }
        },
        INTERVALS {
            @Override
            boolean isMet(Case asked, int number) {
                long from = asked.position();
                long to = asked.position();
                Instant start = asked.strip.instant(Math.min(from, to));
                Instant end = asked.strip.instant(Math.max(from, to));
                asked.assertSame(
                        asked.strip.intervals(Math.min(from, to), Math.max(from, to)),
                        asked.calendar.intervals(start, end),
                        start,
                        end);
                return true;
            }
        };

        /** Asks, compares, and tells whether there was an answer to compare. */
        abstract boolean isMet(Case asked, int number);

        private static boolean stepIsMet(Case asked, Landing landing, boolean backwards) {
            Strip strip = backwards ? asked.strip.reversed() : asked.strip;
            long from = asked.position();
            long start = backwards ? strip.length() - from : from;
            long time = strip.between(start, Math.max(start, asked.position()));
            long reached = landing == Landing.STAY ? strip.earliest(start, time) : strip.latest(start, time);
            if (reached < 0) {
                return false;
            }
            Instant instant = asked.strip.instant(from);
            Instant expected = asked.strip.instant(backwards ? strip.length() - reached : reached);
            Duration step = Duration.ofNanos(time);
            asked.assertSame(
                    expected,
                    backwards
                            ? asked.calendar.minus(instant, step, landing)
                            : asked.calendar.plus(instant, step, landing),
                    instant,
                    step);
            return true;
        }
    }
}
