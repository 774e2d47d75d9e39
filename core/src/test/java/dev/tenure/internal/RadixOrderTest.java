package dev.tenure.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RadixOrderTest {

    @Property(tries = 300)
    void itIsTheOrderOfTheNumbers_andOfTheRowsWhereTheyAreEqual(@ForAll List<Double> numbers) {
        double[] values = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        int[] expected = IntStream.range(0, values.length)
                .boxed()
                // + 0.0 makes a zero of a negative zero
                .sorted(Comparator.comparingDouble(row -> values[row] + 0.0))
                .mapToInt(Integer::intValue)
                .toArray();

        assertArrayEquals(expected, RadixOrder.of(values, values.length));
    }

    @Test
    void sorted_keepsTheOrderOfEqualValues() {
        assertArrayEquals(new int[] {3, 1, 2, 0}, RadixOrder.sort(new int[] {0, 1, 2, 3}, new double[] {7, 2, 2, -1}));
        assertArrayEquals(new int[] {3, 2, 1, 0}, RadixOrder.sort(new int[] {0, 2, 1, 3}, new double[] {7, 2, 2, -1}));
    }

    @Test
    void of_zerosOfBothSigns_areEqual() {
        assertArrayEquals(new int[] {3, 0, 1, 2}, RadixOrder.of(new double[] {0.0, -0.0, 0.0, -1}, 4));
    }

    @Test
    void of_takesAsManyAsItIsTold() {
        assertArrayEquals(new int[] {1, 0}, RadixOrder.of(new double[] {5, 4, 3}, 2));
        assertArrayEquals(new int[0], RadixOrder.of(new double[] {5}, 0));
    }
}
