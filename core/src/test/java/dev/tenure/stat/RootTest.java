package dev.tenure.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
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

    /** Bisection asks some 50 times for the digits of a double. */
    @Test
    void smoothFunctions_areAskedSeldom() {
        assertEquals(10.5, meanQuestions(root -> x -> x * x * x - root * root * root, 1.5), 0.1);
        assertEquals(10.2, meanQuestions(root -> x -> Math.log(x / root), 2), 0.1);
        assertEquals(9.2, meanQuestions(root -> x -> Math.exp(-x) - Math.exp(-root), 3), 0.1);
    }

    private static double meanQuestions(DoubleFunction<DoubleUnaryOperator> withRoot, double upper) {
        return IntStream.rangeClosed(1, 1000)
                .map(thousandth -> questions(withRoot.apply(thousandth / 1000.0), upper))
                .average()
                .orElseThrow();
    }

    private static int questions(DoubleUnaryOperator function, double upper) {
        AtomicInteger asked = new AtomicInteger();
        Root.find(
                x -> {
                    asked.incrementAndGet();
                    return function.applyAsDouble(x);
                },
                0,
                upper);
        return asked.get();
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
