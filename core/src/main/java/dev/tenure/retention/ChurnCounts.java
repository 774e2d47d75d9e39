package dev.tenure.retention;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.tenure.internal.ValueStyle;
import org.immutables.value.Value;

/**
 * What happened to an agency's clients in a period, counted: all that any published logo churn is made of.
 *
 * <p><b>Formula.</b> {@code gone = churnEvents - churnedAndBack}, {@code openingGone = gone - joinedAndLeft},
 * {@code closing = opening + joined - gone}.
 *
 * <p><b>Units.</b> Clients, but for {@link #churnEvents()} and {@link #churnedAndBack()}, which count events, and for the days.
 *
 * <p><b>Conventions.</b> The opening book is that of the eve of the period, so that it is the closing book of the period
 * before. What is not set is zero.
 *
 * <p><b>Errors.</b> Counts that contradict one another are an {@link IllegalArgumentException}.
 */
@ValueStyle
@Value.Immutable
public abstract class ChurnCounts {

    ChurnCounts() {}

    /**
     * Returns how many clients there were on the eve of the period.
     *
     * @return the count, zero or more
     */
    public abstract long opening();

    /**
     * Returns how many clients were not there on the eve and came in the period.
     *
     * @return the count, zero or more; a client who came twice counts once
     */
    @Value.Default
    public long joined() {
        return 0;
    }

    /**
     * Returns how many of those who {@link #joined()} had been clients before the period.
     *
     * @return the count, from 0 to {@code joined}
     */
    @Value.Default
    public long returned() {
        return 0;
    }

    /**
     * Returns how often a client left.
     *
     * @return the number of events, zero or more; a client who left twice counts twice
     */
    @Value.Default
    public long churnEvents() {
        return 0;
    }

    /**
     * Returns how many of the {@link #churnEvents()} were undone by a return within the period.
     *
     * @return the number of events, from 0 to {@code churnEvents}
     */
    @Value.Default
    public long churnedAndBack() {
        return 0;
    }

    /**
     * Returns how many of those who {@link #joined()} were gone again at the end.
     *
     * @return the count, from 0 to the smaller of {@code joined} and {@code gone}
     */
    @Value.Default
    public long joinedAndLeft() {
        return 0;
    }

    /**
     * Returns how many clients are on a censored pause on the last day: it is not known yet whether they stay.
     *
     * @return the count, from 0 to {@code closing}
     */
    @Value.Default
    public long undecided() {
        return 0;
    }

    /**
     * Returns how many of the {@link #undecided()} were there on the eve.
     *
     * @return the count, from 0 to {@code undecided}
     */
    @Value.Default
    public long undecidedOpening() {
        return 0;
    }

    /**
     * Returns how many days the period has.
     *
     * @return days, zero or more
     */
    @Value.Default
    public int days() {
        return 0;
    }

    /**
     * Returns how many days all clients together were there, without the days of censored pauses.
     *
     * @return client-days, zero or more
     */
    @Value.Default
    public long clientDays() {
        return 0;
    }

    /**
     * Returns the losses day by day.
     *
     * @return the days of the period, earliest first; empty if only the period as a whole is known
     */
    public abstract ImmutableList<ChurnDay> daily();

    @Value.Check
    void check() {
        checkCount("opening", opening());
        checkCount("joined", joined());
        checkCount("churnEvents", churnEvents());
        checkCount("days", days());
        checkCount("clientDays", clientDays());
        checkPart("returned", returned(), joined());
        checkPart("churnedAndBack", churnedAndBack(), churnEvents());
        checkPart("joinedAndLeft", joinedAndLeft(), Math.min(joined(), gone()));
        checkArgument(
                openingGone() <= opening(), "openingGone must not exceed opening: %s, %s", openingGone(), opening());
        checkPart("undecidedOpening", undecidedOpening(), Math.min(undecided(), opening() - openingGone()));
        checkPart("undecided", undecided(), undecidedOpening() + joined() - joinedAndLeft());
    }

    /**
     * Returns how many clients left and were not there at the end.
     *
     * @return the count, zero or more
     */
    public final long gone() {
        return churnEvents() - churnedAndBack();
    }

    /**
     * Returns how many clients of the opening book were not there at the end.
     *
     * @return the count, from 0 to {@code opening}
     */
    public final long openingGone() {
        return gone() - joinedAndLeft();
    }

    /**
     * Returns how many clients there were on the last day.
     *
     * @return the count, zero or more
     */
    public final long closing() {
        return Math.addExact(opening(), joined()) - gone();
    }

    /**
     * Returns the counts of a period of which only the two books and the newcomers are known: nobody is taken to have joined
     * and left, or left and come back.
     *
     * @param opening how many clients there were on the eve, zero or more
     * @param joined how many came in the period, zero or more
     * @param closing how many clients there were on the last day, from {@code joined} to {@code opening + joined}
     * @return the counts
     * @throws IllegalArgumentException if the counts contradict one another
     */
    public static ChurnCounts ofBooks(long opening, long joined, long closing) {
        long all = Math.addExact(opening, joined);
        checkArgument(closing >= joined && closing <= all, "closing must be in [%s, %s]: %s", joined, all, closing);
        return builder()
                .opening(opening)
                .joined(joined)
                .churnEvents(all - closing)
                .build();
    }

    /**
     * Returns a builder that begins with these counts.
     *
     * @return a new builder
     */
    public final ChurnCountsBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static ChurnCountsBuilder builder() {
        return new ChurnCountsBuilder();
    }

    final long openingAtRisk() {
        return opening() - undecidedOpening();
    }

    final long everAtRisk() {
        return Math.addExact(opening(), joined()) - undecided();
    }

    final long closingAtRisk() {
        return closing() - undecided();
    }

    private static void checkCount(String name, long value) {
        checkArgument(value >= 0, "%s must not be negative: %s", name, value);
    }

    private static void checkPart(String name, long value, long whole) {
        checkArgument(value >= 0 && value <= whole, "%s must be in [0, %s]: %s", name, whole, value);
    }
}
