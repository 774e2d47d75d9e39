package dev.tenure.survival;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sorted times: the sort, the keys and the runs. */
@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.MIXIN)
class TimeRunTest {

    private static final int MANY = 3 * RadixSort.FEWEST;

    // the sort

    @Property(tries = 200)
    void sortingIsThatOfTheJdk(@ForAll long seed, @ForAll @IntRange(min = 1, max = 64) int bits) {
        SplittableRandom random = new SplittableRandom(seed);
        long base = random.nextLong();
        assertSorted(i -> base + (random.nextLong() >>> (64 - bits)));
    }

    @Property(tries = 100)
    void sortingIsThatOfTheJdkForFewDistinctKeys(
            @ForAll long seed, @ForAll @LongRange(min = 1, max = 50) long distinct, @ForAll long factor) {
        SplittableRandom random = new SplittableRandom(seed);
        assertSorted(i -> factor * random.nextLong(distinct));
    }

    /** Prefixes of which each stretch is just too long, or just short enough, to be sorted by insertion. */
    @ParameterizedTest
    @ValueSource(
            ints = {RadixSort.LONGEST_INSERTION - 1, RadixSort.LONGEST_INSERTION, RadixSort.LONGEST_INSERTION + 1, 1000
            })
    void sort_equalPrefixes_areSortedByTheirRest(int stretch) {
        assertSorted(i -> ((i / stretch) << 50) - i);
        assertSorted(i -> Long.MIN_VALUE + ((i / stretch) << 52) + (stretch - i % stretch));
    }

    @Test
    void sort_bothEndsOfTheRange_areInOrder() {
        assertSorted(i -> i % 3 == 0 ? Long.MIN_VALUE + i : i % 3 == 1 ? Long.MAX_VALUE - i : i);
    }

    @Test
    void sort_onlyTheFirstKeys_areSorted() {
        long[] keys = LongStream.range(0, MANY + 10).map(i -> -i).toArray();
        long[] sorted = RadixSort.sort(keys.clone(), MANY);

        assertEquals(1 - MANY, sorted[0]);
        assertEquals(0, sorted[MANY - 1]);
        assertArrayEquals(new long[] {-2, -1, 0}, RadixSort.sort(new long[] {0, -1, -2, 5}, 3));
    }

    @Test
    void sort_allEqual_areTheSame() {
        long[] keys = new long[MANY];

        long[] sorted = RadixSort.sort(keys, MANY);

        assertNotSame(keys, sorted);
        assertArrayEquals(keys, sorted);
    }

    /** Two far keys make the prefix of all others the same; a quadratic sort of a million of them would take minutes. */
    @Test
    void sort_aMillionKeysInATinyRangeBesideTwoFarOnes_isNotQuadratic() {
        int size = 1_000_000;
        long[] keys = LongStream.range(0, size).map(i -> size - i).toArray();
        keys[0] = Long.MIN_VALUE;
        keys[1] = Long.MAX_VALUE;
        long[] expected = keys.clone();
        Arrays.sort(expected);

        assertTimeout(Duration.ofSeconds(10), () -> assertArrayEquals(expected, RadixSort.sort(keys, size)));
    }

    private static void assertSorted(LongUnaryOperator key) {
        long[] keys = LongStream.range(0, MANY).map(key).toArray();
        long[] expected = keys.clone();
        Arrays.sort(expected);

        assertArrayEquals(expected, RadixSort.sort(keys, MANY));
    }

    // keys

    @Property
    void keysHaveTheOrderOfTheirTimesAndThenOfTheirMarks(
            @ForAll @DoubleRange(max = Double.MAX_VALUE) double first,
            @ForAll @DoubleRange(max = Double.MAX_VALUE) double second,
            @ForAll boolean firstMark,
            @ForAll boolean secondMark) {
        int expected = first == second ? Boolean.compare(firstMark, secondMark) : Double.compare(first, second);

        assertEquals(
                expected, Integer.signum(Long.compare(TimeRun.key(first, firstMark), TimeRun.key(second, secondMark))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, Double.MIN_VALUE, Double.MIN_NORMAL, 0.1, 1, 1.5, 2, 1e300, Double.MAX_VALUE})
    void key_anyTime_comesBack(double time) {
        for (boolean mark : new boolean[] {false, true}) {
            TimeRun run = TimeRun.of(new long[] {TimeRun.key(time, mark)}, 1);

            assertEquals(time + 0.0, TimeRun.time(run.bits(0)));
            assertEquals(mark, run.isMarked(0));
            assertEquals(TimeRun.END, run.bits(1));
        }
    }

    // runs

    @Property
    void runsHoldWhatTheyWereMadeOf(@ForAll @Size(max = 60) List<@LongRange(min = -9, max = 9) Long> keys) {
        long[] array = keys.stream().mapToLong(Long::longValue).toArray();

        assertHolds(keys, TimeRun.of(array.clone(), array.length));
    }

    @Property
    void mergedRunsHoldBoth(
            @ForAll @Size(max = 40) List<@LongRange(min = -9, max = 99) Long> first,
            @ForAll @Size(max = 40) List<@LongRange(min = -9, max = 9) Long> second) {
        List<Long> both = new java.util.ArrayList<>(first);
        both.addAll(second);
        TimeRun one = run(first);
        TimeRun other = run(second);

        assertHolds(both, one.merge(other));
        assertHolds(both, other.merge(one));
        assertHolds(first, one);
    }

    @Property
    void runsThatRepeatAreFoldedToAtMostTwoNumbersADistinctKey(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(max = 9) Long> keys) {
        TimeRun run = run(keys);
        long distinct = keys.stream().distinct().count();

        assertTrue(run.size() < 2 * distinct || run.size() == distinct);
        assertEquals(keys.size(), run.total());
    }

    @Test
    void of_counts_addUp() {
        TimeRun run = TimeRun.of(new long[] {5, 3, 5, 99}, new long[] {1, 7, 10, 99}, 3);

        assertEquals(2, run.size());
        assertEquals(3, run.key(0));
        assertEquals(7, run.count(0));
        assertEquals(11, run.count(1));
        assertEquals(18, run.total());
    }

    @Test
    void counts_moreThanALongCanCount_overflow() {
        long[] most = {Long.MAX_VALUE, 1};
        TimeRun run = TimeRun.of(new long[] {5, 6}, most, 2);

        assertThrows(ArithmeticException.class, run::total);
        assertThrows(ArithmeticException.class, () -> run.merge(run));
        assertThrows(ArithmeticException.class, () -> TimeRun.of(new long[] {5, 5}, most, 2));
    }

    @Test
    void merge_withNothing_isTheRunItself() {
        TimeRun run = run(List.of(1L, 2L));

        assertSame(run, run.merge(TimeRun.EMPTY));
        assertSame(run, TimeRun.EMPTY.merge(run));
        assertEquals(0, TimeRun.EMPTY.total());
        assertEquals(TimeRun.END, TimeRun.EMPTY.bits(0));
    }

    private static TimeRun run(List<Long> keys) {
        long[] array = keys.stream().mapToLong(Long::longValue).toArray();
        return TimeRun.of(array, array.length);
    }

    private static void assertHolds(List<Long> keys, TimeRun run) {
        long[] held = LongStream.range(0, run.size())
                .flatMap(i -> LongStream.generate(() -> run.key((int) i)).limit(run.count((int) i)))
                .toArray();

        assertArrayEquals(keys.stream().mapToLong(Long::longValue).sorted().toArray(), held);
    }
}
