package dev.tenure.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DiscountRateTest {

    /** The days of the mean year of the calendar. */
    private static final double DAYS = 365.2425;

    @Test
    void annualRateOfTenPercent_takesOneEleventhInAYear() {
        DiscountRate rate = DiscountRate.annual(0.1);

        assertEquals(1 / 1.1, rate.factor(Period.ofYears(1)), 1e-15);
        assertEquals(1 / 1.21, rate.factor(Period.ofYears(2)), 1e-15);
        assertEquals(1 / Math.sqrt(1.1), rate.factor(Period.ofMonths(6)), 1e-15);
        assertEquals(Math.pow(1.1, -90 / DAYS), rate.factor(Period.ofDays(90)), 1e-15);
        assertEquals(Math.pow(1.1, -(1 + 2 / 12.0 + 3 / DAYS)), rate.factor(Period.of(1, 2, 3)), 1e-15);
        assertEquals(1, rate.factor(Period.ZERO));
    }

    @Test
    void forceIsByTheYear() {
        assertEquals(Math.log(1.1), DiscountRate.annual(0.1).force(), 1e-15);
        assertEquals(
                12 * Math.log(1.01),
                DiscountRate.effective(0.01, Period.ofMonths(1)).force(),
                1e-15);
        assertEquals(
                DAYS / 7 * Math.log(1.002),
                DiscountRate.effective(0.002, Period.ofWeeks(1)).force(),
                1e-15);
        assertEquals(
                DAYS * 0.001, DiscountRate.continuous(0.001, ChronoUnit.DAYS).force(), 1e-15);
        assertEquals(0.12, DiscountRate.continuous(0.01, ChronoUnit.MONTHS).force(), 1e-15);
        assertEquals(0.1, DiscountRate.continuous(0.1, ChronoUnit.YEARS).force(), 1e-15);
    }

    @Test
    void forceByAUnit_isTheShareOfTheYear() {
        DiscountRate rate = new DiscountRate(0.12);

        assertEquals(0.12, rate.forceBy(ChronoUnit.YEARS), 1e-17);
        assertEquals(0.01, rate.forceBy(ChronoUnit.MONTHS), 1e-17);
        assertEquals(0.12 * 7 / DAYS, rate.forceBy(ChronoUnit.WEEKS), 1e-17);
        assertEquals(0.12 / DAYS, rate.forceBy(ChronoUnit.DAYS), 1e-17);
    }

    @Property(tries = 200)
    void aRateByThePeriod_takesItsShareInEachPeriod(
            @ForAll @DoubleRange(max = 3) double rate, @ForAll @IntRange(min = 1, max = 400) int days) {
        assertEquals(
                1 / (1 + rate),
                DiscountRate.effective(rate, Period.ofDays(days)).factor(Period.ofDays(days)),
                1e-13);
    }

    @Property(tries = 200)
    void aRateByTheUnit_isItsOwnForce(@ForAll @DoubleRange(max = 3) double rate) {
        for (ChronoUnit unit : new ChronoUnit[] {ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS}) {
            assertEquals(rate, DiscountRate.continuous(rate, unit).forceBy(unit), 1e-14);
        }
    }

    @Test
    void withoutDiscount_nothingIsLost() {
        assertEquals(0, DiscountRate.none().force());
        assertEquals(1, DiscountRate.none().factor(Period.ofYears(100)));
        assertEquals(DiscountRate.none(), DiscountRate.annual(0));
        assertEquals(DiscountRate.none(), DiscountRate.continuous(0, ChronoUnit.DAYS));
    }

    @Test
    void badArguments_areNamed() {
        String rate = "rate must be finite and not negative: ";
        assertMessage(rate + "-0.1", () -> DiscountRate.annual(-0.1));
        assertMessage(rate + "NaN", () -> DiscountRate.annual(Double.NaN));
        assertMessage(rate + "Infinity", () -> DiscountRate.effective(Double.POSITIVE_INFINITY, Period.ofDays(1)));
        assertMessage(rate + "-1.0", () -> DiscountRate.continuous(-1, ChronoUnit.DAYS));
        assertMessage(rate + "Infinity", () -> DiscountRate.continuous(Double.POSITIVE_INFINITY, ChronoUnit.DAYS));
        assertMessage("force must be finite and not negative: -1.0", () -> new DiscountRate(-1));
        assertMessage("force must be finite and not negative: NaN", () -> new DiscountRate(Double.NaN));
        assertMessage(
                "force must be finite and not negative: Infinity", () -> new DiscountRate(Double.POSITIVE_INFINITY));
        assertMessage("period must be positive: P0D", () -> DiscountRate.effective(0.1, Period.ZERO));
        assertMessage("period must be positive: P-1M", () -> DiscountRate.effective(0.1, Period.ofMonths(-1)));
        assertEquals(
                "period",
                assertThrows(NullPointerException.class, () -> DiscountRate.effective(0.1, null))
                        .getMessage());
        assertEquals(
                "period",
                assertThrows(
                                NullPointerException.class,
                                () -> DiscountRate.none().factor(null))
                        .getMessage());
    }

    private static void assertMessage(String message, Executable executable) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
