package dev.tenure.stat;

import static dev.tenure.stat.ConfidenceLevel.P95;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProportionDifferenceTest {

    private static final MathContext DIGITS = new MathContext(40);

    private static final List<DifferenceInterval> WITHIN_THE_ENDS =
            List.of(DifferenceInterval.NEWCOMBE, DifferenceInterval.MIETTINEN_NURMINEN, DifferenceInterval.MEE);

    // golden

    static Stream<JsonNode> newcombe() {
        return GoldenFile.read("newcombe-1998-difference.json").get("cases").valueStream();
    }

    @ParameterizedTest
    @MethodSource("newcombe")
    void interval_isThePrintedAndTheComputedOne(JsonNode published) {
        ProportionDifference difference =
                ProportionDifference.of(proportion(published.get("first")), proportion(published.get("second")));

        for (String figures : List.of("printed", "computed")) {
            published.get(figures).properties().forEach(entry -> {
                DifferenceInterval method = DifferenceInterval.valueOf(entry.getKey());
                Interval interval = difference.interval(method, P95).orElseThrow();
                double tolerance = entry.getValue().get("tolerance").doubleValue();
                assertEquals(entry.getValue().get("lower").doubleValue(), interval.lower(), tolerance, entry::getKey);
                assertEquals(entry.getValue().get("upper").doubleValue(), interval.upper(), tolerance, entry::getKey);
            });
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "score-differences-60-digits.csv", numLinesToSkip = 3)
    void interval_ofTheScoreTest_isRightToElevenDigits(
            DifferenceInterval method,
            long successes1,
            long trials1,
            long successes2,
            long trials2,
            double level,
            double lower,
            double upper) {
        Interval interval = ProportionDifference.of(
                        Proportion.of(successes1, trials1), Proportion.of(successes2, trials2))
                .interval(method, ConfidenceLevel.of(level))
                .orElseThrow();

        assertEquals(lower, interval.lower(), 1e-11 * Math.abs(lower) + 1e-15);
        assertEquals(upper, interval.upper(), 1e-11 * Math.abs(upper) + 1e-15);
    }

    // laws

    @Provide
    static Arbitrary<Proportion> samples() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(1, 12), Arbitraries.longs().between(1, 1_000_000_000L))
                .flatMap(trials -> Arbitraries.oneOf(
                                Arbitraries.of(0L, trials), Arbitraries.longs().between(0, trials))
                        .map(successes -> Proportion.of(successes, trials)));
    }

    @Property
    void theIntervalHoldsTheDifference_andStaysWithinTheScale(
            @ForAll("samples") Proportion first, @ForAll("samples") Proportion second) {
        ProportionDifference difference = ProportionDifference.of(first, second);

        for (DifferenceInterval method : WITHIN_THE_ENDS) {
            Interval interval = difference.interval(method, P95).orElseThrow();
            assertTrue(interval.lower() >= -1 && interval.upper() <= 1);
            assertTrue(interval.contains(difference.value().orElseThrow()));
        }
    }

    @Property
    void swappingTheSamplesTurnsTheIntervalRound(
            @ForAll("samples") Proportion first,
            @ForAll("samples") Proportion second,
            @ForAll DifferenceInterval method) {
        Interval interval =
                ProportionDifference.of(first, second).interval(method, P95).orElseThrow();
        Interval swapped =
                ProportionDifference.of(second, first).interval(method, P95).orElseThrow();

        assertEquals(-interval.upper(), swapped.lower(), 1e-11);
        assertEquals(-interval.lower(), swapped.upper(), 1e-11);
    }

    @Property
    void countingTheOthersTurnsTheIntervalRound(
            @ForAll("samples") Proportion first,
            @ForAll("samples") Proportion second,
            @ForAll DifferenceInterval method) {
        Interval interval =
                ProportionDifference.of(first, second).interval(method, P95).orElseThrow();
        Interval others = ProportionDifference.of(first.complement(), second.complement())
                .interval(method, P95)
                .orElseThrow();

        assertEquals(-interval.upper(), others.lower(), 1e-11);
        assertEquals(-interval.lower(), others.upper(), 1e-11);
    }

    static Stream<ProportionDifference> twoHundredPairs() {
        Random random = new Random(1998);
        return IntStream.range(0, 200)
                .mapToObj(i -> ProportionDifference.of(randomSample(random), randomSample(random)));
    }

    /** Every fifth sample is without successes, every fifth without failures, every other tiny. */
    private static Proportion randomSample(Random random) {
        long trials = 1 + (random.nextBoolean() ? random.nextInt(5) : random.nextInt(100_000_000));
        return switch (random.nextInt(5)) {
            case 0 -> Proportion.of(0, trials);
            case 1 -> Proportion.of(trials, trials);
            default -> Proportion.of((long) (random.nextDouble() * (trials + 1)), trials);
        };
    }

    @ParameterizedTest
    @MethodSource("twoHundredPairs")
    void atTheLimits_theScoreStatisticIsTheNormalQuantile(ProportionDifference difference) {
        double observed = difference.value().orElseThrow();
        for (DifferenceInterval method : List.of(DifferenceInterval.MEE, DifferenceInterval.MIETTINEN_NURMINEN)) {
            double factor = method == DifferenceInterval.MEE ? 1 : factor(difference);
            Interval interval = difference.interval(method, P95).orElseThrow();

            if (interval.lower() > -1) {
                assertEquals(1.9599640, scoreByBruteForce(difference, interval.lower(), factor), 1e-5);
            } else {
                assertEquals(-1, observed, 1e-12);
            }
            if (interval.upper() < 1) {
                assertEquals(-1.9599640, scoreByBruteForce(difference, interval.upper(), factor), 1e-5);
            } else {
                assertEquals(1, observed, 1e-12);
            }
        }
    }

    private static double factor(ProportionDifference difference) {
        double trials =
                (double) difference.first().trials() + difference.second().trials();
        return trials / (trials - 1);
    }

    /**
     * The score statistic in 40-digit arithmetic, with its restricted share found by halving the bracket of the likelihood's
     * slope, 110 times.
     */
    private static double scoreByBruteForce(ProportionDifference difference, double supposed, double factor) {
        BigDecimal x1 = BigDecimal.valueOf(difference.first().successes());
        BigDecimal n1 = BigDecimal.valueOf(difference.first().trials());
        BigDecimal x2 = BigDecimal.valueOf(difference.second().successes());
        BigDecimal n2 = BigDecimal.valueOf(difference.second().trials());
        BigDecimal d = new BigDecimal(supposed);
        BigDecimal low = BigDecimal.ZERO.max(d.negate());
        BigDecimal high = BigDecimal.ONE.min(BigDecimal.ONE.subtract(d));
        for (int i = 0; i < 110; i++) {
            BigDecimal p2 = low.add(high).divide(BigDecimal.valueOf(2), DIGITS);
            BigDecimal p1 = p2.add(d);
            BigDecimal q1 = BigDecimal.ONE.subtract(p1);
            BigDecimal q2 = BigDecimal.ONE.subtract(p2);
            // the slope of the log-likelihood times p1 q1 p2 q2
            BigDecimal slope = x1.multiply(q1, DIGITS)
                    .subtract(n1.subtract(x1).multiply(p1, DIGITS), DIGITS)
                    .multiply(p2.multiply(q2, DIGITS), DIGITS)
                    .add(x2.multiply(q2, DIGITS)
                            .subtract(n2.subtract(x2).multiply(p2, DIGITS), DIGITS)
                            .multiply(p1.multiply(q1, DIGITS), DIGITS));
            if (slope.signum() > 0) {
                low = p2;
            } else {
                high = p2;
            }
        }
        BigDecimal p2 = low.add(high).divide(BigDecimal.valueOf(2), DIGITS);
        BigDecimal p1 = p2.add(d);
        BigDecimal variance = p1.multiply(BigDecimal.ONE.subtract(p1))
                .divide(n1, DIGITS)
                .add(p2.multiply(BigDecimal.ONE.subtract(p2)).divide(n2, DIGITS))
                .multiply(BigDecimal.valueOf(factor));
        return x1.divide(n1, DIGITS)
                .subtract(x2.divide(n2, DIGITS))
                .subtract(d)
                .divide(variance.sqrt(DIGITS), DIGITS)
                .doubleValue();
    }

    // edges

    @ParameterizedTest
    @EnumSource
    void noTrialsInOneSample_isUndefined(DifferenceInterval method) {
        Proportion none = Proportion.of(0, 0);
        Proportion some = Proportion.of(3, 4);

        for (ProportionDifference difference :
                List.of(ProportionDifference.of(none, some), ProportionDifference.of(some, none))) {
            assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no trials"), difference.value());
            assertEquals(Outcome.<Interval>undefined(Reason.NO_DATA, "no trials"), difference.interval(method, P95));
        }
    }

    @Test
    void allAgainstNone_endsAtOne() {
        ProportionDifference difference = ProportionDifference.of(Proportion.of(4, 4), Proportion.of(0, 6));

        assertEquals(1, difference.value().orElseThrow());
        for (DifferenceInterval method : WITHIN_THE_ENDS) {
            assertEquals(1, difference.interval(method, P95).orElseThrow().upper());
        }
    }

    @ParameterizedTest
    @EnumSource
    void interval_keepsItsLevel(DifferenceInterval method) {
        assertEquals(
                ConfidenceLevel.P90,
                ProportionDifference.of(Proportion.of(3, 7), Proportion.of(5, 9))
                        .interval(method, ConfidenceLevel.P90)
                        .orElseThrow()
                        .level());
    }

    // messages

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void of_null_namesTheArgument() {
        Proportion some = Proportion.of(3, 4);

        assertEquals(
                "first",
                assertThrows(NullPointerException.class, () -> ProportionDifference.of(null, some))
                        .getMessage());
        assertEquals(
                "second",
                assertThrows(NullPointerException.class, () -> ProportionDifference.of(some, null))
                        .getMessage());
    }

    private static Proportion proportion(JsonNode counts) {
        return Proportion.of(counts.get(0).longValue(), counts.get(1).longValue());
    }
}
