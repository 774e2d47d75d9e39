package dev.tenure.examples.benchmarks.retention;

import java.util.List;

/** How long clients stayed, in columns: 1 to 2 000 days, of five groups, seven in ten of whom left, for one of three reasons. */
final class Lifetimes {

    static final List<String> GROUP_NAMES = List.of("A", "B", "C", "D", "E");
    static final int GROUPS = GROUP_NAMES.size();
    static final List<String> CAUSE_NAMES = List.of("result", "price", "own team");
    private static final int LONGEST = 2000;
    private static final double SHARE_ENDED = 0.7;

    final int[] days;
    final boolean[] ended;
    final int[] group;
    /** The reason, from 1, or 0 for who is still there. */
    final byte[] cause;

    private Lifetimes(int rows) {
        days = new int[rows];
        ended = new boolean[rows];
        group = new int[rows];
        cause = new byte[rows];
        for (int i = 0; i < rows; i++) {
            days[i] = 1 + (int) (Uniform.at(1, i) * LONGEST);
            ended[i] = Uniform.at(2, i) < SHARE_ENDED;
            group[i] = (int) (Uniform.at(3, i) * GROUPS);
            cause[i] = (byte) (ended[i] ? 1 + group[i] % CAUSE_NAMES.size() : 0);
        }
    }

    /** Returns so many lifetimes. */
    static Lifetimes of(int rows) {
        return new Lifetimes(rows);
    }

    int rows() {
        return days.length;
    }

    /** Returns the lifetimes with a fraction of a day, so that hardly two are equal. */
    double[] fractions() {
        double[] fractions = new double[days.length];
        for (int i = 0; i < fractions.length; i++) {
            fractions[i] = days[i] - Uniform.at(4, i);
        }
        return fractions;
    }
}
