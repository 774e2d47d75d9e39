package dev.tenure.survival;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import org.immutables.value.Value;

/** One time of a {@link SurvivalCurve} at which observations ended or were last seen. */
@ResultStyle
@Value.Immutable
public abstract class SurvivalStep {

    SurvivalStep() {}

    /**
     * Returns when.
     *
     * @return the time in the unit of the curve, zero or more
     */
    public abstract double time();

    /**
     * Returns how many were under observation just before, those that ended or were last seen at this very time included.
     *
     * @return the number at risk, more than zero; a whole number unless there are weights, whose sum it then is
     */
    public abstract double atRisk();

    /**
     * Returns how many ended at this time.
     *
     * @return the number, zero or more; a whole number unless there are weights, whose sum it then is
     */
    public abstract double ended();

    /**
     * Returns how many were last seen, still going on, at this time.
     *
     * @return the number, zero or more; a whole number unless there are weights, whose sum it then is
     */
    public abstract double censored();

    /**
     * Returns the share that survives this time.
     *
     * @return a fraction in [0, 1]
     */
    public abstract double survival();

    /** Returns the variance of the logarithm of the share. */
    abstract Outcome<Double> logVariance();

    /**
     * Returns the standard error of {@link #survival()}.
     *
     * @return a fraction, zero or more; undefined ({@link Reason#NOT_ESTIMABLE}) where the share is 0, and
     *     ({@link Reason#NOT_APPLICABLE}) where there is no {@link VarianceEstimator}
     */
    public final Outcome<Double> standardError() {
        return logVariance().map(variance -> survival() * Math.sqrt(variance));
    }
}
