package dev.tenure.lifetime.contractual;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How many clients stayed and left at each renewal: what every likelihood of this package follows from. */
final class RiskSets {

    private final long[] kept;
    private final long[] lost;

    private RiskSets(long[] kept, long[] lost) {
        this.kept = kept;
        this.lost = lost;
    }

    static RiskSets of(List<RenewalRow> rows) {
        return of(rows, rows.stream().mapToLong(RenewalRow::clients).toArray());
    }

    /** Draws as many clients with replacement; the same seed draws the same. */
    static RiskSets resampled(List<RenewalRow> rows, long seed) {
        long[] upTo = rows.stream().mapToLong(RenewalRow::clients).toArray();
        for (int i = 1; i < upTo.length; i++) {
            upTo[i] = Math.addExact(upTo[i], upTo[i - 1]);
        }
        SplittableRandom random = new SplittableRandom(seed);
        long[] drawn = new long[upTo.length];
        for (long i = 0; i < upTo[upTo.length - 1]; i++) {
            int found = Arrays.binarySearch(upTo, random.nextLong(upTo[upTo.length - 1]) + 1);
            drawn[found >= 0 ? found : -found - 1]++;
        }
        return of(rows, drawn);
    }

    private static RiskSets of(List<RenewalRow> rows, long[] clients) {
        int last = rows.stream().mapToInt(RiskSets::lastOf).max().orElse(0);
        long[] kept = new long[last + 1];
        long[] lost = new long[last + 1];
        for (int i = 0; i < clients.length; i++) {
            RenewalRow row = rows.get(i);
            for (int renewal = row.seenFrom() + 1; renewal <= row.renewals(); renewal++) {
                kept[renewal] = Math.addExact(kept[renewal], clients[i]);
            }
            if (row.left()) {
                lost[row.renewals() + 1] = Math.addExact(lost[row.renewals() + 1], clients[i]);
            }
        }
        return new RiskSets(kept, lost);
    }

    private static int lastOf(RenewalRow row) {
        if (row.left()) {
            return row.renewals() + 1;
        }
        return row.renewals() > row.seenFrom() ? row.renewals() : 0;
    }

    /** Returns the last renewal at which anyone stayed or left, zero if there is none. */
    int last() {
        return kept.length - 1;
    }

    long kept(int renewal) {
        return renewal <= last() ? kept[renewal] : 0;
    }

    long lost(int renewal) {
        return renewal <= last() ? lost[renewal] : 0;
    }

    /** Returns all numbers, those of each renewal together. */
    DoubleStream numbers() {
        return IntStream.rangeClosed(1, last())
                .boxed()
                .flatMapToDouble(n -> DoubleStream.of((double) kept[n], (double) lost[n]));
    }

    /** Returns at how many renewals anyone stayed or left. */
    int observed() {
        int count = 0;
        for (int renewal = 1; renewal <= last(); renewal++) {
            count += kept[renewal] + lost[renewal] > 0 ? 1 : 0;
        }
        return count;
    }

    long allKept() {
        return Arrays.stream(kept).sum();
    }

    long allLost() {
        return Arrays.stream(lost).sum();
    }

    /** Returns the first renewal at which anyone stayed or left, zero if there is none. */
    int first() {
        for (int renewal = 1; renewal <= last(); renewal++) {
            if (kept[renewal] + lost[renewal] > 0) {
                return renewal;
            }
        }
        return 0;
    }
}
