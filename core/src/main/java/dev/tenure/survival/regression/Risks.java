package dev.tenure.survival.regression;

/**
 * By position, the weight times the exponential of the linear predictor, at one point. So that nothing overflows, at each event time the largest
 * linear predictor of all that were at risk then or later, the shift, is taken off. A position's value is that at the first event time, going back,
 * at which it is at risk.
 */
final class Risks {

    private final Design design;
    private final double[] predictors;
    private final double[] values;
    private final double[] shifts;

    Risks(Design design) {
        this.design = design;
        this.predictors = new double[design.size()];
        this.values = new double[design.size()];
        this.shifts = new double[design.times().size()];
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
        EventTimes times = design.times();
        for (int stratum = 0; stratum < times.strata(); stratum++) {
            double shift = Double.NEGATIVE_INFINITY;
            for (int time = times.first(stratum); time < times.first(stratum + 1); time++) {
                shift = Math.max(shift, largestPredictor(times.from(time), times.to(time)));
                shifts[time] = shift;
                exponentiate(shift, times.from(time), times.to(time));
            }
        }
    }

    private static void addTo(double[] predictors, double[] column, double coefficient) {
        for (int i = 0; i < predictors.length; i++) {
            predictors[i] += coefficient * column[i];
        }
    }

    private double largestPredictor(int from, int to) {
        double largest = predictors[from];
        for (int i = from + 1; i < to; i++) {
            largest = Math.max(largest, predictors[i]);
        }
        return largest;
    }

    private void exponentiate(double shift, int from, int to) {
        double[] weights = design.weights();
        for (int i = from; i < to; i++) {
            values[i] = weights[i] * Math.exp(predictors[i] - shift);
        }
    }

    /** Returns the values by position; 0 for who is at risk at no event time. */
    double[] values() {
        return values;
    }

    /** Returns the value of a position at an event time, or what it was if it had been at risk. */
    double at(int position, int time) {
        return design.weights()[position] * Math.exp(predictors[position] - shifts[time]);
    }

    /** Returns the linear predictor of a position, with covariates as in the design. */
    double predictor(int position) {
        return predictors[position];
    }

    double shift(int time) {
        return shifts[time];
    }

    /** Returns by what sums of values at the event time before are multiplied to be such at this one; the other way round for hazards. */
    double rescaling(int time) {
        double change = shifts[time - 1] - shifts[time];
        return change == 0 ? 1 : Math.exp(change);
    }
}
