package dev.tenure.retention.cohort;

/** How closely the revenue of a cohort is looked at. The order carries no meaning. */
public enum RevenueDetail {
    /** The sum of a period. */
    SUMS,
    /** Also by which movements of its clients it came about, which takes longer; gross retention needs it. */
    MOVEMENTS
}
