package dev.tenure.survival.parametric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.explain.Outcome;
import dev.tenure.internal.RowCounts;
import dev.tenure.stat.Interval;
import dev.tenure.survival.IntervalObservation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

@PropertyDefaults(tries = 100, edgeCases = EdgeCasesMode.NONE)
class ParametricLawsTest {

    private static final ParametricSurvival FITS = ParametricSurvival.withDefaults();

    private static final List<SurvivalLaw> LAWS = List.of(
            SurvivalLaw.EXPONENTIAL,
            SurvivalLaw.WEIBULL,
            SurvivalLaw.LOG_NORMAL,
            SurvivalLaw.LOG_LOGISTIC,
            SurvivalLaw.piecewiseExponential(6, 14));

    @Provide
    Arbitrary<SurvivalLaw> laws() {
        return Arbitraries.of(LAWS);
    }

    /** Clients of all kinds of censoring, entered early and late; of the few books by which a law degenerates {@link ParametricSurvivalTest} tells. */
    @Provide
    Arbitrary<List<IntervalObservation>> books() {
        return Arbitraries.longs()
                .map(seed -> book(new Random(seed), 60, 1.3, 12))
                .filter(book -> LAWS.stream()
                        .allMatch(law -> FITS.with(law).of(book).logLikelihood().isDefined()));
    }

    private static List<IntervalObservation> book(Random random, int size, double shape, double scale) {
        List<IntervalObservation> book = new ArrayList<>();
        while (book.size() < size) {
            double time = scale * Math.pow(-Math.log(random.nextDouble()), 1 / shape);
            double entry = random.nextInt(3) == 0 ? scale / 2 * random.nextDouble() : 0;
            if (time > entry) {
                book.add(seen(time, entry, random).enteredAt(entry).withCount(1 + random.nextInt(2)));
            }
        }
        return book;
    }

    /** Looks that do not depend on the time, so that the censoring tells nothing about it. */
    private static IntervalObservation seen(double time, double entry, Random random) {
        double look = entry + 0.5 + 30 * random.nextDouble();
        double next = look + 2 + 10 * random.nextDouble();
        return switch (random.nextInt(6)) {
            case 0, 1 -> time <= look ? IntervalObservation.ended(time) : IntervalObservation.ongoing(look);
            case 2 ->
                time <= look
                        ? IntervalObservation.endedBy(look)
                        : time <= next
                                ? IntervalObservation.endedBetween(look, next)
                                : IntervalObservation.ongoing(next);
            case 3 -> time <= look ? IntervalObservation.endedBy(look) : IntervalObservation.ongoing(look);
            default -> IntervalObservation.ended(time);
        };
    }

    @Property
    void theGradientVanishesAtTheFit_andItIsAPeak(
            @ForAll("books") List<IntervalObservation> book, @ForAll("laws") SurvivalLaw law) {
        ParametricFit fit = FITS.with(law).of(book);
        Likelihood likelihood = likelihood(book, law);
        double[] point = fit.estimated().point().toArray();
        double[] gradient = new double[point.length];
        double[][] hessian = new double[point.length][point.length];

        assertTrue(fit.convergence().isDefined(), fit.convergence().toString());
        assertEquals(-fit.logLikelihood().orElseThrow(), likelihood.at(point, gradient, hessian), 1e-9);
        for (int i = 0; i < point.length; i++) {
            assertEquals(0, gradient[i], 1e-7);
            assertTrue(hessian[i][i] > 0);
        }
    }

    @Property
    void theDerivativesOfTheLikelihoodAreThoseOfItsDifferences(
            @ForAll("books") List<IntervalObservation> book,
            @ForAll("laws") SurvivalLaw law,
            @ForAll @DoubleRange(min = -0.5, max = 0.5) double shift) {
        Likelihood likelihood = likelihood(book, law);
        double[] point = FITS.with(law).of(book).estimated().point().toArray();
        point[0] += shift;
        point[point.length - 1] -= shift / 2;
        double[] gradient = new double[point.length];
        double[][] hessian = new double[point.length][point.length];
        double value = likelihood.at(point, gradient, hessian);

        double scores = 0;
        for (int row = 0; row < book.size(); row++) {
            scores += score(book.get(row), law, point)[0];
        }
        assertEquals(gradient[0], -scores, 1e-8 * (1 + Math.abs(gradient[0])));
        for (int i = 0; i < point.length; i++) {
            double[] up = moved(point, i, 1e-5);
            double[] down = moved(point, i, -1e-5);
            double[] slopeUp = new double[point.length];
            double[] slopeDown = new double[point.length];
            double[][] unused = new double[point.length][point.length];
            double difference = likelihood.at(up, slopeUp, unused) - likelihood.at(down, slopeDown, unused);
            assertEquals(difference / 2e-5, gradient[i], 1e-6 * (1 + Math.abs(value)));
            for (int j = 0; j < point.length; j++) {
                assertEquals((slopeUp[j] - slopeDown[j]) / 2e-5, hessian[i][j], 1e-5 * (1 + Math.abs(value)));
            }
        }
    }

    private static double[] score(IntervalObservation one, SurvivalLaw law, double[] point) {
        double[] gradient = new double[point.length];
        double[] score = new double[point.length];
        // the pieces' exposure comes from the others
        List<IntervalObservation> all = new ArrayList<>(LATE);
        all.add(one.withCount(1));
        Likelihood likelihood = likelihood(all, law);
        double[][] unused = new double[point.length][point.length];
        likelihood.at(point, gradient, unused);
        double[] others = new double[point.length];
        likelihood(LATE, law).at(point, others, unused);
        for (int i = 0; i < score.length; i++) {
            score[i] = one.count() * (others[i] - gradient[i]);
        }
        return score;
    }

    private static final List<IntervalObservation> LATE =
            List.of(IntervalObservation.ended(3), IntervalObservation.ended(10), IntervalObservation.ended(20));

    private static double[] moved(double[] point, int index, double by) {
        double[] moved = point.clone();
        moved[index] += by;
        return moved;
    }

    private static double upper(IntervalObservation one) {
        return one.upper().toOptional().orElse(Double.POSITIVE_INFINITY);
    }

    private static Sample sample(List<IntervalObservation> book) {
        RowCounts rows = new RowCounts();
        book.forEach(one -> rows.add(one.lower(), upper(one), one.entry(), one.weight(), one.count()));
        return Sample.of(rows.sorted());
    }

    private static Likelihood likelihood(List<IntervalObservation> book, SurvivalLaw law) {
        return switch (law.family()) {
            case EXPONENTIAL, PIECEWISE_EXPONENTIAL -> new PiecewiseLikelihood(Pieces.of(law), sample(book));
            default -> new LocationScaleLikelihood(StandardLaw.of(law), sample(book));
        };
    }

    @Property
    void theOrderOfObservationsChangesNothing(
            @ForAll("books") List<IntervalObservation> book, @ForAll("laws") SurvivalLaw law, @ForAll Random random) {
        List<IntervalObservation> shuffled = new ArrayList<>(book);
        Collections.shuffle(shuffled, random);

        assertEquals(FITS.with(law).of(book), FITS.with(law).of(shuffled));
    }

    @Property
    void mergingTwoPartsGivesTheWhole(
            @ForAll("books") List<IntervalObservation> book,
            @ForAll("laws") SurvivalLaw law,
            @ForAll @IntRange(max = 60) int cut) {
        ParametricAccumulator left = FITS.with(law).accumulator();
        ParametricAccumulator right = FITS.accumulator();
        book.subList(0, cut).forEach(left::add);
        book.subList(cut, book.size()).forEach(right::add);

        assertEquals(FITS.with(law).of(book), left.merge(right).result());
        assertEquals(
                FITS.with(law).of(book),
                book.parallelStream().collect(FITS.with(law).collector()));
    }

    @Property
    void survivalNeverRises_andTheCumulativeHazardNeverFalls(
            @ForAll("books") List<IntervalObservation> book, @ForAll("laws") SurvivalLaw law) {
        ParametricFit fit = FITS.with(law).of(book);
        double previous = 1;
        for (double time = 0; time < 60; time += 0.5) {
            double survival = value(fit.survivalAt(time));
            assertTrue(survival <= previous && survival >= 0);
            assertEquals(-Math.log(survival), value(fit.cumulativeHazardAt(time)), 1e-9);
            previous = survival;
        }
    }

    @Property
    void scalingTimeScalesTheScaleAndTheTimes_andLeavesTheShape(
            @ForAll("books") List<IntervalObservation> book,
            @ForAll("laws") SurvivalLaw law,
            @ForAll @DoubleRange(min = 0.01, max = 400) double factor) {
        ParametricFit fit = FITS.with(law).of(book);
        ParametricFit scaled = FITS.with(scaled(law, factor))
                .of(book.stream().map(one -> scaled(one, factor)).toList());

        assertClose(factor * value(fit.median()), value(scaled.median()));
        assertClose(factor * value(fit.restrictedMean(9)), value(scaled.restrictedMean(9 * factor)));
        assertClose(value(fit.hazardAt(5)) / factor, value(scaled.hazardAt(5 * factor)));
        assertClose(value(fit.survivalAt(8)), value(scaled.survivalAt(8 * factor)));
        for (int i = 0; i < fit.parameters().size(); i++) {
            LawParameter before = fit.parameters().get(i);
            double after = value(scaled.parameters().get(i).value());
            switch (before.name()) {
                case "shape", "sigma" -> assertClose(value(before.value()), after);
                case "scale" -> assertClose(factor * value(before.value()), after);
                case "mu" -> assertEquals(Math.log(factor) + value(before.value()), after, 1e-7);
                default -> assertClose(value(before.value()) / factor, after);
            }
        }
    }

    private static SurvivalLaw scaled(SurvivalLaw law, double factor) {
        return law.cuts().isEmpty()
                ? law
                : SurvivalLaw.piecewiseExponential(
                        law.cuts().stream().mapToDouble(cut -> cut * factor).toArray());
    }

    private static IntervalObservation scaled(IntervalObservation one, double factor) {
        return IntervalObservation.of(
                one.entry() * factor, one.lower() * factor, upper(one) * factor, one.count(), one.weight());
    }

    @Property
    void theExponentialRateIsEventsOverExposure(
            @ForAll @IntRange(min = 1, max = 50) int ended, @ForAll @DoubleRange(min = 0.1, max = 90) double time) {
        ParametricFit fit = FITS.with(SurvivalLaw.EXPONENTIAL)
                .of(List.of(
                        IntervalObservation.ended(time).withCount(ended),
                        IntervalObservation.ongoing(3),
                        IntervalObservation.ongoing(7).enteredAt(2)));
        double exposure = ended * time + 3 + 5;

        assertEquals(ended / exposure, value(fit.parameter("rate").value()), 1e-14);
        assertEquals(Math.sqrt(ended) / exposure, value(fit.parameter("rate").standardError()), 1e-12);
        assertEquals(
                ended * Math.log(ended / exposure) - ended,
                value(fit.logLikelihood()),
                1e-10 * (1 + ended * Math.abs(Math.log(ended / exposure))));
        assertEquals(0, fit.convergence().orElseThrow().steps());
    }

    @Property
    void onePieceIsTheExponential(@ForAll("books") List<IntervalObservation> book) {
        ParametricFit one = FITS.with(SurvivalLaw.piecewiseExponential()).of(book);
        ParametricFit exponential = FITS.with(SurvivalLaw.EXPONENTIAL).of(book);

        assertEquals(exponential.logLikelihood(), one.logLikelihood());
        assertEquals(exponential.mean().value(), one.mean().value());
        assertEquals(
                exponential.parameter("rate").interval(),
                one.parameter("rate (0, inf)").interval());
    }

    @Property
    void aWeibullOfShapeOneIsTheExponential(@ForAll("books") List<IntervalObservation> book) {
        double rate = value(
                FITS.with(SurvivalLaw.EXPONENTIAL).of(book).parameter("rate").value());
        double[] gradient = new double[2];
        double weibull =
                likelihood(book, SurvivalLaw.WEIBULL).at(new double[] {-Math.log(rate), 0}, gradient, new double[2][2]);
        ParametricFit fitted = FITS.of(book);

        assertEquals(
                value(FITS.with(SurvivalLaw.EXPONENTIAL).of(book).logLikelihood()),
                -weibull,
                1e-9 * (1 + Math.abs(weibull)));
        assertTrue(value(fitted.logLikelihood()) >= -weibull - 1e-9);
    }

    @Property
    void aSpecialCaseIsNeverMoreLikely(@ForAll("books") List<IntervalObservation> book) {
        for (SurvivalLaw law : LAWS) {
            for (SurvivalLaw special : LAWS) {
                if (special.isNestedIn(law)) {
                    double gain = value(FITS.with(law).of(book).logLikelihood())
                            - value(FITS.with(special).of(book).logLikelihood());
                    assertTrue(gain >= -1e-9);
                }
            }
        }
    }

    @Property
    void aWeightOfTwoForAllChangesNeitherTheFitNorItsErrors(
            @ForAll("books") List<IntervalObservation> book, @ForAll("laws") SurvivalLaw law) {
        ParametricFit two =
                FITS.with(law).of(book.stream().map(one -> one.withWeight(2)).toList());
        ParametricFit three =
                FITS.with(law).of(book.stream().map(one -> one.withWeight(3)).toList());

        assertTrue(two.isWeighted());
        for (int i = 0; i < two.parameters().size(); i++) {
            assertClose(
                    value(FITS.with(law).of(book).parameters().get(i).value()),
                    value(two.parameters().get(i).value()));
            assertClose(
                    value(three.parameters().get(i).standardError()),
                    value(two.parameters().get(i).standardError()));
        }
    }

    @Property
    void theSandwichIsNearTheInformationIfTheLawIsRight(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        List<IntervalObservation> book = book(random, 4000, 1.3, 12);
        double sandwich =
                value(FITS.of(book.stream().map(one -> one.withWeight(2)).toList())
                        .parameter("shape")
                        .standardError());

        assertEquals(1, sandwich / value(FITS.of(book).parameter("shape").standardError()), 0.1);
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.of(1L, 2L, 3L);
    }

    @Property
    void widerIntervalsTellLess(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        double[] times = IntStream.range(0, 300)
                .mapToDouble(i -> 12 * Math.pow(-Math.log(random.nextDouble()), 0.8))
                .toArray();
        double previous = 0;
        for (double width : new double[] {1e-9, 3, 8, 14}) {
            double error = value(FITS.of(IntStream.range(0, times.length)
                            .mapToObj(i -> {
                                double start = width * Math.floor(times[i] / width);
                                return IntervalObservation.endedBetween(start, start + width);
                            })
                            .toList())
                    .parameter("shape")
                    .standardError());
            assertTrue(error > previous, width + ": " + error);
            previous = error;
        }
    }

    /** An interval of no width is its density times the width. */
    @Property
    void aTinyIntervalIsTheDensity(
            @ForAll("laws") SurvivalLaw law,
            @ForAll @DoubleRange(min = 0.1, max = 60) double time,
            @ForAll @IntRange(min = 3, max = 13) int digits) {
        double width = time * Math.pow(10, -digits);
        double[] point = point(law);
        double exact = contribution(law, IntervalObservation.ended(time), point);
        double interval = contribution(law, IntervalObservation.endedBetween(time, time + width), point);

        // the next double is not exactly as far away as asked for
        assertEquals(exact + Math.log((time + width) - time), interval, 20 * Math.pow(10, -digits));
    }

    /** Whether integrated over or taken as a difference, a probability is the same: two halves make the whole. */
    @Property
    void twoHalvesOfAnIntervalMakeTheWhole(
            @ForAll("laws") SurvivalLaw law,
            @ForAll @DoubleRange(min = 0.1, max = 30) double time,
            @ForAll @DoubleRange(min = 1.01, max = 8) double factor) {
        double[] point = point(law);
        double middle = time * Math.sqrt(factor);
        double whole = contribution(law, IntervalObservation.endedBetween(time, time * factor), point);
        double halves = Math.exp(contribution(law, IntervalObservation.endedBetween(time, middle), point) - whole)
                + Math.exp(contribution(law, IntervalObservation.endedBetween(middle, time * factor), point) - whole);

        assertEquals(1, halves, 1e-11);
    }

    private static double[] point(SurvivalLaw law) {
        return switch (law.family()) {
            case EXPONENTIAL -> new double[] {Math.log(0.1)};
            case PIECEWISE_EXPONENTIAL -> new double[] {Math.log(0.1), Math.log(0.3), Math.log(0.05)};
            default -> new double[] {Math.log(9), Math.log(0.7)};
        };
    }

    private static double contribution(SurvivalLaw law, IntervalObservation one, double[] point) {
        List<IntervalObservation> all = new ArrayList<>(LATE);
        all.add(one);
        double[] unused = new double[point.length];
        double[][] none = new double[point.length][point.length];
        return likelihood(LATE, law).at(point, unused, none)
                - likelihood(all, law).at(point, unused, none);
    }

    @Property
    void aModelRecoversTheParametersItWasSimulatedFrom(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        assertNear(SurvivalLaw.WEIBULL, "shape", 1.6, "scale", 20, random, u -> 20 * Math.pow(-Math.log(u), 1 / 1.6));
        assertNear(
                SurvivalLaw.LOG_LOGISTIC, "shape", 2.5, "scale", 20, random, u -> 20 * Math.pow((1 - u) / u, 1 / 2.5));
        assertNear(
                SurvivalLaw.LOG_NORMAL, "mu", 2, "sigma", 0.8, random, u -> Math.exp(2 + 0.8 * random.nextGaussian()));
        assertNear(SurvivalLaw.EXPONENTIAL, "rate", 0.05, "rate", 0.05, random, u -> -Math.log(u) / 0.05);
        assertNear(
                SurvivalLaw.piecewiseExponential(10),
                "rate (0, 10]",
                0.1,
                "rate (10, inf)",
                0.03,
                random,
                u -> -Math.log(u) < 1 ? -Math.log(u) / 0.1 : 10 + (-Math.log(u) - 1) / 0.03);
    }

    /** Four standard errors: of thirty estimates none is further off by chance. */
    private static void assertNear(
            SurvivalLaw law,
            String first,
            double one,
            String second,
            double other,
            Random random,
            DoubleUnaryOperator time) {
        ParametricAccumulator accumulator = FITS.with(law).accumulator();
        for (int i = 0; i < 3000; i++) {
            double lasted = time.applyAsDouble(random.nextDouble());
            double entry = i % 4 == 0 ? 5 * random.nextDouble() : 0;
            if (lasted > entry) {
                accumulator.add(seen(lasted, entry, random).enteredAt(entry));
            }
        }
        ParametricFit fit = accumulator.result();
        assertEquals(
                one,
                value(fit.parameter(first).value()),
                4 * value(fit.parameter(first).standardError()));
        assertEquals(
                other,
                value(fit.parameter(second).value()),
                4 * value(fit.parameter(second).standardError()));
    }

    @Property
    void theMedianIsTheTimeThatHalfSurvives_alsoFromALaterOrigin(
            @ForAll("books") List<IntervalObservation> book,
            @ForAll("laws") SurvivalLaw law,
            @ForAll @DoubleRange(min = 0, max = 20) double origin,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double share) {
        ParametricFit later = FITS.with(law).of(book).given(origin);

        assertEquals(1 - share, value(later.survivalAt(value(later.quantile(share)))), 1e-10);
        assertEquals(
                value(FITS.with(law).of(book).survivalAt(origin + 5))
                        / value(FITS.with(law).of(book).survivalAt(origin)),
                value(later.survivalAt(origin + 5)),
                1e-10);
    }

    @Property
    void theMeanIsTheRestrictedMeanFarAway_andThatTheAreaUnderTheCurve(
            @ForAll("books") List<IntervalObservation> book,
            @ForAll("laws") SurvivalLaw law,
            @ForAll @DoubleRange(min = 0, max = 10) double origin) {
        ParametricFit fit = FITS.with(law).of(book).given(origin);
        double area = origin;
        for (double time = origin + 0.005; time < origin + 10; time += 0.01) {
            area += 0.01 * value(fit.survivalAt(time));
        }
        assertEquals(area, value(fit.restrictedMean(origin + 10)), 1e-3);
        if (law.family() != LawFamily.LOG_LOGISTIC && law.family() != LawFamily.LOG_NORMAL) {
            assertEquals(value(fit.mean()), value(fit.restrictedMean(20_000)), 1e-6);
        }
    }

    @Property
    void standardErrorsAreThoseOfTheDeltaMethodByDifferences(
            @ForAll("books") List<IntervalObservation> book,
            @ForAll("laws") SurvivalLaw law,
            @ForAll @DoubleRange(min = 0, max = 5) double origin) {
        ParametricFit fit = FITS.with(law).of(book).given(origin);

        assertError(fit, fit.survivalAt(11), other -> other.survivalAt(11));
        assertError(fit, fit.cumulativeHazardAt(11), other -> other.cumulativeHazardAt(11));
        assertError(fit, fit.hazardAt(11), other -> other.hazardAt(11));
        assertError(fit, fit.quantile(0.3), other -> other.quantile(0.3));
        assertError(fit, fit.restrictedMean(13), other -> other.restrictedMean(13));
        if (fit.mean().value().isDefined() && value(fit.mean()) < 1000) {
            assertError(fit, fit.mean(), ParametricFit::mean);
        }
    }

    private static void assertError(
            ParametricFit fit, LawEstimate estimate, Function<ParametricFit, LawEstimate> again) {
        double[] point = fit.estimated().point().toArray();
        double[] gradient = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            gradient[i] = (value(again.apply(at(fit, moved(point, i, 1e-5))))
                            - value(again.apply(at(fit, moved(point, i, -1e-5)))))
                    / 2e-5;
        }
        double expected = Math.sqrt(fit.estimated().variance(gradient));
        assertEquals(expected, value(estimate.standardError()), 1e-5 * (1e-3 + expected));
        Interval interval = estimate.interval().orElseThrow();
        assertTrue(interval.lower() < value(estimate) && value(estimate) < interval.upper());
    }

    private static ParametricFit at(ParametricFit fit, double[] point) {
        Estimated estimated = fit.estimated();
        return new ParametricFitBuilder()
                .from(fit)
                .estimated(new Estimated(
                        ImmutableDoubleArray.copyOf(point),
                        estimated.covariance(),
                        estimated.model(),
                        estimated.exposure(),
                        estimated.problems(),
                        estimated.convergence(),
                        estimated.logLikelihood()))
                .build();
    }

    private static double value(LawEstimate estimate) {
        return estimate.value().orElseThrow();
    }

    private static double value(Outcome<Double> outcome) {
        return outcome.orElseThrow();
    }

    private static void assertClose(double expected, double found) {
        assertEquals(expected, found, 1e-7 * Math.abs(expected));
    }
}
