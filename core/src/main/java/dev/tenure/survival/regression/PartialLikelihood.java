package dev.tenure.survival.regression;

import java.util.Arrays;

/** The logarithm of the partial likelihood at a point, its slope, and its information: the second derivatives, negated. */
final class PartialLikelihood {

    private final double logarithm;
    private final double[] score;
    private final double[][] information;

    PartialLikelihood(double logarithm, double[] score, double[][] information) {
        this.logarithm = logarithm;
        this.score = score;
        this.information = information;
    }

    double logLikelihood() {
        return logarithm;
    }

    double[] score() {
        return score;
    }

    double[][] information() {
        return information;
    }

    boolean isFinite() {
        return Double.isFinite(logarithm)
                && Arrays.stream(information).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    }
}
