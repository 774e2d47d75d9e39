package dev.tenure.lifetime.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.contractual.RenewalAccumulator;
import dev.tenure.lifetime.contractual.RenewalSample;
import dev.tenure.lifetime.contractual.RetentionFit;
import dev.tenure.lifetime.contractual.RetentionModel;
import dev.tenure.lifetime.contractual.RetentionModelKind;
import dev.tenure.stat.Interval;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndefinedFiguresTest {

    private static final MaximumLikelihood PROFILE = MaximumLikelihood.withDefaults();
    private static final MaximumLikelihood BOOTSTRAP = PROFILE.with(IntervalMethod.bootstrap(200, 7));
    private static final Outcome<Interval> INFINITE =
            Outcome.undefined(Reason.NOT_FINITE, "the upper limit is infinite");

    @Test
    void drawnSamplesWithoutALoss_haveNoFit() {
        // each of the twenty clients who left once is left out by (19 / 20)^20 = 36 % of the samples
        ModelFit<RetentionModel> fit = RetentionFit.withDefaults()
                .with(RetentionModelKind.GEOMETRIC)
                .with(BOOTSTRAP)
                .of(cohort(20, 20, 20, 19));

        assertEquals(72, fit.failedReplicates(), 30);
        assertEquals(
                Outcome.undefined(
                        Reason.NOT_ESTIMABLE,
                        "only " + (200 - fit.failedReplicates()) + " of 200 samples drawn from the sample have a fit"),
                fit.predictOutcome("E[lifetime]", Scale.LOGARITHM, RetentionModel::expectedLifetime)
                        .interval());
    }

    @Test
    void drawnSamplesWithAnInfiniteFigure_areBeyondAllOthers() {
        // the mean lifetime of sBG is infinite where alpha is 1 or less
        ModelFit<Renewals.Law> fit = BOOTSTRAP.of(new Renewals(60, 60, 40, 20, 12).likelihood());

        assertEquals(INFINITE, lifetime(fit).interval());
    }

    @Test
    void limitOfAProfile_isInfinite_whereTheFigureIsUndefinedWithinIt() {
        ModelFit<Renewals.Law> fit = PROFILE.of(new Renewals(60, 60, 40, 20, 12).likelihood());

        assertTrue(lifetime(fit).value().isDefined(), () -> fit.bestPoint().toString());
        assertEquals(INFINITE, lifetime(fit).interval());
    }

    @Test
    void figureThatIsUndefinedAtTheEstimate_saysWhy() {
        ModelFit<Renewals.Law> fit = PROFILE.of(new Renewals(491, 131, 126, 90, 60, 42, 34, 26).likelihood());
        Prediction lifetime = lifetime(fit);

        assertEquals(Outcome.undefined(Reason.NOT_FINITE, "the mean is infinite"), lifetime.value());
        assertEquals(Outcome.undefined(Reason.NOT_FINITE, "the mean is infinite"), lifetime.standardError());
        assertEquals(Outcome.undefined(Reason.NOT_FINITE, "the mean is infinite"), lifetime.interval());
    }

    @Test
    void figureThatIsAlwaysDefined_isPredictedAsAny() {
        for (MaximumLikelihood method : List.of(PROFILE, BOOTSTRAP)) {
            ModelFit<Renewals.Law> fit = method.of(new Renewals(491, 131, 126, 90, 60, 42, 34, 26).likelihood());

            assertEquals(
                    fit.predict("mean", Scale.LOGIT, Renewals.Law::mean),
                    fit.predictOutcome("mean", Scale.LOGIT, law -> Outcome.of(law.mean())));
        }
    }

    @Test
    void drawnSamplesWithoutTheFigure_countAsWithoutAFit() {
        ModelFit<Renewals.Law> fit = BOOTSTRAP.of(new Renewals(491, 131, 126, 90, 60, 42, 34, 26).likelihood());
        double alpha = fit.bestPoint().get("alpha");
        Prediction some = fit.predictOutcome(
                "mean",
                Scale.LOGIT,
                law -> law.alpha() <= alpha
                        ? Outcome.of(law.mean())
                        : Outcome.undefined(Reason.NOT_APPLICABLE, "alpha too high"));

        assertTrue(some.interval().toString().endsWith("of 200 samples drawn from the sample have a fit)"));
    }

    @Test
    void figureOutsideOfItsScale_isRefused() {
        ModelFit<Double> fit = PROFILE.of(Known.share(3, 17));

        assertEquals(
                "share must lie within the scale LOGIT: 2.0",
                assertThrows(IllegalArgumentException.class, () -> fit.predict("share", Scale.LOGIT, share -> 2))
                        .getMessage());
        assertEquals(
                "rate must lie within the scale LOGARITHM: -1.0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> fit.predictAll("rate", Scale.LOGARITHM, share -> new double[] {1, -1})
                                        .isDefined())
                        .getMessage());
        assertTrue(
                fit.predict("any", Scale.IDENTITY, share -> -share).interval().isDefined());
    }

    @Test
    void shareAtABoundary_reachesItsEnd() {
        // nobody leaves: the chance to stay tends to 1, and a search stops just short of it
        for (MaximumLikelihood method : List.of(PROFILE, BOOTSTRAP, PROFILE.with(IntervalMethod.delta()))) {
            ModelFit<Double> fit = method.of(Known.share(0, 30).toBuilder()
                    .resampled(seed -> Known.share(0, 30))
                    .build());
            assertEquals(FitStatus.Ending.BOUNDARY, fit.status().ending());
            Prediction stays = fit.predict("stays", Scale.LOGIT, share -> 1 - share);
            Prediction row = fit.predictAll("stays", Scale.LOGIT, share -> new double[] {1 - share})
                    .orElseThrow()
                    .get(0);

            stays.interval().toOptional().ifPresent(limits -> assertEquals(1, limits.upper()));
            row.interval().toOptional().ifPresent(limits -> assertEquals(1, limits.upper()));
            assertEquals(
                    method.equals(PROFILE) || method.equals(BOOTSTRAP),
                    stays.interval().isDefined());
        }
    }

    @Test
    void prior_helpsWhereNobodyLeft() {
        RenewalSample sample = cohort(20, 20, 20);
        RetentionFit geometric = RetentionFit.withDefaults().with(RetentionModelKind.GEOMETRIC);
        MaximumLikelihood held = PROFILE.with(WeakPrior.of(new ParameterPrior("theta", 0.1, 1)));
        ModelFit<RetentionModel> fit = geometric.with(held).of(sample);
        double theta = fit.parameter("theta").value().orElseThrow();

        assertEquals(
                FitStatus.Ending.NOT_ESTIMABLE, geometric.of(sample).status().ending());
        assertEquals(FitStatus.Ending.CONVERGED, fit.status().ending());
        // the highest place of 40 log(1 - theta) - (logit theta - logit 0.1)^2 / 2
        assertEquals(0, -40 * theta - (Math.log(theta / (1 - theta)) - Math.log(0.1 / 0.9)), 1e-6);
        assertTrue(fit.parameter("theta").interval().isDefined());
        assertEquals(
                Outcome.undefined(Reason.NOT_ESTIMABLE, "nobody left"),
                fit.priorEffect().orElseThrow().shifts().get(0).without());
    }

    @Test
    void priorOfOtherCoordinates_doesNotHelp() {
        MaximumLikelihood held = PROFILE.with(WeakPrior.of(new ParameterPrior("kappa", 2, 1)));
        ModelFit<RetentionModel> fit = RetentionFit.withDefaults().with(held).of(cohort(20, 20, 20));

        assertEquals("nobody left", fit.status().detail());
        assertEquals(
                FitStatus.Ending.CONVERGED,
                RetentionFit.withDefaults()
                        .with(held)
                        .of(cohort(20, 15))
                        .status()
                        .ending());
    }

    @Test
    void effectAndRows_explainThemselves() {
        ModelFit<Double> fit =
                PROFILE.with(WeakPrior.of(new ParameterPrior("share", 0.1, 1))).of(Known.share(3, 17));

        assertTrue(fit.priorEffect().orElseThrow().explain().toText().startsWith("effect of the prior = 1 "));
        assertTrue(fit.predictAll("share", Scale.LOGIT, share -> new double[] {share, 1 - share})
                .orElseThrow()
                .explain()
                .toText()
                .startsWith("share = 2   [the model at the estimated parameters, for each row; model = binomial]"));
    }

    private static Prediction lifetime(ModelFit<Renewals.Law> fit) {
        return fit.predictOutcome(
                "lifetime",
                Scale.LOGARITHM,
                law -> law.alpha() > 1
                        ? Outcome.of((law.alpha() + law.beta() - 1) / (law.alpha() - 1))
                        : Outcome.undefined(Reason.NOT_FINITE, "the mean is infinite"));
    }

    private static RenewalSample cohort(long... there) {
        RenewalAccumulator clients = RenewalAccumulator.every(Period.ofMonths(1));
        clients.addCohort(there);
        return clients.result();
    }
}
