package dev.tenure.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiedSumsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "7, 3",
        "5, 0",
        "4096, 4096",
        "4097, 4097",
        "4353, 4097",
        "20000, 4097",
        "20000, 19999",
        "20000, 20000",
        "1000000000, 5000",
        "12345.678, 12000",
        "4097.25, 4097"
    })
    void sums_anyNumberOfTerms_areThoseTermByTerm(double n, long terms) {
        BigDecimal inverses = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (long k = 0; k < terms; k++) {
            BigDecimal inverse =
                    BigDecimal.ONE.divide(new BigDecimal(n).subtract(BigDecimal.valueOf(k)), MathContext.DECIMAL128);
            inverses = inverses.add(inverse);
            squares = squares.add(inverse.multiply(inverse));
        }

        assertEquals(inverses.doubleValue(), TiedSums.ofInverses(n, terms), 2e-14 * inverses.doubleValue());
        assertEquals(squares.doubleValue(), TiedSums.ofSquares(n, terms), 2e-14 * squares.doubleValue());
    }

    /** The harmonic number of 10^12 is log(10^12) + Euler's constant + 1 / (2 * 10^12), the sum of the squares nearly pi^2 / 6. */
    @Test
    void sums_moreTermsThanCanBeAdded_areKnownInClosedForm() {
        assertEquals(
                12 * Math.log(10) + 0.577215664901532860607 + 0.5e-12,
                TiedSums.ofInverses(1e12, 1_000_000_000_000L),
                1e-12);
        assertEquals(Math.PI * Math.PI / 6 - 1e-12, TiedSums.ofSquares(1e12, 1_000_000_000_000L), 1e-14);
    }
}
