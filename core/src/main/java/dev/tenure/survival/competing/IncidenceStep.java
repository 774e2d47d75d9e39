package dev.tenure.survival.competing;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import org.immutables.value.Value;

/** One time of a {@link CauseIncidence} at which something ended, for whatever cause, or was last seen. */
@ResultStyle
@Value.Immutable
public abstract class IncidenceStep {

    IncidenceStep() {}

    /**
     * Returns when.
     *
     * @return the time in the unit of the incidence, zero or more
     */
    public abstract double time();

    /**
     * Returns how many were under observation just before, those that ended or were last seen at this very time included.
     *
     * @return the number at risk, more than zero
     */
    public abstract double atRisk();

    /**
     * Returns how many ended for the cause at this time.
     *
     * @return the number, zero or more; a whole number unless unknown causes go in proportion, whose share is in it then
     */
    public abstract double ended();

    /**
     * Returns the share that has ended for the cause by this time.
     *
     * @return a fraction in [0, 1]
     */
    public abstract double incidence();

    /**
     * Returns the standard error of {@link #incidence()}.
     *
     * @return a fraction, zero or more; undefined ({@link Reason#NOT_ESTIMABLE}) where all have ended for the cause
     */
    public abstract Outcome<Double> standardError();
}
