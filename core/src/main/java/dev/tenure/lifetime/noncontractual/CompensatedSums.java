package dev.tenure.lifetime.noncontractual;

/** Sums that keep what rounding takes: A. Neumaier, <i>Zeitschrift für angewandte Mathematik und Mechanik</i> 54 (1974), 39-51. */
final class CompensatedSums {

    private final double[] sums;
    private final double[] lost;

    CompensatedSums(int size) {
        sums = new double[size];
        lost = new double[size];
    }

    void add(int index, double term) {
        double sum = sums[index] + term;
        lost[index] += Math.abs(sums[index]) >= Math.abs(term) ? sums[index] - sum + term : term - sum + sums[index];
        sums[index] = sum;
    }

    double get(int index) {
        return sums[index] + lost[index];
    }
}
