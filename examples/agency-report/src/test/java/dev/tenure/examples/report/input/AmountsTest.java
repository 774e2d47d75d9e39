package dev.tenure.examples.report.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 2, 0",
        "11.77, 2, 1177",
        "12, 2, 1200",
        "12.5, 2, 1250",
        "-12.50, 2, -1250",
        "-0.05, 2, -5",
        "12.500000, 2, 1250",
        "007.10, 2, 710",
        "1500, 0, 1500",
        "1500.00, 0, 1500",
        "1.234, 3, 1234",
        "92233720368547757.99, 2, 9223372036854775799",
        "-92233720368547757.99, 2, -9223372036854775799",
    })
    void minorUnits_amount_isExact(String text, int decimals, long expected) {
        assertEquals(expected, minorUnits(text, decimals));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "1.", ".5", "+1", "1,50", "1 500", "1e3", "1.2.3", "--1", "abc", "１２"})
    void minorUnits_somethingElse_isMalformed(String text) {
        assertEquals(Amounts.MALFORMED, minorUnits(text, 2));
    }

    @Test
    void minorUnits_moreDecimalsThanTheCurrencyHas_isTooPrecise() {
        assertEquals(Amounts.TOO_PRECISE, minorUnits("1.005", 2));
        assertEquals(Amounts.TOO_PRECISE, minorUnits("1.5", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "92233720368547758.00",
                "92233720368547758.07",
                "92233720368547759",
                "9999999999999999999999",
                "-99999999999999999999"
            })
    void minorUnits_overflow_isTooLarge(String text) {
        assertEquals(Amounts.TOO_LARGE, minorUnits(text, 2));
    }

    private static long minorUnits(String text, int decimals) {
        String surrounded = "9" + text + "9";
        return Amounts.minorUnits(surrounded.toCharArray(), 1, surrounded.length() - 1, decimals);
    }
}
