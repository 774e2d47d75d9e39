package dev.tenure.examples.report.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01", "2024-02-29", "2025-12-31", "0001-01-01", "9999-12-31"})
    void epochDay_date_isThatDay(String text) {
        assertEquals(LocalDate.parse(text).toEpochDay(), epochDay(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025-02-29",
                "2025-13-01",
                "2025-00-10",
                "2025-1-01",
                "01.02.2025",
                "2025/01/01",
                "20250101",
                "2025-01-01T00:00",
                "-025-01-01",
                "2025-01-0x",
                "yyyy-mm-dd"
            })
    void epochDay_somethingElse_isMalformed(String text) {
        assertEquals(Dates.MALFORMED, epochDay(text));
    }

    private static int epochDay(String text) {
        String surrounded = "9" + text + "9";
        return Dates.epochDay(surrounded.toCharArray(), 1, surrounded.length() - 1);
    }
}
