package dev.tenure.survival.competing;

/**
 * What becomes of ends whose cause nobody recorded. The order carries no meaning.
 *
 * <p>To treat them as if they were still going on is no choice here: it makes every cause look rarer, and survival better, than it is.
 * Whatever the rule, {@link CauseIncidence#boundsAt} says between which shares a cause lies if nothing is assumed.
 */
public enum UnknownCause {
    /** They are a cause of their own, {@value AalenJohansen#UNKNOWN_NAME}: nothing is assumed, and every other share is the least it can be. */
    OWN_CAUSE,
    /**
     * They had the known causes in the proportion of all ends with a known cause. Assumes that whether a cause was recorded has
     * nothing to do with what it was, nor with when it struck. That the proportion is itself estimated is part of the variance.
     */
    IN_PROPORTION
}
