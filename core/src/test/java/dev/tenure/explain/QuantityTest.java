package dev.tenure.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    // laws

    @Property
    void aCountIsWrittenInFull(@ForAll long count) {
        assertEquals(Long.toString(count), new Quantity.Count(count).toString());
    }

    @Test
    void theTextDoesNotDependOnTheDefaultLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ru-RU"));
            assertEquals("11.54%", new Quantity.Share(0.11538).toString());
            assertEquals("1234.5000 months", new Quantity.Measure(1234.5, "months").toString());
        } finally {
            Locale.setDefault(before);
        }
    }

    // edges

    @ParameterizedTest
    @CsvSource({"0, 0.00%", "1, 100.00%", "0.11538, 11.54%", "-0.05, -5.00%", "1.25, 125.00%"})
    void share_isShownAsAPercentage(double share, String text) {
        assertEquals(text, new Quantity.Share(share).toString());
    }

    @Test
    void measure_isShownWithItsUnit_ifItHasOne() {
        assertEquals("12.5000 months", new Quantity.Measure(12.5, "months").toString());
        assertEquals("0.3333", new Quantity.Measure(1 / 3.0, "").toString());
    }

    @ParameterizedTest
    @CsvSource({"RUB 12.345, RUB 12.35", "RUB 12.344, RUB 12.34", "JPY 12.5, JPY 13", "USD -0.005, USD -0.01"})
    void amount_isRoundedToItsCurrencyOnlyInText(String amount, String text) {
        Quantity.Amount quantity = new Quantity.Amount(BigMoney.parse(amount));

        assertEquals(text, quantity.toString());
        assertEquals(BigMoney.parse(amount), quantity.value());
    }

    @Test
    void dayAndTerm_areShownAsTheyAre() {
        assertEquals("2025-03-01", new Quantity.Day(LocalDate.of(2025, 3, 1)).toString());
        assertEquals("WILSON", new Quantity.Term("WILSON").toString());
    }

    @Test
    void span_showsBothEnds() {
        assertEquals(
                "5.00% to 12.00%", new Quantity.Span(new Quantity.Share(0.05), new Quantity.Share(0.12)).toString());
    }

    @Test
    void missing_showsWhy() {
        assertEquals("undefined (no answers)", new Quantity.Missing(Reason.NO_DATA, "no answers").toString());
    }

    // messages

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void notFinite_isRefused(double value) {
        assertEquals("value must be finite: " + value, message(() -> new Quantity.Share(value)));
        assertEquals("value must be finite: " + value, message(() -> new Quantity.Measure(value, "days")));
    }

    @Test
    void blank_isRefused() {
        assertEquals("value must not be blank: ''", message(() -> new Quantity.Term("")));
        assertEquals("detail must not be blank: ' '", message(() -> new Quantity.Missing(Reason.NO_DATA, " ")));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        Quantity one = new Quantity.Count(1);

        assertEquals("unit", nullMessage(() -> new Quantity.Measure(1, null)));
        assertEquals("value", nullMessage(() -> new Quantity.Amount(null)));
        assertEquals("value", nullMessage(() -> new Quantity.Day(null)));
        assertEquals("value", nullMessage(() -> new Quantity.Term(null)));
        assertEquals("lower", nullMessage(() -> new Quantity.Span(null, one)));
        assertEquals("upper", nullMessage(() -> new Quantity.Span(one, null)));
        assertEquals("reason", nullMessage(() -> new Quantity.Missing(null, "why")));
        assertEquals("detail", nullMessage(() -> new Quantity.Missing(Reason.NO_DATA, null)));
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }

    private static String nullMessage(Executable action) {
        return assertThrows(NullPointerException.class, action).getMessage();
    }
}
