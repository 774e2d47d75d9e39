package dev.tenure.lifetime.noncontractual;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;

/**
 * How near the predictions for single clients came to what was held out. The first four are in purchases.
 *
 * @param meanAbsoluteError the mean distance of expected and actual purchases, zero or more
 * @param rootMeanSquaredError the root of the mean squared distance, zero or more
 * @param bias the mean of expected less actual purchases: above zero if the model expects too many
 * @param meanActual the mean of the actual purchases, for comparison
 * @param correlation the correlation of expected and actual purchases, in [-1, 1]; undefined ({@link Reason#NOT_ESTIMABLE}) if one of them is the same for all
 * @param meanLogScore the mean logarithm of the probability that the model gave to what came, at most zero: the higher the better; undefined
 *     ({@link Reason#NOT_FINITE}) if it held impossible what came
 */
public record HoldoutScores(
        double meanAbsoluteError,
        double rootMeanSquaredError,
        double bias,
        double meanActual,
        Outcome<Double> correlation,
        Outcome<Double> meanLogScore) {}
