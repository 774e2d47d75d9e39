package dev.tenure.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class RootTest {

    @Property
    void theRootOfACubeIsFoundFromEitherSide(@ForAll @Scale(9) @DoubleRange(min = 1e-9, max = 1) double root) {
        assertEquals(root, Root.find(x -> x - root, 0, 1), 1e-15 * root);
        assertEquals(root, Root.find(x -> root - x, 0, 1), 1e-15 * root);
        assertEquals(root, Root.find(x -> Math.log(x / root), 0, 2), 4e-15 * root);
        assertEquals(root, Root.find(x -> x * x * x - root * root * root, 0, 1.5), 1e-14 * root);
    }

    @Test
    void infiniteEnds_areMetByBisection() {
        assertEquals(0.25, Root.find(x -> 1 / x - 1 / (0.5 - x), 0, 0.5), 1e-15);
    }

    @Test
    void aJump_isFoundToo() {
        assertEquals(0.3, Root.find(x -> x < 0.3 ? -1 : 1, 0, 1), 1e-15);
    }

    @Test
    void tinyRoots_areFoundToTheirOwnDigits() {
        assertEquals(3e-200, Root.find(x -> x - 3e-200, 0, 1), 1e-214);
    }
}
