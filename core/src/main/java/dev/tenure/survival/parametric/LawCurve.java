package dev.tenure.survival.parametric;

/** A law with its parameters, and the derivatives of what it says by them. */
interface LawCurve {

    /** Returns the cumulative hazard up to a time, zero or more, and fills in its gradient. */
    double cumulativeHazard(double time, double[] gradient);

    /** Returns the logarithm of the hazard at a positive time and fills in its gradient. */
    double logHazard(double time, double[] gradient);

    /** Returns the time at which the cumulative hazard is a given positive number; infinite if it never is. */
    double timeOf(double cumulativeHazard);

    /**
     * Returns the mean time spent between two times by those who last beyond the first one, and fills in its gradient.
     *
     * @param horizon may be infinite; then the result may be
     */
    double meanTime(double from, double horizon, double[] gradient);
}
