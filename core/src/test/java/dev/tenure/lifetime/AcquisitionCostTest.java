package dev.tenure.lifetime;

import static dev.tenure.lifetime.Rub.RUB;
import static dev.tenure.lifetime.Rub.cac;
import static dev.tenure.lifetime.Rub.fraction;
import static dev.tenure.lifetime.Rub.rub;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class AcquisitionCostTest {

    private static final YearMonth APRIL = YearMonth.of(2025, 4);
    private static final YearMonth JUNE = YearMonth.of(2025, 6);

    // laws

    @Property
    void costsTimesClientsIsWhatWasSpent(
            @ForAll @IntRange(max = 1_000_000) int spent, @ForAll @IntRange(min = 1, max = 100) int clients) {
        ExactMoney each = AcquisitionCost.withDefaults()
                .of(ExactMoney.ofMinor(RUB, spent), clients)
                .value()
                .orElseThrow();

        assertEquals(ExactMoney.ofMinor(RUB, spent), each.multipliedBy(clients, 1));
    }

    @Property
    void movingTheLagAndTheSpendingTogetherChangesNothing(@ForAll @IntRange(max = 24) int lag) {
        AcquisitionCostAccumulator accumulator =
                AcquisitionCost.withDefaults().withLag(lag).accumulator(RUB, APRIL, JUNE);
        for (int month = -3; month <= 6; month++) {
            accumulator.add(APRIL.plusMonths(month).minusMonths(lag).atDay(10).toEpochDay(), 100L << (month + 3), 0);
        }

        // April, May and June cost 800, 1600 and 3200 minor units
        assertEquals(rub("56"), accumulator.result().cost());
        assertEquals(lag, accumulator.result().lagMonths());
    }

    // values worked by hand

    @Test
    void of_spendingAndClients_isTheExactQuotient() {
        AcquisitionCostResult result = AcquisitionCost.withDefaults().of(rub("100"), 3);

        assertEquals(Outcome.of(fraction("100/3")), result.value());
        assertEquals(Outcome.of(cac("33.33")), result.cac(RoundingMode.HALF_UP));
        assertEquals(Outcome.of(cac("33.34")), result.cac(RoundingMode.UP));
    }

    @Test
    void accumulator_lagOfOneMonth_setsMarchToMayAgainstAprilToJune() {
        AcquisitionCostAccumulator accumulator =
                AcquisitionCost.withDefaults().withLag(1).accumulator(RUB, APRIL, JUNE);
        accumulator.add(day("2025-02-28"), 1, 0);
        accumulator.add(day("2025-03-01"), 1000, 0);
        accumulator.add(day("2025-05-31"), 2000, 0);
        accumulator.add(day("2025-06-01"), 4, 0);
        accumulator.add(day("2025-03-31"), 0, 1);
        accumulator.add(day("2025-04-01"), 0, 1);
        accumulator.add(day("2025-06-30"), 0, 1);
        accumulator.add(day("2025-07-01"), 0, 1);
        AcquisitionCostResult result = accumulator.result();

        assertEquals(rub("30"), result.cost());
        assertEquals(2, result.newClients());
        assertEquals(Outcome.of(rub("15")), result.value());
    }

    @Test
    void merge_addsSpendingAndClients() {
        AcquisitionCostAccumulator left = AcquisitionCost.withDefaults().accumulator(RUB, APRIL, APRIL);
        AcquisitionCostAccumulator right = AcquisitionCost.withDefaults().accumulator(RUB, APRIL, APRIL);
        left.add(day("2025-04-02"), 700, 0);
        left.add(day("2025-04-02"), 0, 1);
        right.add(day("2025-04-03"), -100, 0);
        right.add(day("2025-04-03"), 0, 1);

        assertEquals(
                AcquisitionCost.withDefaults().of(rub("6"), 2),
                left.merge(right).result());
    }

    // edges

    @Test
    void of_noNewClients_isUndefined() {
        AcquisitionCostResult result = AcquisitionCost.withDefaults().of(rub("100"), 0);

        assertEquals(Outcome.<ExactMoney>undefined(Reason.NO_DATA, "no new clients"), result.value());
        assertEquals("undefined (no new clients)", result.cac(RoundingMode.UP).toString());
    }

    // messages

    @Test
    void of_badArguments_saysWhich() {
        AcquisitionCost calculator = AcquisitionCost.withDefaults();

        assertEquals("cost must not be negative: RUB -1", message(() -> calculator.of(rub("-1"), 1)));
        assertEquals("newClients must not be negative: -1", message(() -> calculator.of(rub("1"), -1)));
        assertEquals("months must not be negative: -1", message(() -> calculator.withLag(-1)));
        assertEquals(
                "last must not be before first: 2025-06, 2025-04",
                message(() -> calculator.accumulator(RUB, JUNE, APRIL)));
    }

    @Test
    void merge_otherQuestion_saysBoth() {
        AcquisitionCostAccumulator rubles = AcquisitionCost.withDefaults().accumulator(RUB, APRIL, JUNE);
        AcquisitionCostAccumulator euros =
                AcquisitionCost.withDefaults().withLag(1).accumulator(CurrencyUnit.of("EUR"), APRIL, APRIL);

        assertEquals(
                "other must ask for RUB 2025-04 to 2025-06 with a lag of 0: EUR 2025-04 to 2025-04 with a lag of 1",
                message(() -> rubles.merge(euros)));
    }

    @Test
    void add_beyondALong_overflows() {
        AcquisitionCostAccumulator accumulator = AcquisitionCost.withDefaults().accumulator(RUB, APRIL, JUNE);
        accumulator.add(day("2025-04-01"), Long.MAX_VALUE, 0);

        assertThrows(ArithmeticException.class, () -> accumulator.add(day("2025-04-01"), 1, 0));
    }

    @Test
    void add_negativeCount_saysWhich() {
        AcquisitionCostAccumulator accumulator = AcquisitionCost.withDefaults().accumulator(RUB, APRIL, JUNE);

        assertEquals("won must not be negative: -1", message(() -> accumulator.add(0, 0, -1)));
    }

    @Test
    void explain_showsCostClientsAndLag() {
        assertEquals(
                "agency CAC = RUB 33.33   [cost / new clients; cost = RUB 100.00, new clients = 3, lag in months = 2]\n",
                AcquisitionCost.withDefaults()
                        .withLag(2)
                        .of(rub("100"), 3)
                        .explain()
                        .toText());
    }

    private static long day(String text) {
        return LocalDate.parse(text).toEpochDay();
    }

    private static String message(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }
}
