package dev.tenure.retention.cohort;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import dev.tenure.internal.ResultStyle;
import org.immutables.value.Value;

/** The clients who came in one period, followed from period to period. A row of a {@link CohortTable}. */
@ResultStyle
@Value.Immutable
public abstract class Cohort {

    Cohort() {}

    /**
     * Returns the period in which the clients came.
     *
     * @return the period
     */
    public abstract ReportingPeriod period();

    /**
     * Returns how many they are.
     *
     * @return the count, positive; of a cohort older than the records only those who are in them
     */
    public abstract long size();

    /**
     * Returns what became of them.
     *
     * @return a cell an age, from their first period to that in which, on the day of the question, those are who came first, at
     *     least one; the cell at {@code k} is {@code k} periods later
     */
    public abstract ImmutableList<CohortCell> cells();

    /**
     * Explains the cohort.
     *
     * @return its size, with the explanation of each cell
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("cohort of " + period())
                .formula("clients who came in the period")
                .value(new Quantity.Count(size()))
                .addAllParts(cells().stream().map(CohortCell::explain).toList())
                .build();
    }
}
