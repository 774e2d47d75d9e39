package dev.tenure.survival.prediction;

/**
 * What a {@link BrierScore} at a time makes of an observation that was last seen, still going on, at that very time. Tools differ, and with whole
 * days or months it happens often. The order carries no meaning.
 */
public enum CensoredThen {
    /** It is known to have lasted that long: it counts as one that did not end by then. So does {@code brier} of the R package survival. */
    SURVIVED,
    /** It is censored by then, and others count in its place. So it is in pec and riskRegression. */
    CENSORED
}
