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
     * @return the fit; its observations are clients in a period, each as often as it could be lost
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
