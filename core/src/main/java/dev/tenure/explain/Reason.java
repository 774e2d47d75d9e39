package dev.tenure.explain;

/** Why there is no number. The order carries no meaning. */
public enum Reason {
    /** There is nothing to compute from: an empty sample, or a denominator of zero. */
    NO_DATA,
    /** There is something, but less than the method needs. */
    TOO_FEW_DATA,
    /** The question reaches past the last observation. */
    BEYOND_OBSERVATION,
    /** The event asked about never happens within the time looked at. */
    NEVER_REACHED,
    /** The quantity has no finite value. */
    NOT_FINITE,
    /** The quantity does not come from a sample, or not from one this method covers. */
    NOT_APPLICABLE,
    /** The data do not determine the quantity. */
    NOT_ESTIMABLE
}
