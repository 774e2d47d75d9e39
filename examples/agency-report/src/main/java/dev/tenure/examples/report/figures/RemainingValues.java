package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;

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
import dev.tenure.lifetime.contractual.RetentionModel;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.Prediction;
import dev.tenure.lifetime.estimation.Scale;
import dev.tenure.lifetime.valuation.BookValue;
import dev.tenure.lifetime.valuation.ClientAccount;
import dev.tenure.lifetime.valuation.ClientValuation;
import dev.tenure.lifetime.valuation.ClientValue;
import dev.tenure.lifetime.valuation.RankedClient;
import dev.tenure.lifetime.valuation.Retainer;
import dev.tenure.lifetime.valuation.Spell;
import dev.tenure.money.ExactMoney;
import dev.tenure.stat.ConfidenceLevel;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** What the fees of each client will still bring. */
final class RemainingValues {

    private static final int SHOWN_CLIENTS = 15;
    private static final int YEAR = 12;

    private final Facts facts;
    private final Basis basis;
    private final ModelFit<RetentionModel> fit;
    private final ModelFit<RetentionModel> quickFit;
    private final ImmutableMap<ClientId, Account> accounts;
    private final Outcome<BookValue> book;

    /**
     * A client who is here and pays.
     *
     * @param spell its present time with the agency
     * @param revenue what it pays a month
     * @param account the same, as the library values it
     */
    private record Account(dev.tenure.examples.report.figures.Spell spell, ExactMoney revenue, ClientAccount account) {}

    RemainingValues(
            Facts facts,
            Basis basis,
            RetentionForecast forecast,
            ImmutableList<dev.tenure.examples.report.figures.Spell> present,
            ImmutableMap<ClientId, ExactMoney> revenues) {
        this.facts = facts;
        this.basis = basis;
        fit = forecast.fit();
        quickFit = forecast.quickFit();
        accounts = present.stream()
                .filter(spell -> revenues.containsKey(spell.client()))
                .collect(ImmutableMap.toImmutableMap(
                        dev.tenure.examples.report.figures.Spell::client,
                        spell -> account(spell, Objects.requireNonNull(revenues.get(spell.client())))));
        book = fit.model().flatMap(model -> book());
    }

    private Account account(dev.tenure.examples.report.figures.Spell spell, ExactMoney revenue) {
        return new Account(
                spell,
                revenue,
                ClientAccount.builder()
                        .client(spell.client())
                        .currency(facts.currency())
                        .grossMargin(basis.grossMargin())
                        .addSpells(Spell.ongoing(spell.life().start()))
                        .retainer(Retainer.monthly(
                                revenue, nextPayment(spell.life().start())))
                        .build());
    }

    /** Fees come on the day of the month on which a client began. */
    private LocalDate nextPayment(LocalDate start) {
        int months =
                dev.tenure.lifetime.Lifespan.ongoing(start, facts.lastDay()).months();
        return start.plusMonths(months + 1L);
    }

    private static ClientValuation valuation(ModelFit<RetentionModel> by) {
        return ClientValuation.withDefaults().with(Remaining.POLICY).withRetention(by);
    }

    private Outcome<BookValue> book() {
        return accounts.isEmpty()
                ? Outcome.undefined(Reason.NO_DATA, "no client pays a recurring fee")
                : Outcome.of(valuation(fit)
                        .ofAll(
                                accounts.values().stream().map(Account::account).collect(toImmutableList()),
                                facts.lastDay()));
    }

    Figure figure() {
        Explanation explanation = book.map(value -> Steps.part(value.explain(), "residual"))
                .toOptional()
                .orElseGet(() -> Explanation.builder()
                        .name("residual")
                        .formula("sum over the clients")
                        .value(Explanation.quantity(book, some -> new Quantity.Term("defined")))
                        .build());
        Figure figure = Figure.of("residual-book", explanation)
                .withInterval(
                        Shown.amounts(book.flatMap(BookValue::residualInterval)),
                        book.map(BookValue::level).toOptional().orElse(ConfidenceLevel.P95))
                .withPolicy("horizon", Remaining.horizon())
                .withPolicy("day", Shown.day(facts.lastDay()))
                .withPolicy("model", new Quantity.Term(fit.name()));
        Figure ruled = basis.ruled(figure);
        return book.flatMap(BookValue::residual)
                .toOptional()
                .map(value -> ruled.withReading(Text.phrase(
                        "reading.residual-book",
                        Text.count(accounts.size()),
                        Text.of(Shown.amount(value.multipliedBy(1, accounts.size()))))))
                .orElse(ruled);
    }

    ImmutableList<Table> tables() {
        return book.flatMap(value -> value.residual().map(residual -> table(value, residual)))
                .toOptional()
                .map(ImmutableList::of)
                .orElse(ImmutableList.of());
    }

    private Table table(BookValue value, ExactMoney residual) {
        ImmutableList<RankedClient> top = value.top(SHOWN_CLIENTS);
        ExactMoney shown =
                top.stream().map(RankedClient::residual).reduce(ExactMoney.zero(facts.currency()), ExactMoney::plus);
        return new Table(
                Remaining.caption("table.remaining", top.size(), accounts.size(), residual.minus(shown)),
                ImmutableList.of(
                        Text.phrase("column.client"),
                        Text.phrase("column.monthly-revenue"),
                        Text.phrase("column.tenure"),
                        Text.phrase("column.stays-year"),
                        Text.phrase("column.interval"),
                        Text.phrase("column.remaining-value"),
                        Text.phrase("column.interval")),
                top.stream().map(client -> row(client.client())).collect(toImmutableList()));
    }

    private ImmutableList<Text> row(ClientId client) {
        Account known = Objects.requireNonNull(accounts.get(client), client::value);
        ClientValue value = valuation(quickFit).of(known.account(), facts.lastDay());
        Prediction stays = quickFit.predict(
                "survival",
                Scale.LOGIT,
                model -> model.survivalGiven(
                        RetentionForecast.renewals(known.spell().life()), YEAR));
        return ImmutableList.of(
                Text.plain(facts.name(client)),
                Text.of(Shown.amount(known.revenue())),
                Text.of(Shown.months(known.spell().life().elapsedMonths())),
                Text.of(Shown.share(stays.value())),
                Text.of(Shown.shares(stays.interval())),
                Text.of(Shown.amount(value.residual())),
                Text.of(Shown.amounts(value.residualInterval())));
    }

    /** Returns what all clients together will still bring, if it is known. */
    Optional<ExactMoney> residual() {
        return book.flatMap(BookValue::residual).toOptional();
    }
}
