package dev.tenure.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class NewtonTest {

    private static final double TOLERANCE = 1e-20;

    @Test
    void aParabola_takesOneStepAndOneToSee() {
        Newton.Minimum minimum = Newton.minimize(NewtonTest::parabola, new double[] {7, -3}, TOLERANCE, 100);

        assertTrue(minimum.converged());
        assertArrayEquals(new double[] {1, 2}, minimum.point(), 1e-14);
        assertEquals(5, minimum.value(), 1e-14);
        assertEquals(2, minimum.steps());
        assertEquals(0, minimum.excess(), 1e-20);
        assertArrayEquals(new double[] {2 / 7.0, -1 / 7.0}, minimum.curvature().inverse()[0], 1e-15);
    }

    /** 2 x^2 + x y... about (1, 2): x'Ax / 2 with A = {{4, 1}, {1, 2}}. */
    private static double parabola(double[] point, double[] gradient, double[][] hessian) {
        double x = point[0] - 1;
        double y = point[1] - 2;
        gradient[0] = 4 * x + y;
        gradient[1] = x + 2 * y;
        hessian[0] = new double[] {4, 1};
        hessian[1] = new double[] {1, 2};
        return 5 + 2 * x * x + x * y + y * y;
    }

    @Property(tries = 200)
    void rosenbrocksValley_isFollowedToItsEnd(
            @ForAll @DoubleRange(min = -3, max = 3) double x, @ForAll @DoubleRange(min = -3, max = 3) double y) {
        Newton.Minimum minimum = Newton.minimize(NewtonTest::valley, new double[] {x, y}, TOLERANCE, 2);

        assertTrue(minimum.converged());
        assertArrayEquals(new double[] {1, 1}, minimum.point(), 1e-9);
    }

    private static double valley(double[] point, double[] gradient, double[][] hessian) {
        double x = point[0];
        double rise = point[1] - x * x;
        gradient[0] = -400 * x * rise - 2 * (1 - x);
        gradient[1] = 200 * rise;
        hessian[0] = new double[] {1200 * x * x - 400 * point[1] + 2, -400 * x};
        hessian[1] = new double[] {-400 * x, 200};
        return 100 * rise * rise + (1 - x) * (1 - x);
    }

    /** log(x) + 1 / x has no value left of zero, bends down right of 2, and is lowest at 1. */
    @Property(tries = 100)
    void whereItBendsDown_andBesideWhereItIsNoNumber_theMinimumIsFound(
            @ForAll @DoubleRange(min = 0.05, max = 9) double start) {
        Newton.Minimum minimum = Newton.minimize(
                (point, gradient, hessian) -> {
                    double x = point[0];
                    gradient[0] = 1 / x - 1 / (x * x);
                    hessian[0][0] = -1 / (x * x) + 2 / (x * x * x);
                    return x > 0 ? Math.log(x) + 1 / x : Double.NaN;
                },
                new double[] {start},
                TOLERANCE,
                5);

        assertTrue(minimum.converged());
        assertEquals(1, minimum.point()[0], 1e-9);
    }

    @Test
    void withoutMinimum_itSaysSo() {
        Newton.Minimum minimum = Newton.minimize(
                (point, gradient, hessian) -> {
                    gradient[0] = -1;
                    hessian[0][0] = 0;
                    return -point[0];
                },
                new double[] {0},
                TOLERANCE,
                3);

        assertFalse(minimum.converged());
        assertEquals(200, minimum.steps());
        assertEquals(200, minimum.point()[0], 401);
        assertEquals(0, minimum.curvature().rank());
    }

    /** A function whose gradient lies: no step leads down. */
    @Test
    void whereNoStepLeadsDown_itStaysAndSaysSo() {
        Newton.Minimum minimum = Newton.minimize(
                (point, gradient, hessian) -> {
                    gradient[0] = 1;
                    hessian[0][0] = 1;
                    return point[0] == 4 ? 0 : 1;
                },
                new double[] {4},
                TOLERANCE,
                3);

        assertFalse(minimum.converged());
        assertEquals(4, minimum.point()[0]);
        assertEquals(0.5, minimum.excess());
        assertEquals(0, minimum.steps());
    }

    @Test
    void noCoordinates_areAMinimum() {
        assertTrue(Newton.minimize((point, gradient, hessian) -> 3, new double[0], TOLERANCE, 1)
                .converged());
    }

    @Test
    void steps_areNoLongerThanAllowed() {
        double[] farthest = new double[1];
        double[] last = {0};
        Newton.minimize(
                (point, gradient, hessian) -> {
                    farthest[0] = Math.max(farthest[0], Math.abs(point[0] - last[0]));
                    last[0] = point[0];
                    gradient[0] = point[0] - 10;
                    hessian[0][0] = 1;
                    return (point[0] - 10) * (point[0] - 10) / 2;
                },
                new double[] {0},
                TOLERANCE,
                2);

        assertEquals(2, farthest[0], 1e-15);
        assertEquals(10, last[0], 1e-12);
    }
}
