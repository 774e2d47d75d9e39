package dev.tenure.lifetime.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.Interval;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Limits by the profile of the likelihood against those by bisection of a profile written out, and by brute force over a grid. */
class ProfileTest {

    /** The quantile of the chi-square law with one degree of freedom at 0.95. */
    private static final double QUANTILE = 3.841458820694124;

    private static final double[] VALUES = {3.1, 4.7, 2.2, 6.0, 5.1, 3.9, 4.4};

    @Test
    void rate_hasTheLimitsOfItsLikelihood() {
        double ends = 7;
        double time = 90;
        DoubleUnaryOperator excess = rate -> 2 * (ends * Math.log(ends / time / rate) - ends + rate * time) - QUANTILE;
        Interval found =
                fit(Known.rate(ends, time)).parameter("rate").interval().orElseThrow();

        assertEquals(bisected(excess, 1e-6, ends / time), found.lower(), 1e-7);
        assertEquals(bisected(excess, ends / time, 10), found.upper(), 1e-6);
    }

    @Test
    void share_hasTheLimitsOfItsLikelihood_andSoHasItsSquare() {
        DoubleUnaryOperator excess =
                share -> 2 * (3 * Math.log(0.15 / share) + 17 * Math.log(0.85 / (1 - share))) - QUANTILE;
        ModelFit<Double> fit = fit(Known.share(3, 17));
        Interval found =
                fit.predict("share", Scale.LOGIT, share -> share).interval().orElseThrow();
        Interval squared = fit.predict("both", Scale.LOGARITHM, share -> share * share)
                .interval()
                .orElseThrow();

        assertEquals(bisected(excess, 1e-6, 0.15), found.lower(), 1e-6);
        assertEquals(bisected(excess, 0.15, 1 - 1e-6), found.upper(), 1e-6);
        assertEquals(found.lower() * found.lower(), squared.lower(), 1e-6);
        assertEquals(found.upper() * found.upper(), squared.upper(), 1e-6);
    }

    @Test
    void meanOfANormalLaw_hasTheLimitsOfStudentsStatistic() {
        double mean = 4.2;
        double variance = 9.64 / 7;
        double half = Math.sqrt(variance * Math.expm1(QUANTILE / 7));
        Interval found = fit(Known.normal(VALUES))
                .predict("mean", Scale.IDENTITY, law -> law[0])
                .interval()
                .orElseThrow();

        assertEquals(mean - half, found.lower(), 1e-6);
        assertEquals(mean + half, found.upper(), 1e-6);
    }

    @Test
    void varianceOfANormalLaw_hasTheLimitsOfItsProfile() {
        double variance = 9.64 / 7;
        DoubleUnaryOperator excess = other -> 7 * (Math.log(other / variance) + variance / other - 1) - QUANTILE;
        Interval found =
                fit(Known.normal(VALUES)).parameter("variance").interval().orElseThrow();

        assertEquals(bisected(excess, 1e-3, variance), found.lower(), 1e-6);
        assertEquals(bisected(excess, variance, 100), found.upper(), 1e-5);
    }

    @Test
    void quantileOfANormalLaw_hasTheLimitsOfBruteForce() {
        // the extremes of mean + 1.645 sd over all laws that are not rejected, by going round them
        double variance = 9.64 / 7;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= 400000; i++) {
            double other = variance * Math.exp(-2 + 5e-3 * i / 400);
            double left = QUANTILE - 7 * (Math.log(other / variance) + variance / other - 1);
            if (left >= 0) {
                double away = Math.sqrt(left * other / 7);
                lowest = Math.min(lowest, 4.2 - away + 1.645 * Math.sqrt(other));
                highest = Math.max(highest, 4.2 + away + 1.645 * Math.sqrt(other));
            }
        }
        Interval found = fit(Known.normal(VALUES))
                .predict("quantile", Scale.IDENTITY, law -> law[0] + 1.645 * Math.sqrt(law[1]))
                .interval()
                .orElseThrow();

        assertEquals(lowest, found.lower(), 1e-6);
        assertEquals(highest, found.upper(), 1e-6);
    }

    @Test
    void figuresOfRenewals_haveTheLimitsOfBruteForce() {
        Renewals renewals = new Renewals(20, 8, 5, 3, 2, 1, 1);
        ModelFit<Renewals.Law> fit = fit(renewals.likelihood());

        assertEquals(
                Outcome.of(FitStatus.Ending.CONVERGED), Outcome.of(fit.status().ending()));
        checkBruteForce(fit, renewals, Scale.LOGIT, law -> law.survival(12));
        checkBruteForce(fit, renewals, Scale.LOGARITHM, law -> law.residual(6, 0.1));
    }

    @Test
    void atABoundary_limitsAreThoseOfBruteForce() {
        Renewals renewals = new Renewals(2, 2, 3, 5, 8);
        ModelFit<Renewals.Law> fit = fit(renewals.likelihood());

        assertEquals(FitStatus.Ending.BOUNDARY, fit.status().ending());
        checkBruteForce(fit, renewals, Scale.LOGIT, law -> law.survival(12));
        checkBruteForce(fit, renewals, Scale.LOGIT, Renewals.Law::mean);
    }

    @Test
    void atACorner_limitsAreThoseOfTheClosedForm() {
        // nobody of twenty left in three renewals: the least share that stays so long, and the most that may leave at
        // the first
        double stays = Math.exp(-QUANTILE / 40);
        ModelFit<Renewals.Law> fit = fit(new Renewals(20, 0, 0, 0).likelihood());
        Interval survival = fit.predict("S(12)", Scale.LOGIT, law -> law.survival(12))
                .interval()
                .orElseThrow();
        Interval mean =
                fit.predict("mean", Scale.LOGIT, Renewals.Law::mean).interval().orElseThrow();

        assertEquals(Math.pow(stays, 4), survival.lower(), 1e-5);
        assertEquals(1, survival.upper(), 1e-6);
        assertEquals(0, mean.lower(), 1e-9);
        assertEquals(1 - stays, mean.upper(), 1e-5);
    }

    @Test
    void openContour_hasNoUpperLimit() {
        // ages out so slowly that clients who do not differ at all are not rejected
        ModelFit<Renewals.Law> fit = fit(new Renewals(6, 5, 3, 2, 1).likelihood());
        FittedParameter alpha = fit.parameter("alpha");

        assertTrue(alpha.value().isDefined());
        assertEquals(Outcome.undefined(Reason.NOT_FINITE, "the upper limit is infinite"), alpha.interval());
    }

    @Test
    void figureWithoutChange_hasAnIntervalOfNoWidth() {
        Prediction sure = fit(Known.share(3, 17)).predict("sure", Scale.LOGIT, share -> 1);
        Prediction half = fit(Known.share(3, 17)).predict("half", Scale.LOGIT, share -> 0.5);

        assertEquals(0, sure.standardError().orElseThrow());
        assertEquals(1, sure.interval().orElseThrow().lower());
        assertEquals(0, sure.interval().orElseThrow().width());
        assertEquals(0, half.interval().orElseThrow().width());
    }

    @Test
    void figureAtTheEndOfItsScale_hasNoInterval() {
        Prediction clipped =
                fit(Known.share(3, 17)).predict("clipped", Scale.LOGARITHM, share -> Math.max(0, share - 0.2));

        assertEquals(Outcome.of(0.0), clipped.value());
        assertEquals(
                Outcome.undefined(Reason.NOT_ESTIMABLE, "the figure is at the end of its scale"), clipped.interval());
    }

    @Test
    void infiniteFigure_isUndefined() {
        Prediction infinite = fit(Known.share(3, 17)).predict("infinite", Scale.LOGARITHM, share -> 1 / 0.0);

        assertEquals(Outcome.undefined(Reason.NOT_FINITE, "the figure is infinite"), infinite.value());
        assertEquals(Outcome.undefined(Reason.NOT_FINITE, "the figure is infinite"), infinite.interval());
    }

    private static <M> ModelFit<M> fit(ModelLikelihood<M> likelihood) {
        return MaximumLikelihood.withDefaults().of(likelihood);
    }

    /** The extremes over a fine grid of mean and spread lie within the limits, and near them. */
    private static void checkBruteForce(
            ModelFit<Renewals.Law> fit, Renewals renewals, Scale scale, ToDoubleFunction<Renewals.Law> figure) {
        LogLikelihood likelihood = renewals.likelihood().logLikelihood();
        double least = fit.logLikelihood().orElseThrow() - QUANTILE / 2;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double logit = -6; logit <= 4; logit += 0.005) {
            for (double spread = -8; spread <= 20; spread += 0.05) {
                double mean = 1 / (1 + Math.exp(-logit));
                double[] point = {Math.log(mean) + spread, Math.log(1 - mean) + spread};
                if (likelihood.at(point, new double[2], new double[2][2]) >= least) {
                    double value = figure.applyAsDouble(new Renewals.Law(Math.exp(point[0]), Math.exp(point[1])));
                    lowest = Math.min(lowest, value);
                    highest = Math.max(highest, value);
                }
            }
        }
        Interval found = fit.predict("figure", scale, figure).interval().orElseThrow();
        double width = found.width();

        assertTrue(found.lower() <= lowest + 1e-6 * width, found.lower() + " > " + lowest);
        assertTrue(found.upper() >= highest - 1e-6 * width, found.upper() + " < " + highest);
        assertEquals(lowest, found.lower(), 0.02 * width);
        assertEquals(highest, found.upper(), 0.02 * width);
    }

    private static double bisected(DoubleUnaryOperator function, double from, double to) {
        double low = from;
        double high = to;
        boolean rises = function.applyAsDouble(low) < 0;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (function.applyAsDouble(middle) < 0 == rises) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
