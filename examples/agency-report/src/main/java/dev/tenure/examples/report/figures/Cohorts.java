package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.tenure.examples.report.input.InvoiceColumns;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Outcome;
import dev.tenure.money.Ratio;
import dev.tenure.retention.cohort.Cohort;
import dev.tenure.retention.cohort.CohortAccumulator;
import dev.tenure.retention.cohort.CohortAnalysis;
import dev.tenure.retention.cohort.CohortCell;
import dev.tenure.retention.cohort.CohortPolicy;
import dev.tenure.retention.cohort.CohortTable;
import java.util.Optional;
import java.util.function.Function;

/** Clients by the period in which they came, followed from period to period: by count, and by what they are charged. */
final class Cohorts {

    private final Facts facts;
    private final Periods asked;
    private final Periods periods;
    private final CohortAnalysis analysis;

    Cohorts(Facts facts, Periods asked, Preset preset) {
        this.facts = facts;
        this.asked = asked;
        this.periods = asked.forColumns();
        this.analysis = CohortAnalysis.withDefaults()
                .with(CohortPolicy.of(periods.calendar()).withPresence(preset.cohorts()));
    }

    ImmutableList<Chart> charts(Tenures tenures) {
        Optional<CohortTable> invoiced = facts.hasInvoices() ? Optional.of(invoiced()) : Optional.empty();
        CohortTable counted =
                facts.hasContracts() ? analysis.of(tenures.presence(), facts.lastDay()) : invoiced.orElseThrow();
        ImmutableList.Builder<Chart> charts = ImmutableList.builder();
        charts.add(heatMap(
                facts.hasContracts() ? "cohorts" : "cohorts-invoiced",
                counted,
                CohortCell::clientShare,
                averageClients(counted)));
        invoiced.ifPresent(table -> charts.add(heatMap(
                "cohorts-revenue",
                table,
                cell -> cell.revenueShare().map(Ratio::doubleValue),
                table.average(age()).revenueShare().map(Ratio::doubleValue))));
        return charts.build();
    }

    private Outcome<Double> averageClients(CohortTable table) {
        return table.average(age()).clientShare();
    }

    private CohortTable invoiced() {
        // a client who has left and is charged once more is not gone from the books: presence is any invoice
        CohortAccumulator accumulator = CohortAnalysis.withDefaults()
                .with(CohortPolicy.of(periods.calendar()))
                .accumulator(facts.lastDay());
        InvoiceColumns invoices = facts.invoices();
        for (int i = 0; i < invoices.size(); i++) {
            accumulator.add(invoices.client(i), invoices.epochDay(i), invoices.minorUnits(i));
        }
        return accumulator.result();
    }

    private Chart heatMap(
            String id, CohortTable table, Function<CohortCell, Outcome<Double>> share, Outcome<Double> average) {
        return new Chart.CohortHeatMap(
                id,
                description(id, average),
                table.cohorts().stream().map(cohort -> row(cohort, share)).collect(toImmutableList()));
    }

    private Text description(String id, Outcome<Double> average) {
        Text what = average.toOptional()
                .map(value -> Text.phrase("chart." + id + ".text", Text.count(age()), Text.share(value)))
                .orElseGet(() -> Text.phrase("chart." + id + ".young"));
        return periods.granularity() == asked.granularity()
                ? what
                : Text.phrase(
                        "chart.coarser",
                        what,
                        Text.phrase("granularity." + Keys.of(periods.granularity())),
                        Text.phrase("granularity." + Keys.of(asked.granularity())),
                        Text.count(asked.count()));
    }

    private static Chart.CohortHeatMap.Cohort row(Cohort cohort, Function<CohortCell, Outcome<Double>> share) {
        return new Chart.CohortHeatMap.Cohort(
                Text.of(cohort.period()),
                cohort.size(),
                cohort.cells().stream()
                        .map(cell -> share.apply(cell).toOptional())
                        .collect(toImmutableList()));
    }

    /** Returns after how many periods the average is told: a year, or a quarter of weeks. */
    private int age() {
        return switch (periods.granularity()) {
            case WEEK -> 13;
            case MONTH -> 12;
            case QUARTER -> 4;
            case YEAR -> 1;
        };
    }
}
