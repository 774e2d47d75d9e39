package dev.tenure.reconciliation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.tenure.contract.Contract;
import dev.tenure.money.Ratio;
import dev.tenure.revenue.ExchangeRates;
import dev.tenure.revenue.MonthlyRecurringRevenue;
import dev.tenure.revenue.RevenueMovements;
import dev.tenure.revenue.RevenueMovementsResult;
import dev.tenure.revenue.RevenueRetention;
import dev.tenure.revenue.RevenueRetentionPolicy;
import dev.tenure.revenue.RevenueRetentionResult;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.joda.money.CurrencyUnit;

/**
 * Computes why two tools give different revenue retention (NRR, GRR) or revenue churn for one book: the difference, split exactly
 * into the rules in which their definitions differ.
 *
 * <p><b>Formula.</b> As of {@link MrrReconciler}, with \(v(S)\) the retention.
 *
 * <p><b>Units.</b> Fractions of the opening revenue, exact; a difference of 0.01 is one percentage point.
 *
 * <p><b>Conventions.</b> The parts add up to the difference with no remainder. The rules are {@code method}; those of
 * {@link MrrReconciler}; {@code mode}, {@code same period} and {@code reactivation}; {@code reactivations}, {@code contractions},
 * {@code indexations} and {@code pauses in retention}. A share is not a sum over contracts, so that the parts are not told apart
 * by contract; the explanation has the amounts by both definitions. If any combination of rules that the split needs has no opening
 * revenue, there are no parts, and the outcome says which.
 *
 * <p><b>Errors.</b> Definitions that differ in more than 12 rules are an {@link IllegalArgumentException}, because the Shapley value
 * needs all their combinations; a waterfall takes any number. A contract in another currency without a rate is one, too.
 *
 * <p><b>Source.</b> As of {@link Split.Shapley}; the presets of the policies name the tools' published rules.
 */
public final class RetentionReconciler {

    private static final ImmutableList<Trait<RetentionDefinition>> RULES = rules();

    private final Split split;
    private final ExchangeRates rates;
    private final RetentionFigure figure;

    private RetentionReconciler(Split split, ExchangeRates rates, RetentionFigure figure) {
        this.split = split;
        this.rates = rates;
        this.figure = figure;
    }

    /**
     * Returns the calculator for net retention that splits by the Shapley value and has no exchange rates.
     *
     * @param currency the currency of the report
     * @return the calculator
     */
    public static RetentionReconciler withDefaults(CurrencyUnit currency) {
        return new RetentionReconciler(Split.shapley(), ExchangeRates.none(currency), RetentionFigure.NET);
    }

    /**
     * Returns this calculator for another figure.
     *
     * @param which the figure
     * @return the changed calculator
     */
    public RetentionReconciler with(RetentionFigure which) {
        return new RetentionReconciler(split, rates, Objects.requireNonNull(which, "which"));
    }

    /**
     * Returns this calculator with another split.
     *
     * @param way how the difference is split
     * @return the changed calculator
     * @throws IllegalArgumentException if it is a waterfall of other rules
     */
    public RetentionReconciler with(Split way) {
        Rules.checkOrder(Objects.requireNonNull(way, "way"), RULES);
        return new RetentionReconciler(way, rates, figure);
    }

    /**
     * Returns this calculator with other exchange rates.
     *
     * @param exchange the rates; their base is the currency of the report
     * @return the changed calculator
     */
    public RetentionReconciler with(ExchangeRates exchange) {
        return new RetentionReconciler(split, Objects.requireNonNull(exchange, "exchange"), figure);
    }

    /**
     * Reconciles the figure of a period of which only the movements are known.
     *
     * @param movements the movements
     * @param from what counts as retained by the first tool
     * @param to what counts as retained by the second tool
     * @return the difference and its parts
     */
    public Reconciliation<Ratio> of(
            RevenueMovementsResult movements, RevenueRetentionPolicy from, RevenueRetentionPolicy to) {
        return of(
                definition -> RevenueRetention.withDefaults()
                        .with(definition.retention())
                        .of(movements),
                RetentionDefinition.STANDARD.with(from),
                RetentionDefinition.STANDARD.with(to));
    }

    /**
     * Reconciles the figure from the state of one day to the state of another.
     *
     * @param contracts all contracts of all clients, in any order, also those that are over
     * @param opening the earlier day; the eve of a period
     * @param closing the later day
     * @param from the first tool's definition
     * @param to the second tool's definition
     * @return the difference and its parts
     * @throws IllegalArgumentException if {@code closing} is not after {@code opening}, a contract's currency has no rate, or the
     *     definitions differ in too many rules for the Shapley value
     */
    public Reconciliation<Ratio> of(
            Iterable<Contract> contracts,
            LocalDate opening,
            LocalDate closing,
            RetentionDefinition from,
            RetentionDefinition to) {
        checkArgument(closing.isAfter(opening), "closing must be after opening %s: %s", opening, closing);
        return of(new Book(ImmutableList.copyOf(contracts), opening, closing), from, to);
    }

    private Reconciliation<Ratio> of(Retention retention, RetentionDefinition from, RetentionDefinition to) {
        RevenueRetentionResult first = retention.by(from);
        RevenueRetentionResult second = retention.by(to);
        Game<RetentionDefinition, Ratio> game = new Game<>(from, to, RULES, Scale.Shares.SHARES);
        return new ReconciliationBuilder<Ratio>()
                .figure(figure.words())
                .split(split)
                .fromValue(figure.of(first))
                .toValue(figure.of(second))
                .contributions(game.contributions(definition -> figure.of(retention.by(definition)), split))
                .fromExplanation(first.explain())
                .toExplanation(second.explain())
                .scale(Scale.Shares.SHARES)
                .build();
    }

    private static ImmutableList<Trait<RetentionDefinition>> rules() {
        ImmutableList.Builder<Trait<RetentionDefinition>> rules = ImmutableList.builder();
        rules.add(new Trait<>(
                "method", RetentionDefinition::method, (definition, other) -> definition.with(other.method())));
        Rules.MRR.forEach(rule -> rules.add(rule.within(RetentionDefinition::mrr, RetentionDefinition::with)));
        Rules.MOVEMENTS.forEach(
                rule -> rules.add(rule.within(RetentionDefinition::movements, RetentionDefinition::with)));
        Rules.RETENTION.forEach(
                rule -> rules.add(rule.within(RetentionDefinition::retention, RetentionDefinition::with)));
        return rules.build();
    }

    /** Gives the retention by a definition. */
    private interface Retention {
        RevenueRetentionResult by(RetentionDefinition definition);
    }

    /** Contracts, whose movements are computed once for all rules that do not touch them. */
    private final class Book implements Retention {

        private final ImmutableList<Contract> contracts;
        private final LocalDate opening;
        private final LocalDate closing;
        private final Map<RetentionDefinition, RevenueMovementsResult> movements = new HashMap<>();

        Book(ImmutableList<Contract> contracts, LocalDate opening, LocalDate closing) {
            this.contracts = contracts;
            this.opening = opening;
            this.closing = closing;
        }

        @Override
        public RevenueRetentionResult by(RetentionDefinition definition) {
            RevenueRetention retention = RevenueRetention.withDefaults().with(definition.retention());
            return definition.method() == RetentionMethod.SNAPSHOTS
                    ? retention.of(contracts, opening, closing, revenue(definition))
                    : retention.of(movements.computeIfAbsent(
                            definition.with(RevenueRetentionPolicy.STANDARD), this::movements));
        }

        private RevenueMovementsResult movements(RetentionDefinition definition) {
            return RevenueMovements.withDefaults(rates.base())
                    .with(definition.mrr())
                    .with(definition.movements())
                    .with(rates)
                    .of(contracts, opening, closing);
        }

        private MonthlyRecurringRevenue revenue(RetentionDefinition definition) {
            return MonthlyRecurringRevenue.withDefaults(rates.base())
                    .with(definition.mrr())
                    .with(rates);
        }
    }
}
