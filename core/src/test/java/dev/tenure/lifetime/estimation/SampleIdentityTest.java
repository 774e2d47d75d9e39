package dev.tenure.lifetime.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SampleIdentityTest {

    @Test
    void equalNumbersInEqualOrder_areTheSameSample() {
        assertEquals(of("RUB", 1, 2, 3), of("RUB", 1, 2, 3));
        assertNotEquals(of("RUB", 1, 2, 3), of("USD", 1, 2, 3));
        assertNotEquals(of("RUB", 1, 2, 3), of("RUB", 1, 3, 2));
        assertNotEquals(of("RUB", 1, 2), of("RUB", 1, 2, 0));
        assertNotEquals(of("RUB"), of("RUB", 0));
    }

    @Test
    void neighbours_allDiffer() {
        Set<Long> digests = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            for (int j = 0; j < 100; j++) {
                digests.add(of("", i, j).digest());
                digests.add(of("", 0.5 + i, j, 1).digest());
            }
        }

        assertEquals(20_000, digests.size());
    }

    @Test
    void problems_areChecked() {
        assertEquals(
                "detail must not be blank: ' '",
                assertThrows(IllegalArgumentException.class, () -> new Problem(" ", ImmutableSet.of("r")))
                        .getMessage());
        assertEquals(
                "coordinates must not be empty",
                assertThrows(IllegalArgumentException.class, () -> Problem.of("no clients", List.of()))
                        .getMessage());
        assertEquals(
                new Problem("no clients", ImmutableSet.of("r", "s")),
                Problem.of("no clients", List.of(Coordinate.logarithmOf("r"), Coordinate.logitOf("s"))));
    }

    private static SampleIdentity of(String unit, double... statistics) {
        return SampleIdentity.of(unit, DoubleStream.of(statistics));
    }
}
