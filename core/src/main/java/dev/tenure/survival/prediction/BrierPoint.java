package dev.tenure.survival.prediction;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import org.immutables.value.Value;

/** The Brier score at one time. */
@ResultStyle
@Value.Immutable
public abstract class BrierPoint {

    BrierPoint() {}

    /**
     * Returns the time.
     *
     * @return the time in the unit of the durations, zero or more
     */
    public abstract double time();

    /**
     * Returns the score of the predictions.
     *
     * @return the mean square of the error, zero or more, the less the better; undefined ({@link Reason#NO_DATA}) without observations,
     *     ({@link Reason#BEYOND_OBSERVATION}) if nobody is seen beyond the time and not everybody ended
     */
    public abstract Outcome<Double> value();

    /**
     * Returns the score of the null model, which predicts the Kaplan–Meier share for each observation.
     *
     * @return the mean square of the error, from 0 to 0.25; undefined where {@link #value()} is
     */
    public abstract Outcome<Double> nullModel();

    /**
     * Returns the scaled score, by which share the predictions are better than the null model.
     *
     * @return 1 if the predictions are perfect, 0 if they are as good as the null model, negative if worse; undefined where {@link #value()} is,
     *     and ({@link Reason#NOT_FINITE}) if the null model is perfect, because nobody ended yet or everybody did
     */
    public final Outcome<Double> scaled() {
        return BrierResult.scaled(value(), nullModel());
    }
}
