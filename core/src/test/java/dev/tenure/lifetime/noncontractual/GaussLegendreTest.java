package dev.tenure.lifetime.noncontractual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GaussLegendreTest {

    @Test
    void ruleOfTwoAndThree_areThoseOfTheTextbook() {
        GaussLegendre two = GaussLegendre.of(2);
        GaussLegendre three = GaussLegendre.of(3);

        assertEquals(2, two.size());
        assertEquals((1 - Math.sqrt(1 / 3.0)) / 2, two.node(0), 1e-15);
        assertEquals((1 + Math.sqrt(1 / 3.0)) / 2, two.node(1), 1e-15);
        assertEquals(0.5, two.weight(0), 1e-14);
        assertEquals((1 - Math.sqrt(0.6)) / 2, three.node(0), 1e-15);
        assertEquals(0.5, three.node(1), 1e-15);
        assertEquals(5 / 18.0, three.weight(0), 1e-14);
        assertEquals(8 / 18.0, three.weight(1), 1e-14);
    }

    @Test
    void powersBelowTwiceTheNodes_areIntegratedExactly() {
        for (int size : new int[] {1, 2, 5, 16, 40}) {
            GaussLegendre rule = GaussLegendre.of(size);
            for (int power = 0; power < 2 * size; power++) {
                assertEquals(1.0 / (power + 1), integral(rule, power), 1e-14);
            }
        }
        // the next power is not: 7 / 36 in the place of 1 / 5
        assertEquals(7 / 36.0, integral(GaussLegendre.of(2), 4), 1e-14);
    }

    @Test
    void nodesAscend() {
        GaussLegendre rule = GaussLegendre.of(16);
        for (int i = 1; i < 16; i++) {
            assertTrue(rule.node(i - 1) < rule.node(i));
        }
    }

    private static double integral(GaussLegendre rule, int power) {
        double sum = 0;
        for (int i = 0; i < rule.size(); i++) {
            sum += rule.weight(i) * Math.pow(rule.node(i), power);
        }
        return sum;
    }
}
