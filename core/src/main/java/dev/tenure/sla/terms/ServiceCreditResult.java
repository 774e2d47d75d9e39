package dev.tenure.sla.terms;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.Comparators;
import com.google.common.collect.Streams;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.ExplanationBuilder;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.Proportion;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What a client gets back of a month's fee, and why. Made by {@link ServiceCredits}. */
@ResultStyle
@Value.Immutable
public abstract class ServiceCreditResult {

    ServiceCreditResult() {}

    /**
     * Returns what was agreed.
     *
     * @return the terms
     */
    public abstract ServiceCredits terms();

    /**
     * Returns how many promises were kept of how many decided, before grace.
     *
     * @return the proportion
     */
    public abstract Proportion met();

    /**
     * Returns the month's fee.
     *
     * @return the fee, zero or more
     */
    public abstract Money fee();

    /**
     * Returns how many breaches are forgiven.
     *
     * @return the count, zero or more
     */
    public final long forgiven() {
        return Math.min(terms().freeBreaches(), met().complement().successes());
    }

    /**
     * Returns the share of promises kept, after grace, by which the tier is found.
     *
     * @return a fraction in [0, 1]; undefined ({@link Reason#NO_DATA}) if nothing was decided,
     *     ({@link Reason#TOO_FEW_DATA}) if less than the terms ask for
     */
    public final Outcome<Ratio> compliance() {
        if (met().trials() == 0) {
            return Outcome.undefined(Reason.NO_DATA, "nothing decided");
        }
        return met().trials() < terms().minimumDecided()
                ? Outcome.undefined(Reason.TOO_FEW_DATA, "fewer decided than " + terms().minimumDecided())
                : Outcome.of(Ratio.of(met().successes() + forgiven(), met().trials()));
    }

    /**
     * Returns the tier that is reached.
     *
     * @return the tier; empty if compliance is below no limit, or undefined
     */
    public final Optional<ServiceCredits.Tier> tier() {
        return compliance()
                .toOptional()
                .flatMap(share ->
                        Streams.findLast(terms().tiers().stream().filter(tier -> share.compareTo(tier.below()) < 0)));
    }

    /**
     * Returns the part of the fee that is given back, before a negligible credit lapses.
     *
     * @return a fraction in [0, 1], not above the cap; zero without a tier
     */
    public final Ratio share() {
        return tier().map(ServiceCredits.Tier::credit)
                .map(credit -> Comparators.min(credit, terms().cap()))
                .orElse(Ratio.ZERO);
    }

    /**
     * Returns the credit.
     *
     * @return the exact amount, zero or more; zero without a tier, as in a month in which nothing was decided, because what is
     *     owed is then known
     */
    public final ExactMoney value() {
        return lapses() ? ExactMoney.zero(fee().getCurrencyUnit()) : beforeLapse();
    }

    /**
     * Returns the credit as it is paid.
     *
     * @return the credit, rounded once, as the terms say
     */
    public final Money payable() {
        return value().toMoney(terms().rounding());
    }

    private ExactMoney beforeLapse() {
        return ExactMoney.of(fee()).multipliedBy(share());
    }

    private boolean lapses() {
        return terms().negligible()
                .map(ExactMoney::of)
                .filter(negligible -> beforeLapse().compareTo(negligible) <= 0)
                .isPresent();
    }

    /**
     * Explains the credit.
     *
     * @return the amount, the fee, the part of it, the compliance after grace, and a part for each tier
     */
    public final Explanation explain() {
        ExplanationBuilder explanation = Explanation.builder()
                .name("service credit")
                .formula("fee * min(cap, credit of the last tier with compliance below its limit)")
                .value(TermQuantities.amount(value()))
                .putInput("fee", TermQuantities.amount(fee()))
                .putInput("cap", TermQuantities.share(terms().cap()));
        terms().negligible().ifPresent(amount -> explanation.putInput("lapses up to", TermQuantities.amount(amount)));
        explanation.addPart(explainCompliance());
        terms().tiers().forEach(tier -> explanation.addPart(explain(tier)));
        return explanation.build();
    }

    private Explanation explainCompliance() {
        return Explanation.builder()
                .name("compliance")
                .formula("(met + forgiven) / decided")
                .value(quantity(compliance(), TermQuantities::share))
                .putInput("met", new Quantity.Count(met().successes()))
                .putInput("forgiven", new Quantity.Count(forgiven()))
                .putInput("decided", new Quantity.Count(met().trials()))
                .putInput("least decided", new Quantity.Count(terms().minimumDecided()))
                .build();
    }

    private Explanation explain(ServiceCredits.Tier tier) {
        return Explanation.builder()
                .name("credit below " + TermQuantities.share(tier.below()))
                .formula(tier().filter(tier::equals).isPresent() ? "holds" : "does not hold")
                .value(TermQuantities.share(tier.credit()))
                .build();
    }
}
