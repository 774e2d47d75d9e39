package dev.tenure.survival.regression;

import com.google.common.base.Joiner;
import dev.tenure.internal.Cholesky;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Says of each covariate why its coefficient cannot be estimated; nothing if it can. */
final class Estimability {

    /** Less information than this from each of those who leave is rounding. */
    private static final double NO_INFORMATION = 1e-12;

    /** What is left of the information in the limit, because the climb towards it ended before. */
    private static final double LOST_INFORMATION = 1e-6;

    private final CoxData data;
    private final String[] obstacles;

    private Estimability(CoxData data) {
        this.data = data;
        this.obstacles = new String[data.names().size()];
        Arrays.fill(obstacles, "");
    }

    /** Looks at the information at zero. */
    static Estimability atZero(Design design, PartialLikelihood zero, double[] penalty) {
        Estimability estimability = new Estimability(design.rows().data());
        for (int j = 0; j < penalty.length; j++) {
            estimability.obstacles[j] = estimability.ownObstacle(design, zero, j);
        }
        estimability.findCombinations(zero, penalty);
        return estimability;
    }

    private String ownObstacle(Design design, PartialLikelihood zero, int j) {
        if (design.times().size() == 0) {
            return data.rows() == 0 ? "there are no rows" : "nobody leaves";
        }
        double[] column = data.column(j);
        if (Arrays.stream(column).allMatch(value -> value == column[0])) {
            return data.names().get(j) + " is the same in every row";
        }
        if (zero.information()[j][j] <= NO_INFORMATION * design.leavingWeight()) {
            return data.names().get(j) + " is the same in all who are at risk when someone leaves";
        }
        return "";
    }

    private void findCombinations(PartialLikelihood zero, double[] penalty) {
        int[] candidates = estimable();
        double[][] information = select(Newton.penalised(zero.information(), penalty), candidates);
        Cholesky decomposition = Cholesky.of(information, Newton.PIVOT);
        for (int i = 0; i < candidates.length; i++) {
            if (decomposition.isRedundant(i)) {
                obstacles[candidates[i]] =
                        data.names().get(candidates[i]) + " is a linear combination of earlier covariates";
            }
        }
    }

    static double[][] select(double[][] matrix, int[] chosen) {
        return Arrays.stream(chosen)
                .mapToObj(j ->
                        Arrays.stream(chosen).mapToDouble(k -> matrix[j][k]).toArray())
                .toArray(double[][]::new);
    }

    /** Adds what the climb from zero has found, of the covariates it was made with. */
    void add(Newton climb, PartialLikelihood zero, int[] covariates) {
        int[] growing = IntStream.range(0, covariates.length)
                .filter(climb::grows)
                .map(i -> covariates[i])
                .toArray();
        for (int j : growing) {
            obstacles[j] = separation(growing);
        }
        if (growing.length > 0) {
            findLost(climb.point(), zero, covariates, separation(growing));
        }
        if (!climb.converged()) {
            for (int j : covariates) {
                obstacles[j] = "no convergence after " + climb.iterations() + " iterations";
            }
        }
    }

    /** Finds covariates of which nothing is left to see once others have taken those apart who differ in it. */
    private void findLost(PartialLikelihood there, PartialLikelihood zero, int[] covariates, String separation) {
        for (int i = 0; i < covariates.length; i++) {
            int j = covariates[i];
            boolean lost = there.information()[i][i] <= LOST_INFORMATION * zero.information()[i][i];
            if (obstacles[j].isEmpty() && lost) {
                obstacles[j] = data.names().get(j) + " makes no difference, as " + separation;
            }
        }
    }

    private String separation(int[] growing) {
        String names = Joiner.on(", ")
                .join(Arrays.stream(growing).mapToObj(data.names()::get).iterator());
        return names + (growing.length == 1 ? " separates" : " together separate") + " who leaves from who stays";
    }

    /** Returns which covariates have no obstacle. */
    int[] estimable() {
        return IntStream.range(0, obstacles.length)
                .filter(j -> obstacles[j].isEmpty())
                .toArray();
    }

    String obstacle(int covariate) {
        return obstacles[covariate].isEmpty() ? "" : "not estimable: " + obstacles[covariate];
    }
}
