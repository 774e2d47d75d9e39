package dev.tenure.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidenceLevelTest {

    // golden: the standard normal table; digits from 40-digit arithmetic

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.67448975019608174",
        "0.9, 1.6448536269514727",
        "0.95, 1.9599639845400545",
        "0.99, 2.5758293035489008",
        "0.999, 3.2905267314918945"
    })
    void normalQuantile_isTheTabulatedOne(double level, double quantile) {
        assertEquals(quantile, ConfidenceLevel.of(level).normalQuantile(), 1e-13);
    }

    @Test
    void constants_areTheLevelsTheyName() {
        assertEquals(0.90, ConfidenceLevel.P90.value());
        assertEquals(0.95, ConfidenceLevel.P95.value());
        assertEquals(0.99, ConfidenceLevel.P99.value());
    }

    // laws

    @Property
    void theLevelAndItsComplementAreOne(@ForAll @DoubleRange(min = 0.01, max = 0.99) double level) {
        assertEquals(1, level + ConfidenceLevel.of(level).alpha(), 1e-15);
    }

    @Property
    void aHigherLevelHasALargerQuantile(@ForAll @DoubleRange(min = 0.01, max = 0.98) double level) {
        assertTrue(ConfidenceLevel.of(level).normalQuantile()
                < ConfidenceLevel.of(level + 0.01).normalQuantile());
    }

    // messages

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 95, Double.NaN})
    void of_outOfRange_saysWhich(double value) {
        assertEquals(
                "value must be in (0, 1): " + value,
                assertThrows(IllegalArgumentException.class, () -> ConfidenceLevel.of(value))
                        .getMessage());
    }
}
