package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.Granularity;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Section;
import dev.tenure.examples.report.page.Table;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.retention.LogoChurn;
import dev.tenure.retention.LogoChurnResult;
import dev.tenure.stat.Proportion;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** How many clients stay: over the last year, and period by period. */
final class Stay {

    private static final long FEW = 30;

    /** More of them are behind the picture. */
    private static final int SHOWN_PERIODS = 12;

    private final Tenures tenures;
    private final Periods periods;
    private final Preset preset;
    private final LogoChurnResult year;
    private final LogoChurnResult last;
    private final ImmutableList<LogoChurnResult> rows;

    Stay(Tenures tenures, Periods periods, Preset preset) {
        this.tenures = tenures;
        this.periods = periods;
        this.preset = preset;
        LogoChurn churn = LogoChurn.withDefaults().with(preset.churn());
        // of those who were there a year ago: a share of one group, whatever the preset counts as churn
        year = LogoChurn.withDefaults()
                .of(tenures.presence(), periods.year(), periods.asOf().minusDays(1));
        last = churn.of(tenures.presence(), periods.last(), periods.asOf().minusDays(1));
        rows = churn
                .table(
                        tenures.presence(),
                        periods.forPoints().calendar(),
                        periods.from(),
                        periods.asOf().minusDays(1))
                .rows()
                .stream()
                .filter(LogoChurnResult::isComplete)
                .collect(toImmutableList());
    }

    /** Returns who of the clients of a year ago is still here. */
    Outcome<Proportion> kept() {
        return year.retention();
    }

    /** Returns the monthly churn of the last year: all losses of twelve months by all clients at their beginnings. */
    Proportion monthlyChurn() {
        ImmutableList<LogoChurnResult> months = LogoChurn.withDefaults()
                .table(
                        tenures.presence(),
                        periods.by(Granularity.MONTH).calendar(),
                        periods.asOf().minusYears(1),
                        periods.asOf().minusDays(1))
                .rows();
        long lost = months.stream().mapToLong(LogoChurnResult::lost).sum();
        return Proportion.of(lost, months.stream().mapToLong(Stay::atStart).sum());
    }

    /** Returns the clients on the eve of a period of whom it is known whether they stayed: those on a pause are not among them. */
    private static long atStart(LogoChurnResult period) {
        return period.counts().opening() - period.counts().undecidedOpening();
    }

    LogoChurnResult lastPeriod() {
        return last;
    }

    Figure retention() {
        Figure figure = Figure.of("logo-retention", explainYear())
                .withInterval(Explanation.quantity(kept(), Steps::span), year.level())
                .withPolicy("from", Shown.day(periods.year().start()))
                .withPolicy("until", Shown.day(periods.asOf().minusDays(1)))
                .withPolicy("interval", Shown.term(year.intervalMethod()));
        Figure ruled = tenures.ruled(figure);
        return kept().toOptional().map(kept -> read(ruled, kept)).orElse(ruled);
    }

    private static Figure read(Figure figure, Proportion kept) {
        Figure read = figure.withReading(Text.phrase(
                "reading.logo-retention",
                Text.count(kept.successes()),
                Text.count(kept.trials()),
                Text.count(kept.trials() - kept.successes())));
        return kept.trials() < FEW
                ? read.withWarning(Text.phrase("warning.small-sample", Text.count(kept.trials())))
                : read;
    }

    private Explanation explainYear() {
        Explanation churn = Steps.named(year.explain(), "logo churn");
        return Explanation.builder()
                .name("retention")
                .formula("1 - logo churn")
                .value(Explanation.quantity(kept(), proportion -> Shown.share(proportion.value())))
                .addPart(churn)
                .build();
    }

    Figure churn() {
        Figure figure = Figure.of("logo-churn", Steps.named(last.explain(), "logo churn"))
                .withInterval(Shown.shares(last.interval()), last.level())
                .withPolicy("lost are", Shown.term(preset.churn().numerator()))
                .withPolicy("base is", Shown.term(preset.churn().denominator()))
                .withReading(Text.phrase(
                        "reading.churn",
                        Text.of(periods.last()),
                        Text.count(last.lost()),
                        Text.count(atStart(last)),
                        Text.count(last.counts().joined())));
        Figure ruled = tenures.ruled(figure);
        return snapshot().map(ruled::withWarning).orElse(ruled);
    }

    /** Data whose departures fall on one day hold who has left, and not when. */
    private Optional<Text> snapshot() {
        long all = tenures.losses().size();
        Map<LocalDate, Long> days = tenures.losses().stream().collect(groupingBy(Loss::day, counting()));
        return days.entrySet().stream()
                .filter(day -> day.getValue() >= FEW && 2 * day.getValue() > all)
                .findFirst()
                .map(day -> Text.phrase(
                        "warning.snapshot",
                        Text.count(day.getValue()),
                        Text.count(all),
                        Text.of(Shown.day(day.getKey()))));
    }

    /** Returns the churn of the last period, in a sentence. */
    Text point() {
        return Text.phrase(
                "point.churn",
                Text.of(periods.last()),
                Text.of(Shown.share(last.value())),
                Text.count(last.lost()),
                Text.count(atStart(last)),
                Text.count(last.counts().joined()));
    }

    Section section(ImmutableList<Chart> cohorts) {
        ImmutableList.Builder<Chart> charts = ImmutableList.<Chart>builder().addAll(cohorts);
        chart().ifPresent(charts::add);
        return new Section("retention", charts.build(), ImmutableList.of(retention(), churn()), tables());
    }

    private Optional<Chart> chart() {
        ImmutableList<Double> values =
                rows.stream().flatMap(row -> row.value().toOptional().stream()).collect(toImmutableList());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        double highest = values.stream().mapToDouble(value -> value).max().orElse(0);
        return Optional.of(new Chart.Lines(
                "churn",
                Text.phrase("chart.churn.text", Text.share(values.get(values.size() - 1)), Text.share(highest)),
                Text.phrase("column.period"),
                rows.stream().map(Stay::label).collect(toImmutableList()),
                ImmutableList.of(new Chart.Lines.Series(
                        Text.phrase("column.churn"),
                        rows.stream().map(row -> Shown.share(row.value())).collect(toImmutableList())))));
    }

    private ImmutableList<Table> tables() {
        return rows.isEmpty()
                ? ImmutableList.of()
                : ImmutableList.of(new Table(
                        Text.phrase("table.churn"),
                        ImmutableList.of(
                                Text.phrase("column.period"),
                                Text.phrase("column.opening"),
                                Text.phrase("column.joined"),
                                Text.phrase("column.lost"),
                                Text.phrase("column.churn"),
                                Text.phrase("column.interval")),
                        rows.stream()
                                .skip(Math.max(0, rows.size() - SHOWN_PERIODS))
                                .map(Stay::row)
                                .collect(toImmutableList())));
    }

    private static ImmutableList<Text> row(LogoChurnResult row) {
        return ImmutableList.of(
                label(row),
                Text.count(atStart(row)),
                Text.count(row.counts().joined()),
                Text.count(row.lost()),
                cell(Shown.share(row.value())),
                cell(Shown.shares(row.interval())));
    }

    /** In a table a dash says that there is nothing; the figures above say why. */
    private static Text cell(Quantity quantity) {
        return quantity instanceof Quantity.Missing ? Text.plain("–") : Text.of(quantity);
    }

    private static Text label(LogoChurnResult row) {
        return Text.of(row.period().orElseThrow());
    }
}
