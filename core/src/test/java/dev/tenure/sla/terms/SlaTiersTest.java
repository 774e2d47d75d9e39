package dev.tenure.sla.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.tenure.money.ExactMoney;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SlaTiersTest {

    private static final CurrencyUnit RUB = CurrencyUnit.of("RUB");

    private static final SlaTiers TIERS = SlaTiers.of(
            SlaTiers.Tier.of("standard", Money.parse("RUB 0")),
            SlaTiers.Tier.of("plus", Money.parse("RUB 10000")),
            SlaTiers.Tier.of("premium", Money.parse("RUB 50000")));

    // laws

    @Property
    void everyDailySpendHasExactlyOneTier(
            @ForAll @Size(min = 1, max = 6) @UniqueElements List<@LongRange(min = 1, max = 1000) Long> bounds,
            @ForAll @LongRange(max = 1100) long spend) {
        ImmutableList.Builder<SlaTiers.Tier> built = ImmutableList.builder();
        built.add(SlaTiers.Tier.of("0", Money.zero(RUB)));
        bounds.stream().sorted().forEach(bound -> built.add(SlaTiers.Tier.of("" + bound, Money.ofMinor(RUB, bound))));
        SlaTiers tiers = new SlaTiers(built.build());
        SlaTiers.Tier tier = tiers.tierOf(Money.ofMinor(RUB, spend));

        long best = 0;
        for (long bound : bounds) {
            best = bound <= spend && bound > best ? bound : best;
        }
        assertEquals(Money.ofMinor(RUB, best), tier.from());
        assertEquals(tier, tiers.tier(tier.name()));
    }

    @Property
    void spendAtRiskOfDowntimesAddsUpExactly(
            @ForAll @LongRange(max = 1_000_000_000L) long minor,
            @ForAll @LongRange(max = 10_000_000_000_000L) long first,
            @ForAll @LongRange(max = 10_000_000_000_000L) long second) {
        Money spend = Money.ofMinor(RUB, minor);
        ExactMoney apart = SpendAtRisk.of(spend, Duration.ofNanos(first))
                .value()
                .plus(SpendAtRisk.of(spend, Duration.ofNanos(second)).value());

        assertEquals(SpendAtRisk.of(spend, Duration.ofNanos(first + second)).value(), apart);
    }

    @Property
    void aDayOfDowntimeRisksTheDailySpend(@ForAll @LongRange(max = Long.MAX_VALUE) long minor) {
        Money spend = Money.ofMinor(RUB, minor);

        assertEquals(
                ExactMoney.of(spend),
                SpendAtRisk.of(spend, Duration.ofHours(24)).value());
    }

    // edges

    @Test
    void tierOf_atABound_isTheUpperTier() {
        assertEquals("standard", TIERS.tierOf(Money.zero(RUB)).name());
        assertEquals("standard", TIERS.tierOf(Money.parse("RUB 9999.99")).name());
        assertEquals("plus", TIERS.tierOf(Money.parse("RUB 10000")).name());
        assertEquals("plus", TIERS.tierOf(Money.parse("RUB 49999.99")).name());
        assertEquals("premium", TIERS.tierOf(Money.parse("RUB 50000")).name());
        assertEquals("premium", TIERS.tierOf(Money.parse("RUB 999999999")).name());
    }

    @Test
    void aSingleTier_holdsEverything() {
        SlaTiers single = SlaTiers.of(SlaTiers.Tier.of("all", Money.zero(RUB)));

        assertEquals("all", single.tierOf(Money.zero(RUB)).name());
        assertEquals("all", single.tierOf(Money.ofMinor(RUB, Long.MAX_VALUE)).name());
        assertEquals(RUB, single.currency());
    }

    @Test
    void tiers_areEqualByTheirTiers() {
        assertTrue(TIERS.equals(new SlaTiers(TIERS.tiers())));
        assertFalse(TIERS.equals(SlaTiers.of(TIERS.tiers().get(0))));
    }

    @Test
    void spendAtRisk_isAnExactFraction() {
        // 48 000 a day for 100 minutes: 48 000 * 100 / 1440 = 10 000 / 3
        ExactMoney risk = SpendAtRisk.of(Money.parse("RUB 48000"), Duration.ofMinutes(100))
                .value();

        assertEquals(BigInteger.valueOf(10_000), risk.numerator());
        assertEquals(BigInteger.valueOf(3), risk.denominator());
        assertEquals(Money.parse("RUB 3333.33"), risk.toMoney(RoundingMode.HALF_UP));
    }

    @Test
    void spendAtRisk_countsNanoseconds() {
        // 86 400 a day is 1 a second
        assertEquals(
                ExactMoney.of(RUB, new BigDecimal("1.000000001")),
                SpendAtRisk.of(Money.parse("RUB 86400"), Duration.ofSeconds(1, 1))
                        .value());
        assertEquals(
                ExactMoney.zero(RUB),
                SpendAtRisk.of(Money.parse("RUB 86400"), Duration.ZERO).value());
    }

    @Test
    void spendAtRisk_ofTheLongestDuration_doesNotOverflow() {
        assertEquals(
                ExactMoney.of(RUB, BigDecimal.valueOf(Long.MAX_VALUE)),
                SpendAtRisk.of(Money.parse("RUB 86400"), Duration.ofSeconds(Long.MAX_VALUE))
                        .value());
    }

    // messages

    @Test
    void tiers_withAGap_sayWhere() {
        assertEquals("tiers must not be empty: []", message(SlaTiers::of));
        assertEquals(
                "tiers must begin at 0: [RUB 0.01]",
                message(() -> SlaTiers.of(SlaTiers.Tier.of("a", Money.parse("RUB 0.01")))));
        assertEquals(
                "tiers must rise: [RUB 0.00, RUB 5.00, RUB 5.00]",
                message(() -> SlaTiers.of(
                        SlaTiers.Tier.of("a", Money.zero(RUB)),
                        SlaTiers.Tier.of("b", Money.parse("RUB 5")),
                        SlaTiers.Tier.of("c", Money.parse("RUB 5")))));
        assertEquals(
                "tiers must be in one currency: [RUB 0.00, USD 5.00]",
                message(() -> SlaTiers.of(
                        SlaTiers.Tier.of("a", Money.zero(RUB)), SlaTiers.Tier.of("b", Money.parse("USD 5")))));
        assertEquals(
                "tiers must have different names: [a, a]",
                message(() -> SlaTiers.of(
                        SlaTiers.Tier.of("a", Money.zero(RUB)), SlaTiers.Tier.of("a", Money.parse("RUB 5")))));
    }

    @Test
    void tier_saysWhatIsWrong() {
        assertEquals("name must not be blank: ' '", message(() -> SlaTiers.Tier.of(" ", Money.zero(RUB))));
        assertEquals(
                "from must not be negative: RUB -0.01", message(() -> SlaTiers.Tier.of("a", Money.parse("RUB -0.01"))));
        assertEquals(
                "name must be that of one of [standard, plus, premium]: 'gold'", message(() -> TIERS.tier("gold")));
    }

    @Test
    void spend_saysWhatIsWrong() {
        assertEquals(
                "dailySpend must be in the currency of the tiers, RUB: USD 5.00",
                message(() -> TIERS.tierOf(Money.parse("USD 5"))));
        assertEquals("dailySpend must not be negative: RUB -5.00", message(() -> TIERS.tierOf(Money.parse("RUB -5"))));
        assertEquals(
                "dailySpend must not be negative: RUB -5.00",
                message(() -> SpendAtRisk.of(Money.parse("RUB -5"), Duration.ZERO)));
        assertEquals(
                "downtime must not be negative: PT-1S",
                message(() -> SpendAtRisk.of(Money.zero(RUB), Duration.ofSeconds(-1))));
    }

    @Test
    void explain_showsTheTiers() {
        assertEquals("""
                SLA tier = plus   [last tier with lower bound <= daily spend; daily spend = RUB 48000.00]
                  standard = RUB 0.00   [lower bound, inclusive]
                  plus = RUB 10000.00   [lower bound, inclusive]
                  premium = RUB 50000.00   [lower bound, inclusive]
                """, TIERS.explain(Money.parse("RUB 48000")).toText());
    }

    @Test
    void explain_roundsOnlyTheText() {
        assertEquals(
                """
                spend at risk = RUB 3333.33   [daily spend * downtime / 24 h; daily spend = RUB 48000.00, \
                downtime = 100.0000 min]
                """,
                SpendAtRisk.of(Money.parse("RUB 48000"), Duration.ofMinutes(100))
                        .explain()
                        .toText());
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }
}
