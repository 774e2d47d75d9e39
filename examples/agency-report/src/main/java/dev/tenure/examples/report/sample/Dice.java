package dev.tenure.examples.report.sample;

import com.google.common.collect.ImmutableMap;
import java.util.Iterator;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws at random, the same on every machine and JDK: of {@link SplittableRandom} only the 64-bit values are used, whose sequence
 * does not change, and no function whose last digit may differ.
 */
final class Dice {

    private static final double UNIT = 0x1.0p-53;

    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A number in [0, 1). */
    double uniform() {
        return (random.nextLong() >>> 11) * UNIT;
    }

    /** True with the given probability. */
    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** A whole number from one to another, both inclusive, all equally likely. */
    int between(int least, int most) {
        return least + (int) (uniform() * (most - least + 1));
    }

    /** One of some, each as likely as its share says. */
    <T> T pick(ImmutableMap<T, Double> shares) {
        double left = uniform();
        Iterator<Map.Entry<T, Double>> entries = shares.entrySet().iterator();
        Map.Entry<T, Double> entry = entries.next();
        while (left >= entry.getValue() && entries.hasNext()) {
            left -= entry.getValue();
            entry = entries.next();
        }
        return entry.getKey();
    }
}
