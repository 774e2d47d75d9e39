package dev.tenure.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The worked example of docs/working-time.md. */
class WorkingTimeWorkedExampleTest {

    @Test
    void theNumbersOfThePageAreThese() {
        WeeklyHours week = WeeklyHours.mondayToFriday(DayHours.parse("09:00-13:00", "14:00-18:00"));
        WorkSchedule berlin = WorkSchedule.builder()
                .zone(ZoneId.of("Europe/Berlin"))
                .weekly(week)
                .putOverride(LocalDate.of(2024, 10, 31), DayHours.closed())
                .putOverride(LocalDate.of(2024, 10, 26), DayHours.parse("10:00-14:00"))
                .putBreak(LocalDate.of(2024, 10, 28), DayHours.parse("15:00-16:00"))
                .build();
        BusinessCalendar calendar = BusinessCalendar.of(berlin);
        Instant asked = Instant.parse("2024-10-25T15:30:00Z");

        Instant stay = calendar.plus(asked, Duration.ofMinutes(30));
        Instant roll = calendar.plus(asked, Duration.ofMinutes(30), Landing.ROLL);
        Instant deadline = calendar.plus(asked, Duration.ofHours(8));
        Duration open = calendar.between(asked, Instant.parse("2024-11-01T08:00:00Z"));
        LocalDate due = berlin.plus(LocalDate.of(2024, 10, 29), BusinessDays.of(2));

        WorkSchedule newYork = WorkSchedule.of(ZoneId.of("America/New_York"), week);
        BusinessCalendar bothAtWork = calendar.intersection(BusinessCalendar.of(newYork));
        ImmutableList<WorkingInterval> calls =
                bothAtWork.intervals(Instant.parse("2024-10-29T00:00:00Z"), Instant.parse("2024-10-30T00:00:00Z"));

        assertEquals(Instant.parse("2024-10-25T16:00:00Z"), stay);
        assertEquals(Instant.parse("2024-10-26T08:00:00Z"), roll);
        assertEquals(Instant.parse("2024-10-28T11:30:00Z"), deadline);
        assertEquals(Duration.parse("PT27H30M"), open);
        assertEquals(LocalDate.of(2024, 11, 1), due);
        assertEquals(
                ImmutableList.of(WorkingInterval.of(
                        Instant.parse("2024-10-29T13:00:00Z"), Instant.parse("2024-10-29T17:00:00Z"))),
                calls);
    }
}
