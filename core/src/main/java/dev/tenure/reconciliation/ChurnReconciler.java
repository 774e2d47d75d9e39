package dev.tenure.reconciliation;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.contract.Contract;
import dev.tenure.money.Ratio;
import dev.tenure.retention.ChurnCounts;
import dev.tenure.retention.ChurnDenominator;
import dev.tenure.retention.ChurnPolicy;
import dev.tenure.retention.ClientPresence;
import dev.tenure.retention.LogoChurn;
import dev.tenure.retention.LogoChurnResult;
import dev.tenure.retention.PresencePolicy;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Computes why two tools give different logo churn for one book: the difference, split exactly into the rules in which their
 * definitions differ.
 *
 * <p><b>Formula.</b> As of {@link MrrReconciler}, with \(v(S)\) the churn.
 *
 * <p><b>Units.</b> Fractions a period, exact; a difference of 0.01 is one percentage point.
 *
 * <p><b>Conventions.</b> The parts add up to the difference with no remainder. The rules are {@code lost are}, {@code base is},
 * {@code pause}, {@code longest pause} and {@code departure}. A sum of daily rates counts every loss and nothing else, so that
 * against another definition of who is lost the first two are one rule, {@code lost are and base is}. A rate is not a sum over
 * clients, so that the parts are not told apart by contract; the explanation has the counts by both definitions. If any
 * combination of rules that the split needs has no base, there are no parts, and the outcome says which.
 *
 * <p><b>Errors.</b> A period that starts after the day the question is asked is an {@link IllegalArgumentException}, as is a
 * waterfall of rules that are not among these.
 *
 * <p><b>Source.</b> As of {@link Split.Shapley}; the presets of {@link ChurnPolicy} name the tools' published definitions.
 */
public final class ChurnReconciler {

    private static final ChurnReconciler DEFAULTS = new ChurnReconciler(Split.shapley());

    private static final Trait<ChurnPolicy> LOST = new Trait<>(
            "lost are",
            ChurnPolicy::numerator,
            (policy, other) -> ChurnPolicy.of(other.numerator(), policy.denominator()));

    private static final Trait<ChurnPolicy> BASE = new Trait<>(
            "base is",
            ChurnPolicy::denominator,
            (policy, other) -> ChurnPolicy.of(policy.numerator(), other.denominator()));

    private static final Trait<ChurnPolicy> LOST_AND_BASE = new Trait<>(
            "lost are and base is",
            policy -> policy.numerator() + " over " + policy.denominator(),
            (policy, other) -> other);

    private final Split split;

    private ChurnReconciler(Split split) {
        this.split = split;
    }

    /**
     * Returns the calculator that splits by the Shapley value.
     *
     * @return the calculator
     */
    public static ChurnReconciler withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another split.
     *
     * @param way how the difference is split
     * @return the changed calculator
     * @throws IllegalArgumentException if it is a waterfall of other rules
     */
    public ChurnReconciler with(Split way) {
        Rules.checkOrder(Objects.requireNonNull(way, "way"), rules(ImmutableList.of(LOST, BASE, LOST_AND_BASE)));
        return new ChurnReconciler(way);
    }

    /**
     * Reconciles the churn of a period of which only the counts are known.
     *
     * @param counts the counts
     * @param from the first tool's definition
     * @param to the second tool's definition
     * @return the difference and its parts
     */
    public Reconciliation<Ratio> of(ChurnCounts counts, ChurnPolicy from, ChurnPolicy to) {
        return of(
                definition -> LogoChurn.withDefaults().with(definition.churn()).of(counts), alone(from), alone(to));
    }

    /**
     * Reconciles the churn of a period.
     *
     * @param presence who was a client when
     * @param period the period
     * @param asOf the last day whose events are known; what is later is not looked at
     * @param from the first tool's definition
     * @param to the second tool's definition
     * @return the difference and its parts
     * @throws IllegalArgumentException if the period starts after {@code asOf}
     */
    public Reconciliation<Ratio> of(
            ClientPresence presence, ReportingPeriod period, LocalDate asOf, ChurnPolicy from, ChurnPolicy to) {
        return of(
                definition -> LogoChurn.withDefaults().with(definition.churn()).of(presence, period, asOf),
                alone(from),
                alone(to));
    }

    /**
     * Reconciles the churn of a period, pauses and days of departure included.
     *
     * @param contracts the contracts, in any order; all of a client
     * @param period the period
     * @param asOf the last day whose events are known; what is later is not looked at
     * @param from the first tool's definition
     * @param to the second tool's definition
     * @return the difference and its parts
     * @throws IllegalArgumentException if the period starts after {@code asOf}
     */
    public Reconciliation<Ratio> of(
            Iterable<Contract> contracts,
            ReportingPeriod period,
            LocalDate asOf,
            ChurnDefinition from,
            ChurnDefinition to) {
        Map<PresencePolicy, ClientPresence> presences = new HashMap<>();
        return of(
                definition -> LogoChurn.withDefaults()
                        .with(definition.churn())
                        .of(
                                presences.computeIfAbsent(
                                        definition.presence(), policy -> ClientPresence.ofContracts(contracts, policy)),
                                period,
                                asOf),
                from,
                to);
    }

    private Reconciliation<Ratio> of(
            Function<ChurnDefinition, LogoChurnResult> churn, ChurnDefinition from, ChurnDefinition to) {
        LogoChurnResult first = churn.apply(from);
        LogoChurnResult second = churn.apply(to);
        Game<ChurnDefinition, Ratio> game =
                new Game<>(from, to, rules(ratioRules(from.churn(), to.churn())), Scale.Shares.SHARES);
        return new ReconciliationBuilder<Ratio>()
                .figure("logo churn")
                .split(split)
                .fromValue(first.exact())
                .toValue(second.exact())
                .contributions(
                        game.contributions(definition -> churn.apply(definition).exact(), split))
                .fromExplanation(first.explain())
                .toExplanation(second.explain())
                .scale(Scale.Shares.SHARES)
                .build();
    }

    /** A sum of daily rates cannot take another definition of who is lost. */
    private static ImmutableList<Trait<ChurnPolicy>> ratioRules(ChurnPolicy from, ChurnPolicy to) {
        boolean isDaily = from.denominator() == ChurnDenominator.SUM_OF_DAILY_RATES
                || to.denominator() == ChurnDenominator.SUM_OF_DAILY_RATES;
        return isDaily && LOST.differs(from, to) ? ImmutableList.of(LOST_AND_BASE) : ImmutableList.of(LOST, BASE);
    }

    private static ImmutableList<Trait<ChurnDefinition>> rules(ImmutableList<Trait<ChurnPolicy>> ratioRules) {
        ImmutableList.Builder<Trait<ChurnDefinition>> rules = ImmutableList.builder();
        ratioRules.forEach(rule -> rules.add(rule.within(
                ChurnDefinition::churn, (definition, churn) -> ChurnDefinition.of(churn, definition.presence()))));
        Rules.PRESENCE.forEach(rule -> rules.add(rule.within(
                ChurnDefinition::presence,
                (definition, presence) -> ChurnDefinition.of(definition.churn(), presence))));
        return rules.build();
    }

    private static ChurnDefinition alone(ChurnPolicy policy) {
        return ChurnDefinition.of(policy, PresencePolicy.CENSORED);
    }
}
