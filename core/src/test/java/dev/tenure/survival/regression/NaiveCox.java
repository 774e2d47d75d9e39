package dev.tenure.survival.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * A Cox model by its definition: at each event time and for each of those who leave then, sums over everybody at risk. No ordering, no centring, no
 * short cut; what the library's figures are held against.
 */
final class NaiveCox {

    /** A row. */
    record Row(
            double start,
            double stop,
            boolean ended,
            double[] x,
            int stratum,
            int cluster,
            double weight,
            double offset) {

        boolean isAtRisk(int ofStratum, double time) {
            return stratum == ofStratum && stop >= time && (start == 0 || start < time);
        }
    }

    /** One of those who leave at a time, each in turn. */
    private static final class Turn {
        private final double time;
        private final int stratum;
        private final double weight;
        private final double share;
        private final double[] risks;
        private double risk;
        private final double[] mean;
        private final double[][] covariance;
        private final List<Integer> leaving;

        Turn(double time, int stratum, double weight, List<Integer> leaving, double[] risks, int covariates) {
            this.time = time;
            this.stratum = stratum;
            this.weight = weight;
            this.leaving = leaving;
            this.share = 1.0 / leaving.size();
            this.risks = risks;
            this.mean = new double[covariates];
            this.covariance = new double[covariates][covariates];
        }
    }

    private final List<Row> rows;
    private final double[] beta;
    private final List<Turn> turns = new ArrayList<>();

    NaiveCox(List<Row> rows, TieMethod ties, double... beta) {
        this.rows = rows;
        this.beta = beta;
        for (int stratum : rows.stream().mapToInt(Row::stratum).distinct().toArray()) {
            rows.stream()
                    .filter(row -> row.ended() && row.stratum() == stratum)
                    .mapToDouble(Row::stop)
                    .distinct()
                    .sorted()
                    .forEach(time -> addTime(stratum, time, ties));
        }
    }

    private void addTime(int stratum, double time, TieMethod ties) {
        List<Integer> leaving = new ArrayList<>();
        double weight = 0;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.ended() && row.stratum() == stratum && row.stop() == time) {
                leaving.add(i);
                weight += row.weight();
            }
        }
        for (int k = 0; k < leaving.size(); k++) {
            double part = ties == TieMethod.EFRON ? (double) k / leaving.size() : 0;
            double[] risks = new double[rows.size()];
            for (int i = 0; i < risks.length; i++) {
                risks[i] = rows.get(i).isAtRisk(stratum, time)
                        ? risk(rows.get(i)) * (leaving.contains(i) ? 1 - part : 1)
                        : 0;
            }
            Turn turn = new Turn(time, stratum, weight / leaving.size(), leaving, risks, beta.length);
            fill(turn);
            turns.add(turn);
        }
    }

    private void fill(Turn turn) {
        for (int i = 0; i < rows.size(); i++) {
            turn.risk += turn.risks[i];
            for (int j = 0; j < beta.length; j++) {
                turn.mean[j] += turn.risks[i] * rows.get(i).x()[j];
            }
        }
        for (int j = 0; j < beta.length; j++) {
            turn.mean[j] /= turn.risk;
        }
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < beta.length; j++) {
                for (int k = 0; k < beta.length; k++) {
                    turn.covariance[j][k] += turn.risks[i]
                            / turn.risk
                            * (rows.get(i).x()[j] - turn.mean[j])
                            * (rows.get(i).x()[k] - turn.mean[k]);
                }
            }
        }
    }

    private double risk(Row row) {
        return row.weight() * Math.exp(predictor(row.x()) + row.offset());
    }

    private double predictor(double[] x) {
        double sum = 0;
        for (int j = 0; j < beta.length; j++) {
            sum += beta[j] * x[j];
        }
        return sum;
    }

    double logLikelihood() {
        double sum = 0;
        for (Row row : rows) {
            sum += row.ended() ? row.weight() * (predictor(row.x()) + row.offset()) : 0;
        }
        for (Turn turn : turns) {
            sum -= turn.weight * Math.log(turn.risk);
        }
        return sum;
    }

    double[] score() {
        double[] score = new double[beta.length];
        for (int j = 0; j < beta.length; j++) {
            for (Row row : rows) {
                score[j] += row.ended() ? row.weight() * row.x()[j] : 0;
            }
            for (Turn turn : turns) {
                score[j] -= turn.weight * turn.mean[j];
            }
        }
        return score;
    }

    double[][] information() {
        double[][] information = new double[beta.length][beta.length];
        for (Turn turn : turns) {
            addTo(information, turn, 1);
        }
        return information;
    }

    private static void addTo(double[][] information, Turn turn, double factor) {
        for (int j = 0; j < information.length; j++) {
            for (int k = 0; k < information.length; k++) {
                information[j][k] += factor * turn.weight * turn.covariance[j][k];
            }
        }
    }

    /** The score test of the products of all covariates and a function of time. */
    double proportionality(DoubleUnaryOperator transform) {
        double mean = rows.stream()
                .filter(Row::ended)
                .mapToDouble(row -> transform.applyAsDouble(row.stop()))
                .average()
                .orElseThrow();
        int p = beta.length;
        double[][][] parts = new double[3][p][p];
        double[] score = new double[2 * p];
        for (Turn turn : turns) {
            double g = transform.applyAsDouble(turn.time) - mean;
            addTo(parts[0], turn, 1);
            addTo(parts[1], turn, g);
            addTo(parts[2], turn, g * g);
            for (int j = 0; j < p; j++) {
                score[p + j] -= g * turn.weight * turn.mean[j];
                for (int i : turn.leaving) {
                    score[p + j] +=
                            g * turn.share * rows.get(i).weight() * rows.get(i).x()[j];
                }
            }
        }
        double[][] whole = new double[2 * p][2 * p];
        for (int j = 0; j < 2 * p; j++) {
            for (int k = 0; k < 2 * p; k++) {
                whole[j][k] = parts[j / p + k / p][j % p][k % p];
            }
        }
        return form(score, inverse(whole), score);
    }

    double[] martingale() {
        double[] residuals = new double[rows.size()];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = rows.get(i).ended() ? 1 : 0;
            for (Turn turn : turns) {
                residuals[i] -=
                        turn.weight * turn.risks[i] / turn.risk / rows.get(i).weight();
            }
        }
        return residuals;
    }

    /** What each row, times its weight, pulls at the coefficients. */
    double[][] influences() {
        double[][] covariance = inverse(information());
        double[][] influences = new double[rows.size()][];
        for (int i = 0; i < influences.length; i++) {
            double[] pull = new double[beta.length];
            for (Turn turn : turns) {
                double hazard = turn.weight * turn.risks[i] / turn.risk;
                for (int j = 0; j < beta.length; j++) {
                    double leaves =
                            turn.leaving.contains(i) ? turn.share * rows.get(i).weight() : 0;
                    pull[j] += (leaves - hazard) * (rows.get(i).x()[j] - turn.mean[j]);
                }
            }
            influences[i] = times(covariance, pull);
        }
        return influences;
    }

    double[][] sandwich(boolean clustered) {
        double[][] sum = new double[beta.length][beta.length];
        double[][] influences = influences();
        for (int i = 0; i < influences.length; i++) {
            for (int k = 0; k < influences.length; k++) {
                if (i == k || clustered && rows.get(i).cluster() == rows.get(k).cluster()) {
                    for (int a = 0; a < beta.length; a++) {
                        for (int b = 0; b < beta.length; b++) {
                            sum[a][b] += influences[i][a] * influences[k][b];
                        }
                    }
                }
            }
        }
        return sum;
    }

    double cumulativeHazard(double[] x, int stratum, double time) {
        double sum = 0;
        for (Turn turn : turns) {
            sum += turn.stratum == stratum && turn.time <= time ? turn.weight / turn.risk : 0;
        }
        return sum * Math.exp(predictor(x));
    }

    double hazardError(double[] x, int stratum, double time, double[][] covariance) {
        double variance = 0;
        double[] distance = new double[beta.length];
        for (Turn turn : turns) {
            if (turn.stratum == stratum && turn.time <= time) {
                variance += turn.weight / turn.risk / turn.risk;
                for (int j = 0; j < beta.length; j++) {
                    distance[j] += (x[j] - turn.mean[j]) * turn.weight / turn.risk;
                }
            }
        }
        return Math.exp(predictor(x)) * Math.sqrt(variance + form(distance, covariance, distance));
    }

    static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int j = 0; j < vector.length; j++) {
            for (int k = 0; k < vector.length; k++) {
                product[j] += matrix[j][k] * vector[k];
            }
        }
        return product;
    }

    static double form(double[] left, double[][] matrix, double[] right) {
        double[] product = times(matrix, right);
        double sum = 0;
        for (int j = 0; j < left.length; j++) {
            sum += left[j] * product[j];
        }
        return sum;
    }

    /** Gauss and Jordan, with the largest pivot. */
    static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] work = new double[n][2 * n];
        for (int j = 0; j < n; j++) {
            System.arraycopy(matrix[j], 0, work[j], 0, n);
            work[j][n + j] = 1;
        }
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int j = column; j < n; j++) {
                pivot = Math.abs(work[j][column]) > Math.abs(work[pivot][column]) ? j : pivot;
            }
            double[] row = work[pivot];
            work[pivot] = work[column];
            work[column] = row;
            for (int j = 0; j < n; j++) {
                double factor = work[j][column] / row[column];
                for (int k = 0; k < 2 * n; k++) {
                    if (j != column) {
                        work[j][k] -= factor * row[k];
                    }
                }
            }
            double diagonal = row[column];
            for (int k = 0; k < 2 * n; k++) {
                row[k] /= diagonal;
            }
        }
        double[][] inverse = new double[n][n];
        for (int j = 0; j < n; j++) {
            System.arraycopy(work[j], n, inverse[j], 0, n);
        }
        return inverse;
    }

    // rows, and how to hand them over

    /** Rows with ties, late entries, strata, clusters, weights and offsets; of an NPS, breaches and a number with decimals. */
    static List<Row> rows(Random random, int size) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double stop = 1 + random.nextInt(12);
            double[] x = {random.nextInt(11), random.nextInt(4), 20 + random.nextGaussian()};
            rows.add(new Row(
                    random.nextBoolean() ? 0 : random.nextInt((int) stop),
                    stop,
                    random.nextInt(3) > 0,
                    x,
                    random.nextInt(2) - 1,
                    random.nextInt(15),
                    0.5 * (1 + random.nextInt(4)),
                    random.nextInt(3) * 0.3));
        }
        return rows;
    }

    static CoxData data(List<Row> rows) {
        CoxData data = CoxData.of(rows.stream().mapToDouble(Row::stop).toArray(), ended(rows))
                .withStarts(rows.stream().mapToDouble(Row::start).toArray())
                .withWeights(rows.stream().mapToDouble(Row::weight).toArray())
                .withOffsets(rows.stream().mapToDouble(Row::offset).toArray())
                .withStrata(rows.stream().mapToInt(Row::stratum).toArray())
                .withClusters(rows.stream().mapToInt(Row::cluster).toArray());
        for (int j = 0; j < rows.get(0).x().length; j++) {
            int covariate = j;
            data = data.withCovariate(
                    "x" + j,
                    rows.stream().mapToDouble(row -> row.x()[covariate]).toArray());
        }
        return data;
    }

    private static boolean[] ended(List<Row> rows) {
        boolean[] ended = new boolean[rows.size()];
        for (int i = 0; i < ended.length; i++) {
            ended[i] = rows.get(i).ended();
        }
        return ended;
    }

    static List<CoxObservation> observations(List<Row> rows) {
        List<CoxObservation> observations = new ArrayList<>();
        for (Row row : rows) {
            CoxObservationBuilder observation = CoxObservation.builder()
                    .start(row.start())
                    .stop(row.stop())
                    .ended(row.ended())
                    .stratum(Integer.toString(row.stratum()))
                    .cluster(Integer.toString(row.cluster()))
                    .weight(row.weight())
                    .offset(row.offset());
            for (int j = 0; j < row.x().length; j++) {
                observation.putCovariate("x" + j, row.x()[j]);
            }
            observations.add(observation.build());
        }
        return observations;
    }
}
