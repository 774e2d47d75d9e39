package dev.tenure.lifetime.estimation;

import static com.google.common.base.Preconditions.checkElementIndex;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * What a fitted model says about many clients, each with standard error and interval. Made by {@link ModelFit#predictAll}.
 *
 * <p><b>Conventions.</b> Rows are in the order of the function that was asked. What {@link Prediction} says of its interval holds for each
 * row; the intervals of all rows together do not hold all true figures at once as often as the level says.
 */
@ResultStyle
@Value.Immutable
public abstract class Predictions {

    Predictions() {}

    /**
     * Returns what was asked for.
     *
     * @return the name, such as {@code "P(alive)"}
     */
    public abstract String name();

    /**
     * Returns the name of the model.
     *
     * @return the name
     */
    public abstract String model();

    /**
     * Returns how often intervals made this way hold the true figure if the model is right.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns how the intervals were found.
     *
     * @return the method: that of the fit, but {@link IntervalMethod#delta()} for a fit with profiles, which would be a search for each row
     */
    public abstract IntervalMethod method();

    /** Returns the figures; not finite where there is none. */
    abstract ImmutableDoubleArray values();

    /** Returns the standard errors; not finite where there is none. */
    abstract ImmutableDoubleArray errors();

    /** Returns the lower limits; not a number where there is none, infinite where the limit is. */
    abstract ImmutableDoubleArray lower();

    /** Returns the upper limits; not a number where there is none, infinite where the limit is. */
    abstract ImmutableDoubleArray upper();

    /**
     * Returns how many rows there are.
     *
     * @return the number, zero or more
     */
    public final int size() {
        return values().length();
    }

    /**
     * Returns the prediction of a row.
     *
     * @param row the row, from 0
     * @return the figure with standard error and interval
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public final Prediction get(int row) {
        checkElementIndex(row, size(), "row");
        Outcome<Double> value = Estimator.finite(values().get(row));
        return new PredictionBuilder()
                .name(name())
                .model(model())
                .level(level())
                .method(method())
                .value(value)
                .standardError(value.flatMap(figure -> Estimator.known(errors().get(row))))
                .interval(value.flatMap(figure -> interval(row)))
                .build();
    }

    /**
     * Returns all predictions.
     *
     * @return the predictions, in the order of the rows
     */
    public final ImmutableList<Prediction> toList() {
        return IntStream.range(0, size()).mapToObj(this::get).collect(ImmutableList.toImmutableList());
    }

    /**
     * Explains the figures.
     *
     * @return each figure with its standard error and interval, in the order of the rows
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name(name())
                .formula("the model at the estimated parameters, for each row")
                .value(new Quantity.Count(size()))
                .putInput("model", new Quantity.Term(model()))
                .addAllParts(toList().stream().map(Prediction::explain).toList())
                .build();
    }

    private Outcome<Interval> interval(int row) {
        double low = lower().get(row);
        double high = upper().get(row);
        return Double.isNaN(low) || Double.isNaN(high)
                ? Outcome.undefined(Reason.NOT_ESTIMABLE, Estimator.NO_CURVATURE)
                : Redrawn.limits(low, high, level());
    }
}
