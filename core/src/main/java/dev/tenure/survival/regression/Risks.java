package dev.tenure.survival.regression;

import java.util.Arrays;

/**
 * By position, the weight times the exponential of the linear predictor, at one point. So that nothing overflows, the largest linear predictor
 * of each stratum is taken off; that changes no estimate.
 */
final class Risks {

    private final Design design;
    private final double[] predictors;
    private final double[] values;
    /** What is taken off the linear predictors, by stratum. */
    private final double[] shifts;

    private Risks(Design design) {
        this.design = design;
        this.predictors = new double[design.size()];
        this.values = new double[design.size()];
        this.shifts = new double[design.rows().strata()];
    }

    static Risks of(Design design) {
        return new Risks(design);
    }

    static Risks at(Design design, double[] coefficients) {
        Risks risks = new Risks(design);
        risks.moveTo(coefficients);
        return risks;
    }

    void moveTo(double[] coefficients) {
        System.arraycopy(design.offsets(), 0, predictors, 0, predictors.length);
        for (int j = 0; j < coefficients.length; j++) {
            addTo(predictors, design.column(j), coefficients[j]);
        }
        for (int stratum = 0; stratum < shifts.length; stratum++) {
            exponentiate(
                    stratum, design.rows().stratumStart(stratum), design.rows().stratumStart(stratum + 1));
        }
    }

    private static void addTo(double[] predictors, double[] column, double coefficient) {
        for (int i = 0; i < predictors.length; i++) {
            predictors[i] += coefficient * column[i];
        }
    }

    private void exponentiate(int stratum, int from, int to) {
        double shift = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            shift = Math.max(shift, predictors[i]);
        }
        shifts[stratum] = shift;
        double[] weights = design.weights();
        for (int i = from; i < to; i++) {
            predictors[i] -= shift;
            values[i] = weights[i] * Math.exp(predictors[i]);
        }
    }

    double[] values() {
        return values;
    }

    /** Returns the linear predictor of a position less the shift of its stratum. */
    double predictor(int position) {
        return predictors[position];
    }

    double shift(int stratum) {
        return shifts[stratum];
    }

    /** Returns the risks of positions whose weights are taken out again. */
    double[] unweighted() {
        double[] unweighted = values.clone();
        Arrays.setAll(unweighted, i -> unweighted[i] / design.weights()[i]);
        return unweighted;
    }
}
