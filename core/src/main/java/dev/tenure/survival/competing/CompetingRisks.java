package dev.tenure.survival.competing;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import dev.tenure.internal.ResultStyle;
import dev.tenure.survival.QuantileRule;
import dev.tenure.survival.SurvivalCurve;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * The shares that have ended for each cause, and the share that has not ended, by each time. Made by {@link AalenJohansen}.
 *
 * <p>At every time they sum to one.
 */
@ResultStyle
@Value.Immutable
public abstract class CompetingRisks {

    CompetingRisks() {}

    /**
     * Returns the incidences of the causes.
     *
     * @return one for each cause, in the order of the calculator; unknown causes, if they are one of their own, come last
     */
    public abstract ImmutableList<CauseIncidence> incidences();

    /**
     * Returns the share that has not ended, for whatever cause: the curve that Kaplan and Meier's method gives.
     *
     * @return the curve
     */
    public abstract SurvivalCurve survival();

    /**
     * Returns how many observations ended for a cause nobody recorded.
     *
     * @return the count, from 0 to {@link #ended()}
     */
    public abstract long unknown();

    /**
     * Returns what became of the unknown ones.
     *
     * @return the rule
     */
    public abstract UnknownCause unknownRule();

    /**
     * Returns how the variances are estimated.
     *
     * @return the estimator
     */
    public abstract IncidenceVariance variance();

    /**
     * Returns how the intervals are made.
     *
     * @return the method
     */
    public abstract IncidenceInterval intervalMethod();

    /**
     * Returns the names of the causes.
     *
     * @return the names, in the order of {@link #incidences()}
     */
    public final ImmutableList<String> causes() {
        return incidences().stream().map(CauseIncidence::cause).collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns the incidence of a cause.
     *
     * @param cause the name of the cause
     * @return the incidence
     * @throws IllegalArgumentException if there is no such cause
     */
    public final CauseIncidence incidence(String cause) {
        Objects.requireNonNull(cause, "cause");
        int index = causes().indexOf(cause);
        checkArgument(index >= 0, "cause must be one of %s: %s", causes(), cause);
        return incidences().get(index);
    }

    /**
     * Returns how many observations there are.
     *
     * @return the count, zero or more
     */
    public final long observations() {
        return survival().observations();
    }

    /**
     * Returns how many observations ended, for whatever cause.
     *
     * @return the count, from 0 to {@link #observations()}
     */
    public final long ended() {
        return survival().ended();
    }

    /**
     * Returns how many observations had not ended when they were last seen.
     *
     * @return the count, zero or more
     */
    public final long censored() {
        return survival().censored();
    }

    /**
     * Returns the unit of the times.
     *
     * @return the unit
     */
    public final ChronoUnit unit() {
        return survival().unit();
    }

    /**
     * Returns which time is a quantile where an incidence runs flat at just the height asked for.
     *
     * @return the rule
     */
    public final QuantileRule quantileRule() {
        return survival().quantileRule();
    }

    /**
     * Explains the incidences at the longest observation.
     *
     * @return the counts, the rule for unknown causes, and the incidence of each cause
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("competing risks")
                .formula("S + sum of the incidences = 1 at every time; S at the longest observation")
                .value(quantity(survival().longest().flatMap(survival()::survivalAt), Quantity.Share::new))
                .putInput("observations", new Quantity.Count(observations()))
                .putInput("ended", new Quantity.Count(ended()))
                .putInput("censored", new Quantity.Count(censored()))
                .putInput("ended for an unknown cause", new Quantity.Count(unknown()))
                .putInput("rule", new Quantity.Term(unknownRule().name()))
                .addAllParts(
                        incidences().stream().map(CauseIncidence::explain).collect(ImmutableList.toImmutableList()))
                .build();
    }
}
