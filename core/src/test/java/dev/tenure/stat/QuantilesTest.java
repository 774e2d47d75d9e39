package dev.tenure.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantilesTest {

    private static final List<Double> PRIMES = List.of(2.0, 3.0, 5.0, 7.0, 11.0, 13.0, 17.0, 19.0, 23.0, 29.0);

    // golden

    @ParameterizedTest
    @CsvFileSource(resources = "quantiles-numpy.csv", numLinesToSkip = 2)
    void value_isThatOfNumPy(QuantileDefinition definition, double probability, double quantile) {
        assertEquals(
                quantile,
                Quantiles.withDefaults()
                        .with(definition)
                        .of(PRIMES)
                        .value(probability)
                        .orElseThrow(),
                1e-10);
    }

    /** The ranks for the median in Conover's tables, for instance 2 and 9 of 10 at 95 %, 6 and 15 of 20. */
    @ParameterizedTest
    @CsvSource({"6, 1, 6", "10, 2, 9", "20, 6, 15", "50, 18, 33", "100, 40, 61"})
    void interval_ofTheMedian_runsBetweenTheTabulatedRanks(long size, double lower, double upper) {
        QuantilesResult ranks = LongStream.rangeClosed(1, size)
                .mapToObj(rank -> (double) rank)
                .collect(Quantiles.withDefaults().collector());

        assertEquals(Outcome.of(Interval.of(lower, upper, ConfidenceLevel.P95)), ranks.interval(0.5));
    }

    // laws

    @Property
    void aQuantileLiesBetweenTheSmallestAndTheLargest(
            @ForAll @NotEmpty List<@DoubleRange(min = -1e9, max = 1e9) Double> values,
            @ForAll @DoubleRange(min = 0, max = 1) double probability,
            @ForAll QuantileDefinition definition) {
        double quantile = Quantiles.withDefaults()
                .with(definition)
                .of(values)
                .value(probability)
                .orElseThrow();

        assertTrue(quantile >= Collections.min(values) && quantile <= Collections.max(values));
    }

    @Property
    void aHigherProbabilityNeverGivesALowerQuantile(
            @ForAll @NotEmpty List<@IntRange(min = -50, max = 50) Integer> values,
            @ForAll @DoubleRange(min = 0, max = 0.99) double probability,
            @ForAll QuantileDefinition definition) {
        QuantilesResult result = Quantiles.withDefaults().with(definition).of(doubles(values));

        assertTrue(result.value(probability).orElseThrow()
                <= result.value(probability + 0.01).orElseThrow() + 1e-12);
    }

    @Property
    void halfOfTheValuesLieOnEitherSideOfTheMedian(
            @ForAll @NotEmpty List<@IntRange(min = -50, max = 50) Integer> values,
            @ForAll QuantileDefinition definition) {
        double median = Quantiles.withDefaults()
                .with(definition)
                .of(doubles(values))
                .median()
                .orElseThrow();

        assertTrue(2 * values.stream().filter(value -> value < median).count() <= values.size());
        // the definitions that interpolate the empirical distribution itself may stop short of the middle
        assertTrue(2 * values.stream().filter(value -> value > median).count() <= values.size() + 1);
    }

    @Property
    void theOrderOfValuesAndOfMergingChangesNothing(
            @ForAll List<@IntRange(min = -50, max = 50) Integer> values,
            @ForAll @IntRange(max = 100) int cut,
            @ForAll Random random) {
        List<Double> shuffled = new ArrayList<>(doubles(values));
        Collections.shuffle(shuffled, random);
        QuantilesAccumulator left = Quantiles.withDefaults().accumulator();
        QuantilesAccumulator right = Quantiles.withDefaults().accumulator();
        int half = Math.min(cut, shuffled.size());
        shuffled.subList(0, half).forEach(left::add);
        shuffled.subList(half, shuffled.size()).forEach(right::add);

        assertEquals(
                Quantiles.withDefaults().of(doubles(values)), right.merge(left).result());
    }

    @Property
    void aValueWithItsCountIsThatValueSoManyTimes(
            @ForAll List<@IntRange(min = -5, max = 5) Integer> values, @ForAll @IntRange(max = 9) int count) {
        QuantilesAccumulator one = Quantiles.withDefaults().accumulator();
        QuantilesAccumulator many = Quantiles.withDefaults().accumulator();
        for (int value : values) {
            one.add(value, count);
            Collections.nCopies(count, (double) value).forEach(many::add);
        }

        assertEquals(many.result(), one.result());
    }

    // edges

    @Test
    void noValues_isUndefined() {
        QuantilesResult result = Quantiles.withDefaults().of(List.of());

        assertEquals(0, result.size());
        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no values"), result.median());
        assertEquals(Outcome.<Interval>undefined(Reason.NO_DATA, "no values"), result.interval(0.5));
    }

    @ParameterizedTest
    @EnumSource
    void oneValue_isEveryQuantile(QuantileDefinition definition) {
        QuantilesResult result = Quantiles.withDefaults().with(definition).of(List.of(4.5));

        for (double probability : new double[] {0, 0.3, 0.5, 1}) {
            assertEquals(Outcome.of(4.5), result.value(probability));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.9, 1})
    void interval_ofTenValuesNearTheEnds_needsMore(double probability) {
        assertEquals(
                Outcome.<Interval>undefined(Reason.TOO_FEW_DATA, "too few values for an interval of this quantile"),
                Quantiles.withDefaults().of(PRIMES).interval(probability));
    }

    /** Of ten tosses two or fewer are heads in 56 of 1024 cases, three or fewer in 176: the ranks are 3 and 8. */
    @Test
    void interval_atALowerLevel_isNarrower() {
        assertEquals(
                Outcome.of(Interval.of(5, 19, ConfidenceLevel.of(0.8))),
                Quantiles.withDefaults()
                        .with(ConfidenceLevel.of(0.8))
                        .of(PRIMES)
                        .interval(0.5));
    }

    @Test
    void value_ofTheLargestNumbers_doesNotOverflow() {
        QuantilesResult result = Quantiles.withDefaults().of(List.of(-Double.MAX_VALUE, Double.MAX_VALUE));

        assertEquals(Outcome.of(0.0), result.median());
    }

    @Test
    void value_whereOnlyRoundingMakesAPlaceFractional_isThatOfTheWholePlace() {
        // in binary, 0.07 times 100 is a little more than 7
        QuantilesResult hundred = DoubleStream.iterate(1, rank -> rank + 1)
                .limit(100)
                .boxed()
                .collect(Quantiles.withDefaults()
                        .with(QuantileDefinition.INVERSE_CDF)
                        .collector());

        assertEquals(Outcome.of(7.0), hundred.value(0.07));
    }

    @Test
    void add_bothZeros_areOneValue() {
        QuantilesAccumulator accumulator = Quantiles.withDefaults().accumulator();
        accumulator.add(-0.0);
        accumulator.add(0.0);

        assertEquals("[0.0]", accumulator.result().values().toString());
        assertEquals(2, accumulator.result().size());
    }

    @Test
    void add_noneOfAValue_isNothing() {
        QuantilesAccumulator accumulator = Quantiles.withDefaults().accumulator();
        accumulator.add(3, 0);

        assertEquals(0, accumulator.result().size());
    }

    @Test
    void add_moreThanCanBeCounted_isAnOverflow() {
        QuantilesAccumulator accumulator = Quantiles.withDefaults().accumulator();
        accumulator.add(1, Long.MAX_VALUE);
        assertThrows(ArithmeticException.class, () -> accumulator.add(1));
        accumulator.add(2);
        assertThrows(ArithmeticException.class, accumulator::result);
    }

    @Test
    void value_ofAVeryLargeSample_isFoundByRank() {
        QuantilesAccumulator accumulator = Quantiles.withDefaults().accumulator();
        accumulator.add(1, 6_000_000_000L);
        accumulator.add(2, 3_000_000_000L);
        accumulator.add(3, 1_000_000_000L);

        assertEquals(Outcome.of(1.0), accumulator.result().value(0.59));
        assertEquals(Outcome.of(2.0), accumulator.result().value(0.61));
        assertEquals(Outcome.of(3.0), accumulator.result().value(0.95));
    }

    @Test
    void explain_showsTheDefinitionAndTheInterval() {
        assertEquals("""
                quantile = 12.0000   [value at the place that the definition gives to the probability among the ordered \
                values; probability = 50.00%, values = 10, definition = LINEAR]
                  confidence interval = 3.0000 to 23.0000   [ordered values whose ranks leave half of 1 - level in each \
                binomial tail; level = 95.00%]
                """, Quantiles.withDefaults().of(PRIMES).explain(0.5).toText());
    }

    // messages

    @Test
    void badArguments_sayWhich() {
        QuantilesAccumulator accumulator = Quantiles.withDefaults().accumulator();
        QuantilesResult result = accumulator.result();

        assertEquals("value must be finite: NaN", message(() -> accumulator.add(Double.NaN)));
        assertEquals("count must not be negative: -1", message(() -> accumulator.add(1, -1)));
        assertEquals("probability must be in [0, 1]: 95.0", message(() -> check(result.value(95))));
        assertEquals("probability must be in [0, 1]: -0.1", message(() -> check(result.interval(-0.1))));
        assertEquals("probability must be in [0, 1]: NaN", message(() -> check(result.value(Double.NaN))));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void with_null_namesTheArgument() {
        assertEquals(
                "meaning",
                assertThrows(
                                NullPointerException.class,
                                () -> Quantiles.withDefaults().with((QuantileDefinition) null))
                        .getMessage());
        assertEquals(
                "confidence",
                assertThrows(
                                NullPointerException.class,
                                () -> Quantiles.withDefaults().with((ConfidenceLevel) null))
                        .getMessage());
    }

    private static void check(Object result) {
        assertTrue(result instanceof Outcome);
    }

    private static String message(Runnable action) {
        return assertThrows(IllegalArgumentException.class, action::run).getMessage();
    }

    private static List<Double> doubles(List<Integer> values) {
        return values.stream().map(Integer::doubleValue).toList();
    }
}
