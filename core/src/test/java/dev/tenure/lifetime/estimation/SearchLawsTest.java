package dev.tenure.lifetime.estimation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** The parts of the search on surfaces whose highest places are known in closed form: where they end, and in how few steps. */
class SearchLawsTest {

    /** {@code -(x^2 + 4 y^2) / 2}. */
    private static final LogLikelihood BOWL = (point, gradient, hessian) -> {
        gradient[0] = -point[0];
        gradient[1] = -4 * point[1];
        hessian[0][0] = -1;
        hessian[1][1] = -4;
        return -(point[0] * point[0] + 4 * point[1] * point[1]) / 2;
    };

    /** A hill whose sides become ever less steep, so that Newton's step leads too far. */
    private static final LogLikelihood HILL = (point, gradient, hessian) -> {
        gradient[0] = -Math.tanh(point[0]);
        hessian[0][0] = -1 / (Math.cosh(point[0]) * Math.cosh(point[0]));
        return -Math.log(Math.cosh(point[0]));
    };

    private static final LogLikelihood WAVE = (point, gradient, hessian) -> {
        gradient[0] = -Math.sin(point[0]);
        hessian[0][0] = -Math.cos(point[0]);
        return Math.cos(point[0]);
    };

    /** It rises along the first coordinate towards a height that it never reaches. */
    private static final LogLikelihood PLAIN = (point, gradient, hessian) -> {
        double left = Math.exp(-3 * point[0]);
        gradient[0] = 3 * left;
        gradient[1] = -point[1];
        hessian[0][0] = -9 * left;
        hessian[1][1] = -1;
        return -left - point[1] * point[1] / 2;
    };

    private final AtomicInteger asked = new AtomicInteger();

    private Surface surface(LogLikelihood function, int coordinates) {
        LogLikelihood counted = (point, gradient, hessian) -> {
            asked.incrementAndGet();
            return function.at(point, gradient, hessian);
        };
        return Surface.of(
                Known.one("counted", new Coordinate("0", Scale.IDENTITY), counted).toBuilder()
                        .coordinates(IntStream.range(0, coordinates)
                                .mapToObj(i -> new Coordinate("" + i, Scale.IDENTITY))
                                .toList())
                        .build(),
                WeakPrior.none());
    }

    // the ascent

    @Test
    void bowl_isClimbedInOneStep() {
        Ascent.Summit top = Ascent.of(surface(BOWL, 2), new double[] {1.5, -1});

        assertEquals(FitStatus.Ending.CONVERGED, top.ending());
        assertArrayEquals(new double[] {0, 0}, top.place().point(), 1e-15);
        assertEquals(1, top.steps());
        assertEquals(0, top.excess(), 1e-15);
        assertEquals(2, asked.get());
    }

    @Test
    void noCoordinate_movesByMoreThanTwoAtOnce() {
        Ascent.Summit top = Ascent.of(surface(BOWL, 2), new double[] {9, 0});

        // 9, 7, 5, 3, 1, 0
        assertEquals(5, top.steps());
        assertEquals(6, asked.get());
    }

    @Test
    void stepsThatLeadTooFar_areHalved() {
        Ascent.Summit top = Ascent.of(surface(HILL, 1), new double[] {3});

        assertEquals(FitStatus.Ending.CONVERGED, top.ending());
        assertEquals(0, top.place().point()[0], 1e-9);
        assertTrue(asked.get() <= 9, "asked " + asked);
    }

    @Test
    void fromAHollow_theSearchGoesUp() {
        Ascent.Summit top = Ascent.of(surface(WAVE, 1), new double[] {3});

        assertEquals(FitStatus.Ending.CONVERGED, top.ending());
        assertEquals(0, Math.sin(top.place().point()[0]), 1e-9);
        assertEquals(1, top.place().height(), 1e-15);
        assertTrue(asked.get() <= 9, "asked " + asked);
    }

    @Test
    void surfaceThatRisesWithoutEnd_isABoundary_ifItsHeightHasABound() {
        Ascent.Summit top = Ascent.of(surface(PLAIN, 2), new double[] {0, 1});

        assertEquals(FitStatus.Ending.BOUNDARY, top.ending());
        assertArrayEquals(new double[] {1, 0}, top.direction(), 1e-9);
        assertTrue(asked.get() <= 24, "asked " + asked);
    }

    @Test
    void slope_hasNoTop() {
        LogLikelihood slope = (point, gradient, hessian) -> {
            gradient[0] = 1;
            hessian[0][0] = 0;
            return point[0];
        };

        assertEquals(
                FitStatus.Ending.NOT_CONVERGED,
                Ascent.of(surface(slope, 1), new double[] {0}).ending());
    }

    // figures

    private static final ToDoubleFunction<double[]> QUADRATIC = p -> 3 * p[0] * p[0] + p[0] * p[1] + 2 * p[2] + 7;

    @Test
    void derivatives_ofAQuadraticFigure_areExact() {
        double[] point = {2, -3, 5};
        Figure figure = Figure.of(Scale.IDENTITY, QUADRATIC);
        Figure.Slope slope = figure.slope(point);

        assertArrayEquals(new double[] {9, 2, 2}, figure.gradient(point), 1e-8);
        assertEquals(23, slope.position());
        assertArrayEquals(new double[] {9, 2, 2}, slope.gradient(), 1e-9);
        assertArrayEquals(new double[] {6, 0, 0}, slope.bends(), 1e-6);
        double[][] twist = figure.twist(point);
        assertArrayEquals(new double[] {0, 1, 0}, twist[0], 1e-6);
        assertArrayEquals(new double[] {1, 0, 0}, twist[1], 1e-6);
        assertArrayEquals(new double[] {0, 0, 0}, twist[2], 1e-6);
        assertTrue(slope.isFinite());
        assertArrayEquals(new double[] {2, -3, 5}, point);
    }

    @Test
    void positionIsOnTheScale() {
        Figure.Slope slope =
                Figure.of(Scale.LOGARITHM, p -> Math.exp(p[0] + 2 * p[1])).slope(new double[] {1, 1});

        assertEquals(3, slope.position(), 1e-15);
        assertArrayEquals(new double[] {1, 2}, slope.gradient(), 1e-11);
        assertArrayEquals(new double[] {0, 0}, slope.bends(), 1e-8);
        assertEquals(Math.log(3), Figure.of(Scale.LOGIT, p -> 0.75).position(new double[0]), 1e-15);
    }

    @Test
    void figureThatNeverChanges_isConstant_andHasNoSlope() {
        double[] point = {1, 2};

        assertTrue(Figure.of(Scale.IDENTITY, p -> 4).isConstant(point));
        assertFalse(Figure.of(Scale.IDENTITY, p -> Math.max(0, p[1] - 2.3)).isConstant(point));
        assertFalse(Figure.of(Scale.IDENTITY, p -> Math.min(0, p[1] - 1.7)).isConstant(point));
        assertFalse(Figure.of(Scale.IDENTITY, p -> p[0]).isConstant(point));
        assertFalse(Figure.of(Scale.IDENTITY, p -> 4).slope(point).isFinite());
        assertFalse(Figure.of(Scale.LOGARITHM, p -> 0).slope(point).isFinite());
    }

    @Property(tries = 100)
    void slopeOfAScale_isItsDerivative(@ForAll @DoubleRange(min = 0.01, max = 0.99) double value) {
        for (Scale scale : Scale.values()) {
            double by = 1e-5 * value * (1 - value);

            assertEquals(
                    (scale.to(value + by) - scale.to(value - by)) / (2 * by),
                    scale.slope(value),
                    1e-8 * scale.slope(value));
            assertEquals(value, scale.from(scale.to(value)), 1e-15);
        }
    }

    // the highest place with a position

    @Test
    void alongALine_aBowlIsClimbedInOneStep() {
        Figure sum = Figure.of(Scale.IDENTITY, p -> p[0] + p[1]);
        Contour contour = Contour.of(surface(BOWL, 2), sum, 2, new double[] {0, 0});

        // x^2 + 4 y^2 is least on x + y = t where x = 4 y; its half is 0.4 t^2
        assertTrue(contour.isMet());
        assertEquals(2, contour.position(), 1e-9);
        assertArrayEquals(new double[] {1.6, 0.4}, contour.point(), 1e-6);
        assertEquals(-1.6, contour.height(), 1e-9);
        assertEquals(-1.6, contour.rise(), 1e-6);
        // at the start and at the end
        assertEquals(2, asked.get());
    }

    @Test
    void alongACircle_aBowlIsHighestOnItsLongAxis() {
        Figure circle = Figure.of(Scale.IDENTITY, p -> p[0] * p[0] + p[1] * p[1]);
        Contour contour = Contour.of(surface(BOWL, 2), circle, 4, new double[] {1, 1});

        assertTrue(contour.isMet());
        assertEquals(-2, contour.height(), 1e-6);
        assertArrayEquals(new double[] {2, 0}, contour.point(), 1e-3);
        assertTrue(asked.get() <= 5, "asked " + asked);
    }

    @Test
    void alongAHyperbola_aBowlIsHighestWhereBothPartsAreEqual() {
        Figure product = Figure.of(Scale.LOGARITHM, p -> p[0] * p[1]);
        Contour contour = Contour.of(surface(BOWL, 2), product, 0, new double[] {1, 0.3});

        assertTrue(contour.isMet());
        assertEquals(-2, contour.height(), 1e-6);
        assertArrayEquals(new double[] {Math.sqrt(2), Math.sqrt(0.5)}, contour.point(), 1e-3);
        // x^2 + 4 y^2 is least 4 e^u on log(x y) = u, so that its half rises by 2
        assertEquals(-2, contour.rise(), 1e-3);
        assertTrue(asked.get() <= 6, "asked " + asked);
    }

    @Test
    void positionOutOfReach_isNotMet() {
        Figure share = Figure.of(Scale.IDENTITY, p -> 1 / (1 + Math.exp(-p[0])));

        assertFalse(Contour.of(surface(HILL, 1), share, 1.5, new double[] {0}).isMet());
        assertFalse(Contour.of(surface(HILL, 1), share, -0.5, new double[] {0}).isMet());
        assertTrue(Contour.of(surface(HILL, 1), share, 0.9, new double[] {0}).isMet());
    }

    // limits of likelihoods that fall to a floor

    /** A likelihood of {@code -depth d^2 / (1 + d^2)}, for {@code d} the distance from five in hundredths. */
    private static ModelLikelihood<Double> crater(double depth, Scale scale) {
        LogLikelihood function = (point, gradient, hessian) -> {
            double d = 100 * (point[0] - 5);
            double q = 1 + d * d;
            gradient[0] = -100 * 2 * depth * d / (q * q);
            hessian[0][0] = -10_000 * 2 * depth * (1 - 3 * d * d) / (q * q * q);
            return -depth * d * d / q;
        };
        return Known.one("crater", new Coordinate("place", scale), function).toBuilder()
                .start(ImmutableDoubleArray.of(5.003))
                .build();
    }

    @Test
    void limits_areWhereTheLikelihoodHasFallenByTheQuantile() {
        double fall = 3.841458820694124 / 2;
        double away = Math.sqrt(fall / (3 - fall)) / 100;
        Interval found = MaximumLikelihood.withDefaults()
                .of(crater(3, Scale.IDENTITY))
                .predict("place", Scale.IDENTITY, place -> place)
                .interval()
                .orElseThrow();

        assertEquals(5 - away, found.lower(), 1e-7);
        assertEquals(5 + away, found.upper(), 1e-7);
    }

    @Test
    void likelihoodThatNeverFallsSoFar_hasNoLimits() {
        assertEquals(
                Outcome.undefined(Reason.NOT_FINITE, "the lower limit is infinite"),
                MaximumLikelihood.withDefaults()
                        .of(crater(1.9, Scale.IDENTITY))
                        .predict("place", Scale.IDENTITY, place -> place)
                        .interval());
        // on the scale of the logarithm the lower limit is zero, which is finite
        assertEquals(
                Outcome.undefined(Reason.NOT_FINITE, "the upper limit is infinite"),
                MaximumLikelihood.withDefaults()
                        .of(crater(1.9, Scale.LOGARITHM))
                        .predict("place", Scale.LOGARITHM, place -> place)
                        .interval());
    }

    @Test
    void profileLikelihood_isTheDefault() {
        MaximumLikelihood defaults = MaximumLikelihood.withDefaults();

        assertEquals(
                defaults.of(Known.rate(7, 90)).parameter("rate"),
                defaults.with(IntervalMethod.delta())
                        .with(IntervalMethod.profileLikelihood())
                        .of(Known.rate(7, 90))
                        .parameter("rate"));
    }

    @Test
    void intervals_askTheLikelihoodAFewTimes() {
        assertTrue(asksOfAnInterval(Known.rate(7, 90), "rate") <= 9);
        assertTrue(asksOfAnInterval(Known.normal(3.1, 4.7, 2.2, 6.0, 5.1, 3.9, 4.4), "variance") <= 36);
        assertTrue(asksOfAnInterval(new Renewals(20, 8, 5, 3, 2, 1, 1).likelihood(), "alpha") <= 60);
    }

    // what is said of the ends

    private static String boundary(double... direction) {
        return Boundary.detail(
                ImmutableList.of(
                        Coordinate.logarithmOf("a"), Coordinate.logarithmOf("b"), new Coordinate("c", Scale.LOGIT)),
                ImmutableDoubleArray.copyOf(direction));
    }

    @Test
    void boundary_namesWhatMoves() {
        String simpler = ": the likelihood rises for ever along the way";

        assertEquals("a tends to infinity" + simpler, boundary(1, 0.09, -0.09));
        assertEquals("a and b tend to infinity" + simpler, boundary(1, 0.1, 0));
        assertEquals("a tends to infinity; b tends to 0; c tends to 1" + simpler, boundary(1, -0.1, 0.5));
        assertEquals("b and c tend to 0" + simpler, boundary(0, -1, -1));
        assertEquals("the likelihood does not determine a", Boundary.parameter("a", 0.09));
        assertEquals("the likelihood does not determine a", Boundary.parameter("a", -0.09));
        assertEquals("a tends to infinity", Boundary.parameter("a", 0.1));
        assertEquals("a tends to 0", Boundary.parameter("a", -0.1));
    }

    @Test
    void growth_isThatOfTheLogarithmAlongTheDirection() {
        Search search = new Search(
                new FitStatus(FitStatus.Ending.BOUNDARY, "", 1, 0),
                ImmutableDoubleArray.of(3, 1),
                0,
                ImmutableDoubleArray.of(1, 0, 0, 1),
                ImmutableList.of(),
                ImmutableDoubleArray.of(1, -0.5));

        assertEquals(2, search.growth(p -> Math.exp(p[0])), 1e-14);
        assertEquals(-1, search.growth(p -> Math.exp(p[1])), 1e-14);
    }

    /** The first parameter runs away, the second one is estimated as 1 with a standard error of 1. */
    @Test
    void covariance_isThereForWhatIsDetermined() {
        ModelLikelihood<Double> likelihood = Known.one("half", Coordinate.logarithmOf("runs"), PLAIN).toBuilder()
                .coordinates(ImmutableList.of(Coordinate.logarithmOf("runs"), Coordinate.logarithmOf("stays")))
                .parameterNames(ImmutableList.of("runs", "stays"))
                .start(ImmutableDoubleArray.of(0, 1))
                .parameters(point -> new double[] {Math.exp(point[0]), Math.exp(point[1])})
                .build();
        ModelFit<Double> fit = MaximumLikelihood.withDefaults().of(likelihood);
        Outcome<Double> open = Outcome.undefined(Reason.NOT_ESTIMABLE, "runs tends to infinity");

        assertEquals(1, fit.covariance("stays", "stays").orElseThrow(), 1e-6);
        assertEquals(open, fit.covariance("runs", "stays"));
        assertEquals(open, fit.covariance("stays", "runs"));
    }

    @Test
    void testOfTwoParameters_hasTwoDegreesOfFreedom() {
        ModelLikelihood<Double> special =
                Known.one("special", Coordinate.logarithmOf("a"), (point, gradient, hessian) -> {
                    gradient[0] = -point[0];
                    hessian[0][0] = -1;
                    return -3 - point[0] * point[0] / 2;
                });
        ModelLikelihood<Double> general = special.toBuilder()
                .name("general")
                .addSpecialCase("special")
                .coordinates(ImmutableList.of(
                        Coordinate.logarithmOf("a"), Coordinate.logarithmOf("b"), Coordinate.logarithmOf("c")))
                .parameterNames(ImmutableList.of("a", "b", "c"))
                .start(ImmutableDoubleArray.of(1, 1, 1))
                .parameters(point -> point)
                .logLikelihood((point, gradient, hessian) -> {
                    double sum = 0;
                    for (int i = 0; i < 3; i++) {
                        gradient[i] = -point[i];
                        hessian[i][i] = -1;
                        sum -= point[i] * point[i] / 2;
                    }
                    return sum;
                })
                .build();
        MaximumLikelihood estimation = MaximumLikelihood.withDefaults();
        ChiSquareTest test =
                estimation.of(general).testAgainst(estimation.of(special)).orElseThrow();

        assertEquals(6, test.statistic(), 1e-9);
        assertEquals(2, test.degreesOfFreedom());
        // with two degrees of freedom the p-value is an exponential
        assertEquals(Math.exp(-3), test.pValue(), 1e-9);
    }

    @Test
    void percentiles_areByTheRanksOfOneMore() {
        double[] squares = {64, 1, 0, 9, 4, 25, 16, 49, 36};

        assertArrayEquals(new double[] {0, 64}, Redrawn.ends(squares.clone(), 9, ConfidenceLevel.of(0.8)), 1e-9);
        assertArrayEquals(new double[] {2.5, 42.5}, Redrawn.ends(squares.clone(), 9, ConfidenceLevel.of(0.5)), 1e-9);
        // beyond the ends of what is known there is no more to say
        assertArrayEquals(new double[] {0, 64}, Redrawn.ends(squares.clone(), 9, ConfidenceLevel.of(0.99)), 1e-9);
        assertArrayEquals(new double[] {0, 64}, Redrawn.ends(squares.clone(), 10, ConfidenceLevel.of(0.8)), 1e-9);
        assertTrue(Double.isNaN(Redrawn.ends(squares, 11, ConfidenceLevel.of(0.8))[0]));
    }

    private static int asksOfAnInterval(ModelLikelihood<?> likelihood, String parameter) {
        AtomicInteger calls = new AtomicInteger();
        LogLikelihood function = likelihood.logLikelihood();
        ModelFit<?> fit = MaximumLikelihood.withDefaults()
                .of(likelihood.toBuilder()
                        .logLikelihood((point, gradient, hessian) -> {
                            calls.incrementAndGet();
                            return function.at(point, gradient, hessian);
                        })
                        .build());
        fit.status();
        int before = calls.get();
        assertTrue(fit.parameter(parameter).interval().isDefined());
        return calls.get() - before;
    }
}
