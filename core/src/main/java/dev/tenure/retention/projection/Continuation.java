package dev.tenure.retention.projection;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.contractual.RetentionModel;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.Prediction;
import dev.tenure.lifetime.estimation.Scale;
import dev.tenure.retention.cohort.Cohort;
import dev.tenure.retention.cohort.CohortCell;

/** Continues one cohort. */
final class Continuation {

    private Continuation() {}

    static ProjectedCohort of(Cohort cohort, ModelFit<RetentionModel> fit, int horizon) {
        int complete = CohortSample.complete(cohort);
        ProjectedCohortBuilder projected = new ProjectedCohortBuilder()
                .period(cohort.period())
                .size(cohort.size())
                .observed(cohort.cells().subList(0, complete));
        if (CohortSample.isObserved(cohort, complete - 1)) {
            for (int later = 1; later <= horizon; later++) {
                projected.addProjected(cell(cohort.cells().get(complete - 1), fit, later));
            }
        }
        return projected.build();
    }

    private static ProjectedCell cell(CohortCell last, ModelFit<RetentionModel> fit, int later) {
        int survived = last.periodsLater();
        Prediction kept = fit.predict(
                "share kept from period " + survived + " to " + (survived + later),
                Scale.LOGIT,
                model -> model.survivalGiven(survived, later));
        return new ProjectedCellBuilder()
                .periodsLater(survived + later)
                .lastClients(last.clients())
                .denominator(denominator(last))
                .kept(kept)
                .build();
    }

    /** Returns of how many clients the shares of a cohort are. */
    private static Outcome<Long> denominator(CohortCell last) {
        if (last.isOlderThanRecords()) {
            return Outcome.undefined(Reason.NOT_ESTIMABLE, "the cohort is older than the records");
        }
        return last.size() > last.undecided()
                ? Outcome.of(last.size() - last.undecided())
                : Outcome.undefined(Reason.NO_DATA, "all clients are undecided");
    }
}
