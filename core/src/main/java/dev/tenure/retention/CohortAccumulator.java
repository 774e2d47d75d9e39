package dev.tenure.retention;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.ProportionInterval;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.stream.IntStream;

/**
 * The activity a cohort table is computed from. Mutable and not thread-safe: one for each thread or machine, then merge.
 *
 * <p>A client belongs to the cohort of the client's earliest activity, and that may be in another accumulator. So the rows are
 * kept, 20 bytes each, until {@link #result()}; the order of rows and of merging changes nothing, however the rows of
 * one client are spread.
 */
public final class CohortAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final CohortPolicy policy;
    private final LocalDate asOf;
    private final int lastDay;
    private final ProportionInterval method;
    private final ConfidenceLevel level;
    private final RowLog rows = new RowLog();
    private int firstDay = Integer.MAX_VALUE;

    CohortAccumulator(CohortPolicy policy, LocalDate asOf, ProportionInterval method, ConfidenceLevel level) {
        this.policy = policy;
        this.asOf = asOf;
        lastDay = Days.of(asOf);
        this.method = method;
        this.level = level;
    }

    /**
     * Adds some activity of a client, such as an invoice; what is later than the day of the question is not looked at.
     *
     * @param client the client's number
     * @param epochDay the day, as an epoch day
     * @param minorUnits the amount in minor units of the one currency of the table; zero if only the activity counts, negative
     *     for a credit note
     * @throws IllegalArgumentException if the day is outside the years 0 to 9999
     */
    public void add(long client, int epochDay, long minorUnits) {
        Days.check("epochDay", epochDay);
        if (epochDay <= lastDay) {
            firstDay = Math.min(firstDay, epochDay);
            rows.add(client, epochDay, minorUnits);
        }
    }

    /**
     * Adds some activity of a client; what is later than the day of the question is not looked at.
     *
     * @param activity the activity
     * @throws IllegalArgumentException if the day is outside the years 0 to 9999
     */
    public void add(ClientActivity activity) {
        add(activity.client(), Days.of(activity.day()), activity.minorUnits());
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if the other one's policy or day of the question is not the same
     */
    @CanIgnoreReturnValue
    public CohortAccumulator merge(CohortAccumulator other) {
        checkArgument(policy.equals(other.policy), "policy must be %s: %s", policy, other.policy);
        checkArgument(asOf.equals(other.asOf), "asOf must be %s: %s", asOf, other.asOf);
        firstDay = Math.min(firstDay, other.firstDay);
        rows.addAll(other.rows);
        return this;
    }

    /**
     * Returns the table of the activity so far.
     *
     * @return the table, earliest cohort first; it has no cohorts if nothing was added before the day of the question
     * @throws ArithmeticException if the sum of the amounts of a cell exceeds the range of a {@code long}
     */
    public CohortTable result() {
        CohortGrid grid = CohortGrid.of(policy.calendar(), firstDay, lastDay);
        return table(CohortCounting.countActivity(policy, grid, rows, CohortCounting.BLOCK_WORDS), grid);
    }

    CohortTable result(ClientPresence presence) {
        CohortGrid grid = CohortGrid.of(policy.calendar(), presence.spells().firstDay(), lastDay);
        return table(CohortCounting.countSpells(policy, grid, presence), grid);
    }

    private CohortTable table(CohortTriangle triangle, CohortGrid grid) {
        return new CohortTableBuilder()
                .policy(policy)
                .asOf(asOf)
                .intervalMethod(method)
                .level(level)
                .cohorts(IntStream.range(0, triangle.periods())
                        .filter(cohort -> triangle.size(cohort) > 0)
                        .mapToObj(cohort -> cohort(cohort, triangle, grid))
                        .collect(toImmutableList()))
                .build();
    }

    private Cohort cohort(int cohort, CohortTriangle triangle, CohortGrid grid) {
        return new CohortBuilder()
                .period(grid.period(cohort))
                .size(triangle.size(cohort))
                .cells(IntStream.range(0, triangle.periods() - cohort)
                        .mapToObj(later -> cell(cohort, later, triangle, grid))
                        .collect(toImmutableList()))
                .build();
    }

    private CohortCell cell(int cohort, int later, CohortTriangle triangle, CohortGrid grid) {
        return new CohortCellBuilder()
                .cohort(grid.period(cohort))
                .period(grid.period(cohort + later))
                .size(triangle.size(cohort))
                .clients(triangle.clients(cohort, later))
                .undecided(triangle.undecided(cohort, later))
                .minorUnits(triangle.minorUnits(cohort, later))
                .initialMinorUnits(triangle.minorUnits(cohort, 0))
                .isComplete(grid.isComplete(cohort + later))
                .intervalMethod(method)
                .level(level)
                .build();
    }
}
