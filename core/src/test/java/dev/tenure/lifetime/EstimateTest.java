package dev.tenure.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenure.money.Ratio;
import dev.tenure.stat.Proportion;
import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void of_double_keepsTwelvePlaces() {
        assertEquals(Ratio.of(3, 5), Estimate.of(0.8 * 0.75));
        assertEquals(Ratio.parse("0.333333333333"), Estimate.of(1.0 / 3));
    }

    @Test
    void of_counts_isTheirQuotient() {
        assertEquals(Ratio.of(1, 20), Estimate.of(Proportion.of(2, 40)));
        assertEquals(
                "trials must be positive: 0",
                assertThrows(IllegalArgumentException.class, () -> Estimate.of(Proportion.of(0, 0)))
                        .getMessage());
    }
}
