package dev.tenure.sla.terms;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import com.google.common.collect.Streams;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.ExplanationBuilder;
import java.io.Serializable;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Which service level a client has, by what it spends on advertising a day: who loses more in an hour of standstill is helped
 * sooner.
 *
 * <p><b>Formula.</b> The tier with the highest lower bound that the daily spend reaches.
 *
 * <p><b>Units.</b> Money a day of 24 hours, all in one currency.
 *
 * <p><b>Conventions.</b> A tier goes from its own lower bound, inclusive, to that of the next, exclusive; the first begins at 0
 * and the last has no end, so that every daily spend has exactly one tier. Nothing is converted between currencies.
 *
 * <p><b>Errors.</b> Without tiers, with a first one that does not begin at 0, with bounds that do not rise, with a name used
 * twice or with two currencies: an {@link IllegalArgumentException}.
 *
 * @param tiers the tiers, lowest first, the first from 0 on; at least one
 */
public record SlaTiers(ImmutableList<Tier> tiers) implements Serializable {

    /**
     * A service level and the daily spend it begins at.
     *
     * @param name what the tier is called, not blank
     * @param from the least daily spend of the tier, inclusive, zero or more
     */
    public record Tier(String name, Money from) implements Serializable {

        /**
         * Creates a tier.
         *
         * @param name what the tier is called, not blank
         * @param from the least daily spend of the tier, zero or more
         */
        public Tier {
            checkArgument(!name.isBlank(), "name must not be blank: '%s'", name);
            checkArgument(!from.isNegative(), "from must not be negative: %s", from);
        }

        /**
         * Returns a tier.
         *
         * @param name what the tier is called, not blank
         * @param from the least daily spend of the tier, zero or more
         * @return the tier
         * @throws IllegalArgumentException if the name is blank or the spend negative
         */
        public static Tier of(String name, Money from) {
            return new Tier(name, from);
        }
    }

    /**
     * Creates tiers.
     *
     * @param tiers the tiers, lowest first, the first from 0 on; at least one
     */
    public SlaTiers {
        checkArgument(!tiers.isEmpty(), "tiers must not be empty: %s", tiers);
        ImmutableList<Money> bounds = tiers.stream().map(Tier::from).collect(ImmutableList.toImmutableList());
        CurrencyUnit currency = bounds.get(0).getCurrencyUnit();
        checkArgument(
                bounds.stream().allMatch(bound -> bound.getCurrencyUnit().equals(currency)),
                "tiers must be in one currency: %s",
                bounds);
        checkArgument(bounds.get(0).isZero(), "tiers must begin at 0: %s", bounds);
        checkArgument(Ordering.natural().isStrictlyOrdered(bounds), "tiers must rise: %s", bounds);
        ImmutableList<String> names = tiers.stream().map(Tier::name).collect(ImmutableList.toImmutableList());
        checkArgument(names.stream().distinct().count() == names.size(), "tiers must have different names: %s", names);
    }

    /**
     * Returns tiers.
     *
     * @param tiers the tiers, lowest first, the first from 0 on; at least one
     * @return the tiers
     * @throws IllegalArgumentException if the tiers leave a gap, are not in order, share a name or differ in currency
     */
    public static SlaTiers of(Tier... tiers) {
        return new SlaTiers(ImmutableList.copyOf(tiers));
    }

    /**
     * Returns the currency of the bounds.
     *
     * @return the currency
     */
    public CurrencyUnit currency() {
        return tiers.get(0).from().getCurrencyUnit();
    }

    /**
     * Returns the tier of a daily spend.
     *
     * @param dailySpend what a client spends on advertising a day, zero or more, in the currency of the tiers
     * @return the tier; there always is one
     * @throws IllegalArgumentException if the spend is negative or in another currency
     */
    public Tier tierOf(Money dailySpend) {
        checkArgument(
                dailySpend.getCurrencyUnit().equals(currency()),
                "dailySpend must be in the currency of the tiers, %s: %s",
                currency(),
                dailySpend);
        checkArgument(!dailySpend.isNegative(), "dailySpend must not be negative: %s", dailySpend);
        return Streams.findLast(tiers.stream().filter(tier -> !tier.from().isGreaterThan(dailySpend)))
                .orElseThrow();
    }

    /**
     * Returns the tier of a name.
     *
     * @param name what the tier is called
     * @return the tier
     * @throws IllegalArgumentException if there is none
     */
    public Tier tier(String name) {
        Objects.requireNonNull(name, "name");
        return tiers.stream()
                .filter(tier -> tier.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("name must be that of one of "
                        + tiers.stream().map(Tier::name).toList() + ": '" + name + "'"));
    }

    /**
     * Explains the tier of a daily spend.
     *
     * @param dailySpend what a client spends on advertising a day, zero or more, in the currency of the tiers
     * @return the tier's name, the spend, and a part for each tier with its lower bound
     * @throws IllegalArgumentException if the spend is negative or in another currency
     */
    public Explanation explain(Money dailySpend) {
        ExplanationBuilder explanation = Explanation.builder()
                .name("SLA tier")
                .formula("last tier with lower bound <= daily spend")
                .value(TermQuantities.term(tierOf(dailySpend).name()))
                .putInput("daily spend", TermQuantities.amount(dailySpend));
        tiers.forEach(tier -> explanation.addPart(Explanation.builder()
                .name(tier.name())
                .formula("lower bound, inclusive")
                .value(TermQuantities.amount(tier.from()))
                .build()));
        return explanation.build();
    }
}
