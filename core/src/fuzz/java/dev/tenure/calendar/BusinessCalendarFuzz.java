package dev.tenure.calendar;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whatever the schedule and the question, the answer is a result or one of the documented exceptions, and it comes soon. */
class BusinessCalendarFuzz {

    private static final List<String> ZONES = List.of(
            "UTC", "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Antarctica/Troll", "Pacific/Apia", "+05:45");

    @FuzzTest(maxDuration = "4h", maxExecutions = 10_000_000)
    void anyScheduleAndQuestion_hasAnAnswer(FuzzedDataProvider data) {
        Optional<BusinessCalendar> calendar = calendar(data);
        if (calendar.isEmpty()) {
            return;
        }
        Instant from = instant(data);
        Duration step = Duration.ofSeconds(data.consumeLong(), data.consumeInt(0, 999_999_999));
        Landing landing = data.pickValue(Landing.values());
        try {
            Instant landed = calendar.get().plus(from, step, landing);
            check(calendar.get().between(from, landed).equals(step), from, step, landed);
        } catch (NoWorkingTimeException | IllegalArgumentException | ArithmeticException documented) {
            // a step beyond all years, or an instant outside them
        }
    }

    private static void check(boolean holds, Object... values) {
        if (!holds) {
            throw new AssertionError(List.of(values));
        }
    }

    private static Optional<BusinessCalendar> calendar(FuzzedDataProvider data) {
        try {
            WorkScheduleBuilder schedule =
                    WorkSchedule.builder().zone(ZoneId.of(data.pickValue(ZONES))).shiftTail(data.pickValue(ShiftTail.values()));
            WeeklyHours week = WeeklyHours.closed();
            for (DayOfWeek day : DayOfWeek.values()) {
                week = week.with(day, hours(data));
            }
            for (int i = data.consumeInt(0, 3); i > 0; i--) {
                schedule.putOverride(LocalDate.ofEpochDay(data.consumeInt(-20_000, 40_000)), hours(data));
            }
            return Optional.of(BusinessCalendar.of(schedule.weekly(week).build()));
        } catch (IllegalArgumentException overlapping) {
            return Optional.empty();
        }
    }

    private static DayHours hours(FuzzedDataProvider data) {
        List<TimeRange> ranges = new ArrayList<>();
        for (int i = data.consumeInt(0, 3); i > 0; i--) {
            ranges.add(TimeRange.of(time(data), time(data)));
        }
        return DayHours.of(ranges.toArray(new TimeRange[0]));
    }

    private static LocalTime time(FuzzedDataProvider data) {
        return LocalTime.ofSecondOfDay(data.consumeInt(0, 86_399));
    }

    private static Instant instant(FuzzedDataProvider data) {
        return Instant.ofEpochSecond(data.consumeLong(-70_000_000_000L, 260_000_000_000L), data.consumeInt(0, 999_999_999));
    }
}
