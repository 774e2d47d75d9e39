package dev.tenure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RowCountsTest {

    @Property(tries = 200)
    void rowsAreCountedOnce_andAscend(@ForAll Random random) {
        TreeMap<String, Long> expected = new TreeMap<>();
        List<double[]> rows = new ArrayList<>();
        int size = random.nextInt(300);
        int values = 1 + random.nextInt(9);
        for (int i = 0; i < size; i++) {
            double[] row = IntStream.range(0, RowCounts.COLUMNS)
                    .mapToDouble(column -> random.nextInt(values))
                    .toArray();
            rows.add(row);
            // one digit each, so that the order of the texts is that of the rows
            expected.merge(text(row), 1L + i % 3, Long::sum);
        }
        RowCounts left = new RowCounts();
        RowCounts right = new RowCounts();
        for (int i = 0; i < size; i++) {
            double[] row = rows.get(i);
            (i % 2 == 0 ? left : right).add(row[0], row[1], row[2], row[3], 1 + i % 3);
        }
        left.merge(right);
        SortedRows sorted = left.sorted();

        assertEquals(expected.size(), sorted.size());
        int i = 0;
        for (String key : expected.keySet()) {
            double[] row = {sorted.cell(i, 0), sorted.cell(i, 1), sorted.cell(i, 2), sorted.cell(i, 3)};
            assertEquals(key, text(row));
            assertEquals(expected.get(key), sorted.count(i++));
        }
    }

    private static String text(double[] row) {
        return String.valueOf((int) row[0]) + (int) row[1] + (int) row[2] + (int) row[3];
    }

    @Property(tries = 50)
    void manyDistinctRows_areFoundAgain(@ForAll Random random) {
        List<Double> numbers = new ArrayList<>();
        random.doubles(500).forEach(numbers::add);
        RowCounts counts = new RowCounts();
        numbers.forEach(number -> counts.add(number, -number, 0, 1, 1));
        Collections.shuffle(numbers, random);
        numbers.forEach(number -> counts.add(number, -number, 0, 1, 2));
        SortedRows sorted = counts.sorted();
        Collections.sort(numbers);

        assertEquals(500, sorted.size());
        for (int i = 0; i < 500; i++) {
            assertEquals(numbers.get(i), sorted.cell(i, 0));
            assertEquals(-numbers.get(i), sorted.cell(i, 1));
            assertEquals(3, sorted.count(i));
        }
    }

    @Test
    void merge_withItself_doubles() {
        RowCounts counts = new RowCounts();
        counts.add(1, 2, 3, 4, 5);
        counts.merge(counts);

        assertEquals(10, counts.sorted().count(0));
    }

    @Test
    void moreThanCanBeCounted_isAnOverflow() {
        RowCounts counts = new RowCounts();
        counts.add(1, 2, 3, 4, Long.MAX_VALUE);

        assertThrows(ArithmeticException.class, () -> counts.add(1, 2, 3, 4, 1));
    }
}
