package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.client.ClientId;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Table;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.revenue.ClientRisk;
import dev.tenure.revenue.LargestClientLoss;
import dev.tenure.revenue.LargestClientLossResult;
import dev.tenure.revenue.LossInterval;
import dev.tenure.revenue.MonthlyRecurringRevenue;
import dev.tenure.revenue.RevenueAtRisk;
import dev.tenure.revenue.RevenueAtRiskResult;
import dev.tenure.revenue.ValueWeightedRetention;
import dev.tenure.revenue.ValueWeightedRetentionResult;
import dev.tenure.stat.Proportion;
import dev.tenure.survival.SurvivalCurve;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/** How much recurring revenue may be gone in three months, and how much hangs on the largest client. */
final class Exposure {

    private static final int MONTHS = 3;
    private static final int SHOWN_CLIENTS = 10;
    private static final Ratio LARGE_PART = Ratio.of(1, 10);

    private final Facts facts;
    private final Days days;
    private final MonthlyRecurringRevenue mrr;
    private final ImmutableMap<ClientId, Chance> chances;
    private final Outcome<RevenueAtRiskResult<ClientId>> loss;

    /** The days between which a year lies. */
    private record Days(LocalDate eve, LocalDate last) {}

    /**
     * How likely a client leaves within three months.
     *
     * @param tenure for how many months it has been here
     * @param ofCurve the probability by the survival curve, given the tenure
     * @param ofYear the probability by the churn of the last twelve months
     */
    private record Chance(double tenure, Outcome<Double> ofCurve, Outcome<Double> ofYear) {

        Outcome<Double> value() {
            return ofCurve.isDefined() ? ofCurve : ofYear;
        }
    }

    Exposure(Facts facts, Periods periods, Tenures tenures, Proportion monthlyChurn, Recurring recurring) {
        this.facts = facts;
        days = new Days(periods.year().start().minusDays(1), facts.lastDay());
        mrr = recurring.calculator();
        ImmutableMap<ClientId, ExactMoney> book = recurring.concentration().revenues();
        Outcome<Double> ofYear = monthlyChurn.value().map(churn -> 1 - Math.pow(1 - churn, MONTHS));
        SurvivalCurve curve = tenures.lifespans().curve();
        chances = tenures.current().stream()
                .filter(spell -> book.containsKey(spell.client()))
                .collect(toImmutableMap(Spell::client, spell -> {
                    double tenure = spell.life().elapsedMonths();
                    return new Chance(tenure, leaves(curve, tenure), ofYear);
                }));
        loss = loss(book);
    }

    /** Returns who leaves within three months of those who have stayed so long. */
    static Outcome<Double> leaves(SurvivalCurve curve, double tenure) {
        return curve.survivalAt(tenure)
                .flatMap(now -> now == 0
                        ? Outcome.undefined(Reason.BEYOND_OBSERVATION, "no observation is that long")
                        : curve.survivalAt(tenure + MONTHS).map(later -> Math.max(0, 1 - later / now)));
    }

    private Outcome<RevenueAtRiskResult<ClientId>> loss(ImmutableMap<ClientId, ExactMoney> book) {
        if (chances.values().stream().anyMatch(chance -> !chance.value().isDefined())) {
            return Outcome.undefined(Reason.BEYOND_OBSERVATION, "no observation is that long");
        }
        return Outcome.of(RevenueAtRisk.withDefaults(facts.currency())
                .of(book.entrySet().stream()
                        .map(client -> ClientRisk.of(
                                client.getKey(),
                                client.getValue(),
                                chance(client.getKey()).value().orElseThrow()))
                        .collect(toImmutableList())));
    }

    private Chance chance(ClientId client) {
        return Objects.requireNonNull(chances.get(client), client::value);
    }

    ImmutableList<Figure> figures() {
        return ImmutableList.of(expected(), largePart(), withoutLargest(), kept());
    }

    private Figure expected() {
        Figure figure = Figure.of(
                        "revenue-at-risk",
                        loss.map(result -> named(result.explain()))
                                .toOptional()
                                .orElseGet(
                                        () -> missing("revenue at risk", "sum over clients of revenue * probability")))
                .withPolicy("day", Shown.day(facts.lastDay()))
                .withPolicy("horizon", Shown.months(MONTHS))
                .withPolicy("clients by the survival curve", count(true))
                .withPolicy("clients by the churn of the year", count(false));
        return loss.toOptional()
                .map(result -> figure.withReading(Text.phrase(
                        "reading.revenue-at-risk",
                        Text.of(Shown.share(result.share())),
                        Text.of(span(result.interval())))))
                .orElse(figure);
    }

    private Quantity count(boolean byCurve) {
        return new Quantity.Count(chances.values().stream()
                .filter(chance -> chance.ofCurve().isDefined() == byCurve)
                .count());
    }

    private static Quantity span(LossInterval interval) {
        return new Quantity.Span(Shown.amount(interval.lower()), Shown.amount(interval.upper()));
    }

    private Explanation missing(String name, String formula) {
        return Explanation.builder()
                .name(name)
                .formula(formula)
                .value(Explanation.quantity(loss, result -> Shown.amount(result.value())))
                .putInput("clients", new Quantity.Count(chances.size()))
                .build();
    }

    /** The core knows clients by their ids. */
    private Explanation named(Explanation explanation) {
        return explanation.toBuilder()
                .parts(explanation.parts().stream()
                        .map(part -> facts.clients().containsKey(ClientId.of(part.name()))
                                ? Steps.named(part, facts.name(ClientId.of(part.name())))
                                : part)
                        .collect(toImmutableList()))
                .build();
    }

    private Figure largePart() {
        return Figure.of(
                        "loss-above-tenth",
                        loss.map(this::largePart)
                                .toOptional()
                                .orElseGet(() -> missing(
                                        "probability of a large loss", "probability of a loss above the amount")))
                .withPolicy("horizon", Shown.months(MONTHS));
    }

    private Explanation largePart(RevenueAtRiskResult<ClientId> result) {
        ExactMoney tenth = result.revenue().multipliedBy(LARGE_PART);
        return Explanation.builder()
                .name("probability of a large loss")
                .formula("probability of a loss above the amount")
                .value(new Quantity.Share(result.probabilityOfMoreThan(tenth)))
                .putInput("amount", Shown.amount(tenth))
                .putInput("revenue", Shown.amount(result.revenue()))
                .putInput("method", Shown.term(result.method()))
                .build();
    }

    private Figure withoutLargest() {
        LargestClientLossResult<ClientId> result =
                LargestClientLoss.withDefaults().of(facts.contracts(), days.eve(), days.last(), mrr);
        Figure figure =
                Figure.of("loss-of-largest", named(result.explain())).withPolicy("day", Shown.day(facts.lastDay()));
        return result.lost().entrySet().stream()
                .findFirst()
                .map(largest -> figure.withReading(reading(result, largest)))
                .orElse(figure);
    }

    private Text reading(LargestClientLossResult<ClientId> result, Map.Entry<ClientId, ExactMoney> largest) {
        return Text.phrase(
                "reading.loss-of-largest",
                Text.plain(facts.name(largest.getKey())),
                Text.of(Shown.amount(largest.getValue())),
                Text.of(Shown.share(result.share())),
                Text.of(Shown.share(result.retentionAfter().net())),
                Text.of(Shown.share(result.retentionAfter().gross())));
    }

    private Figure kept() {
        ValueWeightedRetentionResult result =
                ValueWeightedRetention.withDefaults().of(facts.contracts(), days.eve(), days.last(), mrr);
        Figure figure = Figure.of("value-retention", result.explain())
                .withInterval(Shown.shares(result.interval()), result.level())
                .withPolicy("interval", Shown.term(result.intervalMethod()))
                .withPolicy("kept is", Shown.term(result.keptIs()));
        return result.effectiveClients()
                .toOptional()
                .map(effective -> figure.withReading(Text.phrase(
                        "reading.value-retention",
                        Text.count(result.stayed()),
                        Text.count(result.clients()),
                        Text.of(Shown.number(effective)))))
                .orElse(figure);
    }

    /** The clients on whom most of the expected loss hangs. */
    ImmutableList<Table> tables() {
        ImmutableList<ImmutableList<Text>> rows = loss.map(result -> result.clients().stream()
                        .limit(SHOWN_CLIENTS)
                        .map(this::row)
                        .collect(toImmutableList()))
                .toOptional()
                .orElse(ImmutableList.of());
        return rows.isEmpty()
                ? ImmutableList.of()
                : ImmutableList.of(new Table(
                        Text.phrase("table.revenue-at-risk"),
                        ImmutableList.of(
                                Text.phrase("column.client"),
                                Text.phrase("column.monthly-revenue"),
                                Text.phrase("column.tenure"),
                                Text.phrase("column.leaves"),
                                Text.phrase("column.leaves-by"),
                                Text.phrase("column.expected-loss")),
                        rows));
    }

    private ImmutableList<Text> row(ClientRisk<ClientId> risk) {
        Chance chance = chance(risk.client());
        return ImmutableList.of(
                Text.plain(facts.name(risk.client())),
                Text.of(Shown.amount(risk.revenue())),
                Text.of(Shown.months(chance.tenure())),
                Text.of(Shown.share(chance.value())),
                Text.phrase(chance.ofCurve().isDefined() ? "cell.by-curve" : "cell.by-year"),
                Text.of(Shown.amount(risk.expectedLoss())));
    }
}
