package dev.tenure.survival.regression;

/**
 * Walks the event times backwards and keeps the sums over who is at risk and over who leaves: of the risk, and of the risk times each
 * covariate. What was lost in rounding is kept as well, so that taking off who had not entered yet leaves no trace.
 */
final class RiskSums {

    /** What is done at an event time. */
    interface Visitor {
        void visit(int time, RiskSums sums);
    }

    private final Design design;
    private final Risks risks;
    /** The sum of the risks, then those times the covariates; and what rounding took from them. */
    private final double[] sums;

    private final double[] lost;
    private final double[] atRisk;
    private final double[] leaving;

    RiskSums(Design design, Risks risks) {
        this.design = design;
        this.risks = risks;
        this.sums = new double[design.covariates() + 1];
        this.lost = new double[design.covariates() + 1];
        this.atRisk = new double[design.covariates()];
        this.leaving = new double[design.covariates() + 1];
    }

    void walk(Visitor visitor) {
        EventTimes times = design.times();
        for (int stratum = 0; stratum < times.strata(); stratum++) {
            multiply(0);
            for (int time = times.first(stratum); time < times.first(stratum + 1); time++) {
                multiply(time == times.first(stratum) ? 1 : risks.rescaling(time));
                enter(times, time);
                leaveOutTheLate(time);
                visitor.visit(time, this);
            }
        }
    }

    private void multiply(double factor) {
        if (factor != 1) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] *= factor;
                lost[j] *= factor;
            }
        }
    }

    private void enter(EventTimes times, int time) {
        int from = times.from(time);
        int middle = times.leaving(time);
        int to = times.to(time);
        double[] values = risks.values();
        leaving[0] = Vectors.sum(values, middle, to);
        add(0, Vectors.sum(values, from, middle) + leaving[0]);
        for (int j = 1; j < leaving.length; j++) {
            double[] column = design.column(j - 1);
            leaving[j] = Vectors.dot(values, column, middle, to);
            add(j, Vectors.dot(values, column, from, middle) + leaving[j]);
        }
    }

    private void leaveOutTheLate(int time) {
        LateEntries late = design.late();
        for (int i = late.begin(time); i < late.begin(time + 1); i++) {
            int position = late.position(i);
            double risk = risks.at(position, time);
            add(0, -risk);
            for (int j = 1; j < sums.length; j++) {
                add(j, -risk * design.column(j - 1)[position]);
            }
        }
    }

    private void add(int index, double value) {
        double before = sums[index];
        double after = before + value;
        double added = after - before;
        lost[index] += (before - (after - added)) + (value - added);
        sums[index] = after;
    }

    /** Returns the sum of the risks, no less than that of those who leave, who are among them. */
    double atRisk() {
        return Math.max(sums[0] + lost[0], leaving[0]);
    }

    /** Returns the sums of the risk times each covariate over who is at risk; overwritten at the next time. */
    double[] atRiskTimesCovariates() {
        for (int j = 0; j < atRisk.length; j++) {
            atRisk[j] = sums[j + 1] + lost[j + 1];
        }
        return atRisk;
    }

    double leaving() {
        return leaving[0];
    }

    double leavingTimesCovariate(int covariate) {
        return leaving[covariate + 1];
    }
}
