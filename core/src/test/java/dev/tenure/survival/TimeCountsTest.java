package dev.tenure.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Counts of times that are no small whole numbers. */
@PropertyDefaults(tries = 200, edgeCases = EdgeCasesMode.NONE)
class TimeCountsTest {

    @Property
    void countsAreThoseOfATable(@ForAll @Size(max = 80) List<@IntRange(max = 120) Integer> rows) {
        TimeCounts counts = new TimeCounts();
        Map<Long, Long> expected = new TreeMap<>();
        for (int row : rows) {
            long key = row % 7;
            long count = 1 + row / 40;
            counts.add(key, count);
            expected.merge(key, count, Long::sum);
            if (row == 50) {
                assertEquals(expected, table(counts));
            }
        }

        assertEquals(expected, table(counts));
    }

    @Property
    void mergingManySmallOnesIsAddingAll(@ForAll @Size(max = 30) List<@IntRange(max = 60) Integer> parts) {
        TimeCounts whole = new TimeCounts();
        TimeCounts merged = new TimeCounts();
        for (int part : parts) {
            TimeCounts counts = new TimeCounts();
            for (int i = 0; i < part; i++) {
                counts.add(i % 20, 1 + i % 3);
                whole.add(i % 20, 1 + i % 3);
            }
            if (part % 2 == 0) {
                assertEquals(part == 0, table(counts).isEmpty());
            }
            merged.merge(counts);
        }

        assertEquals(table(whole), table(merged));
    }

    @Test
    void add_moreThanArePending_putsThemInOrder() {
        TimeCounts counts = new TimeCounts();
        int rows = TimeCounts.MOST_PENDING + 100;
        for (int i = 0; i < rows; i++) {
            counts.add(i % 1000, i == TimeCounts.MOST_PENDING ? 5 : 1);
        }

        TimeRun run = counts.run();
        assertEquals(1000, run.size());
        assertEquals(rows + 4L, run.total());
    }

    /** Counted rows that fill what may be pending, and one more that puts them in order. */
    @Test
    void add_moreCountedThanArePending_putsThemInOrder() {
        TimeCounts counts = new TimeCounts();
        for (int i = 0; i < TimeCounts.MOST_PENDING; i++) {
            counts.add(i % 3, 2);
        }
        counts.add(9, 7);
        counts.add(9);

        assertEquals(8, counts.run().count(3));
        assertEquals(2L * TimeCounts.MOST_PENDING + 8, counts.run().total());
    }

    @Test
    void merge_intoItselfWhileMoreThanArePending_countsAllTwice() {
        TimeCounts counts = new TimeCounts();
        int rows = TimeCounts.MOST_PENDING / 2 + 10;
        for (int i = 0; i < rows; i++) {
            counts.add(-i);
        }
        counts.merge(counts);

        assertEquals(2L * rows, counts.run().total());
        assertEquals(rows, table(counts).size());
    }

    @Test
    void merge_smallIntoLarge_isAddedToWhatIsPending() {
        TimeCounts large = new TimeCounts();
        TimeCounts small = new TimeCounts();
        for (int i = 0; i < 100; i++) {
            large.add(i);
        }
        small.add(50, 4);
        small.add(200);
        TimeRun before = large.run();
        assertEquals(2, small.run().size());
        large.merge(small);

        assertEquals(100, before.size());
        assertEquals(105, large.run().total());
        assertEquals(5, table(large).get(50L));
        assertEquals(5, small.run().total());
    }

    @Test
    void writing_manyEqualTimes_takesLittleRoom() throws IOException {
        TimeCounts counts = new TimeCounts();
        for (int i = 0; i < 100_000; i++) {
            counts.add(i % 10);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(counts);
        }
        counts.add(3);

        assertTrue(bytes.size() < 1000);
        assertEquals(100_001, counts.run().total());
    }

    @Test
    void add_moreThanALongCanCount_overflows() {
        TimeCounts counts = new TimeCounts();
        counts.add(1, Long.MAX_VALUE);
        counts.add(1);

        assertThrows(ArithmeticException.class, counts::run);
    }

    private static Map<Long, Long> table(TimeCounts counts) {
        TimeRun run = counts.run();
        Map<Long, Long> table = new TreeMap<>();
        List<Long> keys = new ArrayList<>();
        for (int i = 0; i < run.size(); i++) {
            keys.add(run.key(i));
            table.merge(run.key(i), run.count(i), Long::sum);
        }
        assertEquals(keys.stream().sorted().toList(), keys);
        return table;
    }
}
