package dev.tenure.survival.regression;

/**
 * At each event time, going forward, the cumulative hazard, its variance, and the integral of the mean covariates by it: what residuals and
 * predicted curves are made of. All of it is to be multiplied by the exponential of minus the shift of the time, the variance twice.
 */
final class HazardPath implements RiskSums.Visitor {

    private final Design design;
    private final Risks risks;
    private final TiedRisk tied;
    private final double[] hazard;
    private final double[] ownHazard;
    private final double[] variance;
    /** By covariate: the mean of who is at risk times the hazard; the same for who leaves; the mean of who is at risk. */
    private final double[][] drift;

    private final double[][] ownDrift;
    private final double[][] mean;

    private HazardPath(Design design, TieMethod ties, Risks risks) {
        this.design = design;
        this.risks = risks;
        this.tied = new TiedRisk(ties);
        int times = design.times().size();
        this.hazard = new double[times];
        this.ownHazard = new double[times];
        this.variance = new double[times];
        this.drift = new double[design.covariates()][times];
        this.ownDrift = new double[design.covariates()][times];
        this.mean = new double[design.covariates()][times];
    }

    static HazardPath of(Design design, TieMethod ties, Risks risks) {
        HazardPath path = new HazardPath(design, ties, risks);
        new RiskSums(design, risks).walk(path);
        path.accumulate(path.hazard, path.ownHazard, 1);
        path.accumulate(path.variance, new double[path.variance.length], 2);
        for (int j = 0; j < path.drift.length; j++) {
            path.accumulate(path.drift[j], path.ownDrift[j], 1);
        }
        return path;
    }

    @Override
    public void visit(int time, RiskSums sums) {
        EventTimes times = design.times();
        int from = times.leaving(time);
        int to = times.to(time);
        double weight = Vectors.sum(design.weights(), from, to);
        tied.set(to - from, weight, sums.atRisk(), sums.leaving());
        hazard[time] = tied.hazard();
        ownHazard[time] = tied.ownHazard();
        variance[time] = tied.square();
        double[] atRisk = sums.atRiskTimesCovariates();
        for (int j = 0; j < atRisk.length; j++) {
            double leaving = sums.leavingTimesCovariate(j);
            drift[j][time] = tied.square() * atRisk[j] - tied.squareShared() * leaving;
            ownDrift[j][time] = drift[j][time] - (tied.squareShared() * atRisk[j] - tied.squareShared2() * leaving);
            mean[j][time] = (tied.hazard() * atRisk[j] - tied.shared() * leaving) / weight;
        }
    }

    /**
     * Sums up going forward in time, that is, backwards; the own values are those of the times before and their own.
     *
     * @param power how often the exponential of the shift is in the values
     */
    private void accumulate(double[] values, double[] own, int power) {
        EventTimes times = design.times();
        for (int stratum = 0; stratum < times.strata(); stratum++) {
            double before = 0;
            int last = times.first(stratum + 1) - 1;
            for (int time = last; time >= times.first(stratum); time--) {
                before *= time == last ? 1 : Math.pow(risks.rescaling(time + 1), power);
                own[time] += before;
                before += values[time];
                values[time] = before;
            }
        }
    }

    /** Returns the cumulative hazard up to and including each time. */
    double[] hazard() {
        return hazard;
    }

    /** Returns the cumulative hazard of those who leave at each time. */
    double[] ownHazard() {
        return ownHazard;
    }

    double[] variance() {
        return variance;
    }

    double[] drift(int covariate) {
        return drift[covariate];
    }

    double[] ownDrift(int covariate) {
        return ownDrift[covariate];
    }

    /** Returns the mean covariate of who is at risk, averaged over the tied. */
    double[] mean(int covariate) {
        return mean[covariate];
    }
}
