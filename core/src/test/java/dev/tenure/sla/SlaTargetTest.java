package dev.tenure.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableSet;
import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.calendar.DayHours;
import dev.tenure.calendar.WeeklyHours;
import dev.tenure.calendar.WorkSchedule;
import dev.tenure.calendar.WorkScheduleBuilder;
import dev.tenure.calendar.WorkingInterval;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlaTargetTest {

    private static final BusinessCalendar OFFICE = BusinessCalendar.of(
            WorkSchedule.of(ZoneOffset.UTC, WeeklyHours.mondayToFriday(DayHours.parse("09:00-13:00", "14:00-18:00"))));

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    // golden

    static Stream<JsonNode> published() throws IOException {
        return golden().get("cases").valueStream();
    }

    private static JsonNode golden() throws IOException {
        try (InputStream in = Objects.requireNonNull(SlaTargetTest.class.getResourceAsStream("paused-time.json"))) {
            return new ObjectMapper().readTree(in);
        }
    }

    @ParameterizedTest
    @MethodSource("published")
    void deadlinesAndElapsedTimes_areThePublishedOnes(JsonNode given) throws IOException {
        BusinessCalendar hours =
                calendar(golden().get("schedules").get(given.get("schedule").asText()));
        List<WorkingInterval> intervals = new ArrayList<>();
        given.get("pauses")
                .forEach(pause -> intervals.add(WorkingInterval.of(
                        Instant.parse(pause.get(0).asText()),
                        Instant.parse(pause.get(1).asText()))));
        Pauses pauses = Pauses.of(intervals);
        Instant from = instant(given, "from");
        if (given.get("op").asText().equals("slaDeadline")) {
            SlaTarget target =
                    resolution(Duration.ofSeconds(given.get("targetSeconds").asLong()), hours);
            assertEquals(
                    instant(given, "expected"), target.deadline(from, pauses).orElseThrow());
        } else {
            SlaTarget target = resolution(Duration.ofHours(1), hours);
            Instant to = instant(given, "to");
            assertEquals(Duration.ofSeconds(given.get("expectedSeconds").asLong()), target.elapsed(from, to, pauses));
            assertEquals(
                    given.get("expectedSeconds").asLong(),
                    target.elapsedSeconds(from.getEpochSecond(), to.getEpochSecond(), pairs(intervals)));
        }
    }

    private static Instant instant(JsonNode given, String name) {
        return Instant.parse(given.get(name).asText());
    }

    private static BusinessCalendar calendar(JsonNode schedule) {
        WeeklyHours week = WeeklyHours.closed();
        for (DayOfWeek day : DayOfWeek.values()) {
            JsonNode ranges = schedule.get("weekly").get(day.name().substring(0, 3));
            week = ranges == null ? week : week.with(day, hours(ranges));
        }
        WorkScheduleBuilder builder = WorkSchedule.builder()
                .zone(ZoneId.of(schedule.get("zone").asText()))
                .weekly(week);
        schedule.path("holidays")
                .forEach(date -> builder.putOverride(LocalDate.parse(date.asText()), DayHours.closed()));
        schedule.path("overrides")
                .properties()
                .forEach(entry -> builder.putOverride(LocalDate.parse(entry.getKey()), hours(entry.getValue())));
        schedule.path("breaks")
                .properties()
                .forEach(entry -> builder.putBreak(LocalDate.parse(entry.getKey()), hours(entry.getValue())));
        return BusinessCalendar.of(builder.build());
    }

    private static DayHours hours(JsonNode ranges) {
        return DayHours.parse(ranges.valueStream()
                .map(range -> range.get(0).asText() + "-" + range.get(1).asText())
                .toArray(String[]::new));
    }

    /** Source: the review of frappe/erpnext pull request 49414: a hold 17:00 to 09:00 must not move a deadline. */
    @Test
    void pauseOverNight_movesNoDeadline() {
        BusinessCalendar nineToFive = BusinessCalendar.of(
                WorkSchedule.of(ZoneOffset.UTC, WeeklyHours.mondayToFriday(DayHours.parse("09:00-17:00"))));
        Pauses night = Pauses.of(List.of(
                WorkingInterval.of(Instant.parse("2025-06-02T17:00:00Z"), Instant.parse("2025-06-03T09:00:00Z"))));

        assertEquals(
                Instant.parse("2025-06-02T17:00:00Z"),
                resolution(Duration.ofHours(8), nineToFive)
                        .deadline(Instant.parse("2025-06-02T09:00:00Z"), night)
                        .orElseThrow());
    }

    // laws

    @Property(tries = 300)
    void theTimeElapsedAtTheDeadlineIsTheTarget(@ForAll Random random, @ForAll @IntRange(min = 1) int nanos) {
        SlaTarget target =
                resolution(Duration.ofMinutes(1 + random.nextInt(6000)).plusNanos(nanos), OFFICE);
        Pauses pauses = Pauses.of(intervals(random));
        Instant from = at(random).plusNanos(nanos % 1000);

        Instant deadline = target.deadline(from, pauses).orElseThrow();

        assertEquals(target.time(), target.elapsed(from, deadline, pauses));
    }

    @Property(tries = 300)
    void aLongerTargetAndAFurtherPauseNeverBringTheDeadlineForward(@ForAll Random random) {
        SlaTarget target = resolution(Duration.ofMinutes(1 + random.nextInt(6000)), OFFICE);
        SlaTarget longer = target.toBuilder()
                .time(target.time().plusSeconds(1 + random.nextInt(9000)))
                .build();
        Pauses pauses = Pauses.of(intervals(random));
        Pauses more = pauses.and(Pauses.of(intervals(random)));
        Instant from = at(random);
        Instant deadline = target.deadline(from, pauses).orElseThrow();

        assertTrue(longer.deadline(from, pauses).orElseThrow().isAfter(deadline));
        assertTrue(!target.deadline(from, more).orElseThrow().isBefore(deadline));
    }

    @Property(tries = 300)
    void cuttingAPauseInTwoChangesNothing(@ForAll Random random) {
        List<WorkingInterval> whole = intervals(random);
        List<WorkingInterval> cut = new ArrayList<>();
        for (WorkingInterval pause : whole) {
            Instant middle = pause.start().plus(pause.length().dividedBy(2));
            cut.add(0, WorkingInterval.of(pause.start(), middle));
            cut.add(WorkingInterval.of(middle, pause.end()));
        }

        assertEquals(Pauses.of(whole), Pauses.of(cut));
    }

    @Property(tries = 300)
    void columnsOfSecondsGiveWhatInstantsGive(@ForAll Random random) {
        List<WorkingInterval> pauses = new ArrayList<>(intervals(random));
        pauses.sort(Comparator.comparing(WorkingInterval::start));
        Instant from = at(random);
        Instant to = from.plusSeconds(random.nextInt(4_000_000));
        SlaTarget target = resolution(Duration.ofHours(1), OFFICE);

        assertEquals(
                target.elapsed(from, to, Pauses.of(pauses)).toSeconds(),
                target.elapsedSeconds(from.getEpochSecond(), to.getEpochSecond(), pairs(pauses)));
    }

    private static Instant at(Random random) {
        return MONDAY.plusSeconds(random.nextInt(2_000_000));
    }

    private static List<WorkingInterval> intervals(Random random) {
        List<WorkingInterval> intervals = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            Instant start = at(random).minusSeconds(500_000);
            intervals.add(WorkingInterval.of(start, start.plusSeconds(2 + random.nextInt(300_000))));
        }
        return intervals;
    }

    private static long[] pairs(List<WorkingInterval> intervals) {
        return intervals.stream()
                .flatMap(pause -> Stream.of(pause.start(), pause.end()))
                .mapToLong(Instant::getEpochSecond)
                .toArray();
    }

    // edges

    @Test
    void pauseWithoutEnd_leavesNoDeadlineUnlessItCameTooLate() {
        SlaTarget target = resolution(Duration.ofHours(2), OFFICE);
        Instant nine = MONDAY.plus(Duration.ofHours(9));

        assertEquals(
                "undefined (none while paused)",
                target.deadline(nine, Pauses.none().openFrom(nine.plusSeconds(7199)))
                        .toString());
        assertEquals(
                nine.plusSeconds(7200),
                target.deadline(nine, Pauses.none().openFrom(nine.plusSeconds(7200)))
                        .orElseThrow());
        assertEquals(
                Duration.ofSeconds(600),
                target.elapsed(nine, nine.plusSeconds(9000), Pauses.none().openFrom(nine.plusSeconds(600))));
    }

    @Test
    void openPauses_swallowWhatTheyTouch() {
        Instant nine = MONDAY.plus(Duration.ofHours(9));
        WorkingInterval early = WorkingInterval.of(nine, nine.plusSeconds(10));
        WorkingInterval late = WorkingInterval.of(nine.plusSeconds(20), nine.plusSeconds(30));
        Pauses open =
                Pauses.of(List.of(late, early)).openFrom(nine.plusSeconds(30)).openFrom(nine.plusSeconds(40));

        assertEquals(List.of(early), open.intervals());
        assertEquals(nine.plusSeconds(20), open.openSince().orElseThrow());
        assertTrue(open.contains(nine) && open.contains(nine.plusSeconds(20)));
        assertTrue(!open.contains(nine.plusSeconds(10)));
        assertEquals(open, Pauses.of(List.of(early)).and(Pauses.none().openFrom(nine.plusSeconds(20))));
    }

    @Test
    void deadlines_thatCalendarsCannotTell_areUndefined() {
        SlaTarget never = resolution(Duration.ofHours(1), BusinessCalendar.ofIntervals(List.of()));

        assertEquals(
                Reason.NEVER_REACHED, ((Outcome.Undefined<Instant>) never.deadline(MONDAY, Pauses.none())).reason());
    }

    @Test
    void pausedBy_isAllForWorkAndNoneForWords() {
        assertEquals(
                ImmutableSet.copyOf(PauseReason.values()),
                resolution(Duration.ofHours(1), OFFICE).pausedBy());
        assertEquals(
                ImmutableSet.of(),
                SlaTarget.of(SlaTargetKind.FIRST_RESPONSE, Duration.ofHours(1), OFFICE)
                        .pausedBy());
    }

    private static SlaTarget resolution(Duration time, BusinessCalendar hours) {
        return SlaTarget.of(SlaTargetKind.RESOLUTION, time, hours);
    }

    // messages

    @Test
    void badArguments_areNamed() {
        SlaTarget target = resolution(Duration.ofHours(1), OFFICE);

        assertEquals("time must be positive: PT0S", message(() -> resolution(Duration.ZERO, OFFICE)));
        assertEquals(
                "tier must not be blank: ' '",
                message(() -> target.toBuilder().tier(" ").build()));
        assertEquals(
                "to must not be before from 2026-03-02T00:00:01Z: 2026-03-02T00:00:00Z",
                message(() -> target.elapsed(MONDAY.plusSeconds(1), MONDAY, Pauses.none())));
        assertEquals(
                "toEpochSecond must not be before fromEpochSecond 1: 0",
                message(() -> target.elapsedSeconds(1, 0, new long[0])));
        assertEquals(
                "pauses must be pairs of start and end: 1 values",
                message(() -> target.elapsedSeconds(0, 1, new long[1])));
        assertEquals(
                "pauses must end after they start: 2, 1",
                message(() -> target.elapsedSeconds(0, 1, new long[] {2, 1})));
        assertEquals(
                "pauses must be in the order of their starts: 2, 1",
                message(() -> target.elapsedSeconds(0, 1, new long[] {2, 3, 1, 3})));
    }

    private static String message(Executable executable) {
        return assertThrows(IllegalArgumentException.class, executable).getMessage();
    }
}
