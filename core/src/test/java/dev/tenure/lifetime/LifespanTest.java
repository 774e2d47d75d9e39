package dev.tenure.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifespanTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 15);

    // laws

    @Property
    void anotherDayNeverMakesALifespanShorter(
            @ForAll @IntRange(min = 19_000, max = 21_000) int start, @ForAll @IntRange(max = 2000) int days) {
        Lifespan today = between(start, start + days);
        Lifespan tomorrow = between(start, start + days + 1);

        assertTrue(today.months() <= tomorrow.months());
        assertTrue(today.elapsedMonths() < tomorrow.elapsedMonths());
    }

    @Property
    void soManyMonthsAfterTheStartThatManyAreComplete(
            @ForAll @IntRange(min = 19_000, max = 21_000) int start, @ForAll @IntRange(max = 100) int months) {
        LocalDate first = LocalDate.ofEpochDay(start);
        Lifespan lifespan = Lifespan.ended(first, first.plusMonths(months));

        assertEquals(months, lifespan.months());
        assertEquals(months, lifespan.elapsedMonths());
    }

    @Property
    void theElapsedMonthsBeginWithTheCompleteOnes(
            @ForAll @IntRange(min = 19_000, max = 21_000) int start, @ForAll @IntRange(max = 2000) int days) {
        Lifespan lifespan = between(start, start + days);

        assertEquals(lifespan.months(), (int) lifespan.elapsedMonths());
    }

    // boundaries

    @ParameterizedTest
    @CsvSource({
        "2024-01-15, 2024-01-15, 0",
        "2024-01-15, 2024-02-14, 0",
        "2024-01-15, 2024-02-15, 1",
        "2024-01-01, 2024-07-01, 6",
        "2024-01-01, 2024-06-30, 5",
        // a month without a 31st is complete on its last day
        "2024-01-31, 2024-02-28, 0",
        "2024-01-31, 2024-02-29, 1",
        "2023-01-31, 2023-02-28, 1",
        "2023-01-31, 2023-03-30, 1",
        "2023-01-31, 2023-03-31, 2",
        "2023-08-31, 2024-02-29, 6",
        "2023-08-31, 2024-02-28, 5",
        "2024-02-29, 2025-02-28, 12",
        "2023-02-28, 2024-02-28, 12"
    })
    void months_areCompleteOnTheSameDayOrTheLastOfAShorterMonth(LocalDate start, LocalDate end, int months) {
        assertEquals(months, Lifespan.ended(start, end).months());
    }

    @Test
    void elapsedMonths_shareOfTheRunningMonth() {
        // 10 of the 29 days from 15 February to 15 March 2024
        assertEquals(
                1 + 10 / 29.0, Lifespan.ended(START, LocalDate.of(2024, 2, 25)).elapsedMonths());
    }

    @ParameterizedTest
    @CsvSource({"0, BELOW_MINIMUM", "5, BELOW_MINIMUM", "6, MINIMUM", "11, MINIMUM", "12, GOOD", "60, GOOD"})
    void grade_ofAClientWhoLeft_isThatOfTheMonths(int months, LifespanGrade grade) {
        Lifespan lifespan = Lifespan.ended(START, START.plusMonths(months));

        assertEquals(Outcome.of(grade), lifespan.grade());
        assertEquals(grade, lifespan.reached());
    }

    @Test
    void grade_ofAClientStillHere_isOpenUntilTheHighest() {
        assertEquals(
                Outcome.<LifespanGrade>undefined(Reason.BEYOND_OBSERVATION, "still here after 4 months"),
                ongoing(4).grade());
        assertEquals(
                Outcome.<LifespanGrade>undefined(Reason.BEYOND_OBSERVATION, "still here after 11 months"),
                ongoing(11).grade());
        assertEquals(Outcome.of(LifespanGrade.GOOD), ongoing(12).grade());
        assertEquals(Outcome.of(LifespanGrade.GOOD), ongoing(13).grade());
    }

    @Test
    void reaches_eachBoundary_isDecidedOnItsOwn() {
        assertEquals(Outcome.of(true), ongoing(8).reaches(LifespanGrade.MINIMUM));
        assertEquals(Outcome.of(true), ongoing(6).reaches(LifespanGrade.MINIMUM));
        assertEquals(
                Outcome.<Boolean>undefined(Reason.BEYOND_OBSERVATION, "still here after 8 months"),
                ongoing(8).reaches(LifespanGrade.GOOD));
        assertEquals(
                Outcome.of(false), Lifespan.ended(START, START.plusMonths(8)).reaches(LifespanGrade.GOOD));
        assertEquals(Outcome.of(true), ongoing(0).reaches(LifespanGrade.BELOW_MINIMUM));
    }

    // messages

    @Test
    void ended_beforeTheStart_saysBoth() {
        assertEquals(
                "end must not be before start: 2024-01-15, 2024-01-14",
                assertThrows(IllegalArgumentException.class, () -> Lifespan.ended(START, START.minusDays(1)))
                        .getMessage());
    }

    private static Lifespan ongoing(int months) {
        return Lifespan.ongoing(START, START.plusMonths(months).plusDays(3));
    }

    private static Lifespan between(long startEpochDay, long endEpochDay) {
        return Lifespan.ended(LocalDate.ofEpochDay(startEpochDay), LocalDate.ofEpochDay(endEpochDay));
    }
}
