package dev.tenure.survival.parametric;

/** The families of laws. The order carries no meaning. */
public enum LawFamily {
    /** A constant hazard. */
    EXPONENTIAL,
    /** A hazard that is a power of time: it falls, stays or rises throughout. */
    WEIBULL,
    /** The logarithm of time is normal: the hazard rises from zero, then falls. */
    LOG_NORMAL,
    /** The logarithm of time is logistic: the hazard falls throughout, or rises, then falls. */
    LOG_LOGISTIC,
    /** A constant hazard in each of several pieces of time. */
    PIECEWISE_EXPONENTIAL
}
