package dev.tenure.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RiskTableTest {

    @Test
    void riskTable_noObservations_hasNoRows() {
        RiskTable table = table();

        assertEquals(0, table.size());
        assertFalse(table.isWeighted());
    }

    @Test
    void riskTable_tiesAtOneTime_areOneRow() {
        RiskTable table = table(
                Observation.ended(2),
                Observation.ongoing(2),
                Observation.ended(2).withCount(3),
                Observation.ongoing(5.5),
                Observation.ended(0));

        assertColumn(table, table::time, 0, 2, 5.5);
        assertColumn(table, table::atRisk, 7, 6, 1);
        assertColumn(table, table::ended, 1, 4, 0);
        assertColumn(table, table::censored, 0, 1, 1);
        assertColumn(table, table::entered, 0, 0, 0);
    }

    @Test
    void riskTable_delayedEntries_haveRowsOfTheirOwnAndCountAfterThem() {
        RiskTable table = table(
                Observation.ended(3),
                Observation.ended(5).enteredAt(3),
                Observation.ongoing(5).enteredAt(2.5).withCount(2),
                Observation.ended(9).enteredAt(7));

        assertColumn(table, table::time, 2.5, 3, 5, 7, 9);
        assertColumn(table, table::atRisk, 1, 3, 3, 0, 1);
        assertColumn(table, table::ended, 0, 1, 1, 0, 1);
        assertColumn(table, table::censored, 0, 0, 2, 0, 0);
        assertColumn(table, table::entered, 2, 1, 0, 1, 0);
        assertFalse(table.isWeighted());
    }

    @Test
    void riskTable_weights_areSummedExactlyBesideTheCounts() {
        RiskTable table = table(
                Observation.ended(1).withWeight(0.1).withCount(3),
                Observation.ended(1),
                Observation.ongoing(2).withWeight(0.2).enteredAt(1),
                Observation.ongoing(3).enteredAt(0.5).withCount(2));

        assertTrue(table.isWeighted());
        assertColumn(table, table::time, 0.5, 1, 2, 3);
        assertColumn(table, table::atRisk, 1.3, 3.3, 2.2, 2);
        assertColumn(table, table::ended, 0, 1.3, 0, 0);
        assertColumn(table, table::censored, 0, 0, 0.2, 2);
        assertColumn(table, table::entered, 2, 0.2, 0, 0);
    }

    @Test
    void riskTable_weightsSeenFromTheStart_letNobodyEnter() {
        RiskTable table = table(Observation.ended(1).withWeight(2), Observation.ongoing(1));

        assertColumn(table, table::entered, 0);
        assertColumn(table, table::ended, 2);
        assertColumn(table, table::censored, 1);
        assertFalse(table.hasLateEntries());
    }

    @Test
    void riskTable_wholeTimesAboveTheArray_areAmongTheOthers() {
        RiskTable table = table(
                Observation.ended(16_383),
                Observation.ended(16_384),
                Observation.ended(16_384.5),
                Observation.ended(0.25));

        assertColumn(table, table::time, 0.25, 16_383, 16_384, 16_384.5);
        assertColumn(table, table::atRisk, 4, 3, 2, 1);
    }

    @Test
    void exits_ofDelayedEntries_leaveTheRowsOfEntriesOut() {
        RiskTable exits = table(
                        Observation.ended(3),
                        Observation.ended(5).enteredAt(2).withWeight(2),
                        Observation.ongoing(6).enteredAt(4))
                .exits();

        assertColumn(exits, exits::time, 3, 5, 6);
        assertColumn(exits, exits::atRisk, 3, 3, 1);
        assertColumn(exits, exits::ended, 1, 2, 0);
        assertColumn(exits, exits::censored, 0, 0, 1);
        assertColumn(exits, exits::endedSquares, 1, 4, 0);
        assertColumn(exits, exits::censoredSquares, 0, 0, 1);
    }

    @Test
    void from_row_isTheRestOnTheSameColumns() {
        RiskTable rest = table(
                        Observation.ended(1),
                        Observation.ongoing(2),
                        Observation.ended(3).withCount(2))
                .from(1);

        assertColumn(rest, rest::time, 2, 3);
        assertColumn(rest, rest::atRisk, 3, 2);
        assertColumn(rest, rest::ended, 0, 2);
        assertColumn(rest, rest::censored, 1, 0);
        assertColumn(rest, rest::endedCount, 0, 2);
        assertColumn(rest, rest::censoredCount, 1, 0);
        assertEquals(0, rest.reached(1.9));
        assertEquals(1, rest.reached(2));
        assertEquals(2, rest.reached(99));
    }

    @Test
    void riskTable_isThatOfTheMoment() {
        SurvivalAccumulator accumulator = KaplanMeier.withDefaults().accumulator();
        accumulator.add(2.5, true);
        RiskTable before = accumulator.riskTable();
        accumulator.add(2.5, true);

        assertEquals(1, before.ended(0));
        assertEquals(2, accumulator.riskTable().ended(0));
    }

    @Test
    void equals_anyOtherColumn_isAnotherTable() {
        Observation one = Observation.ended(2);
        List<RiskTable> different = Stream.of(
                        List.of(one),
                        List.of(one, one),
                        List.of(Observation.ongoing(2)),
                        List.of(Observation.ended(3)),
                        List.of(one.withWeight(2)),
                        List.of(one, Observation.ongoing(2)),
                        List.of(one.withWeight(2).withCount(2)),
                        List.of(one.withWeight(4)),
                        List.of(one.withWeight(3), one.withWeight(1)),
                        List.of(one, Observation.ended(3)),
                        List.of(one.enteredAt(1)),
                        List.of(one.enteredAt(1), Observation.ended(2), Observation.ended(3)),
                        List.of(one, Observation.ended(2), Observation.ended(3).enteredAt(2)))
                .map(list -> table(list.toArray(Observation[]::new)))
                .toList();

        for (RiskTable first : different) {
            assertEquals(first, first.from(0));
            assertEquals(first.hashCode(), first.from(0).hashCode());
            assertEquals(1, different.stream().filter(first::equals).count());
        }
        assertEquals("1 rows", different.get(0).toString());
    }

    @Test
    void row_outOfRange_saysWhich() {
        RiskTable table = table(Observation.ended(2));

        for (IntToDoubleFunction column : List.<IntToDoubleFunction>of(
                table::time, table::atRisk, table::ended, table::censored, table::entered)) {
            assertEquals(
                    "index (1) must be less than size (1)",
                    assertThrows(IndexOutOfBoundsException.class, () -> column.applyAsDouble(1))
                            .getMessage());
            assertEquals(
                    "index (-1) must not be negative",
                    assertThrows(IndexOutOfBoundsException.class, () -> column.applyAsDouble(-1))
                            .getMessage());
        }
    }

    @Test
    void of_null_isNamed() {
        assertEquals(
                "observations",
                assertThrows(NullPointerException.class, () -> RiskTable.of(null))
                        .getMessage());
    }

    private static RiskTable table(Observation... observations) {
        return RiskTable.of(List.of(observations));
    }

    private static void assertColumn(RiskTable table, IntToDoubleFunction column, double... expected) {
        assertEquals(expected.length, table.size());
        for (int row = 0; row < expected.length; row++) {
            assertEquals(expected[row], column.applyAsDouble(row), "row " + row);
        }
    }

    @Test
    void enteredCount_countsWhateverTheyWeigh() {
        RiskTable table =
                table(Observation.ended(3).enteredAt(1).withWeight(0.5).withCount(4));

        assertEquals(
                List.of(4L, 0L),
                IntStream.range(0, 2).mapToObj(table::enteredCount).toList());
        assertEquals(0, table(Observation.ended(1)).enteredCount(0));
    }
}
