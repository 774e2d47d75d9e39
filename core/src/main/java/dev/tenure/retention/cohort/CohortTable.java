package dev.tenure.retention.cohort;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.Granularity;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.ExplanationBuilder;
import dev.tenure.explain.Quantity;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.SurvivalAccumulator;
import dev.tenure.survival.SurvivalCurve;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** Clients by the period in which they came, followed from period to period. Made by {@link CohortAnalysis}. */
@ResultStyle
@Value.Immutable
public abstract class CohortTable {

    private static final int MONTHS_A_QUARTER = 3;

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
     * Returns the first day whose facts are in the table.
     *
     * @return the day; empty if the records reach back to the first client
     */
    public abstract Optional<LocalDate> recordsFrom();

    /**
     * Returns how closely revenue was looked at.
     *
     * @return the detail
     */
    public abstract RevenueDetail detail();

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
     * Returns the mean retention of all cohorts of an age.
     *
     * @param periodsLater the age in periods, zero or more
     * @return the mean, without a value if no cohort is that old
     * @throws IllegalArgumentException if the age is negative
     */
    public final CohortAverage average(int periodsLater) {
        checkArgument(periodsLater >= 0, "periodsLater must not be negative: %s", periodsLater);
        return new CohortAverageBuilder()
                .periodsLater(periodsLater)
                .cells(cells(periodsLater)
                        .filter(cell -> cell.isComplete() && !cell.isOlderThanRecords())
                        .collect(toImmutableList()))
                .intervalMethod(intervalMethod())
                .level(level())
                .build();
    }

    /**
     * Returns the mean retention by age: the curve under the table. The cohorts of which the means are taken become fewer with
     * age, so that the curve may rise; that of {@link #survival(KaplanMeier)} does not.
     *
     * @return the mean of each age from 0 that any cohort has completed, at its place; empty if none has
     */
    public final ImmutableList<CohortAverage> averages() {
        return IntStream.range(0, ages())
                .mapToObj(this::average)
                .takeWhile(average -> !average.cells().isEmpty())
                .collect(toImmutableList());
    }

    /**
     * Returns the share of clients that is kept up to each age, chained from the retention of the periods: of every cohort, also the
     * youngest and those older than the records, as far as it was observed.
     *
     * <p><b>Formula.</b> With \(r_k\) clients at risk in their \(k\)-th period and \(s_k\) of them who stayed, summed over the
     * cohorts whose cell is complete, \[ \hat S(k) = \prod_{j \le k} \frac{s_j}{r_j}. \]
     *
     * <p><b>Conventions.</b> The curve begins with 1 in the first period. It is the Kaplan–Meier estimate with delayed entry in which
     * each period of a client is an observation, and that is what the numbers of its steps count. By {@link
     * CohortReactivation#FIRST_SPELL_ONLY} nobody is at risk again who has left; else who comes back is, from the next period on. An
     * age at which no one was at risk changes nothing: of a book that is all older than the records ask what is kept from the
     * first age observed on, by {@link SurvivalCurve#given(double)}.
     *
     * @param estimator the method and the level of the intervals
     * @return the curve, in weeks, months or years; a quarter is three months
     */
    public final SurvivalCurve survival(KaplanMeier estimator) {
        SurvivalAccumulator accumulator = estimator.with(unit()).accumulator();
        for (int age = 1; age < ages(); age++) {
            double end = (double) age * unitsAPeriod();
            double begin = end - unitsAPeriod();
            cells(age)
                    .flatMap(cell -> cell.periodRetention().toOptional().stream())
                    .forEach(retention -> add(retention, begin, end, accumulator));
        }
        return accumulator.result();
    }

    private static void add(Proportion retention, double begin, double end, SurvivalAccumulator accumulator) {
        if (retention.successes() > 0) {
            accumulator.add(begin, end, false, retention.successes());
        }
        if (retention.successes() < retention.trials()) {
            accumulator.add(begin, end, true, retention.trials() - retention.successes());
        }
    }

    /**
     * Explains the table.
     *
     * @return the number of clients, with the explanation of each cohort
     */
    public final Explanation explain() {
        ExplanationBuilder explanation = Explanation.builder()
                .name("cohorts by " + policy().calendar().granularity())
                .formula("clients of all cohorts")
                .value(new Quantity.Count(
                        cohorts().stream().mapToLong(Cohort::size).sum()))
                .putInput("as of", new Quantity.Day(asOf()))
                .putInput("followed by", new Quantity.Term(policy().age().name()))
                .putInput(
                        "who comes back is in",
                        new Quantity.Term(policy().reactivation().name()))
                .putInput("idle periods", new Quantity.Count(policy().idlePeriods()))
                .putInput(
                        "there is there on",
                        new Quantity.Term(policy().presence().name()));
        recordsFrom()
                .ifPresent(day -> explanation
                        .putInput("records from", new Quantity.Day(day))
                        .putInput(
                                "older clients",
                                new Quantity.Term(policy().olderClients().name())));
        return explanation
                .addAllParts(cohorts().stream().map(Cohort::explain).toList())
                .build();
    }

    /** Returns how many ages the oldest cohort has. */
    private int ages() {
        return cohorts().stream()
                .mapToInt(cohort -> cohort.cells().size())
                .max()
                .orElse(0);
    }

    private Stream<CohortCell> cells(int age) {
        return cohorts().stream()
                .filter(cohort -> age < cohort.cells().size())
                .map(cohort -> cohort.cells().get(age));
    }

    private ChronoUnit unit() {
        return switch (policy().age()) {
            case CALENDAR_PERIODS ->
                switch (policy().calendar().granularity()) {
                    case WEEK -> ChronoUnit.WEEKS;
                    case MONTH, QUARTER -> ChronoUnit.MONTHS;
                    case YEAR -> ChronoUnit.YEARS;
                };
            case TENURE_WEEKS -> ChronoUnit.WEEKS;
            case TENURE_MONTHS, TENURE_QUARTERS -> ChronoUnit.MONTHS;
            case TENURE_YEARS -> ChronoUnit.YEARS;
        };
    }

    private int unitsAPeriod() {
        boolean isQuarter = policy().age() == CohortAge.TENURE_QUARTERS
                || (policy().age() == CohortAge.CALENDAR_PERIODS
                        && policy().calendar().granularity() == Granularity.QUARTER);
        return isQuarter ? MONTHS_A_QUARTER : 1;
    }
}
