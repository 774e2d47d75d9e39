package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Section;
import dev.tenure.examples.report.page.Table;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.lifetime.estimation.FittedParameter;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.noncontractual.HoldoutEvaluationResult;
import dev.tenure.lifetime.noncontractual.HoldoutScores;
import dev.tenure.lifetime.noncontractual.HoldoutTotal;
import dev.tenure.lifetime.noncontractual.PurchaseLogResult;
import dev.tenure.lifetime.noncontractual.PurchaseModel;
import dev.tenure.lifetime.noncontractual.PurchaseModelKind;
import dev.tenure.lifetime.noncontractual.RepeatFrequency;
import dev.tenure.lifetime.noncontractual.TrackedWeek;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What clients without contracts will still buy: the models, how they fit, and what they say of each client. */
final class Purchases {

    /** More points of a line cannot be told apart. */
    private static final int MOST_POINTS = 90;
    /** Clients with so many repeat purchases in the time of the fit, or more, are one class. */
    private static final int MOST_REPEATS = 7;

    private final PurchaseForecast forecast;
    private final Prospects prospects;

    Purchases(PurchaseForecast forecast, Prospects prospects) {
        this.forecast = forecast;
        this.prospects = prospects;
    }

    Section section() {
        ImmutableList.Builder<Chart> charts = ImmutableList.builder();
        tracking().ifPresent(charts::add);
        frequencies().ifPresent(charts::add);
        foretold().ifPresent(charts::add);
        ImmutableList.Builder<Figure> figures = ImmutableList.builder();
        figures.addAll(prospects.figures());
        heldOut().ifPresent(figures::add);
        figures.add(model());
        figures.addAll(prospects.spendFigures());
        return new Section(
                "purchases",
                charts.build(),
                figures.build(),
                ImmutableList.<Table>builder()
                        .addAll(prospects.tables())
                        .add(models())
                        .add(parameters())
                        .build());
    }

    private Figure model() {
        ModelFit<PurchaseModel> fit = forecast.fit();
        Figure figure = Figure.of(
                        "purchase-model",
                        fit.explain().toBuilder()
                                .value(Explanation.quantity(fit.model(), model -> new Quantity.Term(fit.name())))
                                .build())
                .withPolicy("fitted until", Shown.day(forecast.sample().end()))
                .withPolicy("clients", new Quantity.Count(forecast.sample().size()))
                .withPolicy("unit of time", new Quantity.Term("week"))
                .withPolicy("same day", Shown.term(forecast.sample().policy().sameDay()))
                .withPolicy(
                        "credit notes", Shown.term(forecast.sample().policy().creditNotes()));
        Figure read = fit.model().isDefined() ? figure.withReading(choice()) : figure;
        return forecast.isComplete() ? read : read.withWarning(Text.phrase("warning.purchase-models"));
    }

    private Text choice() {
        return forecast.choice()
                .bestByHoldout()
                .toOptional()
                .map(kind -> kind == forecast.best().kind()
                        ? Text.phrase(
                                "reading.purchase-model.same",
                                Text.plain(forecast.fit().name()))
                        : Text.phrase(
                                "reading.purchase-model.other",
                                Text.plain(forecast.fit().name()),
                                Text.plain(name(kind))))
                .orElseGet(() -> Text.phrase(
                        "reading.purchase-model", Text.plain(forecast.fit().name())));
    }

    private String name(PurchaseModelKind kind) {
        return forecast.models().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow()
                .fit()
                .name();
    }

    /** What came after the day up to which the model was fitted, and what it had expected. */
    private Optional<Figure> heldOut() {
        return forecast.sample().heldOutUntil().map(last -> {
            HoldoutEvaluationResult best = forecast.best();
            Outcome<HoldoutTotal> total = best.total();
            Figure figure = Figure.of("held-out", Steps.named(best.explain(), "purchases after the fit"))
                    .withInterval(Shown.span(total.map(HoldoutTotal::interval), Shown::number), best.level())
                    .withPolicy("fitted until", Shown.day(forecast.sample().end()))
                    .withPolicy("held out until", Shown.day(last));
            return total.toOptional()
                    .map(known -> figure.withReading(reading(known)))
                    .orElse(figure);
        });
    }

    private static Text reading(HoldoutTotal total) {
        boolean within = total.interval().lower() <= total.actual()
                && total.actual() <= total.interval().upper();
        return Text.phrase(within ? "reading.held-out.within" : "reading.held-out.outside", Text.count(total.actual()));
    }

    /** Repeat purchases of all clients up to each week, as they were and as a model of new clients expects them. */
    private Optional<Chart> tracking() {
        ImmutableList<TrackedWeek> weeks = forecast.best().weeks();
        if (weeks.size() < 2) {
            return Optional.empty();
        }
        ImmutableList<TrackedWeek> shown = thinned(weeks);
        TrackedWeek last = shown.get(shown.size() - 1);
        int fitted = (int) shown.stream().filter(week -> !week.heldOut()).count() - 1;
        return Optional.of(new Chart.Lines(
                "purchases-tracking",
                Text.phrase(
                        last.heldOut() ? "chart.purchases-tracking.held-out" : "chart.purchases-tracking.text",
                        Text.plain(forecast.fit().name()),
                        Text.count(last.cumulativeActual()),
                        Text.count(Math.round(last.cumulativeExpected()))),
                Text.phrase("column.until"),
                shown.stream().map(week -> Text.of(Shown.day(week.lastDay()))).collect(toImmutableList()),
                ImmutableList.of(
                        series("series.actual", shown, week -> new Quantity.Count(week.cumulativeActual())),
                        series("series.expected", shown, week -> Shown.number(week.cumulativeExpected()))),
                false,
                last.heldOut()
                        ? Optional.of(new Chart.Lines.Mark(Math.max(0, fitted), Text.phrase("series.fitted-until")))
                        : Optional.empty()));
    }

    private static ImmutableList<TrackedWeek> thinned(ImmutableList<TrackedWeek> weeks) {
        int step = (weeks.size() + MOST_POINTS - 1) / MOST_POINTS;
        return IntStream.range(0, weeks.size())
                .filter(week -> (weeks.size() - 1 - week) % step == 0)
                .mapToObj(weeks::get)
                .collect(toImmutableList());
    }

    private static <T> Chart.Lines.Series series(String name, ImmutableList<T> places, Function<T, Quantity> value) {
        return new Chart.Lines.Series(
                Text.phrase(name), places.stream().map(value).collect(toImmutableList()));
    }

    private Optional<Chart> frequencies() {
        ImmutableList<RepeatFrequency> classes = forecast.best().frequencies();
        return classes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart.Columns(
                        "purchase-frequency",
                        Text.phrase(
                                "chart.purchase-frequency.text",
                                Text.plain(forecast.fit().name())),
                        Text.phrase("column.repeats"),
                        classes.stream()
                                .map(one -> repeats(one.repeats(), one.orMore()))
                                .collect(toImmutableList()),
                        ImmutableList.of(
                                series("series.actual", classes, one -> new Quantity.Count(one.actual())),
                                series("series.expected", classes, one -> Shown.number(one.expected())))));
    }

    private static Text repeats(int repeats, boolean orMore) {
        return orMore ? Text.phrase("cell.or-more", Text.count(repeats)) : Text.count(repeats);
    }

    /** Of clients by their repeat purchases up to the day of the fit, the mean purchases after it. */
    private Optional<Chart> foretold() {
        PurchaseLogResult sample = forecast.sample();
        return sample.heldOutUntil().isEmpty()
                ? Optional.empty()
                : forecast.fit()
                        .model()
                        .toOptional()
                        .map(model -> foretold(
                                sample,
                                model,
                                Duration.ofDays(ChronoUnit.DAYS.between(
                                        sample.end(), sample.heldOutUntil().orElseThrow()))));
    }

    private Chart foretold(PurchaseLogResult sample, PurchaseModel model, Duration after) {
        int[] clients = new int[MOST_REPEATS + 1];
        double[] actual = new double[MOST_REPEATS + 1];
        double[] expected = new double[MOST_REPEATS + 1];
        for (int line = 0; line < sample.size(); line++) {
            int repeats = Math.min(MOST_REPEATS, sample.repeats(line));
            clients[repeats]++;
            actual[repeats] += sample.heldOutPurchases(line);
            expected[repeats] += model.expectedPurchases(sample.history(line), after);
        }
        ImmutableList<Integer> classes = IntStream.rangeClosed(0, MOST_REPEATS)
                .filter(k -> clients[k] > 0)
                .boxed()
                .collect(toImmutableList());
        return new Chart.Columns(
                "purchases-foretold",
                Text.phrase(
                        "chart.purchases-foretold.text",
                        Text.plain(forecast.fit().name())),
                Text.phrase("column.repeats"),
                classes.stream().map(k -> repeats(k, k == MOST_REPEATS)).collect(toImmutableList()),
                ImmutableList.of(
                        series("series.actual", classes, k -> Shown.number(actual[k] / clients[k])),
                        series("series.expected", classes, k -> Shown.number(expected[k] / clients[k]))));
    }

    private Table models() {
        ImmutableList.Builder<Text> columns = ImmutableList.<Text>builder().addAll(Predicted.MODEL_COLUMNS);
        boolean heldOut = forecast.sample().heldOutUntil().isPresent();
        if (heldOut) {
            columns.add(
                    Text.phrase("column.held-out-total"),
                    Text.phrase("column.held-out-error"),
                    Text.phrase("column.log-score"));
        }
        return new Table(
                Text.phrase("table.purchase-models"),
                columns.build(),
                forecast.models().stream().map(one -> row(one, heldOut)).collect(toImmutableList()));
    }

    private ImmutableList<Text> row(HoldoutEvaluationResult one, boolean heldOut) {
        ImmutableList.Builder<Text> cells = ImmutableList.builder();
        cells.addAll(Predicted.modelRow(
                one.fit(),
                one.kind() == forecast.best().kind() && one.fit().model().isDefined()));
        if (heldOut) {
            cells.add(
                    Text.of(Explanation.quantity(one.total(), total -> Shown.number(total.expected()))),
                    Text.of(Predicted.decimal(one.scores().map(HoldoutScores::meanAbsoluteError))),
                    Text.of(Predicted.decimal(one.scores().flatMap(HoldoutScores::meanLogScore))));
        }
        return cells.build();
    }

    private Table parameters() {
        return new Table(
                Text.phrase("table.purchase-parameters"),
                ImmutableList.of(
                        Text.phrase("column.model"),
                        Text.phrase("column.parameter"),
                        Text.phrase("column.value"),
                        Text.phrase("column.standard-error"),
                        Text.phrase("column.interval")),
                Stream.<ModelFit<?>>concat(
                                forecast.models().stream().map(HoldoutEvaluationResult::fit),
                                Stream.of(prospects.spendFit()))
                        .filter(fit -> fit.model().isDefined())
                        .flatMap(fit -> fit.parameters().stream().map(parameter -> row(fit.name(), parameter)))
                        .collect(toImmutableList()));
    }

    static ImmutableList<Text> row(String model, FittedParameter parameter) {
        return ImmutableList.of(
                Text.plain(model),
                Text.plain(parameter.name()),
                Text.of(Predicted.decimal(parameter.value())),
                Text.of(Predicted.decimal(parameter.standardError())),
                Text.of(Shown.span(parameter.interval(), value -> new Quantity.Measure(value, "decimals"))));
    }
}
