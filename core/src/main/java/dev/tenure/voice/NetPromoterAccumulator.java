package dev.tenure.voice;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.stat.ConfidenceLevel;
import java.io.Serial;
import java.io.Serializable;

/**
 * The counts a net promoter score is computed from. Mutable and not thread-safe: one for each thread or machine, then merge.
 * The order of answers and of merging changes nothing.
 */
public final class NetPromoterAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final ScoreInterval method;
    private final ConfidenceLevel level;
    private final long population;
    private long promoters;
    private long passives;
    private long detractors;

    NetPromoterAccumulator(ScoreInterval method, ConfidenceLevel level, long population) {
        this.method = method;
        this.level = level;
        this.population = population;
    }

    /**
     * Adds one answer.
     *
     * @param answer a whole number from 0 to 10
     * @throws IllegalArgumentException if the answer is out of range
     */
    public void add(int answer) {
        add(answer, 1);
    }

    /**
     * Adds an answer as often as it was given.
     *
     * @param answer a whole number from 0 to 10
     * @param count how often, zero or more
     * @throws IllegalArgumentException if the answer is out of range or the count is negative
     */
    public void add(int answer, long count) {
        checkArgument(count >= 0, "count must not be negative: %s", count);
        switch (NetPromoterCategory.of(answer)) {
            case PROMOTER -> promoters = Math.addExact(promoters, count);
            case PASSIVE -> passives = Math.addExact(passives, count);
            case DETRACTOR -> detractors = Math.addExact(detractors, count);
        }
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     */
    @CanIgnoreReturnValue
    public NetPromoterAccumulator merge(NetPromoterAccumulator other) {
        promoters = Math.addExact(promoters, other.promoters);
        passives = Math.addExact(passives, other.passives);
        detractors = Math.addExact(detractors, other.detractors);
        return this;
    }

    /**
     * Returns the score of the answers so far.
     *
     * @return the score, in points from -100 to 100, with its counts and interval; undefined without answers
     * @throws IllegalArgumentException if there are more answers than the population has clients
     * @throws ArithmeticException if there are more answers than a {@code long} can count
     */
    public NetPromoterResult result() {
        return NetPromoterResult.of(promoters, passives, detractors, method, level, population);
    }
}
