package dev.tenure.revenue;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collector;
import org.joda.money.CurrencyUnit;

/**
 * Computes revenue at risk: how much of what clients pay may be gone at the end of a time, by how likely each of them is to
 * leave.
 *
 * <p><b>Formula.</b> With \(w_i\) what client \(i\) pays and \(p_i\) the probability that it leaves, independently of the others,
 * the loss is \(L = \sum_i w_i B_i\) with \(P(B_i = 1) = p_i\), and
 *
 * <p>\[ E L = \sum_i w_i p_i, \qquad \operatorname{Var} L = \sum_i w_i^2 p_i (1 - p_i). \]
 *
 * <p>The expected loss is exact, and so is each client's part of it. The distribution is that of all sums, by
 * {@link LossMethod}; the interval is a prediction interval, from the quantile at half of alpha to that at one less half of
 * alpha, so that no more than half of alpha lies beyond either limit.
 *
 * <p>With one probability for all, known from \(x\) of \(n\) clients that left, the distribution is averaged over what \(p\)
 * may be: Beta\((x + 1/2,\, n - x + 1/2)\), the posterior under Jeffreys's prior, at the middles of 64 equally likely parts.
 * The expected loss is at \(x/n\), the mean of that distribution at \((x + 1/2)/(n + 1)\).
 *
 * <p><b>Units.</b> Money in the unit of the revenue, a month for monthly recurring revenue; probabilities in [0, 1].
 *
 * <p><b>Conventions.</b> A client leaves whole or stays whole. That clients leave independently is an assumption: a crisis that
 * takes many at once makes the true interval wider. The revenue at risk of no clients is nothing. An interval holds the loss at
 * least as often as its level says, because sums are discrete.
 *
 * <p><b>Errors.</b> A negative amount, a probability outside [0, 1], or two probabilities for one client are an
 * {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> R. Kaas, M. Goovaerts, J. Dhaene and M. Denuit, <i>Modern Actuarial Risk Theory</i>, 2nd ed., Springer 2008,
 * chapter 2, the individual risk model; H. U. Gerber and D. A. Jones, "Some Practical Considerations in Connection with the
 * Calculation of Stop-Loss Premiums", <i>Transactions of the Society of Actuaries</i> 28 (1976), 215-231, on the grid.
 */
public final class RevenueAtRisk {

    private final CurrencyUnit currency;
    private final ConfidenceLevel level;
    private final ProportionInterval method;

    private RevenueAtRisk(CurrencyUnit currency, ConfidenceLevel level, ProportionInterval method) {
        this.currency = currency;
        this.level = level;
        this.method = method;
    }

    /**
     * Returns the calculator with intervals at 95 %, Wilson's for a probability that was counted.
     *
     * @param currency the currency of the report
     * @return the calculator
     */
    public static RevenueAtRisk withDefaults(CurrencyUnit currency) {
        return new RevenueAtRisk(
                Objects.requireNonNull(currency, "currency"), ConfidenceLevel.P95, ProportionInterval.WILSON);
    }

    /**
     * Returns this calculator with another level.
     *
     * @param confidence how likely the loss lies in its interval
     * @return the changed calculator
     */
    public RevenueAtRisk with(ConfidenceLevel confidence) {
        return new RevenueAtRisk(currency, Objects.requireNonNull(confidence, "confidence"), method);
    }

    /**
     * Returns this calculator with another method for the interval of a probability that was counted.
     *
     * @param interval the method, one that stays within [0, 1]
     * @return the changed calculator
     */
    public RevenueAtRisk with(ProportionInterval interval) {
        return new RevenueAtRisk(currency, level, Objects.requireNonNull(interval, "interval"));
    }

    /**
     * Computes the revenue at risk of clients whose probabilities are known.
     *
     * @param clients the clients, in any order; the amounts of one client are added up
     * @param <K> what tells clients apart, such as an identifier
     * @return the revenue at risk
     * @throws IllegalArgumentException if a client comes with two probabilities
     */
    public <K extends Comparable<K> & Serializable> RevenueAtRiskResult<K> of(Iterable<ClientRisk<K>> clients) {
        RevenueAtRiskAccumulator<K> accumulator = accumulator();
        clients.forEach(accumulator::add);
        return accumulator.result();
    }

    /**
     * Computes the revenue at risk if every client leaves with the same probability, as uncertain as the counts it comes from.
     *
     * @param revenues what each client pays, zero or more, in one currency
     * @param left how many of how many clients left in as long a time, such as {@code LogoChurnResult.proportion()} gives
     * @param <K> what tells clients apart, such as an identifier
     * @return the revenue at risk; undefined ({@link Reason#NO_DATA}) if no client was observed
     * @throws IllegalArgumentException if an amount is negative
     */
    public <K extends Comparable<K> & Serializable> Outcome<RevenueAtRiskResult<K>> of(
            Map<K, ExactMoney> revenues, Proportion left) {
        if (left.trials() == 0) {
            return Outcome.undefined(Reason.NO_DATA, "no clients observed");
        }
        Ratio share = Ratio.of(left.successes(), left.trials());
        ImmutableList<ClientRisk<K>> clients = revenues.entrySet().stream()
                .map(entry -> ClientRisk.of(entry.getKey(), entry.getValue(), share))
                .sorted(RevenueAtRiskAccumulator.largestFirst())
                .collect(ImmutableList.toImmutableList());
        return Outcome.of(result(clients, Optional.of(left)));
    }

    /**
     * Returns an empty accumulator, for clients that arrive row by row or on several machines.
     *
     * @param <K> what tells clients apart, such as a number or an identifier
     * @return a new accumulator
     */
    public <K extends Comparable<K> & Serializable> RevenueAtRiskAccumulator<K> accumulator() {
        return new RevenueAtRiskAccumulator<>(currency, level, method);
    }

    /**
     * Returns a collector of clients whose probabilities are known.
     *
     * @param <K> what tells clients apart, such as a number or an identifier
     * @return a collector over {@link #accumulator()}
     */
    public <K extends Comparable<K> & Serializable> Collector<ClientRisk<K>, ?, RevenueAtRiskResult<K>> collector() {
        return Collector.of(
                () -> this.<K>accumulator(),
                RevenueAtRiskAccumulator::add,
                RevenueAtRiskAccumulator::merge,
                RevenueAtRiskAccumulator::result,
                Collector.Characteristics.UNORDERED);
    }

    private <K> RevenueAtRiskResult<K> result(ImmutableList<ClientRisk<K>> clients, Optional<Proportion> left) {
        return new RevenueAtRiskResultBuilder<K>()
                .clients(clients)
                .currency(currency)
                .level(level)
                .intervalMethod(method)
                .left(left)
                .build();
    }
}
