package dev.tenure.voice;

import com.google.common.primitives.ImmutableLongArray;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.stat.ConfidenceLevel;
import java.io.Serial;
import java.io.Serializable;

/**
 * How clients who answered twice moved between promoter, passive and detractor. Mutable and not thread-safe: one for each thread
 * or machine, then merge. The order of clients and of merging changes nothing.
 */
public final class PairedChangeAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final ConfidenceLevel level;
    private final long[] moves = new long[PairedChangeResult.MOVES];
    private long earlierOnly;
    private long laterOnly;

    PairedChangeAccumulator(ConfidenceLevel level) {
        this.level = level;
    }

    /**
     * Adds a client who answered twice.
     *
     * @param earlier the answer before, a whole number from 0 to 10
     * @param later the answer after
     * @throws IllegalArgumentException if an answer is out of range
     */
    public void add(int earlier, int later) {
        moves[PairedChangeResult.move(NetPromoterCategory.of(earlier), NetPromoterCategory.of(later))]++;
    }

    /**
     * Counts a client who answered before, and not after.
     *
     * @param answer a whole number from 0 to 10
     * @throws IllegalArgumentException if the answer is out of range
     */
    public void addEarlierOnly(int answer) {
        checkAnswer(answer);
        earlierOnly++;
    }

    /**
     * Counts a client who answered after, and not before.
     *
     * @param answer a whole number from 0 to 10
     * @throws IllegalArgumentException if the answer is out of range
     */
    public void addLaterOnly(int answer) {
        checkAnswer(answer);
        laterOnly++;
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     */
    @CanIgnoreReturnValue
    public PairedChangeAccumulator merge(PairedChangeAccumulator other) {
        for (int move = 0; move < moves.length; move++) {
            moves[move] = Math.addExact(moves[move], other.moves[move]);
        }
        earlierOnly = Math.addExact(earlierOnly, other.earlierOnly);
        laterOnly = Math.addExact(laterOnly, other.laterOnly);
        return this;
    }

    /**
     * Returns the change of the clients so far.
     *
     * @return the change, in points from -200 to 200, with its interval; undefined without answers
     */
    public PairedChangeResult result() {
        return new PairedChangeResultBuilder()
                .moves(ImmutableLongArray.copyOf(moves))
                .earlierOnly(earlierOnly)
                .laterOnly(laterOnly)
                .level(level)
                .build();
    }

    private static void checkAnswer(int answer) {
        NetPromoterCategory unused = NetPromoterCategory.of(answer);
    }
}
