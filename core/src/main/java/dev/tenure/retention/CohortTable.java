package dev.tenure.retention;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.ProportionInterval;
import java.time.LocalDate;
import org.immutables.value.Value;

/** Clients by the period in which they came, followed from period to period. Made by {@link CohortAnalysis}. */
@ResultStyle
@Value.Immutable
public abstract class CohortTable {

    CohortTable() {}

    /**
     * Returns how clients were put into cohorts.
     *
     * @return the policy
     */
    public abstract CohortPolicy policy();

    /**
     * Returns the last day whose facts are in the table.
     *
     * @return the day
     */
    public abstract LocalDate asOf();

    /**
     * Returns how the intervals are made.
     *
     * @return the method
     */
    public abstract ProportionInterval intervalMethod();

    /**
     * Returns how often intervals made this way hold the true share.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns the cohorts.
     *
     * @return the cohorts that have clients, earliest first; empty without clients
     */
    public abstract ImmutableList<Cohort> cohorts();

    /**
     * Returns the mean retention of all cohorts of an age, each weighted by what it began with.
     *
     * @param periodsLater the age in periods, zero or more
     * @return the mean, without a value if no cohort is that old
     * @throws IllegalArgumentException if the age is negative
     */
    public final CohortAverage average(int periodsLater) {
        checkArgument(periodsLater >= 0, "periodsLater must not be negative: %s", periodsLater);
        return new CohortAverageBuilder()
                .periodsLater(periodsLater)
                .cells(cohorts().stream()
                        .filter(cohort -> periodsLater < cohort.cells().size())
                        .map(cohort -> cohort.cells().get(periodsLater))
                        .filter(CohortCell::isComplete)
                        .collect(toImmutableList()))
                .intervalMethod(intervalMethod())
                .level(level())
                .build();
    }

    /**
     * Explains the table.
     *
     * @return the number of clients, with the explanation of each cohort
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("cohorts by " + policy().calendar().granularity())
                .formula("clients of all cohorts")
                .value(new Quantity.Count(
                        cohorts().stream().mapToLong(Cohort::size).sum()))
                .putInput("as of", new Quantity.Day(asOf()))
                .putInput(
                        "who comes back is in",
                        new Quantity.Term(policy().reactivation().name()))
                .putInput("idle periods", new Quantity.Count(policy().idlePeriods()))
                .putInput(
                        "there is there on",
                        new Quantity.Term(policy().presence().name()))
                .addAllParts(cohorts().stream().map(Cohort::explain).toList())
                .build();
    }
}
