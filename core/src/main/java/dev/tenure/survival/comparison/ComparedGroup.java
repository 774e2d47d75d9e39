package dev.tenure.survival.comparison;

import dev.tenure.internal.ResultStyle;
import org.immutables.value.Value;

/** One group of a {@link LogRankResult}: how many ended, and how many would have if the groups did not differ. */
@ResultStyle
@Value.Immutable
public abstract class ComparedGroup {

    ComparedGroup() {}

    /**
     * Returns the name of the group.
     *
     * @return the name
     */
    public abstract String name();

    /**
     * Returns how many observations the group has.
     *
     * @return the number, zero or more; a whole number unless there are weights, whose sum it then is
     */
    public abstract double observations();

    /**
     * Returns how many observations of the group ended.
     *
     * @return the number, zero or more; a whole number unless there are weights, whose sum it then is
     */
    public abstract double ended();

    /**
     * Returns how many ended, each weighted by the {@link LogRankWeight} of its time.
     *
     * @return the number, zero or more; {@link #ended()} for the log-rank test
     */
    public abstract double observed();

    /**
     * Returns how many would have ended if the groups did not differ, weighted in the same way: of those that end at a time, each group
     * gets the share that it has of those at risk.
     *
     * @return the number, zero or more
     */
    public abstract double expected();

    /**
     * Returns whether more or fewer ended than expected.
     *
     * @return {@link #observed()} minus {@link #expected()}: positive if more ended, or earlier; over all groups the differences sum to
     *     zero
     */
    public final double difference() {
        return observed() - expected();
    }
}
