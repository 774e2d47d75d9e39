package dev.tenure.examples.report.figures;

import static com.google.common.collect.Comparators.greatest;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.client.ClientId;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Table;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.MoneyInterval;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.Prediction;
import dev.tenure.lifetime.estimation.Predictions;
import dev.tenure.lifetime.estimation.Scale;
import dev.tenure.lifetime.noncontractual.ClientPredictions;
import dev.tenure.lifetime.noncontractual.PurchaseHistory;
import dev.tenure.lifetime.noncontractual.PurchaseLogResult;
import dev.tenure.lifetime.noncontractual.PurchaseModel;
import dev.tenure.lifetime.spend.GammaGamma;
import dev.tenure.lifetime.valuation.BookValue;
import dev.tenure.lifetime.valuation.ClientAccount;
import dev.tenure.lifetime.valuation.ClientValuation;
import dev.tenure.lifetime.valuation.ClientValue;
import dev.tenure.lifetime.valuation.ProjectSpend;
import dev.tenure.lifetime.valuation.ProjectWork;
import dev.tenure.lifetime.valuation.Spell;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What each client without a contract will still buy, and what that is worth. */
final class Prospects {

    private static final int SHOWN_CLIENTS = 15;
    private static final int SHOWN_AT_RISK = 10;
    /** Who is surely here needs no call, and for whom is surely gone one comes too late. */
    private static final double LIKELY_GONE = 0.2;

    private static final double LIKELY_HERE = 0.8;
    /** The limits of sums over more clients are those of so many of them, evenly taken, in proportion. */
    private static final int MOST_DRAWN = 400;

    private static final Duration YEAR = Duration.ofDays(365);

    private final Facts facts;
    private final Basis basis;
    private final PurchaseLogResult log;
    private final ModelFit<PurchaseModel> fit;
    private final Spending spending;
    private final ClientValuation valuation;
    private final Outcome<Columns> columns;
    private final int[] drawn;
    private final Map<PurchaseModel, Totals> totals = new HashMap<>();

    /**
     * What a model says of all clients together.
     *
     * @param alive how many are still here
     * @param year how many purchases they make within a year
     */
    private record Totals(double alive, double year) {}

    /**
     * What the model says of each client, by line.
     *
     * @param alive how likely it still is one
     * @param year its expected purchases within a year
     * @param value the expected revenue within the horizon, in major units; not finite where the model of spend has none
     */
    private record Columns(ImmutableDoubleArray alive, ImmutableDoubleArray year, ImmutableDoubleArray value) {}

    Prospects(Facts facts, Basis basis, PurchaseForecast forecast) {
        this.facts = facts;
        this.basis = basis;
        log = forecast.present();
        fit = forecast.fit();
        spending = new Spending(forecast.sample(), facts.currency());
        valuation = ClientValuation.withDefaults()
                .with(Remaining.POLICY)
                .withPurchases(fit)
                .withSpend(spending.fit());
        columns = log.size() == 0
                ? Outcome.undefined(Reason.NO_DATA, "no client has bought anything")
                : fit.model().map(this::columns);
        int step = (log.size() + MOST_DRAWN - 1) / MOST_DRAWN;
        drawn = IntStream.range(0, log.size())
                .filter(line -> line % Math.max(1, step) == 0)
                .toArray();
    }

    private Columns columns(PurchaseModel model) {
        Outcome<GammaGamma> spend = spending.fit().model();
        Duration horizon = Duration.ofDays(
                ChronoUnit.DAYS.between(facts.lastDay(), facts.lastDay().plusMonths(Remaining.MONTHS)));
        double margin = basis.grossMargin().map(Ratio::doubleValue).orElse(1.0);
        ClientPredictions year = ClientPredictions.of(model, log, YEAR);
        ClientPredictions all = ClientPredictions.of(model, log, horizon);
        return new Columns(
                year.probabilitiesAlive(),
                year.expectedPurchases(),
                ImmutableDoubleArray.copyOf(IntStream.range(0, log.size())
                        .mapToDouble(line -> margin * all.expectedPurchases().get(line) * spend(spend, line))));
    }

    private double spend(Outcome<GammaGamma> spend, int line) {
        return spend.flatMap(model -> model.given(spending.history(log, line)).mean())
                .toOptional()
                .orElse(Double.NaN);
    }

    ImmutableList<Figure> figures() {
        return ImmutableList.of(alive(), year(), value());
    }

    ModelFit<GammaGamma> spendFit() {
        return spending.fit();
    }

    ImmutableList<Figure> spendFigures() {
        return spending.figures();
    }

    /** Both sums of a model are asked for, and each costs a look at every client. */
    private Totals totals(PurchaseModel model) {
        return totals.computeIfAbsent(model, asked -> {
            ClientPredictions of = ClientPredictions.of(asked, log, YEAR);
            return new Totals(of.expectedAlive(), of.expectedTotal());
        });
    }

    private Figure alive() {
        Prediction share = fit.predict(
                "share of clients still here",
                Scale.LOGIT,
                model -> totals(model).alive() / log.size());
        Figure figure = Predicted.share("clients-alive", share)
                .withPolicy("clients", new Quantity.Count(log.size()))
                .withPolicy("model", new Quantity.Term(fit.name()));
        return share.value()
                .toOptional()
                .map(value -> figure.withReading(Text.phrase(
                        "reading.clients-alive", Text.count(Math.round(value * log.size())), Text.count(log.size()))))
                .orElse(figure);
    }

    private Figure year() {
        Prediction purchases = fit.predict(
                "purchases within a year",
                Scale.LOGARITHM,
                model -> totals(model).year());
        return Predicted.figure("purchases-year", purchases, Shown::number)
                .withPolicy("clients", new Quantity.Count(log.size()))
                .withPolicy("horizon", Shown.months(12))
                .withPolicy("model", new Quantity.Term(fit.name()));
    }

    private Figure value() {
        Outcome<BookValue> book = columns.map(known -> valuation.ofAll(
                IntStream.of(drawn).mapToObj(this::account).collect(toImmutableList()), facts.lastDay()));
        Outcome<ExactMoney> ofDrawn = book.flatMap(BookValue::residual);
        boolean all = drawn.length == log.size();
        Outcome<ExactMoney> total = all ? ofDrawn : ofDrawn.map(some -> money(revenue(columns.orElseThrow())));
        Outcome<MoneyInterval> limits = book.flatMap(BookValue::residualInterval)
                .flatMap(some -> ofDrawn.flatMap(part ->
                        total.map(sum -> all || part.signum() == 0 ? some : proportional(some, Ratio.of(sum, part)))));
        Explanation explanation = Explanation.builder()
                .name("residual")
                .formula("sum over the clients of expected purchases * spend")
                .value(Shown.amount(total))
                .putInput("clients", new Quantity.Count(log.size()))
                .putInput("clients by whom the interval is found", new Quantity.Count(drawn.length))
                .build();
        return basis.ruled(Figure.of("residual-purchases", explanation)
                .withInterval(Shown.amounts(limits), ConfidenceLevel.P95)
                .withPolicy("horizon", Remaining.horizon())
                .withPolicy("day", Shown.day(facts.lastDay()))
                .withPolicy("model", new Quantity.Term(fit.name())));
    }

    private static double revenue(Columns known) {
        return known.value().stream().sum();
    }

    private static MoneyInterval proportional(MoneyInterval limits, Ratio factor) {
        return new MoneyInterval(
                limits.lower().multipliedBy(factor), limits.upper().multipliedBy(factor), limits.level());
    }

    private ExactMoney money(double major) {
        return ExactMoney.of(
                facts.currency(),
                BigDecimal.valueOf(major).setScale(facts.currency().getDecimalPlaces(), RoundingMode.HALF_UP));
    }

    private ClientAccount account(int line) {
        return ClientAccount.builder()
                .client(id(line))
                .currency(facts.currency())
                .grossMargin(basis.grossMargin())
                .addSpells(Spell.ongoing(log.firstDay(line)))
                .projects(ProjectWork.of(log.history(line), ProjectSpend.of(spending.history(log, line))))
                .build();
    }

    private ClientId id(int line) {
        return ClientId.of(facts.keys().id(Math.toIntExact(log.client(line))));
    }

    ImmutableList<Table> tables() {
        return columns
                .toOptional()
                .map(known -> ImmutableList.of(
                        table(
                                "table.prospects",
                                largest(line -> rank(known, line), line -> true, SHOWN_CLIENTS),
                                known),
                        table(
                                "table.at-risk-clients",
                                largest(line -> atStake(known, line), line -> isAtRisk(known, line), SHOWN_AT_RISK),
                                known)))
                .orElse(ImmutableList.of())
                .stream()
                .filter(table -> !table.rows().isEmpty())
                .collect(toImmutableList());
    }

    /** Without a model of spend, clients come by their purchases. */
    private static double rank(Columns known, int line) {
        return Double.isNaN(known.value().get(line))
                ? known.year().get(line)
                : known.value().get(line);
    }

    /** What a client would bring if it were surely still one, times the probability that it is not. */
    private static double atStake(Columns known, int line) {
        return rank(known, line) / known.alive().get(line) * (1 - known.alive().get(line));
    }

    private static boolean isAtRisk(Columns known, int line) {
        return known.alive().get(line) >= LIKELY_GONE && known.alive().get(line) <= LIKELY_HERE;
    }

    private ImmutableList<Integer> largest(ToDoubleFunction<Integer> rank, IntPredicate which, int most) {
        return ImmutableList.copyOf(IntStream.range(0, log.size())
                .filter(which)
                .boxed()
                .collect(greatest(most, Comparator.comparingDouble(rank).thenComparing(Comparator.reverseOrder()))));
    }

    private Table table(String key, ImmutableList<Integer> lines, Columns known) {
        ImmutableList<PurchaseHistory> histories =
                lines.stream().map(log::history).collect(toImmutableList());
        Outcome<Predictions> alive = fit.predictAll(
                "P(alive)",
                Scale.LOGIT,
                model -> histories.stream().mapToDouble(model::probabilityAlive).toArray());
        Outcome<Predictions> year = fit.predictAll(
                "purchases",
                Scale.LOGARITHM,
                model -> histories.stream()
                        .mapToDouble(history -> model.expectedPurchases(history, YEAR))
                        .toArray());
        return new Table(
                caption(key, lines, known),
                ImmutableList.of(
                        Text.phrase("column.client"),
                        Text.phrase("column.purchases"),
                        Text.phrase("column.last-purchase"),
                        Text.phrase("column.alive"),
                        Text.phrase("column.interval"),
                        Text.phrase("column.purchases-year"),
                        Text.phrase("column.interval"),
                        Text.phrase("column.remaining-value"),
                        Text.phrase("column.interval")),
                IntStream.range(0, lines.size())
                        .mapToObj(i -> row(
                                lines.get(i),
                                alive.orElseThrow().get(i),
                                year.orElseThrow().get(i)))
                        .collect(toImmutableList()));
    }

    /** Of the clients at risk only the first are of interest; of all it is said what the others bring. */
    private Text caption(String key, ImmutableList<Integer> lines, Columns known) {
        double others = revenue(known)
                - lines.stream().mapToDouble(line -> known.value().get(line)).sum();
        return key.equals("table.prospects") && Double.isFinite(others)
                ? Remaining.caption(key, lines.size(), log.size(), money(Math.max(0, others)))
                : Text.phrase(key);
    }

    private ImmutableList<Text> row(int line, Prediction alive, Prediction year) {
        ClientValue value = valuation.of(account(line), facts.lastDay());
        return ImmutableList.of(
                Text.plain(facts.name(id(line))),
                Text.count(log.repeats(line) + 1L),
                Text.of(Shown.day(log.lastDay(line))),
                Text.of(Shown.share(alive.value())),
                Text.of(Shown.shares(alive.interval())),
                Text.of(Explanation.quantity(year.value(), Shown::number)),
                Text.of(Shown.span(year.interval(), Shown::number)),
                Text.of(Shown.amount(value.residual())),
                Text.of(Shown.amounts(value.residualInterval())));
    }
}
