package dev.tenure.retention.projection;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Outcome;
import dev.tenure.lifetime.contractual.RenewalSample;
import dev.tenure.lifetime.contractual.RetentionFit;
import dev.tenure.lifetime.contractual.RetentionModel;
import dev.tenure.lifetime.contractual.RetentionModelKind;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.retention.cohort.Cohort;
import dev.tenure.retention.cohort.CohortCell;
import dev.tenure.retention.cohort.CohortTable;
import java.util.stream.IntStream;

/** Compares the models on the last periods of a table. */
final class Holdout {

    private static final double POINTS = 100;

    private Holdout() {}

    static ProjectionHoldout of(CohortTable table, int periods, MaximumLikelihood estimator) {
        RenewalSample before = CohortSample.of(table, periods);
        ImmutableMap.Builder<RetentionModelKind, ModelFit<RetentionModel>> fits = ImmutableMap.builder();
        ImmutableMap.Builder<RetentionModelKind, Outcome<ImmutableList<HoldoutError>>> errors = ImmutableMap.builder();
        for (RetentionModelKind kind : RetentionModelKind.values()) {
            ModelFit<RetentionModel> fit =
                    RetentionFit.withDefaults().with(kind).with(estimator).of(before);
            fits.put(kind, fit);
            errors.put(kind, fit.model().map(model -> errors(table, periods, model)));
        }
        return new ProjectionHoldoutBuilder()
                .periods(periods)
                .fits(fits.buildOrThrow())
                .measured(errors.buildOrThrow())
                .build();
    }

    private static ImmutableList<HoldoutError> errors(CohortTable table, int periods, RetentionModel model) {
        // a model has been fitted to a cohort that has more periods, so that there is one for each
        return IntStream.rangeClosed(1, periods)
                .mapToObj(later -> error(table, periods, later, model))
                .collect(ImmutableList.toImmutableList());
    }

    private static HoldoutError error(CohortTable table, int periods, int later, RetentionModel model) {
        int cohorts = 0;
        long clients = 0;
        double absolute = 0;
        double sum = 0;
        for (Cohort cohort : table.cohorts()) {
            int last = CohortSample.complete(cohort) - periods - 1;
            if (CohortSample.isObserved(cohort, last)) {
                CohortCell then = cohort.cells().get(last + later);
                double expected = cohort.cells().get(last).clients() * model.survivalGiven(last, later);
                cohorts++;
                clients += cohort.size();
                absolute += Math.abs(expected - then.clients());
                sum += expected - then.clients();
            }
        }
        return new HoldoutError(later, cohorts, clients, POINTS * absolute / clients, POINTS * sum / clients);
    }
}
