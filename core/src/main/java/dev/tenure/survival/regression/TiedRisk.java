package dev.tenure.survival.regression;

/**
 * What an event time adds to the partial likelihood, from the sums over who is at risk and over the {@code d} who leave. With
 * {@code q_k = 1 / (atRisk - f_k leaving)} and the mean weight {@code w} of who leaves, {@code f_k = k / d} by Efron, 0 by Breslow,
 * {@code k = 0 ... d - 1}.
 */
final class TiedRisk {

    private final TieMethod ties;

    private double logarithm;
    private double hazard;
    private double shared;
    private double square;
    private double squareShared;
    private double squareShared2;

    TiedRisk(TieMethod ties) {
        this.ties = ties;
    }

    void set(int count, double weight, double atRisk, double leaving) {
        if (count == 1 || ties == TieMethod.BRESLOW) {
            alike(weight, atRisk);
        } else {
            oneByOne(count, weight / count, atRisk, leaving);
        }
    }

    private void alike(double weight, double atRisk) {
        double q = 1 / atRisk;
        logarithm = weight * Math.log(atRisk);
        hazard = weight * q;
        square = hazard * q;
        shared = 0;
        squareShared = 0;
        squareShared2 = 0;
    }

    private void oneByOne(int count, double mean, double atRisk, double leaving) {
        double logarithms = 0;
        double q1 = 0;
        double fq = 0;
        double qq = 0;
        double fqq = 0;
        double ffqq = 0;
        for (int k = 0; k < count; k++) {
            double f = (double) k / count;
            double left = atRisk - f * leaving;
            double q = 1 / left;
            logarithms += Math.log(left);
            q1 += q;
            fq += f * q;
            qq += q * q;
            fqq += f * q * q;
            ffqq += f * q * (f * q);
        }
        logarithm = mean * logarithms;
        hazard = mean * q1;
        shared = mean * fq;
        square = mean * qq;
        squareShared = mean * fqq;
        squareShared2 = mean * ffqq;
    }

    /** Returns {@code w sum log(1 / q_k)}. */
    double logarithm() {
        return logarithm;
    }

    /** Returns {@code w sum q_k}, by which the cumulative hazard of who does not leave grows. */
    double hazard() {
        return hazard;
    }

    /** Returns {@code w sum f_k q_k}. */
    double shared() {
        return shared;
    }

    /** Returns {@code w sum (1 - f_k) q_k}, by which the cumulative hazard of who leaves grows. */
    double ownHazard() {
        return hazard - shared;
    }

    /** Returns {@code w sum q_k^2}. */
    double square() {
        return square;
    }

    /** Returns {@code w sum f_k q_k^2}. */
    double squareShared() {
        return squareShared;
    }

    /** Returns {@code w sum (f_k q_k)^2}. */
    double squareShared2() {
        return squareShared2;
    }
}
