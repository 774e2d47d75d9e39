package dev.tenure.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.WallClockOracle.Ranges;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every calendar. */
class BusinessCalendarLawsTest {

    private static final Duration CYCLE = Duration.ofSeconds(OpenTime.CYCLE);

    /** A calendar by chance, two instants near each other, and the open time between them. */
    record Case(WallClockOracle oracle, Instant from, Instant to, Duration time) {

        static Case of(Random random) {
            String zone = RandomOracles.ZONES.get(random.nextInt(RandomOracles.ZONES.size()));
            return of(random, ZoneId.of(zone));
        }

        static Case of(Random random, ZoneId zone) {
            RandomOracles oracles = new RandomOracles(random);
            long centre = oracles.centre(zone);
            WallClockOracle oracle = oracles.schedule(zone, centre, 1);
            oracle.week.putIfAbsent(DayOfWeek.MONDAY, new Ranges(List.of(new int[] {32_400, 61_200})));
            Instant one = near(centre, random);
            Instant other = near(centre, random);
            Instant from = one.isBefore(other) ? one : other;
            Instant to = one.isBefore(other) ? other : one;
            return new Case(oracle, from, to, calendar(oracle).between(from, to));
        }

        private static Instant near(long centre, Random random) {
            return Instant.ofEpochSecond(
                    centre + random.nextInt(20 * 86_400) - 10 * 86_400, random.nextInt(1_000_000_000));
        }

        BusinessCalendar calendar() {
            return calendar(oracle);
        }

        private static BusinessCalendar calendar(WallClockOracle oracle) {
            return BusinessCalendar.of(oracle.toSchedule());
        }

        Duration part(double share) {
            return Duration.ofNanos((long) (time.toNanos() * share));
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.randomValue(Case::of);
    }

    @Property
    void theTimeBehindAStepIsTheStep(@ForAll("cases") Case any) {
        BusinessCalendar calendar = any.calendar();

        for (Landing landing : Landing.values()) {
            assertEquals(any.time, calendar.between(any.from, calendar.plus(any.from, any.time, landing)));
            assertEquals(any.time, calendar.between(calendar.minus(any.to, any.time, landing), any.to));
        }
    }

    @Property
    void timeAddsUp(@ForAll("cases") Case any) {
        BusinessCalendar calendar = any.calendar();
        Instant between = any.from.plus(Duration.between(any.from, any.to).dividedBy(3));

        assertEquals(any.time, calendar.between(any.from, between).plus(calendar.between(between, any.to)));
        assertEquals(calendar.between(any.from, between), any.time.plus(calendar.between(any.to, between)));
    }

    @Property
    void theOtherWayRoundTimeIsNegative(@ForAll("cases") Case any) {
        assertEquals(any.time.negated(), any.calendar().between(any.to, any.from));
    }

    @Property
    void twoStepsAreOneStep(@ForAll("cases") Case any) {
        BusinessCalendar calendar = any.calendar();
        Duration first = any.part(0.4);
        Duration rest = any.time.minus(first);

        assertEquals(calendar.plus(any.from, any.time), calendar.plus(calendar.plus(any.from, first), rest));
        assertEquals(calendar.minus(any.to, any.time), calendar.minus(calendar.minus(any.to, first), rest));
    }

    @Property
    void aLongerStepNeverEndsEarlier_andNoStepGoesBack(@ForAll("cases") Case any) {
        BusinessCalendar calendar = any.calendar();

        for (Landing landing : Landing.values()) {
            Instant last = any.from;
            for (double share : new double[] {0, 0.25, 0.5, 0.75, 1}) {
                Instant next = calendar.plus(any.from, any.part(share), landing);
                assertFalse(next.isBefore(last), () -> next + " after " + share);
                last = next;
            }
        }
    }

    @Property
    void rollIsNeverBeforeStay_andNoTimeLiesBetween(@ForAll("cases") Case any) {
        BusinessCalendar calendar = any.calendar();
        Instant stay = calendar.plus(any.from, any.time);
        Instant roll = calendar.plus(any.from, any.time, Landing.ROLL);

        assertFalse(roll.isBefore(stay));
        assertEquals(Duration.ZERO, calendar.between(stay, roll));
    }

    @Property
    void minusMirrorsPlus(@ForAll("cases") Case any) {
        BusinessCalendar calendar = any.calendar();

        for (Landing landing : Landing.values()) {
            assertEquals(
                    calendar.plus(any.to, any.time.negated(), landing),
                    any.time.isZero()
                            ? calendar.plus(any.to, any.time, landing)
                            : calendar.minus(any.to, any.time, landing));
        }
        if (calendar.isOpen(any.from)) {
            assertEquals(any.from, calendar.minus(calendar.plus(any.from, any.time), any.time));
        }
    }

    @Property(tries = 60)
    void setsAgreeWithMembershipAtEveryMinute(@ForAll("cases") Case one, @ForAll("cases") Case other) {
        BusinessCalendar first = one.calendar();
        BusinessCalendar second = other.calendar();
        BusinessCalendar union = first.union(second);
        BusinessCalendar intersection = first.intersection(second);
        BusinessCalendar difference = first.difference(second);

        for (int minute = 0; minute < 24 * 60; minute++) {
            Instant now = one.from.plusSeconds(60L * minute);
            assertEquals(first.isOpen(now) || second.isOpen(now), union.isOpen(now));
            assertEquals(first.isOpen(now) && second.isOpen(now), intersection.isOpen(now));
            assertEquals(first.isOpen(now) && !second.isOpen(now), difference.isOpen(now));
        }
        assertEquals(
                first.between(one.from, one.to).plus(second.between(one.from, one.to)),
                union.between(one.from, one.to).plus(intersection.between(one.from, one.to)));
        assertEquals(
                first.between(one.from, one.to),
                difference.between(one.from, one.to).plus(intersection.between(one.from, one.to)));
    }

    @Property
    void intervalsHoldTheTimeBetween(@ForAll("cases") Case any) {
        assertEquals(
                any.time,
                any.calendar().intervals(any.from, any.to).stream()
                        .map(WorkingInterval::length)
                        .reduce(Duration.ZERO, Duration::plus));
    }

    @Property
    void splittingRangesChangesNothing(@ForAll("cases") Case any, @ForAll Random random) {
        WallClockOracle split = new WallClockOracle(any.oracle.zone);
        split.tailIsCut = any.oracle.tailIsCut;
        any.oracle.week.forEach((day, ranges) -> split.week.put(day, splitted(ranges, random)));
        any.oracle.overrides.forEach((date, ranges) -> split.overrides.put(date, splitted(ranges, random)));
        any.oracle.breaks.forEach((date, ranges) -> split.breaks.put(date, splitted(ranges, random)));
        BusinessCalendar calendar = BusinessCalendar.of(split.toSchedule());

        assertEquals(any.calendar().intervals(any.from, any.to), calendar.intervals(any.from, any.to));
        assertEquals(any.time, calendar.between(any.from, any.to));
    }

    private static Ranges splitted(Ranges ranges, Random random) {
        List<int[]> parts = new ArrayList<>();
        for (int[] range : ranges.list()) {
            // both parts begin on the date the whole one does
            int middle = range[0] + 1 + random.nextInt(Math.min(range[1], 86_400) - range[0]);
            if (middle < Math.min(range[1], 86_400)) {
                parts.add(new int[] {range[0], middle});
                parts.add(new int[] {middle, range[1]});
            } else {
                parts.add(range);
            }
        }
        return new Ranges(parts);
    }

    @Property
    void fourHundredYearsLaterTheSameHappens(@ForAll Random random) {
        Case any = Case.of(random, ZoneId.of("+05:45"));
        WallClockOracle later = new WallClockOracle(any.oracle.zone);
        later.tailIsCut = any.oracle.tailIsCut;
        later.week.putAll(any.oracle.week);
        int years = any.from.isAfter(Instant.parse("9500-01-01T00:00:00Z")) ? -400 : 400;
        Duration shift = years > 0 ? CYCLE : CYCLE.negated();
        any.oracle.overrides.forEach((date, ranges) -> later.overrides.put(date.plusYears(years), ranges));
        any.oracle.breaks.forEach((date, ranges) -> later.breaks.put(date.plusYears(years), ranges));
        BusinessCalendar calendar = BusinessCalendar.of(later.toSchedule());

        assertEquals(any.time, calendar.between(any.from.plus(shift), any.to.plus(shift)));
        assertEquals(
                any.calendar().plus(any.from, any.time).plus(shift), calendar.plus(any.from.plus(shift), any.time));
        assertEquals(
                any.calendar().minus(any.to, any.time, Landing.ROLL).plus(shift),
                calendar.minus(any.to.plus(shift), any.time, Landing.ROLL));
    }

    @Property
    void byTheWallClockEveryNightIsAsLong(@ForAll Random random) {
        ZoneId zone = ZoneId.of(RandomOracles.ZONES.get(random.nextInt(RandomOracles.ZONES.size())));
        BusinessCalendar nights = BusinessCalendar.of(WorkSchedule.of(
                        zone, WeeklyHours.of(EnumSet.allOf(DayOfWeek.class), DayHours.parse("22:00-06:00"))))
                .with(TimeMeasure.NOMINAL);
        LocalDate date = Instant.ofEpochSecond(new RandomOracles(random).centre(zone))
                .atZone(zone)
                .toLocalDate();
        LocalDate next = date.plusDays(1).atStartOfDay(zone).toLocalDate();

        assertEquals(Duration.ofHours(8), nights.between(noon(date, zone), noon(next, zone)));
    }

    private static Instant noon(LocalDate date, ZoneId zone) {
        return date.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }

    @Property(tries = 15)
    void theOrderOfQuestionsChangesNothing(@ForAll("cases") Case any, @ForAll Random random) {
        BusinessCalendar warmed = any.calendar();
        for (int i = 0; i < 5; i++) {
            Duration away = Duration.ofDays(random.nextInt(10_000));
            Instant elsewhere = any.from.isBefore(Instant.EPOCH) ? any.from.plus(away) : any.from.minus(away);
            Instant next = warmed.nextOpen(elsewhere);
            assertEquals(next, any.calendar().nextOpen(elsewhere));
            assertEquals(warmed.between(any.from, next), any.calendar().between(any.from, next));
        }

        assertEquals(any.time, warmed.between(any.from, any.to));
        assertEquals(any.calendar().plus(any.from, any.time), warmed.plus(any.from, any.time));
        assertEquals(any.calendar().minus(any.to, any.time), warmed.minus(any.to, any.time));
    }

    @Property(tries = 20)
    void threadsThatShareAFreshCalendarAgree(@ForAll("cases") Case any, @ForAll Random random) throws Exception {
        ImmutableList<Instant> instants = random.longs(20)
                .mapToObj(i -> any.from.plusSeconds(86_400L * random.nextInt(36_500)))
                .filter(instant -> instant.isBefore(Instant.parse("9999-01-01T00:00:00Z")))
                .collect(ImmutableList.toImmutableList());
        BusinessCalendar alone = any.calendar();
        BusinessCalendar shared = any.calendar();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (Instant instant : instants) {
            Duration expected = alone.between(any.from, instant);
            tasks.add(() -> {
                assertEquals(expected, shared.between(any.from, instant));
                assertEquals(expected, shared.between(any.from, shared.plus(any.from, expected)));
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Property
    void nanosecondsAreKept(@ForAll("cases") Case any) {
        BusinessCalendar calendar = any.calendar();
        Instant open = calendar.nextOpen(any.from);
        Duration time = any.time.plusNanos(1);

        assertEquals(time, calendar.between(open, calendar.plus(open, time)));
        assertEquals(Duration.ofNanos(1), calendar.between(calendar.plus(open, any.time), calendar.plus(open, time)));
    }

    @Property
    void secondsCountAsInstantsDo(@ForAll("cases") Case any) {
        BusinessCalendar calendar = any.calendar();
        long from = any.from.getEpochSecond();
        long seconds = calendar.secondsBetween(from, any.to.getEpochSecond());

        assertEquals(
                Duration.ofSeconds(seconds),
                calendar.between(Instant.ofEpochSecond(from), Instant.ofEpochSecond(any.to.getEpochSecond())));
        assertEquals(
                calendar.plus(Instant.ofEpochSecond(from), Duration.ofSeconds(seconds)),
                Instant.ofEpochSecond(calendar.plusSeconds(from, seconds)));
        assertEquals(
                calendar.minus(Instant.ofEpochSecond(from), Duration.ofSeconds(seconds)),
                Instant.ofEpochSecond(calendar.plusSeconds(from, -seconds)));
    }
}
