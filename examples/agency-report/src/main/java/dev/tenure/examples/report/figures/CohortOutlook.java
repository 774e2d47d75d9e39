package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Table;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.lifetime.contractual.RetentionModelKind;
import dev.tenure.lifetime.estimation.IntervalMethod;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.money.Ratio;
import dev.tenure.retention.cohort.CohortAge;
import dev.tenure.retention.cohort.CohortAnalysis;
import dev.tenure.retention.cohort.CohortCell;
import dev.tenure.retention.cohort.CohortMeasure;
import dev.tenure.retention.cohort.CohortPolicy;
import dev.tenure.retention.cohort.CohortTable;
import dev.tenure.retention.projection.CohortProjection;
import dev.tenure.retention.projection.CohortProjectionResult;
import dev.tenure.retention.projection.ProjectedCell;
import dev.tenure.retention.projection.ProjectedCohort;
import dev.tenure.stat.Interval;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The clients of each year, followed by their months with the agency and continued by a model that is fitted to all of them. */
final class CohortOutlook {

    /** More lines cannot be told apart. */
    private static final int MOST_DRAWN = 4;
    /** More months cannot be told apart. */
    private static final int MOST_MONTHS = 96;

    private static final int YEAR = 12;
    private static final int MONTHS_AHEAD = 24;

    private final ImmutableList<ProjectedCohort> cohorts;

    CohortOutlook(Facts facts, Tenures tenures, Preset preset, RetentionModelKind kind) {
        CohortTable table = CohortAnalysis.withDefaults()
                .with(CohortPolicy.of(ReportingCalendar.of(Granularity.YEAR))
                        .withAge(CohortAge.TENURE_MONTHS)
                        .withPresence(preset.cohorts()))
                .of(tenures.presence(), facts.lastDay());
        CohortProjectionResult projection = CohortProjection.withDefaults()
                .with(kind)
                .with(MaximumLikelihood.withDefaults().with(IntervalMethod.delta()))
                .withHorizon(MONTHS_AHEAD)
                .of(table);
        cohorts = projection.cohorts().stream()
                .filter(cohort ->
                        cohort.observed().size() > 1 && !cohort.projected().isEmpty())
                .filter(cohort -> projection.fit().model().isDefined())
                .collect(toImmutableList());
    }

    ImmutableList<Chart> charts() {
        ImmutableList<ProjectedCohort> drawn =
                cohorts.subList(Math.max(0, cohorts.size() - MOST_DRAWN), cohorts.size());
        int last = drawn.stream()
                .mapToInt(cohort -> cohort.observed().size() - 1 + MONTHS_AHEAD)
                .max()
                .orElse(0);
        return drawn.isEmpty() ? ImmutableList.of() : ImmutableList.of(chart(drawn, Math.min(MOST_MONTHS, last)));
    }

    private static Chart chart(ImmutableList<ProjectedCohort> drawn, int last) {
        return new Chart.Lines(
                "cohorts-projected",
                Text.phrase("chart.cohorts-projected.text", Text.count(MONTHS_AHEAD)),
                Text.phrase("column.months"),
                IntStream.rangeClosed(0, last).mapToObj(Text::count).collect(toImmutableList()),
                drawn.stream()
                        .flatMap(cohort -> ImmutableList.of(observed(cohort, last), projected(cohort, last)).stream())
                        .collect(toImmutableList()));
    }

    private static Chart.Lines.Series observed(ProjectedCohort cohort, int last) {
        return new Chart.Lines.Series(
                Text.of(cohort.period()),
                IntStream.rangeClosed(0, last)
                        .mapToObj(month -> month < cohort.observed().size()
                                ? share(cohort.observed().get(month))
                                : Chart.Lines.GAP)
                        .collect(toImmutableList()));
    }

    private static Quantity share(CohortCell cell) {
        return Shown.share(cell.share(CohortMeasure.LOGO).map(Ratio::doubleValue));
    }

    /** From the last month observed on, so that the lines meet. */
    private static Chart.Lines.Series projected(ProjectedCohort cohort, int last) {
        Quantity end = share(cohort.observed().get(cohort.observed().size() - 1));
        return new Chart.Lines.Series(
                Text.phrase("series.cohort-projected", Text.of(cohort.period())),
                ahead(cohort, last, end, cell -> Shown.share(cell.clientShare())),
                ahead(cohort, last, new Quantity.Span(end, end), cell -> Shown.shares(range(cell))),
                true);
    }

    private static ImmutableList<Quantity> ahead(
            ProjectedCohort cohort, int last, Quantity end, Function<ProjectedCell, Quantity> value) {
        int first = cohort.observed().size();
        return IntStream.rangeClosed(0, last)
                .mapToObj(month -> {
                    if (month == first - 1) {
                        return end;
                    }
                    return month < first || month >= first + cohort.projected().size()
                            ? Chart.Lines.GAP
                            : value.apply(cohort.projected().get(month - first));
                })
                .collect(toImmutableList());
    }

    /** Where the share of the cohort itself will lie, with the chance by which each client stays or leaves. */
    private static Outcome<Interval> range(ProjectedCell cell) {
        return cell.predictionInterval()
                .flatMap(clients -> cell.expectedClients()
                        .flatMap(expected -> cell.clientShare().map(share -> {
                            double each = expected == 0 ? 0 : share / expected;
                            return Interval.of(clients.lower() * each, clients.upper() * each, clients.level());
                        })));
    }

    Optional<Table> table() {
        return cohorts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        Text.phrase("table.cohorts-projected"),
                        ImmutableList.of(
                                Text.phrase("column.cohort"),
                                Text.phrase("column.clients"),
                                Text.phrase("column.followed"),
                                Text.phrase("column.still-here"),
                                Text.phrase("column.in-a-year"),
                                Text.phrase("column.range"),
                                Text.phrase("column.in-two-years"),
                                Text.phrase("column.range")),
                        cohorts.stream().map(CohortOutlook::row).collect(toImmutableList())));
    }

    private static ImmutableList<Text> row(ProjectedCohort cohort) {
        CohortCell last = cohort.observed().get(cohort.observed().size() - 1);
        ProjectedCell year = cohort.projected().get(YEAR - 1);
        ProjectedCell end = cohort.projected().get(MONTHS_AHEAD - 1);
        return ImmutableList.of(
                Text.of(cohort.period()),
                Text.count(cohort.size()),
                Text.of(Shown.months(cohort.observed().size() - 1)),
                Text.count(last.clients()),
                Text.of(clients(year.expectedClients())),
                Text.of(Shown.span(year.predictionInterval(), count -> new Quantity.Count(Math.round(count)))),
                Text.of(clients(end.expectedClients())),
                Text.of(Shown.span(end.predictionInterval(), count -> new Quantity.Count(Math.round(count)))));
    }

    private static Quantity clients(Outcome<Double> number) {
        return Explanation.quantity(number, Shown::number);
    }
}
