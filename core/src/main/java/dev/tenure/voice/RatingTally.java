package dev.tenure.voice;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serial;
import java.io.Serializable;

/** Counts answers by grade, for the accumulators. */
final class RatingTally implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final RatingScale scale;
    private final long[] counts;

    RatingTally(RatingScale scale) {
        this.scale = scale;
        this.counts = new long[scale.points()];
    }

    void add(int answer, long count) {
        checkArgument(count >= 0, "count must not be negative: %s", count);
        int index = scale.indexOf(answer);
        counts[index] = Math.addExact(counts[index], count);
    }

    void add(RatingCounts more) {
        checkArgument(
                more.scale().equals(scale),
                "scale must be %s to %s: %s to %s",
                scale.lowest(),
                scale.highest(),
                more.scale().lowest(),
                more.scale().highest());
        for (int index = 0; index < counts.length; index++) {
            counts[index] = Math.addExact(counts[index], more.counts().get(index));
        }
    }

    RatingCounts counts() {
        return RatingCounts.of(scale, counts);
    }
}
