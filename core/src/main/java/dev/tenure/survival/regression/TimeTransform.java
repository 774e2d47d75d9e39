package dev.tenure.survival.regression;

/** The function of time along which a {@link ProportionalHazardsTest} looks for a trend. The order carries no meaning. */
public enum TimeTransform {
    /** One minus the Kaplan-Meier curve just before: events are spread evenly. */
    KAPLAN_MEIER,
    /** The rank of the time among all rows, ties sharing their mean. */
    RANK,
    /** The time itself: early and late ones weigh most. */
    IDENTITY,
    /** The logarithm of the time; there is none of time 0. */
    LOG
}
