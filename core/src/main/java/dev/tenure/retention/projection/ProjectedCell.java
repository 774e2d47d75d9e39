package dev.tenure.retention.projection;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.lifetime.estimation.Prediction;
import dev.tenure.stat.Interval;
import org.immutables.value.Value;

/** What is expected to be left of one cohort in a period to come. Part of a {@link ProjectedCohort}. */
@ResultStyle
@Value.Immutable
public abstract class ProjectedCell {

    ProjectedCell() {}

    /**
     * Returns how many periods the cohort will be old.
     *
     * @return periods, one or more
     */
    public abstract int periodsLater();

    /**
     * Returns how many clients were there in the last period observed.
     *
     * @return the count, zero or more
     */
    public abstract long lastClients();

    /**
     * Returns the share of those clients that is expected to be there still.
     *
     * @return a fraction in [0, 1], with its standard error and interval; undefined if the model could not be estimated
     */
    public abstract Prediction kept();

    abstract Outcome<Long> denominator();

    /**
     * Returns how many clients are expected.
     *
     * @return the mean number, zero or more, not rounded; undefined ({@link Reason#NOT_ESTIMABLE}) if the model could not be estimated
     */
    public final Outcome<Double> expectedClients() {
        return kept().value().map(share -> lastClients() * share);
    }

    /**
     * Returns within which limits the expected number lies: how well the model is known.
     *
     * @return the confidence interval of the mean; undefined where the expected number is, and where the estimate has no error
     */
    public final Outcome<Interval> expectedInterval() {
        return kept().interval().map(limits -> scaled(limits, (double) lastClients()));
    }

    /**
     * Returns within which limits the number of clients itself will lie: how well the model is known, and the chance by which each client stays or
     * leaves.
     *
     * @return the prediction interval, with whole numbers as limits; undefined where {@link #expectedInterval()} is
     */
    public final Outcome<Interval> predictionInterval() {
        return kept().value()
                .flatMap(mean -> kept().standardError()
                        .map(error ->
                                BetaBinomial.of(lastClients(), mean, error).interval(kept().level())));
    }

    /**
     * Returns which share of the cohort is expected to be there.
     *
     * @return the expected clients as a fraction of all; undefined where those are, and ({@link Reason#NOT_ESTIMABLE}) if the cohort is older than the
     *     records
     */
    public final Outcome<Double> clientShare() {
        return denominator().flatMap(size -> expectedClients().map(clients -> clients / size));
    }

    /**
     * Returns within which limits the expected share lies.
     *
     * @return the confidence interval as fractions; undefined where one of {@link #clientShare()} and {@link #expectedInterval()} is
     */
    public final Outcome<Interval> shareInterval() {
        return denominator().flatMap(size -> expectedInterval().map(limits -> scaled(limits, 1.0 / size)));
    }

    /**
     * Explains the cell.
     *
     * @return the expected clients, from which and with which interval
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("expected " + periodsLater() + " periods later")
                .formula("clients of the last period observed * share kept")
                .value(quantity(expectedClients(), ProjectedCell::clients))
                .putInput("clients of the last period observed", new Quantity.Count(lastClients()))
                .putInput("share of the cohort", quantity(clientShare(), Quantity.Share::new))
                .putInput(
                        "prediction interval",
                        quantity(
                                predictionInterval(),
                                limits -> new Quantity.Span(clients(limits.lower()), clients(limits.upper()))))
                .addPart(kept().explain())
                .build();
    }

    private static Quantity clients(double value) {
        return new Quantity.Measure(value, "clients");
    }

    private static Interval scaled(Interval limits, double factor) {
        return Interval.of(limits.lower() * factor, limits.upper() * factor, limits.level());
    }
}
