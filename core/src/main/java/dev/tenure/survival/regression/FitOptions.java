package dev.tenure.survival.regression;

import java.util.Optional;

/** What a fit may choose. */
record FitOptions(
        TieMethod ties,
        Optional<CoxVariance> variance,
        Optional<RidgePenalty> ridge,
        int maxIterations,
        double tolerance) {

    /** Returns the variance that was asked for, or the one the data call for. */
    CoxVariance variance(CoxData data) {
        return variance.orElse(data.hasClusters() ? CoxVariance.CLUSTERED : CoxVariance.MODEL_BASED);
    }
}
