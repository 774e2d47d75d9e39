package dev.tenure.examples.benchmarks.retention;

import java.util.List;

/** Lifetimes up to 2 000 days that depend on five covariates, three of them continuous, two of them yes or no. */
final class Covariates {

    static final List<String> NAMES = List.of("nps", "breaches", "meetings", "referred", "discount");
    private static final double[] EFFECTS = {0.5, -0.3, 0.8, -0.6, 0.4};
    private static final int LONGEST = 2000;
    private static final double SCALE = 600;
    private static final double SHAPE = 1.2;

    final int[] days;
    final boolean[] ended;
    /** By covariate, then by row. */
    final double[][] values;

    private Covariates(int rows) {
        days = new int[rows];
        ended = new boolean[rows];
        values = new double[EFFECTS.length][rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < 3; j++) {
                values[j][i] = 2 * Uniform.at(11 + j, i) - 1;
            }
            values[3][i] = Uniform.at(14, i) < 0.5 ? 1 : 0;
            values[4][i] = Uniform.at(15, i) < 0.2 ? 1 : 0;
            double life = Math.ceil(SCALE * Math.pow(-Math.log1p(-Uniform.at(16, i)) / Math.exp(effect(i)), 1 / SHAPE));
            double seen = Math.ceil(Uniform.at(17, i) * LONGEST);
            days[i] = (int) Math.max(1, Math.min(Math.min(life, seen), LONGEST));
            ended[i] = life <= seen;
        }
    }

    /** Returns so many lifetimes. */
    static Covariates of(int rows) {
        return new Covariates(rows);
    }

    int rows() {
        return days.length;
    }

    private double effect(int row) {
        double effect = 0;
        for (int j = 0; j < EFFECTS.length; j++) {
            effect += EFFECTS[j] * values[j][row];
        }
        return effect;
    }
}
