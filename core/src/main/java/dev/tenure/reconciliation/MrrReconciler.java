package dev.tenure.reconciliation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.contract.Contract;
import dev.tenure.contract.ContractId;
import dev.tenure.explain.Outcome;
import dev.tenure.money.ExactMoney;
import dev.tenure.revenue.ExchangeRates;
import dev.tenure.revenue.MonthlyRecurringRevenue;
import dev.tenure.revenue.MrrPolicy;
import dev.tenure.revenue.MrrResult;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/**
 * Computes why two tools give different monthly recurring revenue (MRR) for one book: the difference, split exactly into the rules
 * in which their policies differ, and each rule's part into the contracts it concerns.
 *
 * <p><b>Formula.</b> With \(v(S)\) the revenue by the first policy with the rules of the set \(S\) taken from the second, and
 * \(k\) rules in which they differ, rule \(i\) gets
 *
 * <p>\[ \varphi_i = \sum_{S \not\ni i} \frac{|S|!\,(k - 1 - |S|)!}{k!} \bigl(v(S \cup \{i\}) - v(S)\bigr), \qquad
 * \sum_i \varphi_i = v(\text{all}) - v(\emptyset), \]
 *
 * <p>or what it changes at its step of a {@link Split.Waterfall}.
 *
 * <p><b>Units.</b> Money a month, as exact fractions.
 *
 * <p><b>Conventions.</b> The parts add up to the difference with no remainder. Equal policies have no parts; a rule that differs
 * and changes nothing has a part of zero. By the Shapley value the order of the rules does not matter, and swapping the policies
 * turns every sign. The rules are {@code weeks}, {@code days}, {@code discounts}, {@code taxes}, {@code pauses},
 * {@code currencies}, {@code refunds} and {@code past due}.
 *
 * <p><b>Errors.</b> A contract in another currency without a rate is an {@link IllegalArgumentException}, as is a waterfall of rules
 * that are not among these.
 *
 * <p><b>Source.</b> As of {@link Split.Shapley}; the presets of {@link MrrPolicy} name the tools' published rules.
 */
public final class MrrReconciler {

    private final Split split;
    private final ExchangeRates rates;

    private MrrReconciler(Split split, ExchangeRates rates) {
        this.split = split;
        this.rates = rates;
    }

    /**
     * Returns the calculator that splits by the Shapley value and has no exchange rates.
     *
     * @param currency the currency of the report
     * @return the calculator
     */
    public static MrrReconciler withDefaults(CurrencyUnit currency) {
        return new MrrReconciler(Split.shapley(), ExchangeRates.none(currency));
    }

    /**
     * Returns this calculator with another split.
     *
     * @param way how the difference is split
     * @return the changed calculator
     * @throws IllegalArgumentException if it is a waterfall of other rules
     */
    public MrrReconciler with(Split way) {
        Rules.checkOrder(Objects.requireNonNull(way, "way"), Rules.MRR);
        return new MrrReconciler(way, rates);
    }

    /**
     * Returns this calculator with other exchange rates.
     *
     * @param exchange the rates; their base is the currency of the report
     * @return the changed calculator
     */
    public MrrReconciler with(ExchangeRates exchange) {
        return new MrrReconciler(split, Objects.requireNonNull(exchange, "exchange"));
    }

    /**
     * Reconciles the revenue of a day.
     *
     * @param contracts the contracts, in any order
     * @param asOf the day
     * @param from what counts as revenue by the first tool
     * @param to what counts as revenue by the second tool
     * @return the difference and its parts
     * @throws IllegalArgumentException if a contract's currency has no rate on the day
     */
    public Reconciliation<ExactMoney> of(Iterable<Contract> contracts, LocalDate asOf, MrrPolicy from, MrrPolicy to) {
        ImmutableList<Contract> book = ImmutableList.copyOf(contracts);
        MrrResult first = revenue(from).of(book, asOf);
        MrrResult second = revenue(to).of(book, asOf);
        return new ReconciliationBuilder<ExactMoney>()
                .figure("monthly recurring revenue")
                .split(split)
                .fromValue(Outcome.of(first.value()))
                .toValue(Outcome.of(second.value()))
                .contributions(Outcome.of(contributions(book, asOf, from, to)))
                .fromExplanation(first.explain())
                .toExplanation(second.explain())
                .scale(new Scale.Amounts(rates.base()))
                .build();
    }

    /** Revenue is a sum over contracts, and so is every part of its difference. */
    private ImmutableList<RuleContribution<ExactMoney>> contributions(
            ImmutableList<Contract> book, LocalDate asOf, MrrPolicy from, MrrPolicy to) {
        Scale<ExactMoney> scale = new Scale.Amounts(rates.base());
        Game<MrrPolicy, ExactMoney> game = new Game<>(from, to, Rules.MRR, scale);
        List<Map<ContractId, ExactMoney>> byRule = Stream.generate(LinkedHashMap<ContractId, ExactMoney>::new)
                .limit(game.size())
                .collect(Collectors.toList());
        for (Contract contract : book) {
            ImmutableList<ExactMoney> parts = game.parts(
                            policy -> Outcome.of(
                                    revenue(policy).of(contract, asOf).value()),
                            split)
                    .orElseThrow();
            for (int rule = 0; rule < parts.size(); rule++) {
                if (parts.get(rule).signum() != 0) {
                    byRule.get(rule).merge(contract.id(), parts.get(rule), ExactMoney::plus);
                }
            }
        }
        return IntStream.range(0, game.size())
                .mapToObj(rule -> game.contribution(
                        rule,
                        byRule.get(rule).values().stream().reduce(scale.zero(), ExactMoney::plus),
                        ImmutableMap.copyOf(byRule.get(rule))))
                .collect(ImmutableList.toImmutableList());
    }

    private MonthlyRecurringRevenue revenue(MrrPolicy policy) {
        return MonthlyRecurringRevenue.withDefaults(rates.base()).with(policy).with(rates);
    }
}
