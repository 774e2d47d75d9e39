package dev.tenure.survival.regression;

import java.util.Arrays;

/**
 * The logarithm of the partial likelihood at a point, with its first and, negated, its second derivatives.
 *
 * <p>With {@code e_i} the expected number of {@link Hazards}, the score is {@code sum (w_i ended_i - e_i) x_i} and the information
 * {@code sum e_i x_i x_i'} less what each event time contributes by the means of who is at risk. So nothing quadratic in the covariates needs
 * to be kept up to date from time to time.
 */
final class Derivatives implements RiskSums.Visitor {

    /** How many positions stay in the nearest cache with their columns. */
    private static final int BLOCK = 512;

    private final Design design;
    private final Risks risks;
    private final TiedRisk tied;
    private final Hazards hazards;
    private final double[] expected;
    private final double[] score;
    private final double[][] information;
    /** By which each event time counts. */
    private final double[] timeWeights;

    private double logLikelihood;

    Derivatives(Design design, TieMethod ties) {
        this(design, ties, new Risks(design), new double[0]);
    }

    /** With risks at a point and event times that do not count alike; empty if they do. */
    Derivatives(Design design, TieMethod ties, Risks risks, double[] timeWeights) {
        this.design = design;
        this.risks = risks;
        this.tied = new TiedRisk(ties);
        this.hazards = new Hazards(design);
        this.expected = new double[design.size()];
        this.score = new double[design.covariates()];
        this.information = new double[design.covariates()][design.covariates()];
        this.timeWeights = timeWeights;
    }

    PartialLikelihood at(double[] coefficients) {
        risks.moveTo(coefficients);
        return point();
    }

    PartialLikelihood point() {
        walk();
        sumOverPositions();
        double[][] whole = new double[score.length][];
        for (int j = 0; j < whole.length; j++) {
            for (int k = 0; k < j; k++) {
                information[k][j] = information[j][k];
            }
        }
        Arrays.setAll(whole, j -> information[j].clone());
        return new PartialLikelihood(logLikelihood, score.clone(), whole);
    }

    /** Returns by position how many are expected to leave, weights included; overwritten by the next call. */
    double[] expectedAt(double[] coefficients) {
        risks.moveTo(coefficients);
        walk();
        return expected;
    }

    private void walk() {
        logLikelihood = 0;
        for (double[] row : information) {
            Arrays.fill(row, 0);
        }
        new RiskSums(design, risks).walk(this);
        hazards.expected(risks, expected);
    }

    @Override
    public void visit(int time, RiskSums sums) {
        EventTimes times = design.times();
        int from = times.leaving(time);
        int to = times.to(time);
        double factor = timeWeights.length == 0 ? 1 : timeWeights[time];
        tied.set(to - from, Vectors.sum(design.weights(), from, to), sums.atRisk(), sums.leaving());
        hazards.set(time, factor * tied.hazard(), factor * tied.ownHazard());
        logLikelihood -= tied.logarithm();
        for (int i = from; i < to; i++) {
            logLikelihood += design.weights()[i] * (risks.predictor(i) - risks.shift(time));
        }
        takeOffMeans(sums, factor);
    }

    private void takeOffMeans(RiskSums sums, double factor) {
        double[] atRisk = sums.atRiskTimesCovariates();
        double both = factor * tied.square();
        double mixed = factor * tied.squareShared();
        double leaving = factor * tied.squareShared2();
        for (int j = 0; j < atRisk.length; j++) {
            double ofAtRisk = both * atRisk[j] - mixed * sums.leavingTimesCovariate(j);
            double ofLeaving = leaving * sums.leavingTimesCovariate(j) - mixed * atRisk[j];
            double[] row = information[j];
            for (int k = 0; k <= j; k++) {
                row[k] -= ofAtRisk * atRisk[k] + ofLeaving * sums.leavingTimesCovariate(k);
            }
        }
    }

    private void sumOverPositions() {
        double[] weighted = new double[BLOCK];
        for (int j = 0; j < score.length; j++) {
            score[j] = leavingSum(design.column(j)) - Vectors.dot(expected, design.column(j));
        }
        for (int from = 0; from < design.size(); from += BLOCK) {
            int length = Math.min(BLOCK, design.size() - from);
            for (int j = 0; j < score.length; j++) {
                multiply(expected, design.column(j), weighted, from, length);
                for (int k = 0; k <= j; k++) {
                    information[j][k] += dot(weighted, design.column(k), from, length);
                }
            }
        }
    }

    private double leavingSum(double[] column) {
        EventTimes times = design.times();
        double sum = 0;
        for (int time = 0; time < times.size(); time++) {
            double factor = timeWeights.length == 0 ? 1 : timeWeights[time];
            sum += factor * Vectors.dot(design.weights(), column, times.leaving(time), times.to(time));
        }
        return sum;
    }

    private static void multiply(double[] a, double[] b, double[] product, int from, int length) {
        for (int i = 0; i < length; i++) {
            product[i] = a[from + i] * b[from + i];
        }
    }

    private static double dot(double[] block, double[] column, int from, int length) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            first += block[i] * column[from + i];
            second += block[i + 1] * column[from + i + 1];
            third += block[i + 2] * column[from + i + 2];
            fourth += block[i + 3] * column[from + i + 3];
        }
        for (; i < length; i++) {
            first += block[i] * column[from + i];
        }
        return first + second + (third + fourth);
    }
}
