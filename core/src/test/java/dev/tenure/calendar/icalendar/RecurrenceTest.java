package dev.tenure.calendar.icalendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecurrenceTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter ICAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);

    // golden

    static Stream<List<String>> ofTheRfc() {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                RecurrenceTest.class.getResourceAsStream("rfc5545-recurrences.csv"), StandardCharsets.UTF_8))) {
            return file
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Splitter.on('|').splitToList(line))
                    .toList()
                    .stream();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @ParameterizedTest
    @MethodSource("ofTheRfc")
    void occurrences_areThoseOfTheRfc(List<String> example) {
        LocalDateTime start = LocalDateTime.parse(example.get(0));
        ImmutableList<LocalDateTime> expected = Splitter.on(' ')
                .splitToStream(example.get(3))
                .map(text -> time(text, start))
                .collect(ImmutableList.toImmutableList());

        assertEquals(expected, expand(start, example.get(1), start.toLocalDate(), LocalDate.parse(example.get(2))));
    }

    private static LocalDateTime time(String text, LocalDateTime start) {
        String dated = text.matches("\\d{4}-.*") ? text : start.getYear() + "-" + text;
        if (!dated.contains("T")) {
            return LocalDate.parse(dated).atTime(start.toLocalTime());
        }
        return LocalDateTime.parse(dated.contains(":") ? dated : dated + ":00");
    }

    /** RFC 5545, section 3.8.5.3: every hour from 9 to 16:40 every 20 minutes, written in two ways. */
    @Test
    void twoWaysToWriteARule_giveTheSame() {
        LocalDateTime start = LocalDateTime.of(1997, 9, 2, 9, 0);
        LocalDate end = LocalDate.of(1997, 9, 20);
        ImmutableList<LocalDateTime> daily =
                expand(start, "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40", start.toLocalDate(), end);

        assertEquals(
                daily,
                expand(start, "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16", start.toLocalDate(), end));
        assertEquals(18 * 24, daily.size());
    }

    // laws

    @Property
    void occurrencesOfARange_areThoseOfItsParts(
            @ForAll @IntRange(min = 0, max = 11) int rule,
            @ForAll @IntRange(min = 0, max = 900) int from,
            @ForAll @IntRange(min = 1, max = 300) int first,
            @ForAll @IntRange(min = 1, max = 300) int second) {
        LocalDateTime start = LocalDateTime.of(2024, 2, 29, 8, 30);
        LocalDate begin = start.toLocalDate().plusDays(from - 10L);
        LocalDate middle = begin.plusDays(first);
        LocalDate end = middle.plusDays(second);

        ImmutableList<LocalDateTime> parts = ImmutableList.<LocalDateTime>builder()
                .addAll(expand(start, RULES.get(rule), begin, middle))
                .addAll(expand(start, RULES.get(rule), middle, end))
                .build();

        assertEquals(expand(start, RULES.get(rule), begin, end), parts);
    }

    private static final List<String> RULES = List.of(
            "FREQ=DAILY;INTERVAL=3",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
            "FREQ=MONTHLY",
            "FREQ=MONTHLY;BYMONTHDAY=31",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1,1",
            "FREQ=YEARLY",
            "FREQ=YEARLY;BYWEEKNO=1,53",
            "FREQ=YEARLY;BYYEARDAY=-1,60",
            "FREQ=HOURLY;INTERVAL=7",
            "FREQ=MINUTELY;INTERVAL=11;BYHOUR=3;BYMONTHDAY=5,-5",
            "FREQ=SECONDLY;INTERVAL=3000;BYMONTH=6",
            "FREQ=DAILY;COUNT=40");

    @Property
    void rule_ofEveryNthUnit_stepsByIt(@ForAll @IntRange(min = 1, max = 400) int interval) {
        LocalDateTime start = LocalDateTime.of(2023, 5, 6, 7, 8, 9);
        LocalDate end = LocalDate.of(2033, 1, 1);
        ImmutableList<LocalDateTime> expected = Stream.iterate(
                        start, time -> time.isBefore(end.atStartOfDay()), time -> time.plusDays(interval))
                .collect(ImmutableList.toImmutableList());

        assertEquals(expected, expand(start, "FREQ=DAILY;INTERVAL=" + interval, start.toLocalDate(), end));
        assertEquals(expected, expand(start, "FREQ=SECONDLY;INTERVAL=" + 86_400 * interval, start.toLocalDate(), end));
    }

    // edges

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the 29th of February is only in leap years
                "2024-02-29T10:00 | FREQ=YEARLY | 2030-01-01 | 2024-02-29T10:00 2028-02-29T10:00",
                // the last day of each month
                "2024-01-31T10:00 | FREQ=MONTHLY | 2024-06-01 | 2024-01-31T10:00 2024-03-31T10:00 2024-05-31T10:00",
                // the first date is in the series even where the rule does not say so, and counts
                "2024-01-01T10:00 | FREQ=MONTHLY;BYMONTHDAY=15;COUNT=2 | 2024-12-01 | 2024-01-01T10:00 2024-01-15T10:00",
                // week 53 is only in long years
                "2015-12-28T10:00 | FREQ=YEARLY;BYWEEKNO=53 | 2021-01-01 | 2015-12-28T10:00 2020-12-28T10:00",
                "2015-12-28T10:00 | FREQ=YEARLY;BYWEEKNO=-1;BYDAY=MO | 2018-01-01 | 2015-12-28T10:00 2016-12-26T10:00 2017-12-25T10:00",
                // a leap second is the last one of a clock that has none
                "2024-01-01T10:00:59 | FREQ=DAILY;BYSECOND=60;COUNT=2 | 2025-01-01 | 2024-01-01T10:00:59 2024-01-02T10:00:59",
                "2024-01-01T10:00 | FREQ=YEARLY;BYYEARDAY=-366 | 2029-01-01 | 2024-01-01T10:00 2028-01-01T10:00",
                "2024-01-01T10:00 | FREQ=DAILY;UNTIL=20240103 | 2025-01-01 | 2024-01-01T10:00 2024-01-02T10:00 2024-01-03T10:00",
                "2024-01-01T10:00 | FREQ=DAILY;UNTIL=20240103T100000 | 2025-01-01 | 2024-01-01T10:00 2024-01-02T10:00 2024-01-03T10:00",
                "2024-01-01T10:00 | FREQ=DAILY;UNTIL=20240103T145959Z | 2025-01-01 | 2024-01-01T10:00 2024-01-02T10:00",
                "2024-01-01T10:00 | FREQ=DAILY;BYSETPOS=2;BYHOUR=9,10,11 | 2024-01-04 | 2024-01-01T10:00 2024-01-02T10:00 2024-01-03T10:00",
                "2024-01-01T10:00 | FREQ=DAILY;BYSETPOS=5,-5;BYHOUR=9,10,11 | 2024-01-04 | 2024-01-01T10:00",
                "2024-01-01T10:00 | FREQ=YEARLY;INTERVAL=999999999 | 9999-12-31 | 2024-01-01T10:00",
                "2024-02-01T10:00 | freq=yearly;bymonth=2;bymonthday=30;wkst=su | 2100-01-01 | 2024-02-01T10:00",
                "2024-01-01T10:00 | FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30 | 2100-01-01 | 2024-01-01T10:00",
                "2024-01-01T10:00 | FREQ=SECONDLY;BYHOUR=11;BYMINUTE=1;BYSECOND=7 | 2024-01-03 | 2024-01-01T10:00 2024-01-01T11:01:07 2024-01-02T11:01:07",
                "2024-01-01T10:00 | FREQ=HOURLY;BYHOUR=11;BYMINUTE=1,2 | 2024-01-02 | 2024-01-01T10:00 2024-01-01T11:01 2024-01-01T11:02",
            })
    void edges(LocalDateTime start, String rule, LocalDate end, String expected) {
        assertEquals(
                Splitter.on(' ')
                        .splitToStream(expected)
                        .map(LocalDateTime::parse)
                        .toList(),
                expand(start, rule, start.toLocalDate(), end));
    }

    @Test
    void rangeFarFromTheStart_isReachedAtOnce() {
        LocalDateTime start = LocalDateTime.of(1, 1, 1, 0, 0);

        assertEquals(
                3600,
                expand(start, "FREQ=SECONDLY;BYHOUR=5", LocalDate.of(9000, 1, 1), LocalDate.of(9000, 1, 2))
                        .size());
    }

    @Test
    void timeThatTheClockSkips_isNeitherThereNorCounted() {
        assertEquals(
                List.of(
                        LocalDateTime.of(2024, 3, 9, 2, 30),
                        LocalDateTime.of(2024, 3, 11, 2, 30),
                        LocalDateTime.of(2024, 3, 12, 2, 30)),
                expand(
                        LocalDateTime.of(2024, 3, 9, 2, 30),
                        "FREQ=DAILY;COUNT=3",
                        LocalDate.of(2024, 3, 1),
                        LocalDate.of(2024, 4, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "FREQ=SECONDLY, 2024-01-01, 2026-01-01",
        "FREQ=SECONDLY;COUNT=999999999, 2026-01-01, 2026-01-02",
        "FREQ=YEARLY;COUNT=999999999, 9998-01-01, 9999-01-01",
    })
    void ruleOfTooManySteps_isAnError_notAPart(String rule, LocalDate from, LocalDate to) {
        IllegalArgumentException error = assertThrows(
                IllegalArgumentException.class, () -> expand(LocalDateTime.of(1, 1, 1, 0, 0), rule, from, to));

        assertEquals("event 'x' must recur in at most 1000000 steps", error.getMessage());
    }

    private static ImmutableList<LocalDateTime> expand(LocalDateTime start, String rule, LocalDate from, LocalDate to) {
        Instant begin = from.atStartOfDay(NEW_YORK).toInstant();
        return Texts.of("UID:x", "DTSTART;TZID=America/New_York:" + start.format(ICAL), "RRULE:" + rule)
                .timed(begin, to.atStartOfDay(NEW_YORK).toInstant(), ZoneOffset.UTC)
                .stream()
                .map(event -> LocalDateTime.ofInstant(event.start(), NEW_YORK))
                .collect(ImmutableList.toImmutableList());
    }
}
