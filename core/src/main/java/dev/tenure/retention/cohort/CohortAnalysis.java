package dev.tenure.retention.cohort;

import dev.tenure.internal.Days;
import dev.tenure.retention.ClientPresence;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.ProportionInterval;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * Groups clients by the period in which they came and follows each group: how many are there, and what they pay.
 *
 * <p><b>Formula.</b> A client's cohort is the period {@code c} of the earliest activity. The cell {@code (c, k)} holds the
 * clients of {@code c} who are active {@code k} periods later, and the sum of their amounts. Its share of clients (logo) is that over
 * the size of the cohort; its share of revenue (net) is that over the revenue of the first period; and gross the same with no client
 * counting for more than in its first period. The periods are those of the calendar, or those of each client's own tenure.
 *
 * <p><b>Units.</b> Clients; amounts in minor units of one currency; shares are fractions.
 *
 * <p><b>Conventions.</b> Any activity counts, also one with an amount of zero or a credit note. Several in one period count a
 * client once. A cell has counts but no shares until its period is over for all who can have come in the period of the cohort.
 * Activity after the day of the question is not looked at. Clients who were there before the data begin are in the first cohort,
 * unless the beginning is told: {@link #withRecordsFrom(LocalDate)}.
 *
 * <p><b>Errors.</b> A day outside the years 0 to 9999 is an {@link IllegalArgumentException}; a sum of amounts beyond the range of
 * a {@code long} is an {@link ArithmeticException}.
 *
 * <p><b>Source.</b> P. S. Fader and B. G. S. Hardie, "How to project customer retention", <i>Journal of Interactive Marketing</i>
 * 21 (2007), 76-90, for cohorts; the variants at the constants of {@link CohortPolicy}.
 */
public final class CohortAnalysis {

    private static final CohortAnalysis DEFAULTS = new CohortAnalysis(
            CohortPolicy.MONTHLY,
            CohortQuestion.ALWAYS,
            RevenueDetail.SUMS,
            ProportionInterval.WILSON,
            ConfidenceLevel.P95);

    private final CohortPolicy policy;
    private final int recordsFrom;
    private final RevenueDetail detail;
    private final ProportionInterval method;
    private final ConfidenceLevel level;

    private CohortAnalysis(
            CohortPolicy policy,
            int recordsFrom,
            RevenueDetail detail,
            ProportionInterval method,
            ConfidenceLevel level) {
        this.policy = policy;
        this.recordsFrom = recordsFrom;
        this.detail = detail;
        this.method = method;
        this.level = level;
    }

    /**
     * Returns the calculator of {@link CohortPolicy#MONTHLY} with sums of revenue, Wilson intervals at 95 %, and records that reach
     * back to the first client.
     *
     * @return the calculator
     */
    public static CohortAnalysis withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another policy.
     *
     * @param cohorts the policy
     * @return the changed calculator
     */
    public CohortAnalysis with(CohortPolicy cohorts) {
        return new CohortAnalysis(Objects.requireNonNull(cohorts, "cohorts"), recordsFrom, detail, method, level);
    }

    /**
     * Returns this calculator with another look at revenue.
     *
     * @param revenue how closely revenue is looked at
     * @return the changed calculator
     */
    public CohortAnalysis with(RevenueDetail revenue) {
        return new CohortAnalysis(policy, recordsFrom, Objects.requireNonNull(revenue, "revenue"), method, level);
    }

    /**
     * Returns this calculator with another method for the intervals.
     *
     * @param interval the method
     * @return the changed calculator
     */
    public CohortAnalysis with(ProportionInterval interval) {
        return new CohortAnalysis(policy, recordsFrom, detail, Objects.requireNonNull(interval, "interval"), level);
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public CohortAnalysis with(ConfidenceLevel confidence) {
        return new CohortAnalysis(
                policy, recordsFrom, detail, method, Objects.requireNonNull(confidence, "confidence"));
    }

    /**
     * Returns this calculator for records that have a beginning, before which clients came of whom only those are known who were
     * still there. What is before it does not count, but tells who is older: {@link CohortPolicy#olderClients()} says what becomes of
     * them.
     *
     * @param first the first day from which the records are complete
     * @return the changed calculator
     * @throws IllegalArgumentException if the day is outside the years 0 to 9999
     */
    public CohortAnalysis withRecordsFrom(LocalDate first) {
        return new CohortAnalysis(policy, Days.of(first), detail, method, level);
    }

    /**
     * Computes the cohorts of some activity.
     *
     * @param activity the activity, in any order
     * @param asOf the last day whose facts are known; what is later is not looked at
     * @return the table, earliest cohort first; it has no cohorts if nothing was before the day of the question
     * @throws IllegalArgumentException if a day is outside the years 0 to 9999
     * @throws ArithmeticException if the sum of the amounts of a cell exceeds the range of a {@code long}
     */
    public CohortTable of(Iterable<ClientActivity> activity, LocalDate asOf) {
        CohortAccumulator accumulator = accumulator(asOf);
        activity.forEach(accumulator::add);
        return accumulator.result();
    }

    /**
     * Computes the cohorts of activity by columns, which are read several times and not copied: the fastest way for many rows in one
     * place.
     *
     * @param clients the clients' numbers
     * @param epochDays the days, as epoch days, as many
     * @param minorUnits the amounts in minor units, as many
     * @param asOf the last day whose facts are known; what is later is not looked at
     * @return the table, earliest cohort first; it has no cohorts if nothing was before the day of the question
     * @throws IllegalArgumentException if the arrays differ in length, or a day is outside the years 0 to 9999
     * @throws ArithmeticException if the sum of the amounts of a cell exceeds the range of a {@code long}
     */
    public CohortTable of(int[] clients, int[] epochDays, long[] minorUnits, LocalDate asOf) {
        CohortAccumulator.checkLengths(clients.length, epochDays.length, minorUnits.length);
        return of(ActivityBatch.rows(clients, epochDays, minorUnits), asOf);
    }

    /**
     * Computes the cohorts of activity by columns, which are read several times and not copied: the fastest way for many rows in one
     * place.
     *
     * @param clients the clients' numbers
     * @param epochDays the days, as epoch days, as many
     * @param minorUnits the amounts in minor units, as many
     * @param asOf the last day whose facts are known; what is later is not looked at
     * @return the table, earliest cohort first; it has no cohorts if nothing was before the day of the question
     * @throws IllegalArgumentException if the arrays differ in length, or a day is outside the years 0 to 9999
     * @throws ArithmeticException if the sum of the amounts of a cell exceeds the range of a {@code long}
     */
    public CohortTable of(long[] clients, int[] epochDays, long[] minorUnits, LocalDate asOf) {
        CohortAccumulator.checkLengths(clients.length, epochDays.length, minorUnits.length);
        return of(ActivityBatch.rows(clients, epochDays, minorUnits), asOf);
    }

    private CohortTable of(ActivityRows rows, LocalDate asOf) {
        ActivityCounting.checkDays(rows);
        CohortQuestion question = question(asOf);
        return CohortResults.table(question, ActivityCounting.count(question, rows));
    }

    /**
     * Computes the cohorts of clients by their spells: a client is active in every period the spells reach into. A client on a
     * censored pause is neither there nor gone: for the whole of a period's days as a client, or on its last day, as
     * {@link CohortPolicy#presence()} has it.
     *
     * @param presence who was a client when
     * @param asOf the last day whose facts are known; what is later is not looked at
     * @return the table, with amounts of zero
     * @throws IllegalArgumentException if the day is outside the years 0 to 9999, or before the beginning of the records
     */
    public CohortTable of(ClientPresence presence, LocalDate asOf) {
        CohortQuestion question = question(asOf);
        return CohortResults.table(question, SpellLines.count(question, presence));
    }

    /**
     * Returns an empty accumulator, for activity that arrives row by row or on several machines.
     *
     * @param asOf the last day whose facts are known; what is later is not looked at
     * @return a new accumulator
     * @throws IllegalArgumentException if the day is outside the years 0 to 9999, or before the beginning of the records
     */
    public CohortAccumulator accumulator(LocalDate asOf) {
        return new CohortAccumulator(question(asOf));
    }

    private CohortQuestion question(LocalDate asOf) {
        return new CohortQuestion(policy, asOf, recordsFrom, detail, method, level);
    }

    /**
     * Returns a collector of activity.
     *
     * @param asOf the last day whose facts are known; what is later is not looked at
     * @return a collector over {@link #accumulator(LocalDate)}
     */
    public Collector<ClientActivity, ?, CohortTable> collector(LocalDate asOf) {
        return Collector.of(
                () -> accumulator(asOf), CohortAccumulator::add, CohortAccumulator::merge, CohortAccumulator::result);
    }
}
