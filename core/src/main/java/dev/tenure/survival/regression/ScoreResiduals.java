package dev.tenure.survival.regression;

/** By how much each position pulls at the score, for a covariate, without its weight. */
final class ScoreResiduals {

    private final Design design;
    private final HazardPath path;
    private final Risks risks;

    ScoreResiduals(Fit fit) {
        this.design = fit.design();
        this.path = fit.path();
        this.risks = fit.risks();
    }

    /** Returns the residuals of a covariate by position. */
    double[] of(int covariate) {
        double[] residuals = new double[design.size()];
        double[] values = risks.values();
        double[] column = design.column(covariate);
        double[] drift = path.drift(covariate);
        EventTimes times = design.times();
        for (int stratum = 0; stratum < times.strata(); stratum++) {
            for (int time = times.first(stratum); time < times.first(stratum + 1); time++) {
                for (int i = times.from(time); i < times.leaving(time); i++) {
                    residuals[i] = -values[i] / design.weights()[i] * (column[i] * path.hazard()[time] - drift[time]);
                }
                for (int i = times.leaving(time); i < times.to(time); i++) {
                    double pulled = column[i] * path.ownHazard()[time] - path.ownDrift(covariate)[time];
                    residuals[i] = column[i] - path.mean(covariate)[time] - values[i] / design.weights()[i] * pulled;
                }
            }
        }
        leaveOutTheLate(residuals, column, drift);
        return residuals;
    }

    private void leaveOutTheLate(double[] residuals, double[] column, double[] drift) {
        LateEntries late = design.late();
        for (int time = 0; time < drift.length; time++) {
            for (int k = late.begin(time); k < late.begin(time + 1); k++) {
                int i = late.position(k);
                double risk = risks.at(i, time) / design.weights()[i];
                residuals[i] += risk * (column[i] * path.hazard()[time] - drift[time]);
            }
        }
    }
}
