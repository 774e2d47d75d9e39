package dev.tenure.sla.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.Range;
import dev.tenure.calendar.BusinessDays;
import dev.tenure.calendar.DayHours;
import dev.tenure.calendar.UncoveredDateException;
import dev.tenure.calendar.WeeklyHours;
import dev.tenure.calendar.WorkSchedule;
import dev.tenure.client.Party;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SilenceGapTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final WorkSchedule OFFICE =
            WorkSchedule.of(MOSCOW, WeeklyHours.mondayToFriday(DayHours.parse("09:00-18:00")));
    private static final SilenceGap WEEKLY = SilenceGap.within(BusinessDays.of(5), OFFICE);

    /** A Monday. */
    private static final Instant FROM = at("2025-03-03T09:00");

    private static final Instant AS_OF = at("2025-03-28T18:00");

    // laws

    @Provide
    static Arbitrary<List<SilenceGap.Message>> talks() {
        return Combinators.combine(
                        Arbitraries.integers().between(-500, 700),
                        Arbitraries.of(Party.AGENCY, Party.AGENCY, Party.CLIENT))
                .as((hours, party) -> SilenceGap.Message.of(FROM.plus(Duration.ofHours(hours)), party))
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 300)
    void stretchesJoinFromTheStartToTheAsOfInstant(@ForAll("talks") List<SilenceGap.Message> messages) {
        SilenceGapResult result = WEEKLY.of(messages, FROM, AS_OF);
        Instant end = FROM;
        Duration working = Duration.ZERO;
        int days = 0;
        for (SilenceGapResult.Stretch stretch : result.stretches()) {
            assertEquals(end, stretch.start());
            end = stretch.end();
            working = working.plus(stretch.workingTime());
            days += stretch.businessDays().count();
        }

        assertEquals(AS_OF, end);
        // four weeks of five days of nine hours; the last date is exclusive
        assertEquals(Duration.ofHours(180), working);
        assertEquals(19, days);
        assertEquals(result.news() + 1, result.stretches().size());
        assertEquals(end, result.current().end());
    }

    @Property(tries = 300)
    void theLongestIsNotShorterThanAnyOther(@ForAll("talks") List<SilenceGap.Message> messages) {
        SilenceGapResult result = WEEKLY.of(messages, FROM, AS_OF);
        TreeSet<Instant> news = messages.stream()
                .filter(message -> message.initiator() == Party.AGENCY)
                .map(SilenceGap.Message::at)
                .filter(at -> !at.isBefore(FROM) && !at.isAfter(AS_OF))
                .collect(Collectors.toCollection(TreeSet::new));
        news.add(AS_OF);
        int most = 0;
        long tooLong = 0;
        Instant start = FROM;
        for (Instant end : news) {
            int days = businessDays(start, end);
            most = Math.max(most, days);
            tooLong += days > 5 ? 1 : 0;
            start = end;
        }
        // news just at the as-of instant leaves an empty stretch, which the set above does not have
        assertEquals(most, result.longest().businessDays().count());
        assertEquals(tooLong, result.exceedances());
    }

    private static int businessDays(Instant start, Instant end) {
        int days = 0;
        LocalDate last = end.atZone(MOSCOW).toLocalDate();
        for (LocalDate date = start.atZone(MOSCOW).toLocalDate(); date.isBefore(last); date = date.plusDays(1)) {
            days += date.getDayOfWeek().getValue() <= 5 ? 1 : 0;
        }
        return days;
    }

    @Property(tries = 200)
    void moreNewsNeverMakesTheLongestSilenceLonger(
            @ForAll("talks") List<SilenceGap.Message> messages, @ForAll("talks") List<SilenceGap.Message> more) {
        List<SilenceGap.Message> all = new ArrayList<>(messages);
        all.addAll(more);

        assertTrue(WEEKLY.of(all, FROM, AS_OF)
                        .longest()
                        .businessDays()
                        .compareTo(WEEKLY.of(messages, FROM, AS_OF).longest().businessDays())
                <= 0);
    }

    @Property(tries = 200)
    void theOrderOfMessagesChangesNothing(@ForAll("talks") List<SilenceGap.Message> messages, @ForAll Random random) {
        List<SilenceGap.Message> shuffled = new ArrayList<>(messages);
        Collections.shuffle(shuffled, random);

        assertEquals(WEEKLY.of(messages, FROM, AS_OF), WEEKLY.of(shuffled, FROM, AS_OF));
    }

    // edges

    @Test
    void newsEveryMonday_isWithinFiveBusinessDays() {
        SilenceGapResult result = WEEKLY.of(
                List.of(news("2025-03-10T17:00"), news("2025-03-17T10:00"), news("2025-03-24T10:00")),
                FROM,
                at("2025-03-31T23:59"));

        assertEquals(0, result.exceedances());
        assertFalse(result.isOverdue());
        assertEquals(BusinessDays.of(5), result.longest().businessDays());
        // of four stretches of five days the first has the most working time: 8 hours and 4 days of 9 on top of the
        // Monday's 9
        assertEquals(FROM, result.longest().start());
        assertEquals(Duration.ofHours(5 * 9 + 8), result.longest().workingTime());
    }

    @Test
    void aDayMore_isTooLong() {
        SilenceGapResult result = WEEKLY.of(List.of(news("2025-03-10T17:00")), FROM, at("2025-03-18T00:00"));

        assertEquals(1, result.exceedances());
        assertTrue(result.isOverdue());
        assertEquals(BusinessDays.of(6), result.current().businessDays());
        assertEquals(result.current(), result.longest());
        assertEquals(Duration.ofHours(5 * 9 + 1), result.current().workingTime());
    }

    @Test
    void anAnswerToTheClient_doesNotEndTheSilence() {
        SilenceGapResult result =
                WEEKLY.of(List.of(SilenceGap.Message.of(at("2025-03-10T10:00"), Party.CLIENT)), FROM, AS_OF);

        assertEquals(0, result.news());
        assertEquals(1, result.stretches().size());
        assertEquals(BusinessDays.of(19), result.current().businessDays());
    }

    @Test
    void ofEquallyLongStretches_theEarliestIsTheLongest() {
        SilenceGapResult result =
                WEEKLY.of(List.of(news("2025-03-10T09:00"), news("2025-03-17T09:00")), FROM, at("2025-03-24T09:00"));

        assertEquals(FROM, result.longest().start());
        assertEquals(at("2025-03-10T09:00"), result.longest().end());
    }

    @Test
    void equalBusinessDays_areToldApartByWorkingTime() {
        // Monday 17:00 to Tuesday 17:00, then to Wednesday 18:00
        SilenceGapResult result = WEEKLY.of(
                List.of(news("2025-03-03T17:00"), news("2025-03-04T17:00")),
                at("2025-03-03T17:00"),
                at("2025-03-05T18:00"));

        assertEquals(3, result.stretches().size());
        assertEquals(at("2025-03-04T17:00"), result.longest().start());
        assertEquals(Duration.ofHours(10), result.longest().workingTime());
    }

    @Test
    void theEndsOfTheTimeLookedAt_belongToIt() {
        assertEquals(
                2,
                WEEKLY.of(
                                List.of(
                                        SilenceGap.Message.of(FROM, Party.AGENCY),
                                        SilenceGap.Message.of(AS_OF, Party.AGENCY)),
                                FROM,
                                AS_OF)
                        .news());
        assertEquals(
                0,
                WEEKLY.of(
                                List.of(
                                        SilenceGap.Message.of(FROM.minusNanos(1), Party.AGENCY),
                                        SilenceGap.Message.of(AS_OF.plusNanos(1), Party.AGENCY)),
                                FROM,
                                AS_OF)
                        .news());
    }

    @Test
    void noTime_hasNoSilence() {
        SilenceGapResult result = SilenceGap.within(BusinessDays.of(0), OFFICE).of(List.of(), FROM, FROM);

        assertEquals(Duration.ZERO, result.longest().workingTime());
        assertEquals(BusinessDays.of(0), result.longest().businessDays());
        assertFalse(result.isOverdue());
    }

    @Test
    void aHoliday_isNoSilentDay() {
        WorkSchedule holiday = OFFICE.toBuilder()
                .putOverride(LocalDate.of(2025, 3, 10), DayHours.closed())
                .build();

        assertEquals(
                BusinessDays.of(5),
                SilenceGap.within(BusinessDays.of(5), holiday)
                        .of(List.of(), FROM, at("2025-03-11T09:00"))
                        .current()
                        .businessDays());
    }

    // messages

    @Test
    void errors_sayWhatIsWrong() {
        assertEquals(
                "threshold must not be negative: -1 business days",
                message(() -> SilenceGap.within(BusinessDays.of(-1), OFFICE)));
        assertEquals(
                "from must not be after asOf 2025-03-03T06:00:00Z: 2025-03-28T15:00:00Z",
                message(() -> Objects.hash(WEEKLY.of(List.of(), AS_OF, FROM))));
    }

    @Test
    void aDateThatIsNotCovered_isAnError() {
        WorkSchedule known = OFFICE.toBuilder()
                .coverage(Range.closedOpen(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 3, 20)))
                .build();

        assertThrows(
                UncoveredDateException.class,
                () -> Objects.hash(SilenceGap.within(BusinessDays.of(5), known).of(List.of(), FROM, AS_OF)));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        assertEquals("at", nullMessage(() -> SilenceGap.Message.of(null, Party.AGENCY)));
        assertEquals("initiator", nullMessage(() -> SilenceGap.Message.of(FROM, null)));
    }

    @Test
    void explain_showsTheLongestAndTheCurrent() {
        assertEquals(
                """
                silence gap = 6   [most business days without news that the agency began; news = 2, threshold = 5, too long = 1]
                  longest = 6   [business days from start, inclusive, to end, exclusive; start = 2025-03-04T07:00:00Z, \
                end = 2025-03-12T07:00:00Z, working time = 3240.0000 min, too long = yes]
                  current = 1   [business days from start, inclusive, to end, exclusive; start = 2025-03-12T07:00:00Z, \
                end = 2025-03-13T07:00:00Z, working time = 540.0000 min, too long = no]
                """,
                WEEKLY.of(List.of(news("2025-03-04T10:00"), news("2025-03-12T10:00")), FROM, at("2025-03-13T10:00"))
                        .explain()
                        .toText());
    }

    private static SilenceGap.Message news(String local) {
        return SilenceGap.Message.of(at(local), Party.AGENCY);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(MOSCOW).toInstant();
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }

    private static String nullMessage(Executable action) {
        return assertThrows(NullPointerException.class, action).getMessage();
    }
}
