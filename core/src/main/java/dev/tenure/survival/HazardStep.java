package dev.tenure.survival;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import org.immutables.value.Value;

/** One time of a {@link CumulativeHazard} at which observations ended or were last seen. */
@ResultStyle
@Value.Immutable
public abstract class HazardStep {

    HazardStep() {}

    /**
     * Returns when.
     *
     * @return the time in the unit of the hazard's times, zero or more
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
     * Returns the cumulative hazard up to this time, this time included.
     *
     * @return the hazard, a pure number, zero or more
     */
    public abstract double hazard();

    /**
     * Returns the standard error of {@link #hazard()}.
     *
     * @return the standard error, a pure number, zero or more; undefined ({@link Reason#NOT_APPLICABLE}) where there is no
     *     {@link VarianceEstimator}
     */
    public abstract Outcome<Double> standardError();
}
