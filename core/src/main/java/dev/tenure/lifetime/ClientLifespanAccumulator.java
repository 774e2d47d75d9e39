package dev.tenure.lifetime;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.survival.SurvivalAccumulator;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumMap;

/**
 * The counts that grades and the curve of lifespans are computed from. Mutable and not thread-safe: one for each thread or
 * machine, then merge. The order of clients and of merging changes nothing.
 */
public final class ClientLifespanAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final SurvivalAccumulator survival;
    private final EnumMap<LifespanGrade, Long> ended = none();
    private final EnumMap<LifespanGrade, Long> ongoing = none();

    ClientLifespanAccumulator(SurvivalAccumulator survival) {
        this.survival = survival;
    }

    /**
     * Adds one client.
     *
     * @param startEpochDay the first day, as {@link LocalDate#toEpochDay()} gives it
     * @param endEpochDay the first day without the client if the client has left, the day of the question if not
     * @param left true if the client has left
     * @throws IllegalArgumentException if the end is before the start
     */
    public void add(long startEpochDay, long endEpochDay, boolean left) {
        add(new Lifespan(LocalDate.ofEpochDay(startEpochDay), LocalDate.ofEpochDay(endEpochDay), left));
    }

    /**
     * Adds one client.
     *
     * @param lifespan the client's lifespan
     */
    public void add(Lifespan lifespan) {
        survival.add(lifespan.elapsedMonths(), lifespan.ended());
        (lifespan.ended() ? ended : ongoing).merge(lifespan.reached(), 1L, Math::addExact);
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     */
    @CanIgnoreReturnValue
    public ClientLifespanAccumulator merge(ClientLifespanAccumulator other) {
        survival.merge(other.survival);
        other.ended.forEach((grade, count) -> ended.merge(grade, count, Math::addExact));
        other.ongoing.forEach((grade, count) -> ongoing.merge(grade, count, Math::addExact));
        return this;
    }

    /**
     * Returns the estimate from the clients so far.
     *
     * @return the estimate
     */
    public ClientLifespanResult result() {
        return new ClientLifespanResultBuilder()
                .ended(ended)
                .ongoing(ongoing)
                .curve(survival.result())
                .build();
    }

    private static EnumMap<LifespanGrade, Long> none() {
        EnumMap<LifespanGrade, Long> counts = new EnumMap<>(LifespanGrade.class);
        for (LifespanGrade grade : LifespanGrade.values()) {
            counts.put(grade, 0L);
        }
        return counts;
    }
}
