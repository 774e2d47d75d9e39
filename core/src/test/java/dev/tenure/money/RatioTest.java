package dev.tenure.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyMismatchException;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class RatioTest {

    // laws

    @Property
    void aNumberIsTheSameHoweverItIsWritten(
            @ForAll @IntRange(min = -1000, max = 1000) int numerator, @ForAll @IntRange(min = 1, max = 50) int factor) {
        Ratio ratio = Ratio.of(numerator, 1000);
        Ratio expanded = Ratio.of((long) numerator * -factor, -1000L * factor);

        assertEquals(ratio, expanded);
        assertEquals(ratio.hashCode(), expanded.hashCode());
        assertEquals(0, ratio.compareTo(expanded));
        assertEquals(ratio, Ratio.of(BigDecimal.valueOf(numerator, 3)));
        assertEquals(Integer.signum(numerator), expanded.signum());
        assertEquals(Integer.signum(numerator), expanded.numerator().signum());
        assertEquals(1, expanded.denominator().signum());
    }

    @Property
    void theDoubleIsTheNearest(@ForAll @IntRange(max = 1_000_000) int numerator) {
        assertEquals(numerator / 7.0, Ratio.of(numerator, 7).doubleValue());
    }

    // edges

    @Test
    void of_decimalWithAnExponent_isExact() {
        assertEquals(Ratio.of(12000), Ratio.of(new BigDecimal("1.2E+4")));
        assertEquals(Ratio.of(3, 25), Ratio.parse("0.120"));
    }

    @Test
    void of_amounts_isTheirQuotient() {
        assertEquals(Ratio.of(80, 9), Ratio.of(rub("1200"), rub("135")));
        assertEquals(Ratio.of(-80, 9), Ratio.of(rub("-1200"), rub("135")));
    }

    @Test
    void arithmetic_isExact() {
        assertEquals(Ratio.of(5, 6), Ratio.of(1, 2).plus(Ratio.of(1, 3)));
        assertEquals(Ratio.of(1, 6), Ratio.of(1, 2).minus(Ratio.of(1, 3)));
        assertEquals(Ratio.of(3, 26), Ratio.of(6, 13).multipliedBy(Ratio.of(1, 4)));
        assertEquals(Ratio.of(3, 2), Ratio.of(1, 2).dividedBy(Ratio.of(1, 3)));
        assertEquals(Ratio.of(8, 27), Ratio.of(2, 3).pow(3));
        assertEquals(Ratio.of(9, 4), Ratio.of(2, 3).pow(-2));
        assertEquals(rub("0.75"), rub("2").multipliedBy(Ratio.of(3, 8)));
    }

    @Test
    void numeratorAndDenominator_areInLowestTerms() {
        Ratio ratio = Ratio.of(6, -8);

        assertEquals(BigInteger.valueOf(-3), ratio.numerator());
        assertEquals(BigInteger.valueOf(4), ratio.denominator());
        assertEquals("-3/4", ratio.toString());
        assertEquals("5", Ratio.of(10, 2).toString());
        assertEquals(new BigDecimal("-0.8"), ratio.toBigDecimal(1, RoundingMode.HALF_UP));
    }

    @Test
    void equals_otherNumbersAndTypes_areDifferent() {
        assertNotEquals(Ratio.ONE, Ratio.ZERO);
        assertNotEquals((Object) Ratio.ONE, 1L);
    }

    // messages

    @Test
    void of_badArguments_saysWhich() {
        assertEquals(
                "denominator must not be zero: 0",
                assertThrows(IllegalArgumentException.class, () -> Ratio.of(1, 0))
                        .getMessage());
        assertEquals(
                "other must not be zero: 0",
                assertThrows(IllegalArgumentException.class, () -> Ratio.ONE.dividedBy(Ratio.ZERO))
                        .getMessage());
        assertEquals(
                "whole must not be zero: RUB 0",
                assertThrows(IllegalArgumentException.class, () -> Ratio.of(rub("1"), rub("0")))
                        .getMessage());
        assertThrows(
                CurrencyMismatchException.class, () -> Ratio.of(rub("1"), ExactMoney.zero(CurrencyUnit.of("EUR"))));
        assertThrows(NumberFormatException.class, () -> Ratio.parse("5%"));
    }

    private static ExactMoney rub(String amount) {
        return ExactMoney.of(CurrencyUnit.of("RUB"), new BigDecimal(amount));
    }
}
