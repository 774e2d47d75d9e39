package dev.tenure.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Published cases: the test suites of pandas, biz, working_hours, business_time, dayjs, moment, businesstimedelta, Zammad,
 * Frappe, GLPI and others, their sources named case by case; and cases worked out minute by minute for days on which clocks change.
 */
class BusinessCalendarGoldenTest {

    private static final GoldenSchedules SUITES = GoldenSchedules.of("business_time.json");
    private static final GoldenSchedules CLOCK_CHANGES = GoldenSchedules.of("business_time_dst.json");

    static Stream<JsonNode> suites() {
        return SUITES.cases();
    }

    static Stream<JsonNode> clockChanges() {
        return CLOCK_CHANGES.cases();
    }

    @ParameterizedTest
    @MethodSource("suites")
    void publishedSuites(JsonNode golden) {
        assertCase(SUITES.calendar(golden), golden);
    }

    @ParameterizedTest
    @MethodSource("clockChanges")
    void daysOnWhichClocksChange(JsonNode golden) {
        assertCase(CLOCK_CHANGES.calendar(golden), golden);
    }

    @Test
    void bothFiles_areComplete() {
        assertEquals(748, suites().count());
        assertEquals(76, clockChanges().count());
    }

    private static void assertCase(BusinessCalendar calendar, JsonNode golden) {
        switch (golden.get("op").asText()) {
            case "between" ->
                assertEquals(seconds(golden, "expectedSeconds"), calendar.between(from(golden), to(golden)));
            case "add" -> assertStep(calendar, golden, 1);
            case "subtract" -> assertStep(calendar, golden, -1);
            case "isOpen" ->
                assertEquals(
                        golden.get("expected").asBoolean(), calendar.isOpen(GoldenSchedules.instant(golden.get("at"))));
            case "nextOpen" -> assertEquals(instant(golden, "expected"), calendar.nextOpen(from(golden)));
            case "intervalsAfter" -> assertIntervals(calendar, golden);
            case "slaDeadline" ->
                assertEquals(
                        instant(golden, "expected"),
                        withoutPauses(calendar, golden).plus(from(golden), seconds(golden, "targetSeconds")));
            case "slaElapsed" ->
                assertEquals(
                        seconds(golden, "expectedSeconds"),
                        withoutPauses(calendar, golden).between(from(golden), to(golden)));
            default -> throw new IllegalArgumentException(golden.toString());
        }
    }

    /** Within working time all conventions agree; at its edge a suite either stays or rolls. */
    private static void assertStep(BusinessCalendar calendar, JsonNode golden, int sign) {
        Duration step = seconds(golden, "seconds").multipliedBy(sign);
        String landing = golden.path("landing").asText("stay");
        Landing own = landing.equals("roll") ? Landing.ROLL : Landing.STAY;
        Landing other = landing.equals("roll") ? Landing.STAY : Landing.ROLL;
        assertEquals(instant(golden, "expected"), step(calendar, golden, step, own));
        if (landing.equals("interior")) {
            assertEquals(instant(golden, "expected"), step(calendar, golden, step, other));
        }
        for (String alternative : ImmutableList.of("expectedOtherConvention", "expectedRoll")) {
            if (golden.hasNonNull(alternative)) {
                assertEquals(instant(golden, alternative), step(calendar, golden, step, other));
            }
        }
    }

    private static Instant step(BusinessCalendar calendar, JsonNode golden, Duration step, Landing landing) {
        return golden.get("op").asText().equals("subtract")
                ? calendar.minus(from(golden), step.negated(), landing)
                : calendar.plus(from(golden), step, landing);
    }

    private static void assertIntervals(BusinessCalendar calendar, JsonNode golden) {
        ImmutableList<WorkingInterval> expected = GoldenSchedules.intervals(golden.get("expected"));
        Instant end = expected.get(expected.size() - 1).end();
        assertEquals(expected, calendar.intervals(from(golden), end));
    }

    private static BusinessCalendar withoutPauses(BusinessCalendar calendar, JsonNode golden) {
        return calendar.difference(BusinessCalendar.ofIntervals(GoldenSchedules.intervals(golden.get("pauses"))));
    }

    private static Duration seconds(JsonNode golden, String field) {
        return Duration.ofSeconds(golden.get(field).asLong());
    }

    private static Instant from(JsonNode golden) {
        return instant(golden, "from");
    }

    private static Instant to(JsonNode golden) {
        return instant(golden, "to");
    }

    private static Instant instant(JsonNode golden, String field) {
        return GoldenSchedules.instant(golden.get(field));
    }
}
