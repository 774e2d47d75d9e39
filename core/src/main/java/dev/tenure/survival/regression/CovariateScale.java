package dev.tenure.survival.regression;

/** On which scale a {@link RidgePenalty} holds coefficients small. The order carries no meaning. */
public enum CovariateScale {
    /** On that of covariates divided by their standard deviations, so that units do not matter. */
    STANDARDIZED,
    /** On that of the covariates as they are. */
    ORIGINAL
}
