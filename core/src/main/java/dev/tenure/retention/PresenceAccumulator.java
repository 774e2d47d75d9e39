package dev.tenure.retention;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.internal.Days;
import java.io.Serial;
import java.io.Serializable;

/**
 * The spells and pauses a {@link ClientPresence} is made of. Mutable and not thread-safe: one for each thread or machine, then
 * merge. The order of spells and of merging changes nothing, also where the spells of one client are spread over several
 * accumulators: they are joined only in {@link #result()}.
 */
public final class PresenceAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final IntervalLog spells = new IntervalLog();
    private final IntervalLog pauses = new IntervalLog();

    PresenceAccumulator() {}

    /**
     * Adds a spell.
     *
     * @param spell the spell
     * @throws IllegalArgumentException if a day is outside the years 0 to 9999
     */
    public void add(ClientSpell spell) {
        int start = Days.of(spell.start());
        spells.add(spell.client(), start, spell.end().map(Days::of).orElse(IntervalTable.OPEN));
    }

    /**
     * Adds the spell of a client who left.
     *
     * @param client the client's number
     * @param startDay the first day as a client, as an epoch day
     * @param endDay the first day no longer a client, as an epoch day, not before {@code startDay}
     * @throws IllegalArgumentException if a day is outside the years 0 to 9999, or the end is before the start
     */
    public void add(long client, int startDay, int endDay) {
        checkInterval(startDay, endDay);
        spells.add(client, startDay, endDay);
    }

    /**
     * Adds the spell of a client who is still here.
     *
     * @param client the client's number
     * @param startDay the first day as a client, as an epoch day
     * @throws IllegalArgumentException if the day is outside the years 0 to 9999
     */
    public void addOngoing(long client, int startDay) {
        Days.check("startDay", startDay);
        spells.add(client, startDay, IntervalTable.OPEN);
    }

    /**
     * Adds a censored pause: the client's spell goes on, but on these days it is undecided whether the client stays.
     *
     * @param client the client's number
     * @param startDay the first day of the pause, as an epoch day
     * @param endDay the first day after the pause, as an epoch day, not before {@code startDay}
     * @throws IllegalArgumentException if a day is outside the years 0 to 9999, or the end is before the start
     */
    public void addPause(long client, int startDay, int endDay) {
        checkInterval(startDay, endDay);
        addCheckedPause(client, startDay, endDay);
    }

    /** As {@link #addPause}, of days known to be right; the end may be {@link IntervalTable#OPEN}. */
    void addCheckedPause(long client, int startDay, int endDay) {
        pauses.add(client, startDay, endDay);
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     */
    @CanIgnoreReturnValue
    public PresenceAccumulator merge(PresenceAccumulator other) {
        spells.addAll(other.spells);
        pauses.addAll(other.pauses);
        return this;
    }

    /**
     * Returns who was a client when, by the spells so far.
     *
     * @return the presence
     */
    public ClientPresence result() {
        return new ClientPresence(spells, pauses);
    }

    private static void checkInterval(int startDay, int endDay) {
        Days.check("startDay", startDay);
        Days.check("endDay", endDay);
        checkArgument(endDay >= startDay, "endDay must not be before startDay: %s, %s", startDay, endDay);
    }
}
