package dev.tenure.retention.projection;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import dev.tenure.internal.ResultStyle;
import dev.tenure.retention.cohort.CohortCell;
import org.immutables.value.Value;

/** The clients who came in one period: those observed, and those expected. A row of a {@link CohortProjectionResult}. */
@ResultStyle
@Value.Immutable
public abstract class ProjectedCohort {

    ProjectedCohort() {}

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
     * Returns what was observed.
     *
     * @return the cells of the periods that are over, the first one first; empty if the first is not over
     */
    public abstract ImmutableList<CohortCell> observed();

    /**
     * Returns what is expected.
     *
     * @return the cells of the periods after those observed; empty if no period of the cohort is over and within the records
     */
    public abstract ImmutableList<ProjectedCell> projected();

    /**
     * Explains the cohort.
     *
     * @return its size, with the explanation of each cell
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("cohort of " + period() + ", continued")
                .formula("clients who came in the period")
                .value(new Quantity.Count(size()))
                .addAllParts(observed().stream().map(CohortCell::explain).toList())
                .addAllParts(projected().stream().map(ProjectedCell::explain).toList())
                .build();
    }
}
