package dev.tenure.contract;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import dev.tenure.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a result earns above a retainer.
 *
 * <p><b>Conventions.</b> A result is counted above the baseline, which was measured over a fixed span of days and does not move.
 * A tier goes from its own lower limit, inclusive, to the next tier's, exclusive; the first begins at the baseline and the
 * last has no end, so the tiers have neither gap nor overlap. The bonus is never less than the floor nor more than the cap.
 */
@ValueStyle
@Value.Immutable
public abstract class BonusSchedule {

    BonusSchedule() {}

    /**
     * Returns the name of the figure that is rewarded.
     *
     * @return the figure, such as {@code target leads a month}, not blank
     */
    public abstract String kpi();

    /**
     * Returns the system whose figures count, as both parties agreed.
     *
     * @return the source, such as {@code the client's CRM}, not blank
     */
    public abstract String source();

    /**
     * Returns the value above which results are counted.
     *
     * @return the baseline, in the unit of the figure
     */
    public abstract BigDecimal baseline();

    /**
     * Returns the days over which the baseline was measured.
     *
     * @return a span that has an end
     */
    public abstract DateSpan baselinePeriod();

    /**
     * Returns the tiers.
     *
     * @return at least one, lowest first, the first from 0 on, all in one currency
     */
    public abstract ImmutableList<BonusTier> tiers();

    /**
     * Returns the least bonus, which is due even for a result below the baseline.
     *
     * @return the floor, zero or more; no money unless set
     */
    @Value.Default
    public Money floor() {
        return Money.zero(currency());
    }

    /**
     * Returns the highest bonus.
     *
     * @return the cap, not below the floor; empty if the bonus has no limit
     */
    public abstract Optional<Money> cap();

    /**
     * Returns the currency of the bonus.
     *
     * @return the currency
     */
    public final CurrencyUnit currency() {
        checkArgument(!tiers().isEmpty(), "tiers must not be empty: %s", tiers());
        return tiers().get(0).fixed().getCurrencyUnit();
    }

    @Value.Check
    void check() {
        checkArgument(!kpi().isBlank(), "kpi must not be blank: '%s'", kpi());
        checkArgument(!source().isBlank(), "source must not be blank: '%s'", source());
        checkArgument(baselinePeriod().end().isPresent(), "baselinePeriod must have an end: %s", baselinePeriod());
        checkTiers();
        checkLimits();
    }

    private void checkTiers() {
        CurrencyUnit currency = currency();
        ImmutableList<BigDecimal> limits =
                tiers().stream().map(BonusTier::from).collect(ImmutableList.toImmutableList());
        checkArgument(limits.get(0).signum() == 0, "tiers must begin at 0: %s", limits);
        checkArgument(Ordering.natural().isStrictlyOrdered(limits), "tiers must rise: %s", limits);
        checkArgument(
                tiers().stream().allMatch(tier -> tier.fixed().getCurrencyUnit().equals(currency)),
                "tiers must be in one currency: %s",
                tiers());
    }

    private void checkLimits() {
        checkArgument(!floor().isNegative(), "floor must not be negative: %s", floor());
        checkArgument(
                floor().getCurrencyUnit().equals(currency()),
                "floor must be in the currency of the tiers, %s: %s",
                currency(),
                floor());
        cap().ifPresent(this::checkCap);
    }

    private void checkCap(Money cap) {
        checkArgument(
                cap.getCurrencyUnit().equals(currency()),
                "cap must be in the currency of the tiers, %s: %s",
                currency(),
                cap);
        checkArgument(!cap.isLessThan(floor()), "cap must not be below floor %s: %s", floor(), cap);
    }

    /**
     * Returns a builder that holds this schedule's attributes.
     *
     * @return a new builder
     */
    public final BonusScheduleBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static BonusScheduleBuilder builder() {
        return new BonusScheduleBuilder();
    }
}
