package dev.tenure.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyMismatchException;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ExactMoneyTest {

    private static final CurrencyUnit RUB = CurrencyUnit.of("RUB");
    private static final ExactMoney ONE = ExactMoney.of(RUB, BigDecimal.ONE);

    // golden

    @ParameterizedTest
    @CsvFileSource(resources = "fractions.csv", numLinesToSkip = 2)
    void fractions_areWhatArithmeticSays(
            long a, long b, long c, long d, String sum, String difference, String product, String rounded) {
        ExactMoney left = ONE.multipliedBy(a, b);
        ExactMoney right = ONE.multipliedBy(c, d);

        assertEquals("RUB " + sum, left.plus(right).toString());
        assertEquals("RUB " + difference, left.minus(right).toString());
        assertEquals("RUB " + product, left.multipliedBy(c, d).toString());
        assertEquals(Money.of(RUB, new BigDecimal(rounded)), left.plus(right).toMoney(RoundingMode.HALF_EVEN));
    }

    // laws

    @Provide
    Arbitrary<ExactMoney> amounts() {
        return Combinators.combine(
                        Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L),
                        Arbitraries.longs().between(1, 1_000_000))
                .as(ONE::multipliedBy);
    }

    @Property
    void theOrderOfASumChangesNothing(
            @ForAll("amounts") ExactMoney a, @ForAll("amounts") ExactMoney b, @ForAll("amounts") ExactMoney c) {
        assertEquals(a.plus(b), b.plus(a));
        assertEquals(a.plus(b).plus(c), a.plus(b.plus(c)));
    }

    @Property
    void takingAwayWhatWasAddedChangesNothing(@ForAll("amounts") ExactMoney a, @ForAll("amounts") ExactMoney b) {
        assertEquals(a, a.plus(b).minus(b));
        assertEquals(a.minus(b), a.plus(b.negated()));
        assertEquals(a.plus(b).hashCode(), b.plus(a).hashCode());
    }

    @Property
    void equalPartsAddUpToTheWhole(@ForAll("amounts") ExactMoney a, @ForAll @IntRange(min = 1, max = 60) int parts) {
        ExactMoney sum = ExactMoney.zero(RUB);
        for (int i = 0; i < parts; i++) {
            sum = sum.plus(a.multipliedBy(1, parts));
        }

        assertEquals(a, sum);
    }

    @Property
    void dividingUndoesMultiplying(
            @ForAll("amounts") ExactMoney a, @ForAll @IntRange(min = 1, max = 1_000_000) int unscaled) {
        BigDecimal factor = BigDecimal.valueOf(unscaled, 4);

        assertEquals(a, a.multipliedBy(factor).dividedBy(factor));
        assertEquals(
                a, a.convertedTo(CurrencyUnit.USD, factor).dividedBy(factor).convertedTo(RUB, BigDecimal.ONE));
        assertEquals(a.multipliedBy(factor), a.multipliedBy(unscaled, 10_000));
        assertEquals(a.multipliedBy(unscaled, 10_000), a.multipliedBy(Ratio.of(unscaled, 10_000)));
    }

    @Property
    void theFractionIsInLowestTermsAndItsDenominatorPositive(@ForAll("amounts") ExactMoney a) {
        assertEquals(BigInteger.ONE, a.numerator().gcd(a.denominator()).max(BigInteger.ONE));
        assertTrue(a.denominator().signum() > 0);
        assertEquals(a.signum(), a.numerator().signum());
        assertEquals(
                a,
                ONE.multipliedBy(a.numerator().longValueExact(), a.denominator().longValueExact()));
    }

    @Property
    void roundingIsOffByAtMostHalfAMinorUnit(@ForAll("amounts") ExactMoney a) {
        ExactMoney error = ExactMoney.of(a.toMoney(RoundingMode.HALF_UP)).minus(a);

        assertTrue(error.multipliedBy(200, 1).compareTo(ONE) <= 0);
        assertTrue(error.multipliedBy(-200, 1).compareTo(ONE) <= 0);
    }

    @Property
    void comparingIsAskingForTheSignOfTheDifference(@ForAll("amounts") ExactMoney a, @ForAll("amounts") ExactMoney b) {
        assertEquals(a.minus(b).signum(), a.compareTo(b));
        assertEquals(a.compareTo(b) == 0, a.equals(b));
    }

    @Property
    void aShareIsTheNearestDouble(@ForAll("amounts") ExactMoney a, @ForAll("amounts") ExactMoney whole) {
        if (whole.signum() != 0) {
            BigDecimal quotient = new BigDecimal(a.numerator().multiply(whole.denominator()))
                    .divide(new BigDecimal(a.denominator().multiply(whole.numerator())), new MathContext(60));

            assertEquals(quotient.doubleValue(), a.dividedBy(whole));
        }
    }

    // edges

    @Test
    void of_anyScale_isExact() {
        assertEquals("RUB 1200", ExactMoney.of(RUB, new BigDecimal("12E2")).toString());
        assertEquals("RUB 1/800", ExactMoney.of(RUB, new BigDecimal("0.001250")).toString());
        assertEquals("RUB -1/100", ExactMoney.ofMinor(RUB, -1).toString());
        assertEquals("JPY -1", ExactMoney.ofMinor(CurrencyUnit.JPY, -1).toString());
        assertEquals(
                "RUB -92233720368547758",
                ExactMoney.ofMinor(RUB, Long.MIN_VALUE)
                        .toMoney(RoundingMode.DOWN)
                        .getAmount()
                        .setScale(0, RoundingMode.DOWN)
                        .toPlainString()
                        .transform(text -> "RUB " + text));
        assertEquals(
                "RUB 5/2",
                ExactMoney.of(BigMoney.of(RUB, new BigDecimal("2.500"))).toString());
    }

    @Test
    void multipliedBy_smallestLong_isExact() {
        assertEquals("RUB 1", ONE.multipliedBy(Long.MIN_VALUE, Long.MIN_VALUE).toString());
        assertEquals(
                "RUB -9223372036854775808", ONE.multipliedBy(Long.MIN_VALUE, 1).toString());
        assertEquals(
                "RUB -1/9223372036854775808",
                ONE.multipliedBy(1, Long.MIN_VALUE).toString());
    }

    @Test
    void zero_hasNoSign() {
        ExactMoney zero = ExactMoney.zero(RUB);

        assertEquals(0, zero.signum());
        assertEquals(zero, zero.negated());
        assertEquals("RUB 0", zero.toString());
        assertEquals(BigInteger.ONE, zero.denominator());
        assertEquals(0.0, zero.dividedBy(ONE));
    }

    @Test
    void rounding_ties_followTheMode() {
        ExactMoney half = ONE.multipliedBy(1, 200);

        assertEquals(Money.of(RUB, new BigDecimal("0.01")), half.toMoney(RoundingMode.HALF_UP));
        assertEquals(Money.of(RUB, new BigDecimal("0.00")), half.toMoney(RoundingMode.HALF_EVEN));
        assertEquals(BigMoney.of(RUB, new BigDecimal("0.0050")), half.toBigMoney(4, RoundingMode.UNNECESSARY));
        assertThrows(ArithmeticException.class, () -> half.toMoney(RoundingMode.UNNECESSARY));
    }

    @Test
    void equals_otherCurrencyOrType_isNot() {
        assertNotEquals(ONE, ExactMoney.of(CurrencyUnit.USD, BigDecimal.ONE));
        assertNotEquals(ONE, ONE.multipliedBy(2, 1));
        assertFalse(ONE.equals((Object) "RUB 1"));
        assertEquals(RUB, ONE.currency());
    }

    @Test
    void serialForm_keepsTheAmount() throws IOException, ClassNotFoundException {
        ExactMoney third = ONE.multipliedBy(-1, 3);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(third);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(third, in.readObject());
        }
    }

    // messages

    @Test
    void badArgument_saysWhich() {
        ExactMoney dollar = ExactMoney.of(CurrencyUnit.USD, BigDecimal.ONE);
        assertMessage("denominator must not be zero: 0", () -> ONE.multipliedBy(1, 0));
        assertMessage("divisor must not be zero: 0.0", () -> ONE.dividedBy(new BigDecimal("0.0")));
        assertMessage("whole must not be zero: RUB 0", () -> ONE.dividedBy(ExactMoney.zero(RUB)));
        assertMessage("rate must be positive: 0", () -> ONE.convertedTo(CurrencyUnit.USD, BigDecimal.ZERO));
        for (Runnable mixed : List.<Runnable>of(
                () -> assertEquals(ONE, ONE.plus(dollar)),
                () -> assertEquals(ONE, ONE.minus(dollar)),
                () -> assertEquals(0, ONE.compareTo(dollar)),
                () -> assertEquals(0, ONE.dividedBy(dollar)))) {
            assertEquals(
                    "Currencies differ: RUB/USD",
                    assertThrows(CurrencyMismatchException.class, mixed::run).getMessage());
        }
    }

    @Test
    void null_saysWhich() {
        assertEquals(
                "currency",
                assertThrows(NullPointerException.class, () -> ExactMoney.zero(null))
                        .getMessage());
        assertEquals(
                "currency",
                assertThrows(NullPointerException.class, () -> ExactMoney.of(null, BigDecimal.ONE))
                        .getMessage());
        assertEquals(
                "target",
                assertThrows(NullPointerException.class, () -> ONE.convertedTo(null, BigDecimal.ONE))
                        .getMessage());
    }

    private static void assertMessage(String expected, Executable executable) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
