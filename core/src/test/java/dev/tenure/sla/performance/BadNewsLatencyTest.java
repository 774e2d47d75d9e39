package dev.tenure.sla.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.calendar.DayHours;
import dev.tenure.calendar.WeeklyHours;
import dev.tenure.calendar.WorkSchedule;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class BadNewsLatencyTest {

    private static final Instant NOON = Instant.parse("2025-03-10T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofDays(30));
    private static final Duration HOUR = Duration.ofHours(1);
    private static final BadNewsLatency ALWAYS = BadNewsLatency.within(HOUR, BusinessCalendar.always());

    // golden: the remission times of 21 patients under 6-MP, of whom 9 relapsed; E. J. Freireich et al., Blood 21
    // (1963), 699-716.
    // S falls below one half at 23 weeks, the published median; the curve ends at 0.448, so that there is no 90th
    // percentile.

    @Test
    void untoldNews_isCensored_asInThePublishedCurve() {
        Stream<BadNews> told = Stream.of(6, 6, 6, 7, 10, 13, 16, 22, 23)
                .map(time -> BadNews.told(LATER.minus(Duration.ofHours(time)), LATER));
        Stream<BadNews> untold = Stream.of(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
                .map(time -> BadNews.untold(LATER.minus(Duration.ofHours(time))));
        BadNewsLatencyResult result = ALWAYS.of(Stream.concat(told, untold).collect(Collectors.toList()), LATER);

        assertEquals(Outcome.of(Duration.ofHours(23)), result.value());
        assertEquals(Reason.NEVER_REACHED, ((Outcome.Undefined<?>) result.p90()).reason());
        assertEquals(0.448, result.curve().survivalAt(23 * 3600.0).orElseThrow(), 5e-4);
        assertEquals(21, result.incidents());
        assertEquals(9, result.told());
    }

    // golden: 8 of 10 is 0.4902 to 0.9433 by Wilson at 95 %: ((0.8 + z²/20) ± z √(0.16/10 + z²/400)) / (1 + z²/10)

    @Test
    void shareInTime_hasWilsonsInterval() {
        List<BadNews> news = new ArrayList<>(Collections.nCopies(8, told(30)));
        news.add(told(61));
        news.add(told(90));
        Interval interval = ALWAYS.of(news, LATER).interval().orElseThrow();

        assertEquals(0.4902, interval.lower(), 5e-5);
        assertEquals(0.9433, interval.upper(), 5e-5);
        assertTrue(ALWAYS.with(ConfidenceLevel.P99)
                        .of(news, LATER)
                        .interval()
                        .orElseThrow()
                        .width()
                > interval.width());
    }

    // laws

    @Provide
    static Arbitrary<List<BadNews>> incidents() {
        Arbitrary<BadNews> told = Arbitraries.integers().between(0, 200).map(BadNewsLatencyTest::told);
        Arbitrary<BadNews> untold = Arbitraries.integers()
                .between(0, 200)
                .map(minutes -> BadNews.untold(LATER.minus(Duration.ofMinutes(minutes))));
        return Combinators.combine(
                        Arbitraries.oneOf(told, untold), Arbitraries.integers().between(-50, 250))
                .as((news, found) ->
                        found % 3 == 0 ? news.foundByClientAt(news.detected().plus(Duration.ofMinutes(found))) : news)
                .list()
                .ofMaxSize(25);
    }

    @Property(tries = 300)
    void everyIncidentIsInTimeLateOrUndecided(@ForAll("incidents") List<BadNews> news) {
        BadNewsLatencyResult result = ALWAYS.of(news, LATER);
        long inTime = 0;
        long decided = 0;
        long first = 0;
        for (BadNews one : news) {
            Instant told = one.told().orElse(Instant.MAX);
            Instant found = one.foundByClient().orElse(Instant.MAX);
            boolean known = told.compareTo(LATER) <= 0;
            boolean before = found.compareTo(LATER) <= 0 && found.isBefore(told);
            boolean late =
                    Duration.between(one.detected(), known ? told : LATER).toMinutes() > 60;
            first += before ? 1 : 0;
            inTime += known && !before && !late ? 1 : 0;
            decided += known || before || late ? 1 : 0;
        }

        assertEquals(Proportion.of(inTime, decided), result.inTime());
        assertEquals(Proportion.of(first, news.size()), result.clientFoundFirst());
        assertEquals(news.size() - decided, result.undecided());
        assertEquals(news.size(), result.incidents());
    }

    @Property(tries = 200)
    void theOrderOfNewsAndOfMergingChangesNothing(
            @ForAll("incidents") List<BadNews> news, @ForAll @IntRange(max = 25) int cut, @ForAll Random random) {
        List<BadNews> shuffled = new ArrayList<>(news);
        Collections.shuffle(shuffled, random);
        assertEquals(ALWAYS.of(news, LATER), shuffled.parallelStream().collect(ALWAYS.collector(LATER)));
        assertEquals(ALWAYS.of(news, LATER), ALWAYS.of(shuffled, LATER));
    }

    @Property(tries = 200)
    void withoutCensoringTheMedianIsThatOfTheSample(@ForAll List<@IntRange(max = 500) Integer> minutes) {
        List<BadNews> news = minutes.stream().map(BadNewsLatencyTest::told).collect(Collectors.toList());
        List<Integer> sorted = minutes.stream().sorted().collect(Collectors.toList());
        int n = sorted.size();
        Outcome<Duration> median = n == 0
                ? Outcome.undefined(Reason.NO_DATA, "no observations")
                : Outcome.of(Duration.ofSeconds(30L * (sorted.get((n - 1) / 2) + sorted.get(n / 2))));

        assertEquals(median, ALWAYS.of(news, LATER).value());
    }

    // edges

    @Test
    void onlyWorkingTimeCounts() {
        BusinessCalendar office = BusinessCalendar.of(
                WorkSchedule.of(ZoneId.of("Europe/Moscow"), WeeklyHours.mondayToFriday(DayHours.parse("09:00-18:00"))));
        // seen on Friday at 17:30, told on Monday at 09:20
        BadNews news = BadNews.told(Instant.parse("2025-03-14T14:30:00Z"), Instant.parse("2025-03-17T06:20:00Z"));
        BadNewsLatencyResult result = BadNewsLatency.within(HOUR, office).of(List.of(news), LATER);

        assertEquals(Outcome.of(Duration.ofMinutes(50)), result.value());
        assertEquals(Proportion.of(1, 1), result.inTime());
        assertEquals(Proportion.of(0, 1), ALWAYS.of(List.of(news), LATER).inTime());
    }

    @Test
    void atTheLimit_isInTime() {
        assertEquals(Proportion.of(1, 1), ALWAYS.of(List.of(told(60)), LATER).inTime());
        assertEquals(
                Proportion.of(0, 1),
                ALWAYS.of(List.of(BadNews.told(NOON, NOON.plus(HOUR).plusNanos(1))), LATER)
                        .inTime());
        assertEquals(
                Proportion.of(1, 1),
                BadNewsLatency.within(Duration.ZERO, BusinessCalendar.always())
                        .of(List.of(told(0)), LATER)
                        .inTime());
    }

    @Test
    void untold_isUndecidedUntilTheLimit_andLateAfterIt() {
        BadNews untold = BadNews.untold(NOON);

        assertEquals(1, ALWAYS.of(List.of(untold), NOON.plus(HOUR)).undecided());
        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "nothing decided"),
                ALWAYS.of(List.of(untold), NOON.plus(HOUR)).share());
        assertEquals(
                Outcome.<Interval>undefined(Reason.NO_DATA, "nothing decided"),
                ALWAYS.of(List.of(untold), NOON.plus(HOUR)).interval());
        assertEquals(
                Outcome.of(0.0),
                ALWAYS.of(List.of(untold), NOON.plus(HOUR).plusSeconds(1)).share());
    }

    @Test
    void whatTheClientFindsFirst_isABreach_howeverSoonItIsTold() {
        BadNews found = told(10).foundByClientAt(NOON.minusSeconds(1));
        BadNewsLatencyResult result = ALWAYS.of(List.of(found), LATER);

        assertEquals(Proportion.of(0, 1), result.inTime());
        assertEquals(Proportion.of(1, 1), result.clientFoundFirst());
        assertEquals(Outcome.of(Duration.ofMinutes(10)), result.value());
    }

    @Test
    void foundAndToldAtOnce_isTold_foundLaterToo() {
        Instant at = NOON.plus(Duration.ofMinutes(10));

        assertEquals(
                Proportion.of(0, 2),
                ALWAYS.of(List.of(told(10).foundByClientAt(at), told(10).foundByClientAt(at.plusNanos(1))), LATER)
                        .clientFoundFirst());
        assertEquals(
                Proportion.of(1, 1),
                ALWAYS.of(List.of(told(10).foundByClientAt(at.minusNanos(1))), LATER)
                        .clientFoundFirst());
    }

    @Test
    void whatIsNotKnownYet_hasNotHappened() {
        BadNews news = told(10).foundByClientAt(NOON.plus(Duration.ofMinutes(5)));

        BadNewsLatencyResult before = ALWAYS.of(List.of(news), NOON.plus(Duration.ofMinutes(4)));
        assertEquals(0, before.told());
        assertEquals(Proportion.of(0, 1), before.clientFoundFirst());
        assertEquals(1, before.undecided());

        BadNewsLatencyResult between = ALWAYS.of(List.of(news), NOON.plus(Duration.ofMinutes(5)));
        assertEquals(0, between.told());
        assertEquals(Proportion.of(1, 1), between.clientFoundFirst());
        assertEquals(Proportion.of(0, 1), between.inTime());

        assertEquals(
                1, ALWAYS.of(List.of(news), NOON.plus(Duration.ofMinutes(10))).told());
        assertEquals(1, ALWAYS.of(List.of(news), NOON).incidents());
        assertEquals(0, ALWAYS.of(List.of(news), NOON.minusNanos(1)).incidents());
    }

    @Test
    void noNews_hasNoLatency() {
        BadNewsLatencyResult result = ALWAYS.of(List.of(), LATER);

        assertEquals(Outcome.<Duration>undefined(Reason.NO_DATA, "no observations"), result.value());
        assertEquals(Outcome.<Duration>undefined(Reason.NO_DATA, "no observations"), result.p90());
        assertEquals(Proportion.of(0, 0), result.clientFoundFirst());
    }

    @Test
    void fractionsOfASecond_areKept() {
        assertEquals(
                Outcome.of(Duration.ofMillis(1100)),
                ALWAYS.of(List.of(BadNews.told(NOON, NOON.plusMillis(1100))), LATER)
                        .value());
    }

    @Test
    void ninetiethPercentile_isTheNinthOfTen() {
        // the curve is flat at one tenth between the ninth and the tenth: the middle
        List<BadNews> news = Stream.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
                .map(BadNewsLatencyTest::told)
                .collect(Collectors.toList());

        assertEquals(Outcome.of(Duration.ofSeconds(570)), ALWAYS.of(news, LATER).p90());
    }

    @Test
    void accumulator_travels_andMergesClientsWithDifferentHours() throws IOException, ClassNotFoundException {
        BadNewsLatencyAccumulator first = ALWAYS.accumulator();
        first.add(Duration.ofMinutes(10), true, false);
        first.add(Duration.ofMinutes(70), false, true);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(first);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            BadNewsLatencyAccumulator second = (BadNewsLatencyAccumulator) in.readObject();
            second.add(Duration.ofMinutes(30), true, false);
            BadNewsLatencyResult result = second.merge(first).result();

            assertEquals(5, result.incidents());
            assertEquals(3, result.told());
            assertEquals(Proportion.of(3, 5), result.inTime());
            assertEquals(Proportion.of(2, 5), result.clientFoundFirst());
        }
    }

    // messages

    @Test
    void errors_sayWhatIsWrong() {
        assertEquals(
                "told must not be before detected 2025-03-10T12:00:00Z: 2025-03-10T11:59:59Z",
                message(() -> BadNews.told(NOON, NOON.minusSeconds(1))));
        assertEquals(
                "limit must not be negative: PT-1S",
                message(() -> BadNewsLatency.within(Duration.ofSeconds(-1), BusinessCalendar.always())));
        assertEquals(
                "latency must not be negative: PT-1S",
                message(() -> ALWAYS.accumulator().add(Duration.ofSeconds(-1), true, false)));
        assertEquals(
                "limit must be PT1H: PT2H",
                message(() -> ALWAYS.accumulator()
                        .merge(BadNewsLatency.within(Duration.ofHours(2), BusinessCalendar.always())
                                .accumulator())));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        assertEquals("detected", nullMessage(() -> BadNews.untold(null)));
        assertEquals("calendar", nullMessage(() -> BadNewsLatency.within(HOUR, null)));
        assertEquals("level", nullMessage(() -> Objects.hash(ALWAYS.with(null))));
        assertEquals("asOf", nullMessage(() -> Objects.hash(ALWAYS.of(ImmutableList.of(), null))));
        assertEquals("asOf", nullMessage(() -> Objects.hash(ALWAYS.collector(null))));
    }

    @Test
    void explain_showsTheCounts() {
        // half is told from 40 minutes on, and more than half from 70 on: the wait of 60 minutes is still going on
        assertEquals(
                """
                bad-news latency = 55.0000 min   [median of told - detected, in working time; news = 4, told = 3, censored = 1]
                  90th percentile = 70.0000 min   [first time by which nine tenths were told]
                  told in time = 33.33%   [told within limit and before the client found it / decided; in time = 1, \
                decided = 3, undecided = 1, limit = 60.0000 min]
                    interval = 6.15% to 79.23%   [Wilson; level = 95.00%]
                  client found first = 25.00%   [found before told / news; found before told = 1]
                """,
                ALWAYS.of(
                                List.of(
                                        told(10),
                                        told(70),
                                        told(40).foundByClientAt(NOON),
                                        BadNews.untold(LATER.minus(HOUR))),
                                LATER)
                        .explain()
                        .toText());
    }

    private static BadNews told(int minutes) {
        return BadNews.told(NOON, NOON.plus(Duration.ofMinutes(minutes)));
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }

    private static String nullMessage(Executable action) {
        return assertThrows(NullPointerException.class, action).getMessage();
    }
}
