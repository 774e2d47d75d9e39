package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.client.ClientId;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Section;
import dev.tenure.examples.report.page.Table;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.lifetime.contractual.HeterogeneityTest;
import dev.tenure.lifetime.contractual.RetentionModel;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.Prediction;
import dev.tenure.lifetime.estimation.Predictions;
import dev.tenure.lifetime.estimation.Scale;
import dev.tenure.money.ExactMoney;
import dev.tenure.survival.SurvivalCurve;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What the clients of today will still bring by their contracts: how many stay, also for longer than anybody has been observed, and what that is worth. */
final class Outlook {

    /** How far lines go beyond what was observed. */
    private static final int MONTHS_AHEAD = 24;
    /** More months cannot be told apart. */
    private static final int MOST_OBSERVED = 96;

    private static final int YEAR = 12;
    private static final double SIGNIFICANT = 0.05;

    private final Tenures tenures;
    private final RetentionForecast forecast;
    private final RemainingValues remaining;
    private final ImmutableList<Spell> present;
    private final Optional<CohortOutlook> cohorts;

    Outlook(Facts facts, Tenures tenures, ReportRequest request, ImmutableMap<ClientId, ExactMoney> revenues) {
        this.tenures = tenures;
        forecast = RetentionForecast.of(tenures.spells());
        present = tenures.current().stream()
                .filter(spell -> !spell.life().ended())
                .collect(toImmutableList());
        remaining = new RemainingValues(facts, new Basis(request.grossMargin()), forecast, present, revenues);
        cohorts = forecast.best().map(kind -> new CohortOutlook(facts, tenures, request.preset(), kind));
    }

    RetentionForecast forecast() {
        return forecast;
    }

    RemainingValues remaining() {
        return remaining;
    }

    Section section() {
        return new Section(
                "outlook",
                ImmutableList.<Chart>builder()
                        .addAll(projection().stream().toList())
                        .addAll(cohorts.map(CohortOutlook::charts).orElse(ImmutableList.of()))
                        .build(),
                ImmutableList.of(remaining.figure(), stayYear(), model(), differ()),
                ImmutableList.<Table>builder()
                        .addAll(remaining.tables())
                        .addAll(cohorts.flatMap(CohortOutlook::table).stream().toList())
                        .add(models())
                        .build());
    }

    /** Returns how many of those who are new today will still be here after some months. */
    Prediction stays(int months) {
        return forecast.fit().predict("survival", Scale.LOGIT, model -> model.survival(months));
    }

    private Figure stayYear() {
        Map<Integer, Long> clients = present.stream()
                .collect(groupingBy(spell -> RetentionForecast.renewals(spell.life()), TreeMap::new, counting()));
        Prediction share = forecast.fit()
                .predict(
                        "share of clients who stay",
                        Scale.LOGIT,
                        model -> clients.entrySet().stream()
                                        .mapToDouble(
                                                group -> group.getValue() * model.survivalGiven(group.getKey(), YEAR))
                                        .sum()
                                / present.size());
        Figure figure = Predicted.share("stay-a-year", share)
                .withPolicy("clients", new Quantity.Count(present.size()))
                .withPolicy("horizon", Shown.months(YEAR));
        return share.value()
                .toOptional()
                .map(value -> figure.withReading(Text.phrase(
                        "reading.stay-a-year",
                        Text.count(Math.round(value * present.size())),
                        Text.count(present.size()))))
                .orElse(figure);
    }

    private Figure model() {
        ModelFit<RetentionModel> fit = forecast.fit();
        Quantity name = Explanation.quantity(fit.model(), model -> new Quantity.Term(fit.name()));
        Figure figure = Figure.of(
                        "retention-model", fit.explain().toBuilder().value(name).build())
                .withPolicy("renewal every", Shown.months(1))
                .withPolicy("clients", new Quantity.Count(forecast.sample().clients()))
                .withPolicy(
                        "clients who left", new Quantity.Count(forecast.sample().left()));
        return forecast.best()
                .map(kind -> figure.withReading(Text.phrase("reading.retention-model." + Keys.of(kind))))
                .orElse(figure);
    }

    private Figure differ() {
        Outcome<HeterogeneityTest> test = forecast.heterogeneity();
        Figure figure = Figure.of(
                "clients-differ",
                Explanation.builder()
                        .name("p-value")
                        .formula("half the probability of a chi-square as large as the statistic or larger")
                        .value(Shown.pValue(test.map(HeterogeneityTest::pValue)))
                        .putInput("likelihood ratio", Explanation.quantity(test, one -> Shown.number(one.statistic())))
                        .putInput("degrees of freedom", new Quantity.Count(1))
                        .build());
        return test.toOptional()
                .map(one -> figure.withReading(
                        Text.phrase(one.pValue() < SIGNIFICANT ? "reading.clients-differ" : "reading.clients-alike")))
                .orElse(figure);
    }

    /** What was observed, and the model before and beyond it. */
    private Optional<Chart> projection() {
        SurvivalCurve curve = tenures.lifespans().curve();
        int observed = (int)
                Math.min(MOST_OBSERVED, Math.floor(curve.longest().toOptional().orElse(0.0)));
        int last = observed + MONTHS_AHEAD;
        Outcome<Predictions> projected = forecast.fit()
                .predictAll(
                        "survival",
                        Scale.LOGIT,
                        model -> IntStream.rangeClosed(1, last)
                                .mapToDouble(model::survival)
                                .toArray());
        return projected.toOptional().map(predictions -> projection(curve, observed, predictions));
    }

    private Chart projection(SurvivalCurve curve, int observed, Predictions projected) {
        int last = projected.size();
        Prediction end = projected.get(last - 1);
        return new Chart.Lines(
                "projection",
                Text.phrase(
                        "chart.projection.text",
                        Text.count(last),
                        Text.of(Shown.share(end.value())),
                        Text.of(Shown.shares(end.interval()))),
                Text.phrase("column.months"),
                IntStream.rangeClosed(0, last).mapToObj(Text::count).collect(toImmutableList()),
                ImmutableList.of(
                        new Chart.Lines.Series(
                                Text.phrase("series.observed"),
                                IntStream.rangeClosed(0, last)
                                        .mapToObj(month -> month <= observed
                                                ? Shown.share(curve.survivalAt(month))
                                                : Chart.Lines.GAP)
                                        .collect(toImmutableList())),
                        new Chart.Lines.Series(
                                Text.phrase("series.projected"),
                                IntStream.rangeClosed(0, last)
                                        .mapToObj(month -> month == 0
                                                ? new Quantity.Share(1)
                                                : Shown.share(
                                                        projected.get(month - 1).value()))
                                        .collect(toImmutableList()),
                                IntStream.rangeClosed(0, last)
                                        .mapToObj(month -> month == 0
                                                ? new Quantity.Span(new Quantity.Share(1), new Quantity.Share(1))
                                                : Shown.shares(
                                                        projected.get(month - 1).interval()))
                                        .collect(toImmutableList()),
                                true)),
                false,
                Optional.of(new Chart.Lines.Mark(observed, Text.phrase("series.observed-until"))));
    }

    private Table models() {
        return new Table(
                Text.phrase("table.retention-models"),
                Predicted.MODEL_COLUMNS,
                forecast.fits().values().stream()
                        .map(fit -> Predicted.modelRow(
                                fit,
                                fit.name().equals(forecast.fit().name())
                                        && fit.model().isDefined()))
                        .collect(toImmutableList()));
    }
}
