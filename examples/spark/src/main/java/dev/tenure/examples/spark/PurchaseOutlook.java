package dev.tenure.examples.spark;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Outcome;
import dev.tenure.lifetime.estimation.FittedParameter;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.noncontractual.PurchaseAccumulator;
import dev.tenure.lifetime.noncontractual.PurchaseModel;
import java.util.function.Function;

/**
 * What clients without a contract will still buy.
 *
 * @param clients how many there are
 * @param histories how many of their histories differ
 * @param parameters those of the model, with standard errors
 * @param logLikelihood how well the model fits; undefined, as all that follows from it, if the clients do not determine it
 * @param forecast what the model foretells
 */
record PurchaseOutlook(
        long clients,
        int histories,
        ImmutableList<FittedParameter> parameters,
        Outcome<Double> logLikelihood,
        Outcome<PurchaseForecast.Result> forecast) {

    /**
     * Fits the model.
     *
     * @param histories the histories of the clients
     * @param forecast what a model foretells of them
     */
    static PurchaseOutlook of(PurchaseAccumulator histories, Function<PurchaseModel, PurchaseForecast> forecast) {
        ModelFit<PurchaseModel> fit = histories.result();
        return new PurchaseOutlook(
                fit.observations(),
                histories.distinctHistories(),
                fit.parameters(),
                fit.logLikelihood(),
                fit.model().map(model -> forecast.apply(model).result()));
    }
}
