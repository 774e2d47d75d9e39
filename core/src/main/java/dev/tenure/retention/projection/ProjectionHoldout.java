package dev.tenure.retention.projection;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.lifetime.contractual.RetentionModel;
import dev.tenure.lifetime.contractual.RetentionModelKind;
import dev.tenure.lifetime.estimation.ModelFit;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.immutables.value.Value;

/** How the models compare on periods that they were not fitted to. Part of a {@link CohortProjectionResult}. */
@ResultStyle
@Value.Immutable
public abstract class ProjectionHoldout {

    ProjectionHoldout() {}

    /**
     * Returns how many of the last complete periods of each cohort were held out.
     *
     * @return the number, one or more
     */
    public abstract int periods();

    /**
     * Returns the models fitted without those periods.
     *
     * @return a fit for each model
     */
    public abstract ImmutableMap<RetentionModelKind, ModelFit<RetentionModel>> fits();

    abstract ImmutableMap<RetentionModelKind, Outcome<ImmutableList<HoldoutError>>> measured();

    /**
     * Returns the errors of a model.
     *
     * @param model which
     * @return an error for each horizon, the nearest first; undefined ({@link Reason#NOT_ESTIMABLE}) if the model could not be estimated without the
     *     periods
     */
    public final Outcome<ImmutableList<HoldoutError>> errors(RetentionModelKind model) {
        Objects.requireNonNull(model, "model");
        return Objects.requireNonNull(measured().get(model));
    }

    /**
     * Returns the mean absolute error of a model over all horizons.
     *
     * @param model which
     * @return percentage points, zero or more, each cohort and horizon with the weight of the clients; undefined where the errors are
     */
    public final Outcome<Double> meanAbsoluteError(RetentionModelKind model) {
        return errors(model).map(errors -> {
            double clients = errors.stream().mapToDouble(HoldoutError::clients).sum();
            return errors.stream()
                            .mapToDouble(error -> error.meanAbsoluteError() * error.clients())
                            .sum()
                    / clients;
        });
    }

    /**
     * Returns the model that was nearest to what happened.
     *
     * @return the model with the lowest mean absolute error, of equals the simpler; undefined ({@link Reason#NO_DATA}) if none has errors
     */
    public final Outcome<RetentionModelKind> best() {
        return fits().keySet().stream()
                .filter(model -> errors(model).isDefined())
                .map(model -> Map.entry(model, meanAbsoluteError(model).orElseThrow()))
                .min(Comparator.comparingDouble(Map.Entry::getValue))
                .map(entry -> Outcome.of(entry.getKey()))
                .orElse(Outcome.undefined(Reason.NO_DATA, "no model has a holdout error"));
    }

    /**
     * Explains the comparison.
     *
     * @return the best model, and the mean absolute error of each
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("model nearest to what happened")
                .formula("lowest mean absolute error")
                .value(quantity(best(), model -> new Quantity.Term(model.toString())))
                .putInput("periods held out", new Quantity.Count(periods()))
                .addAllParts(fits().keySet().stream().map(this::explain).toList())
                .build();
    }

    private Explanation explain(RetentionModelKind model) {
        return Explanation.builder()
                .name(model.toString())
                .formula("sum of |expected - actual| clients / sum of clients")
                .value(quantity(meanAbsoluteError(model), error -> new Quantity.Measure(error, "percentage points")))
                .build();
    }
}
