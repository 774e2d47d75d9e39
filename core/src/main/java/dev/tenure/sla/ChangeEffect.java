package dev.tenure.sla;

/**
 * What a change of the target does to a clock that is running. A clock that has stopped is never touched.
 *
 * <p>The last two differ only where the change brings other hours or other pauses, as from office hours to around the clock.
 */
public enum ChangeEffect {
    /** Nothing: the promise that the clock started with holds to the end. */
    KEEP,
    /** Time counted so far stays counted by the hours in force then; from the change on the new hours and the new target hold. */
    FROM_NOW,
    /** All is counted again, as if the new hours and the new target had held from the start. */
    FROM_START
}
