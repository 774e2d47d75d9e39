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
     * @return the number at risk, more than zero; a whole number
     */
    public abstract double atRisk();

    /**
     * Returns how many ended at this time.
     *
     * @return the number, zero or more
     */
    public abstract double ended();

    /**
     * Returns how many were last seen, still going on, at this time.
     *
     * @return the number, zero or more
     */
    public abstract double censored();

    /**
     * Returns the share that survives this time.
     *
     * @return a fraction in [0, 1]
     */
    public abstract double survival();

    /** Returns the variance of the logarithm of the share; where the share is 0, that of the last share above 0. */
    abstract double logVariance();

    /**
     * Returns the standard error of {@link #survival()} by Greenwood's formula.
     *
     * @return a fraction, zero or more; undefined ({@link Reason#NOT_ESTIMABLE}) where the share is 0
     */
    public final Outcome<Double> standardError() {
        return survival() == 0
                ? Outcome.undefined(Reason.NOT_ESTIMABLE, "no one is left, the variance has no estimate")
                : Outcome.of(survival() * Math.sqrt(logVariance()));
    }
}
