package dev.tenure.lifetime;

import static dev.tenure.lifetime.Rub.ratio;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Proportion;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ConstantChurnLifespanTest {

    // laws

    @Property
    void itIsTheFirstPeriodAfterWhichNoMoreThanTheShareIsLeft(
            @ForAll @IntRange(min = 1, max = 99) int churn, @ForAll @IntRange(min = 1, max = 99) int share) {
        int periods = ConstantChurnLifespan.of(Ratio.of(churn, 100))
                .periodsUntilLeft(Ratio.of(share, 100))
                .orElseThrow();

        assertTrue(Math.pow(1 - churn / 100.0, periods) <= share / 100.0 + 1e-12);
        assertTrue(Math.pow(1 - churn / 100.0, periods - 1.0) > share / 100.0 - 1e-12);
    }

    @Property
    void theLeastLifespanIsAtLeastOnePeriodAndBelowTheLifespan(
            @ForAll @IntRange(min = 1, max = 50) int churned, @ForAll @IntRange(min = 1, max = 50) int others) {
        ConstantChurnLifespan lifespan = ConstantChurnLifespan.of(Proportion.of(churned, churned + others));
        Ratio least = lifespan.lowerBound(ConfidenceLevel.P95).orElseThrow();

        assertTrue(least.compareTo(Ratio.ONE) >= 0);
        assertTrue(least.compareTo(lifespan.value().orElseThrow()) < 0);
    }

    // values worked by hand

    @Test
    void value_isTheReciprocalOfChurn() {
        assertEquals(
                Outcome.of(Ratio.of(20)),
                ConstantChurnLifespan.of(ratio("0.05")).value());
        assertEquals(
                Outcome.of(Ratio.of(40, 3)),
                ConstantChurnLifespan.of(Proportion.of(3, 40)).value());
        assertEquals(Outcome.of(Ratio.ONE), ConstantChurnLifespan.of(Ratio.ONE).value());
    }

    @Test
    void lowerBound_nobodyLeft_isTheRuleOfThree() {
        // 1 / (1 - 0.05^(1/40)); the approximation 40 / 3 = 13.33 is near
        assertEquals(
                13.858569,
                ConstantChurnLifespan.of(Proportion.of(0, 40))
                        .lowerBound(ConfidenceLevel.P95)
                        .orElseThrow()
                        .doubleValue(),
                1e-5);
    }

    // edges

    @Test
    void value_nobodyLeaves_isUndefined() {
        assertEquals(
                Outcome.<Ratio>undefined(Reason.NOT_FINITE, "nobody leaves"),
                ConstantChurnLifespan.of(Ratio.ZERO).value());
    }

    @Test
    void lowerBound_rateNotCounted_isUndefined() {
        assertEquals(
                Outcome.<Ratio>undefined(Reason.NOT_APPLICABLE, "the rate is given, not counted"),
                ConstantChurnLifespan.of(ratio("0.05")).lowerBound(ConfidenceLevel.P95));
    }

    @Test
    void periodsUntilLeft_boundaries_areMetExactly() {
        ConstantChurnLifespan half = ConstantChurnLifespan.of(ratio("0.5"));

        assertEquals(Outcome.of(3), half.periodsUntilLeft(Ratio.of(1, 8)));
        assertEquals(Outcome.of(4), half.periodsUntilLeft(ratio("0.1249")));
        assertEquals(Outcome.of(1), ConstantChurnLifespan.of(Ratio.ONE).periodsUntilLeft(ratio("0.1")));
        assertEquals(
                Outcome.<Integer>undefined(Reason.NEVER_REACHED, "more than 1/2 is left after 1200 periods"),
                ConstantChurnLifespan.of(Ratio.ZERO).periodsUntilLeft(Ratio.of(1, 2)));
    }

    // messages

    @Test
    void of_badArguments_saysWhich() {
        assertEquals("churn must be in [0, 1]: 2", message(() -> ConstantChurnLifespan.of(Ratio.of(2))));
        assertEquals("churn must be in [0, 1]: -1", message(() -> ConstantChurnLifespan.of(Ratio.of(-1))));
        assertEquals("trials must be positive: 0", message(() -> ConstantChurnLifespan.of(Proportion.of(0, 0))));
        ConstantChurnLifespan lifespan = ConstantChurnLifespan.of(Proportion.of(1, 2));
        assertEquals("share must be in (0, 1): 1", message(() -> lifespan.periodsUntilLeft(Ratio.ONE)));
        assertEquals("share must be in (0, 1): 0", message(() -> lifespan.periodsUntilLeft(Ratio.ZERO)));
        assertEquals("level must be above 0.5: 0.5", message(() -> lifespan.lowerBound(ConfidenceLevel.of(0.5))));
    }

    @Test
    void explain_showsTheChurnAndItsCounts() {
        assertEquals(
                "lifespan at constant churn = 13.3333 periods   [1 / churn; churn = 7.50%, clients = 40]\n",
                ConstantChurnLifespan.of(Proportion.of(3, 40)).explain().toText());
        assertEquals(
                "lifespan at constant churn = undefined (nobody leaves)   "
                        + "[1 / churn; churn = 0.00%, clients = not counted]\n",
                ConstantChurnLifespan.of(Ratio.ZERO).explain().toText());
    }

    private static String message(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }
}
