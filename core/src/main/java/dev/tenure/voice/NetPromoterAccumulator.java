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

    private static final int HIGHEST = 10;
    private static final int LOWEST_PROMOTER = 9;
    private static final int HIGHEST_DETRACTOR = 6;

    private final ScoreInterval method;
    private final ConfidenceLevel level;
    private long promoters;
    private long passives;
    private long detractors;

    NetPromoterAccumulator(ScoreInterval method, ConfidenceLevel level) {
        this.method = method;
        this.level = level;
    }

    /**
     * Adds one answer.
     *
     * @param answer a whole number from 0 to 10
     * @throws IllegalArgumentException if the answer is out of range
     */
    public void add(int answer) {
        checkArgument(answer >= 0 && answer <= HIGHEST, "answer must be in [0, 10]: %s", answer);
        if (answer >= LOWEST_PROMOTER) {
            promoters++;
        } else if (answer <= HIGHEST_DETRACTOR) {
            detractors++;
        } else {
            passives++;
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
     * @return the score
     */
    public NetPromoterResult result() {
        return new NetPromoterResultBuilder()
                .promoters(promoters)
                .passives(passives)
                .detractors(detractors)
                .intervalMethod(method)
                .level(level)
                .build();
    }
}
