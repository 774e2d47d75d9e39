package dev.tenure.survival.regression;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;

/** The cumulative hazard of clients of one stratum with given covariates. */
final class Prediction {

    private final Fit fit;
    private final int stratum;
    private final int first;
    private final int end;
    /** The covariates in the coordinates of the design. */
    private final double[] place;

    private final double predictor;
    private final Risks risks;

    private Prediction(Fit fit, int stratum, double[] place) {
        this.fit = fit;
        this.stratum = stratum;
        this.first = fit.design().times().first(stratum);
        this.end = fit.design().times().first(stratum + 1);
        this.place = place;
        this.predictor = Vectors.dot(fit.coefficients(), place);
        this.risks = fit.risks();
    }

    /** Takes part of all covariates of the model, in their order. */
    static Outcome<PredictedCurveBuilder> of(Fit fit, int stratum, ImmutableMap<String, Double> covariates) {
        double[] place = new double[fit.coefficients().length];
        int covariate = 0;
        for (double value : covariates.values()) {
            int j = fit.place(covariate++);
            if (j >= 0) {
                place[j] =
                        (value - fit.design().mean(j, stratum)) / fit.design().scale(j);
            }
        }
        Prediction prediction = new Prediction(fit, stratum, place);
        return prediction.isFinite()
                ? Outcome.of(prediction.curve().covariates(covariates))
                : Outcome.undefined(Reason.NOT_FINITE, "the hazard is too large or too small to be told");
    }

    private boolean isFinite() {
        return first == end || (hazard(end - 1) > 0 && hazard(first) < Double.POSITIVE_INFINITY);
    }

    private PredictedCurveBuilder curve() {
        ImmutableDoubleArray.Builder times = ImmutableDoubleArray.builder(end - first);
        ImmutableDoubleArray.Builder hazards = ImmutableDoubleArray.builder(end - first);
        ImmutableDoubleArray.Builder variances = ImmutableDoubleArray.builder(end - first);
        for (int time = end - 1; time >= first; time--) {
            times.add(fit.design().times().time(time));
            hazards.add(hazard(time));
            variances.add(variance(time));
        }
        SortedRows rows = fit.design().rows();
        return new PredictedCurveBuilder()
                .stratum(rows.stratumName(stratum))
                .times(times.build())
                .cumulativeHazards(hazards.build())
                .variances(variances.build())
                .errorObstacle(fit.errorObstacle())
                .longest(rows.stop(rows.stratumStart(stratum)));
    }

    private double factor(int time) {
        return Math.exp(predictor - risks.shift(time));
    }

    private double hazard(int time) {
        return factor(time) * fit.path().hazard()[time];
    }

    /** Of the baseline, and of the coefficients: by how far the covariates lie from the means over time. */
    private double variance(int time) {
        HazardPath path = fit.path();
        double[] distance = new double[place.length];
        for (int j = 0; j < distance.length; j++) {
            distance[j] = place[j] * path.hazard()[time] - path.drift(j)[time];
        }
        return factor(time)
                * factor(time)
                * (path.variance()[time] + Vectors.form(distance, fit.covariance(), distance));
    }
}
