package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Text;
import dev.tenure.money.Ratio;
import dev.tenure.retention.cohort.Cohort;
import dev.tenure.retention.cohort.CohortAge;
import dev.tenure.retention.cohort.CohortAnalysis;
import dev.tenure.retention.cohort.CohortMeasure;
import dev.tenure.retention.cohort.CohortPolicy;
import dev.tenure.retention.cohort.CohortTable;
import dev.tenure.retention.cohort.RevenueDetail;

/** Clients by the period in which they came, followed from period to period: by count, and by what they are charged. */
final class Cohorts {

    private static final int QUARTERS_A_YEAR = 4;

    private final Facts facts;
    private final Periods asked;
    private final Periods periods;
    private final Preset preset;

    Cohorts(Facts facts, Periods asked, Preset preset) {
        this(facts, asked, asked.forColumns(), preset);
    }

    private Cohorts(Facts facts, Periods asked, Periods periods, Preset preset) {
        this.facts = facts;
        this.asked = asked;
        this.periods = periods;
        this.preset = preset;
    }

    ImmutableList<Chart> charts(Tenures tenures) {
        ImmutableList.Builder<Chart> charts = ImmutableList.builder();
        charts.add(clients("", tenures));
        if (isFinerThanQuarters() && asked.by(Granularity.QUARTER).count() > 1) {
            charts.add(new Cohorts(facts, asked.by(Granularity.QUARTER), asked.by(Granularity.QUARTER), preset)
                    .clients("-quarter", tenures));
        }
        if (facts.hasInvoices()) {
            charts.addAll(money());
        }
        return charts.build();
    }

    private boolean isFinerThanQuarters() {
        return periods.granularity() == Granularity.WEEK || periods.granularity() == Granularity.MONTH;
    }

    private Chart clients(String suffix, Tenures tenures) {
        CohortPolicy policy = CohortPolicy.of(periods.calendar());
        // a client who has left and is charged once more is not gone from the books: presence is any invoice
        CohortTable table = facts.hasContracts()
                ? CohortAnalysis.withDefaults()
                        .with(policy.withPresence(preset.cohorts()))
                        .of(tenures.presence(), facts.lastDay())
                : invoiced(CohortAnalysis.withDefaults().with(policy));
        String id = (facts.hasContracts() ? "cohorts" : "cohorts-invoiced") + suffix;
        return heatMap(id, table, CohortMeasure.LOGO, coarser(described(id, table, CohortMeasure.LOGO, age(), "text")));
    }

    /**
     * What clients are charged, by each client's own quarters or years: the first quarter of the calendar is a whole one for few of
     * them. Where nobody has been charged for two of those, by the periods that were asked for.
     */
    private ImmutableList<Chart> money() {
        boolean years = periods.granularity() == Granularity.YEAR;
        Granularity granularity = years ? Granularity.YEAR : Granularity.QUARTER;
        CohortTable byTenure = revenue(CohortPolicy.of(ReportingCalendar.of(granularity))
                .withAge(years ? CohortAge.TENURE_YEARS : CohortAge.TENURE_QUARTERS));
        boolean young = byTenure.averages().size() < 2;
        CohortTable table = young ? revenue(CohortPolicy.of(periods.calendar())) : byTenure;
        return ImmutableList.of(
                money("cohorts-revenue", table, CohortMeasure.NET, young, granularity),
                money("cohorts-gross", table, CohortMeasure.GROSS, young, granularity));
    }

    private Chart money(String id, CohortTable table, CohortMeasure measure, boolean young, Granularity granularity) {
        return heatMap(
                id,
                table,
                measure,
                young
                        ? coarser(described(id, table, measure, age(), "text"))
                        : described(
                                id,
                                table,
                                measure,
                                granularity == Granularity.YEAR ? 1 : QUARTERS_A_YEAR,
                                "tenure-" + Keys.of(granularity)));
    }

    private CohortTable revenue(CohortPolicy policy) {
        return invoiced(CohortAnalysis.withDefaults().with(policy).with(RevenueDetail.MOVEMENTS));
    }

    private CohortTable invoiced(CohortAnalysis analysis) {
        return facts.invoices()
                .read((clients, epochDays, minorUnits) -> analysis.of(clients, epochDays, minorUnits, facts.lastDay()));
    }

    private static Chart heatMap(String id, CohortTable table, CohortMeasure measure, Text description) {
        return new Chart.CohortHeatMap(
                id,
                description,
                table.cohorts().stream().map(cohort -> row(cohort, measure)).collect(toImmutableList()));
    }

    private static Text described(String id, CohortTable table, CohortMeasure measure, int age, String key) {
        return table.average(age)
                .share(measure)
                .toOptional()
                .map(value -> Text.phrase("chart." + id + "." + key, Text.count(age), Text.share(value.doubleValue())))
                .orElseGet(() -> Text.phrase("chart." + id + (key.equals("text") ? ".young" : "." + key + ".young")));
    }

    private Text coarser(Text what) {
        return periods.granularity() == asked.granularity()
                ? what
                : Text.phrase(
                        "chart.coarser",
                        what,
                        Text.phrase("granularity." + Keys.of(periods.granularity())),
                        Text.phrase("granularity." + Keys.of(asked.granularity())),
                        Text.count(asked.count()));
    }

    /** Revenue is no sample of independent rubles: its shares have no intervals. */
    private static Chart.CohortHeatMap.Cohort row(Cohort cohort, CohortMeasure measure) {
        return new Chart.CohortHeatMap.Cohort(
                Text.of(cohort.period()),
                cohort.size(),
                cohort.cells().stream()
                        .map(cell -> cell.share(measure).map(Ratio::doubleValue).toOptional())
                        .collect(toImmutableList()),
                measure == CohortMeasure.LOGO
                        ? cohort.cells().stream()
                                .map(cell -> cell.interval().toOptional())
                                .collect(toImmutableList())
                        : ImmutableList.of());
    }

    /** Returns after how many periods the average is told: a year, or a quarter of weeks. */
    private int age() {
        return switch (periods.granularity()) {
            case WEEK -> 13;
            case MONTH -> 12;
            case QUARTER -> QUARTERS_A_YEAR;
            case YEAR -> 1;
        };
    }
}
