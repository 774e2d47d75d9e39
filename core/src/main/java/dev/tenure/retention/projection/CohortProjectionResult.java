package dev.tenure.retention.projection;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.ExplanationBuilder;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.lifetime.contractual.RetentionModel;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.Scale;
import dev.tenure.stat.Interval;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/** The cohorts of a table, continued. Made by {@link CohortProjection}. */
@ResultStyle
@Value.Immutable
public abstract class CohortProjectionResult {

    CohortProjectionResult() {}

    /**
     * Returns the model, fitted to all cohorts together.
     *
     * @return the fit; its observations are client-periods: each client as often as it could be lost
     */
    public abstract ModelFit<RetentionModel> fit();

    /**
     * Returns the last day whose facts are in the table.
     *
     * @return the day
     */
    public abstract LocalDate asOf();

    /**
     * Returns for how many periods after its last complete one each cohort is continued.
     *
     * @return the number, one or more
     */
    public abstract int horizon();

    /**
     * Returns the cohorts.
     *
     * @return the cohorts that have clients, earliest first
     */
    public abstract ImmutableList<ProjectedCohort> cohorts();

    /**
     * Returns how the models compare on the last periods.
     *
     * @return the comparison; empty if none was asked for
     */
    public abstract Optional<ProjectionHoldout> holdout();

    /**
     * Returns how many clients of all cohorts are expected some periods after the last complete one of each.
     *
     * @param periods how many periods, from 1 to the horizon
     * @return the mean number, zero or more; undefined ({@link Reason#NOT_ESTIMABLE}) if the model could not be estimated
     * @throws IndexOutOfBoundsException if the number is out of range
     */
    public final Outcome<Double> expectedClients(int periods) {
        Objects.checkIndex(periods - 1, horizon());
        return fit().model()
                .map(model -> cohorts().stream()
                        .filter(cohort -> !cohort.projected().isEmpty())
                        .mapToDouble(cohort -> cohort.projected()
                                .get(periods - 1)
                                .expectedClients()
                                .orElseThrow())
                        .sum());
    }

    /**
     * Returns within which limits that expected number lies: how well the model is known. All cohorts share one model, so that these limits are not the sums of
     * those of the cohorts.
     *
     * @param periods how many periods, from 1 to the horizon
     * @return the confidence interval of the mean; undefined where {@link #expectedClients} is, and where the estimate has no error
     * @throws IndexOutOfBoundsException if the number is out of range
     */
    public final Outcome<Interval> expectedInterval(int periods) {
        Objects.checkIndex(periods - 1, horizon());
        ImmutableList<ProjectedCell> cells = cohorts().stream()
                .filter(cohort -> !cohort.projected().isEmpty())
                .map(cohort -> cohort.projected().get(periods - 1))
                .collect(ImmutableList.toImmutableList());
        double now = Math.max(
                1,
                cells.stream().mapToDouble(cell -> (double) cell.lastClients()).sum());
        return fit().predict(
                        "share kept of all cohorts",
                        Scale.LOGIT,
                        model -> cells.stream()
                                .mapToDouble(cell -> cell.lastClients()
                                        / now
                                        * model.survivalGiven(cell.periodsLater() - periods, periods))
                                .sum())
                .interval()
                .map(kept -> Interval.of(kept.lower() * now, kept.upper() * now, kept.level()));
    }

    /**
     * Explains the projection.
     *
     * @return the clients expected at the horizon, with the fit, each cohort, and the errors of the holdout
     */
    public final Explanation explain() {
        ExplanationBuilder explanation = Explanation.builder()
                .name("cohorts continued by " + fit().name())
                .formula("sum over cohorts of clients * S(n + h) / S(n)")
                .value(quantity(expectedClients(horizon()), value -> new Quantity.Measure(value, "clients")))
                .putInput("as of", new Quantity.Day(asOf()))
                .putInput("periods", new Quantity.Count(horizon()))
                .putInput(
                        "confidence interval",
                        quantity(
                                expectedInterval(horizon()),
                                limits -> new Quantity.Span(
                                        new Quantity.Measure(limits.lower(), "clients"),
                                        new Quantity.Measure(limits.upper(), "clients"))))
                .addPart(fit().explain());
        holdout()
                .ifPresent(compared -> compared.fits()
                        .keySet()
                        .forEach(model -> explanation.putInput(
                                "holdout error of " + model,
                                quantity(
                                        compared.meanAbsoluteError(model),
                                        error -> new Quantity.Measure(error, "percentage points")))));
        return explanation
                .addAllParts(cohorts().stream().map(ProjectedCohort::explain).toList())
                .build();
    }
}
