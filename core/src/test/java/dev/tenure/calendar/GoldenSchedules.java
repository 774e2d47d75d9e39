package dev.tenure.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads the files of published cases: schedules by name, and the calendars that cases build from them. */
final class GoldenSchedules {

    private final JsonNode file;

    private GoldenSchedules(JsonNode file) {
        this.file = file;
    }

    static GoldenSchedules of(String name) {
        try (InputStream stream = GoldenSchedules.class.getResourceAsStream(name)) {
            return new GoldenSchedules(new ObjectMapper().readTree(Objects.requireNonNull(stream)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Stream<JsonNode> cases() {
        return Streams.stream(file.get("cases"));
    }

    BusinessCalendar calendar(JsonNode golden) {
        if (golden.has("versions")) {
            return versions(golden.get("versions"));
        }
        if (golden.has("schedules")) {
            BusinessCalendar first = calendar(golden.get("schedules").get(0).asText());
            BusinessCalendar second = calendar(golden.get("schedules").get(1).asText());
            return switch (golden.get("combine").asText()) {
                case "union" -> first.union(second);
                case "intersection" -> first.intersection(second);
                default -> throw new IllegalArgumentException(golden.toString());
            };
        }
        return calendar(golden.get("schedule").asText());
    }

    private BusinessCalendar versions(JsonNode versions) {
        BusinessCalendar calendar = calendar(versions.get(0).get("schedule").asText());
        for (int i = 1; i < versions.size(); i++) {
            calendar = calendar.thenFrom(
                    Instant.parse(versions.get(i).get("effectiveFrom").asText()),
                    calendar(versions.get(i).get("schedule").asText()));
        }
        return calendar;
    }

    private BusinessCalendar calendar(String name) {
        return BusinessCalendar.of(schedule(name));
    }

    private WorkSchedule schedule(String name) {
        JsonNode schedule = file.get("schedules").get(name);
        WeeklyHours weekly = WeeklyHours.closed();
        for (DayOfWeek day : DayOfWeek.values()) {
            weekly = weekly.with(day, hours(schedule.at("/weekly/" + day.name().substring(0, 3))));
        }
        WorkScheduleBuilder builder = WorkSchedule.builder()
                .zone(ZoneId.of(schedule.get("zone").asText()))
                .weekly(weekly);
        // a suite may name the same date twice: hours of the date's own win over a holiday
        Map<LocalDate, DayHours> overrides = new HashMap<>();
        schedule.path("holidays").forEach(date -> overrides.put(date(date.asText()), DayHours.closed()));
        schedule.path("overrides").properties().forEach(e -> overrides.put(date(e.getKey()), hours(e.getValue())));
        builder.overrides(overrides);
        schedule.path("breaks").properties().forEach(e -> builder.putBreak(date(e.getKey()), hours(e.getValue())));
        return builder.build();
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    private static DayHours hours(JsonNode ranges) {
        return DayHours.parse(Streams.stream(ranges).map(JsonNode::asText).toArray(String[]::new));
    }

    static ImmutableList<WorkingInterval> intervals(JsonNode pairs) {
        return Streams.stream(pairs)
                .map(pair -> WorkingInterval.of(instant(pair.get(0)), instant(pair.get(1))))
                .collect(ImmutableList.toImmutableList());
    }

    static Instant instant(JsonNode text) {
        return Instant.parse(text.asText());
    }
}
