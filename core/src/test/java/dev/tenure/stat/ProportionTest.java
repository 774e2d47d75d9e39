package dev.tenure.stat;

import static dev.tenure.stat.ConfidenceLevel.P95;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProportionTest {

    private static final ImmutableSet<ProportionInterval> BEYOND_THE_ENDS =
            Sets.immutableEnumSet(ProportionInterval.WALD, ProportionInterval.AGRESTI_COULL);

    // golden

    static Stream<JsonNode> newcombe() {
        return GoldenFile.read("newcombe-1998-single.json").get("cases").valueStream();
    }

    @ParameterizedTest
    @MethodSource("newcombe")
    void interval_isThePrintedAndTheComputedOne(JsonNode published) {
        Proportion proportion = Proportion.of(
                published.get("successes").longValue(), published.get("trials").longValue());

        for (String figures : List.of("printed", "computed")) {
            published.get(figures).properties().forEach(entry -> {
                ProportionInterval method = ProportionInterval.valueOf(entry.getKey());
                Interval interval = proportion.interval(method, P95).orElseThrow();
                double tolerance = entry.getValue().get("tolerance").doubleValue();
                assertEquals(entry.getValue().get("lower").doubleValue(), interval.lower(), tolerance, entry::getKey);
                assertEquals(entry.getValue().get("upper").doubleValue(), interval.upper(), tolerance, entry::getKey);
            });
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "proportion-intervals-40-digits.csv", numLinesToSkip = 2)
    void interval_isRightToTwelveDigits_andToEightForABillionTrials(
            ProportionInterval method, long successes, long trials, double level, double lower, double upper) {
        Interval interval = Proportion.of(successes, trials)
                .interval(method, ConfidenceLevel.of(level))
                .orElseThrow();

        double tolerance = trials > 1_000_000 ? 1e-8 : 1e-12;
        assertEquals(lower, interval.lower(), tolerance * lower);
        assertEquals(upper, interval.upper(), tolerance * upper);
    }

    /** Source: a public worked example in R, rstudio-pubs 1367507; tolerance as printed. */
    @Test
    void interval_wilsonOfSixIn32() {
        Proportion proportion = Proportion.of(6, 32);
        Interval interval = proportion.interval(ProportionInterval.WILSON, P95).orElseThrow();

        assertEquals(0.1875, proportion.value().orElseThrow());
        assertEquals(0.08889545, interval.lower(), 1e-8);
        assertEquals(0.35309155, interval.upper(), 1e-8);
    }

    /** The rule of three, in its exact form: 1 - 0.025^(1/n). */
    @ParameterizedTest
    @CsvSource({"1, 0.975", "2, 0.8418861169915810", "10, 0.3084971078187608"})
    void interval_clopperPearsonWithoutSuccesses_hasAClosedForm(long trials, double upper) {
        assertEquals(
                upper,
                Proportion.of(0, trials)
                        .interval(ProportionInterval.CLOPPER_PEARSON, P95)
                        .orElseThrow()
                        .upper(),
                1e-14);
    }

    // laws

    @Provide
    static Arbitrary<Proportion> proportions() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(1, 30), Arbitraries.longs().between(1, 1_000_000_000L))
                .flatMap(trials -> Arbitraries.oneOf(
                                Arbitraries.of(0L, trials, 1L, trials - 1),
                                Arbitraries.longs().between(0, trials))
                        .map(successes -> Proportion.of(successes, trials)));
    }

    @Property
    void theIntervalHoldsTheShare_andStaysWithinTheScale(
            @ForAll("proportions") Proportion proportion,
            @ForAll ProportionInterval method,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double level) {
        Interval interval =
                proportion.interval(method, ConfidenceLevel.of(level)).orElseThrow();

        if (!BEYOND_THE_ENDS.contains(method)) {
            assertTrue(interval.lower() >= 0 && interval.upper() <= 1);
        }
        if (method != ProportionInterval.AGRESTI_COULL) {
            assertTrue(interval.contains(proportion.value().orElseThrow()));
        }
    }

    @Property
    void theIntervalOfTheOthersIsTheMirrorImage(
            @ForAll("proportions") Proportion proportion, @ForAll ProportionInterval method) {
        Interval interval = proportion.interval(method, P95).orElseThrow();
        Interval mirrored = proportion.complement().interval(method, P95).orElseThrow();

        assertEquals(1 - interval.upper(), mirrored.lower(), 1e-12);
        assertEquals(1 - interval.lower(), mirrored.upper(), 1e-12);
    }

    @Property
    void aHigherLevelNeverMakesTheIntervalNarrower(
            @ForAll("proportions") Proportion proportion, @ForAll ProportionInterval method) {
        double at90 =
                proportion.interval(method, ConfidenceLevel.P90).orElseThrow().width();
        double at99 =
                proportion.interval(method, ConfidenceLevel.P99).orElseThrow().width();

        assertTrue(at90 <= at99);
    }

    @Property
    void theExactIntervalHoldsThoseOfMidPAndJeffreys(@ForAll("proportions") Proportion proportion) {
        Interval exact =
                proportion.interval(ProportionInterval.CLOPPER_PEARSON, P95).orElseThrow();

        for (ProportionInterval method : List.of(ProportionInterval.MID_P, ProportionInterval.JEFFREYS)) {
            Interval inner = proportion.interval(method, P95).orElseThrow();
            assertTrue(exact.lower() <= inner.lower() && inner.upper() <= exact.upper());
        }
    }

    @Test
    void theExactIntervalHoldsTheTrueShareAtLeastAsOftenAsItSays() {
        for (double truth : new double[] {0.02, 0.1, 0.37, 0.5, 0.9}) {
            assertTrue(coverage(ProportionInterval.CLOPPER_PEARSON, 20, truth) >= 0.95);
        }
    }

    /** The probability that the interval holds the truth, summed over everything that can be observed. */
    private static double coverage(ProportionInterval method, int trials, double truth) {
        BinomialDistribution distribution = BinomialDistribution.of(trials, truth);
        double coverage = 0;
        for (int successes = 0; successes <= trials; successes++) {
            if (Proportion.of(successes, trials)
                    .interval(method, P95)
                    .orElseThrow()
                    .contains(truth)) {
                coverage += distribution.probability(successes);
            }
        }
        return coverage;
    }

    // edges

    @ParameterizedTest
    @EnumSource
    void noTrials_isUndefined(ProportionInterval method) {
        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "no trials"),
                Proportion.of(0, 0).value());
        assertEquals(
                Outcome.<Interval>undefined(Reason.NO_DATA, "no trials"),
                Proportion.of(0, 0).interval(method, P95));
    }

    @ParameterizedTest
    @EnumSource
    void interval_keepsItsLevel(ProportionInterval method) {
        assertEquals(
                ConfidenceLevel.P99,
                Proportion.of(3, 7)
                        .interval(method, ConfidenceLevel.P99)
                        .orElseThrow()
                        .level());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AGRESTI_COULL")
    void interval_atTheEnds_isExact(ProportionInterval method) {
        assertEquals(0, Proportion.of(0, 9).interval(method, P95).orElseThrow().lower());
        assertEquals(1, Proportion.of(9, 9).interval(method, P95).orElseThrow().upper());
    }

    @ParameterizedTest
    @EnumSource
    void interval_ofTheLargestCounts_isFinite(ProportionInterval method) {
        Interval interval = Proportion.of(Long.MAX_VALUE / 2, Long.MAX_VALUE)
                .interval(method, P95)
                .orElseThrow();

        // all methods agree there: 0.5 plus or minus 1.96 standard errors
        double half = 1.959963984540054 * 0.5 / Math.sqrt((double) Long.MAX_VALUE);
        assertEquals(0.5 - half, interval.lower(), 1e-4 * half);
        assertEquals(0.5 + half, interval.upper(), 1e-4 * half);
    }

    @Test
    void value_keepsItsCounts() {
        assertEquals(0.875, Proportion.of(7, 8).value().orElseThrow());
        assertEquals(Proportion.of(1, 8), Proportion.of(7, 8).complement());
    }

    // messages

    @Test
    void of_badCounts_saysWhich() {
        assertEquals("trials must not be negative: -1", message(0, -1));
        assertEquals("successes must be in [0, 8]: 9", message(9, 8));
        assertEquals("successes must be in [0, 8]: -1", message(-1, 8));
    }

    private static String message(long successes, long trials) {
        return assertThrows(IllegalArgumentException.class, () -> Proportion.of(successes, trials))
                .getMessage();
    }
}
