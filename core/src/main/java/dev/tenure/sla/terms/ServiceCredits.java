package dev.tenure.sla.terms;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.tenure.internal.ValueStyle;
import dev.tenure.money.Ratio;
import dev.tenure.stat.Proportion;
import java.io.Serializable;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * What a month's fee is lowered by when promises were not kept.
 *
 * <p><b>Formula.</b> {@code compliance = (met + forgiven) / decided}, {@code forgiven = min(free breaches, breached)};
 * {@code credit = fee * min(cap, credit of the last tier with compliance below its limit)}.
 *
 * <p><b>Units.</b> Fractions of the month's fee; the credit is an exact amount, and is rounded once, at the end, by
 * {@link #rounding()}.
 *
 * <p><b>Conventions.</b>
 *
 * <ul>
 *   <li>A limit is exclusive: compliance of exactly 99 % has not fallen below 99 %. It is compared as a fraction, without
 *       rounding: 989 999 of 1 000 000 is below 99 %.
 *   <li>Tiers do not add up; the lowest that is reached holds.
 *   <li>Grace: a month with fewer decided promises than {@link #minimumDecided()} earns no credit, and so does one without any;
 *       the first {@link #freeBreaches()} breaches of a month count as kept.
 *   <li>A credit not above {@link #negligible()} lapses, as with cloud providers that issue none up to one dollar.
 * </ul>
 *
 * <p><b>Errors.</b> Tiers that are not in order, fractions out of range and negative counts or amounts are
 * {@link IllegalArgumentException}s.
 *
 * <p><b>Source.</b> The service level agreements of the large cloud providers: AWS Compute (10, 30, 100 %), Google Cloud
 * Functions (10, 25, 50 %).
 */
@ValueStyle
@Value.Immutable
public abstract class ServiceCredits {

    ServiceCredits() {}

    /**
     * A limit of compliance and what falling below it is worth.
     *
     * @param below the share of promises kept below which the tier is reached, a fraction in (0, 1]
     * @param credit the part of the month's fee, a fraction in (0, 1]
     */
    public record Tier(Ratio below, Ratio credit) implements Serializable {

        /**
         * Creates a tier.
         *
         * @param below the share of promises kept below which the tier is reached, a fraction in (0, 1]
         * @param credit the part of the month's fee, a fraction in (0, 1]
         */
        public Tier {
            checkFraction("below", below);
            checkFraction("credit", credit);
        }

        /**
         * Returns a tier.
         *
         * @param below the share of promises kept below which the tier is reached, such as {@code "0.99"}, in (0, 1]
         * @param credit the part of the month's fee, such as {@code "0.05"}, in (0, 1]
         * @return the tier
         * @throws IllegalArgumentException if a fraction is out of range
         * @throws NumberFormatException if a text is no decimal number
         */
        public static Tier of(String below, String credit) {
            return new Tier(Ratio.parse(below), Ratio.parse(credit));
        }
    }

    /**
     * Returns the tiers.
     *
     * @return at least one; limits fall and credits rise from each to the next
     */
    public abstract ImmutableList<Tier> tiers();

    /**
     * Returns the highest part of a month's fee that is given back.
     *
     * @return a fraction in (0, 1]; 1, the whole fee, unless set
     */
    @Value.Default
    public Ratio cap() {
        return Ratio.ONE;
    }

    /**
     * Returns how many promises must have been decided for a month to count.
     *
     * @return the count, 1 or more; 1 unless set
     */
    @Value.Default
    public long minimumDecided() {
        return 1;
    }

    /**
     * Returns how many breaches of a month are forgiven.
     *
     * @return the count, zero or more; 0 unless set
     */
    @Value.Default
    public long freeBreaches() {
        return 0;
    }

    /**
     * Returns the amount up to which a credit lapses.
     *
     * @return the amount, zero or more, inclusive; empty if every credit is due
     */
    public abstract Optional<Money> negligible();

    /**
     * Returns how the credit is rounded to the currency's minor unit.
     *
     * @return the rounding mode; half up unless set
     */
    @Value.Default
    public RoundingMode rounding() {
        return RoundingMode.HALF_UP;
    }

    @Value.Check
    void check() {
        checkArgument(!tiers().isEmpty(), "tiers must not be empty: %s", tiers());
        checkArgument(
                Comparators.isInStrictOrder(Lists.transform(tiers(), Tier::below), Comparator.<Ratio>reverseOrder()),
                "tiers must have falling limits: %s",
                tiers());
        checkArgument(
                Comparators.isInStrictOrder(Lists.transform(tiers(), Tier::credit), Comparator.<Ratio>naturalOrder()),
                "tiers must have rising credits: %s",
                tiers());
        checkFraction("cap", cap());
        checkArgument(minimumDecided() >= 1, "minimumDecided must be positive: %s", minimumDecided());
        checkArgument(freeBreaches() >= 0, "freeBreaches must not be negative: %s", freeBreaches());
        negligible()
                .ifPresent(
                        amount -> checkArgument(!amount.isNegative(), "negligible must not be negative: %s", amount));
    }

    private static void checkFraction(String attribute, Ratio value) {
        checkArgument(
                value.signum() > 0 && value.compareTo(Ratio.ONE) <= 0, "%s must be in (0, 1]: %s", attribute, value);
    }

    /**
     * Computes a month's credit.
     *
     * @param met how many promises were kept of how many decided; of an availability, minutes up of minutes
     * @param fee the month's fee, zero or more
     * @return the credit
     * @throws IllegalArgumentException if the fee is negative or not in the currency of {@link #negligible()}
     */
    public final ServiceCreditResult of(Proportion met, Money fee) {
        checkArgument(!fee.isNegative(), "fee must not be negative: %s", fee);
        negligible()
                .ifPresent(amount -> checkArgument(
                        amount.isSameCurrency(fee),
                        "fee must be in the currency of negligible, %s: %s",
                        amount.getCurrencyUnit(),
                        fee));
        return new ServiceCreditResultBuilder().terms(this).met(met).fee(fee).build();
    }

    /**
     * Returns a builder that holds these terms.
     *
     * @return a new builder
     */
    public final ServiceCreditsBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder; it needs tiers
     */
    public static ServiceCreditsBuilder builder() {
        return new ServiceCreditsBuilder();
    }
}
