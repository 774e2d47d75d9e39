package dev.tenure.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedProportionTest {

    // golden

    @Test
    void interval_isWilsonsFormula() {
        Interval interval = WeightedProportion.of(0.8, 12.5)
                .interval(ProportionInterval.WILSON, ConfidenceLevel.P95)
                .orElseThrow();

        double z = 1.959963984540054;
        double centre = (0.8 * 12.5 + z * z / 2) / (12.5 + z * z);
        double half = z * Math.sqrt(0.8 * 0.2 / 12.5 + z * z / (4 * 12.5 * 12.5)) / (1 + z * z / 12.5);
        assertEquals(centre - half, interval.lower(), 1e-12);
        assertEquals(centre + half, interval.upper(), 1e-12);
    }

    // laws

    @Property
    void equalTrialsGiveTheIntervalOfAProportion(
            @ForAll @IntRange(max = 40) int successes, @ForAll @IntRange(min = 1, max = 40) int failures) {
        Proportion counts = Proportion.of(successes, successes + failures);
        Interval expected =
                counts.interval(ProportionInterval.WILSON, ConfidenceLevel.P90).orElseThrow();
        Interval weighted = WeightedProportion.of(counts.value().orElseThrow(), counts.trials())
                .interval(ProportionInterval.WILSON, ConfidenceLevel.P90)
                .orElseThrow();

        assertEquals(expected.lower(), weighted.lower(), 1e-12);
        assertEquals(expected.upper(), weighted.upper(), 1e-12);
    }

    @Property
    void fewerEffectiveTrialsMakeTheIntervalWider(
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @DoubleRange(min = 1, max = 100) double trials,
            @ForAll @DoubleRange(min = 0.1, max = 100) double more) {
        assertTrue(interval(share, trials).width()
                >= interval(share, trials + more).width());
        assertTrue(interval(share, trials).contains(share));
    }

    @Property
    void theIntervalHoldsTheShareByEveryMethodThatSaysSo(
            @ForAll ProportionInterval method,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @DoubleRange(min = 1, max = 100) double trials) {
        Assume.that(method != ProportionInterval.AGRESTI_COULL);
        Interval interval = WeightedProportion.of(share, trials)
                .interval(method, ConfidenceLevel.P95)
                .orElseThrow();

        assertTrue(
                interval.lower() <= share + 1e-9 && interval.upper() >= share - 1e-9, () -> interval + " of " + share);
    }

    private static Interval interval(double share, double trials) {
        return WeightedProportion.of(share, trials)
                .interval(ProportionInterval.WILSON, ConfidenceLevel.P95)
                .orElseThrow();
    }

    // edges

    @Test
    void withoutTrials_thereIsNothing() {
        WeightedProportion none = WeightedProportion.of(0, 0);

        assertEquals(Outcome.undefined(Reason.NO_DATA, "no trials"), none.value());
        assertEquals(
                Outcome.undefined(Reason.NO_DATA, "no trials"),
                none.interval(ProportionInterval.WILSON, ConfidenceLevel.P95));
        assertEquals(Outcome.of(1.0), WeightedProportion.of(1, 1).value());
    }

    // messages

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void shareOutOfRange_isRefused(double share) {
        assertEquals(
                "share must be in [0, 1]: " + share,
                assertThrows(IllegalArgumentException.class, () -> WeightedProportion.of(share, 2))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.5, Double.NaN, Double.POSITIVE_INFINITY})
    void trialsOutOfRange_areRefused(double trials) {
        assertEquals(
                "effectiveTrials must be 0 or at least 1, and finite: " + trials,
                assertThrows(IllegalArgumentException.class, () -> WeightedProportion.of(0.5, trials))
                        .getMessage());
    }
}
