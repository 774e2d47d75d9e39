package dev.tenure.retention;

import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.ProportionInterval;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * Groups clients by the period in which they came and follows each group: how many are there, and what they pay.
 *
 * <p><b>Formula.</b> A client's cohort is the period {@code c} of the earliest activity. The cell {@code (c, k)} holds the
 * clients of {@code c} who are active in period {@code c + k}, and the sum of their amounts; its share is that over the size of
 * the cohort, or over its revenue in period {@code c}.
 *
 * <p><b>Units.</b> Clients; amounts in minor units of one currency; shares are fractions.
 *
 * <p><b>Conventions.</b> Any activity counts, also one with an amount of zero or a credit note. Several in one period count a
 * client once. A period that is not over on the day the question is asked has counts but no shares. Activity after that day is
 * not looked at. Clients who were there before the data begin are in the first cohort.
 *
 * <p><b>Errors.</b> A day outside the years 0 to 9999 is an {@link IllegalArgumentException}; a sum of amounts beyond the range of
 * a {@code long} is an {@link ArithmeticException}.
 *
 * <p><b>Source.</b> P. S. Fader and B. G. S. Hardie, "How to project customer retention", <i>Journal of Interactive Marketing</i>
 * 21 (2007), 76-90, for cohorts; the variants at the constants of {@link CohortPolicy}.
 */
public final class CohortAnalysis {

    private static final CohortAnalysis DEFAULTS =
            new CohortAnalysis(CohortPolicy.MONTHLY, ProportionInterval.WILSON, ConfidenceLevel.P95);

    private final CohortPolicy policy;
    private final ProportionInterval method;
    private final ConfidenceLevel level;

    private CohortAnalysis(CohortPolicy policy, ProportionInterval method, ConfidenceLevel level) {
        this.policy = policy;
        this.method = method;
        this.level = level;
    }

    /**
     * Returns the calculator of {@link CohortPolicy#MONTHLY} with Wilson intervals at 95 %.
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
        return new CohortAnalysis(Objects.requireNonNull(cohorts, "cohorts"), method, level);
    }

    /**
     * Returns this calculator with another method for the intervals.
     *
     * @param interval the method
     * @return the changed calculator
     */
    public CohortAnalysis with(ProportionInterval interval) {
        return new CohortAnalysis(policy, Objects.requireNonNull(interval, "interval"), level);
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public CohortAnalysis with(ConfidenceLevel confidence) {
        return new CohortAnalysis(policy, method, Objects.requireNonNull(confidence, "confidence"));
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
     * Computes the cohorts of clients by their spells: a client is active in every period the spells reach into. A client on a
     * censored pause is neither there nor gone: for the whole of a period's days as a client, or on its last day, as
     * {@link CohortPolicy#presence()} has it.
     *
     * @param presence who was a client when
     * @param asOf the last day whose facts are known; what is later is not looked at
     * @return the table, with amounts of zero
     * @throws IllegalArgumentException if the day is outside the years 0 to 9999
     */
    public CohortTable of(ClientPresence presence, LocalDate asOf) {
        return accumulator(asOf).result(presence);
    }

    /**
     * Returns an empty accumulator, for activity that arrives row by row or on several machines.
     *
     * @param asOf the last day whose facts are known; what is later is not looked at
     * @return a new accumulator
     * @throws IllegalArgumentException if the day is outside the years 0 to 9999
     */
    public CohortAccumulator accumulator(LocalDate asOf) {
        return new CohortAccumulator(policy, asOf, method, level);
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
