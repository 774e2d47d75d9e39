package dev.tenure.sla.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.Proportion;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceCreditsTest {

    private static final Money FEE = Money.parse("RUB 100000");

    private static final ServiceCredits TERMS = ServiceCredits.builder()
            .addTiers(ServiceCredits.Tier.of("0.99", "0.05"), ServiceCredits.Tier.of("0.95", "0.10"))
            .build();

    // golden: the credit tables of cloud providers

    static Stream<JsonNode> agreements() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ServiceCreditsTest.class.getResourceAsStream("published-service-credits.json"))) {
            return new ObjectMapper().readTree(in).get("agreements").valueStream();
        }
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void publishedTables_areMet(JsonNode agreement) {
        ServiceCreditsBuilder terms = ServiceCredits.builder();
        agreement
                .get("tiers")
                .forEach(tier -> terms.addTier(
                        ServiceCredits.Tier.of(tier.get(0).asText(), tier.get(1).asText())));
        ServiceCredits credits = terms.build();
        for (JsonNode row : agreement.get("cases")) {
            long met = new BigDecimal(row.get(0).asText()).movePointRight(5).longValueExact();
            Ratio share = Ratio.parse(row.get(1).asText());
            ServiceCreditResult result = credits.of(Proportion.of(met, 100_000), FEE);

            assertEquals(share, result.share(), row.toString());
            assertEquals(ExactMoney.of(FEE).multipliedBy(share), result.value(), row.toString());
        }
    }

    @Test
    void aCreditOfOneDollar_isNotIssued_oneCentMoreIs() {
        ServiceCredits optimizer = ServiceCredits.builder()
                .addTier(ServiceCredits.Tier.of("0.999", "0.10"))
                .negligible(Money.parse("USD 1"))
                .build();
        Proportion met = Proportion.of(99, 100);

        assertEquals(
                Money.parse("USD 0"), optimizer.of(met, Money.parse("USD 10")).payable());
        assertEquals(
                Money.parse("USD 1.01"),
                optimizer.of(met, Money.parse("USD 10.10")).payable());
        // 1.001 is more than 1 before it is rounded
        assertEquals(
                Money.parse("USD 1.00"),
                optimizer.of(met, Money.parse("USD 10.01")).payable());
    }

    // laws

    @Property
    void theCreditNeverFallsWhenMorePromisesAreBroken(
            @ForAll @LongRange(min = 1, max = 2000) long decided,
            @ForAll @LongRange(max = 2000) long breached,
            @ForAll @IntRange(max = 5) int free) {
        long broken = Math.min(breached, decided - 1);
        ServiceCredits terms = TERMS.toBuilder().freeBreaches(free).build();

        assertTrue(terms.of(Proportion.of(decided - broken, decided), FEE)
                        .value()
                        .compareTo(terms.of(Proportion.of(decided - broken - 1, decided), FEE)
                                .value())
                <= 0);
    }

    @Property
    void theCreditIsThePartOfTheFee_andNeverAboveTheCap(
            @ForAll @LongRange(max = 1000) long met,
            @ForAll @LongRange(max = 1_000_000_000L) long minor,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        ServiceCredits terms = TERMS.toBuilder().cap(Ratio.of(percent, 100)).build();
        Money fee = Money.ofMinor(FEE.getCurrencyUnit(), minor);
        ServiceCreditResult result = terms.of(Proportion.of(met, 1000), fee);
        // in thousandths of the fee
        long tier = met < 950 ? 100 : met < 990 ? 50 : 0;

        assertEquals(ExactMoney.of(fee).multipliedBy(Math.min(tier, percent * 10L), 1000), result.value());
        assertEquals(result.value().toMoney(RoundingMode.HALF_UP), result.payable());
    }

    @Property
    void freeBreachesCountAsKept(@ForAll @LongRange(max = 30) long breached, @ForAll @IntRange(max = 30) int free) {
        ServiceCreditResult result =
                TERMS.toBuilder().freeBreaches(free).build().of(Proportion.of(30 - breached, 30), FEE);

        assertEquals(Outcome.of(Ratio.of(30 - Math.max(0, breached - free), 30)), result.compliance());
    }

    // edges

    @Test
    void aLimit_isExclusive() {
        assertEquals(Optional.empty(), TERMS.of(Proportion.of(99, 100), FEE).tier());
        assertEquals(
                Optional.of(TERMS.tiers().get(0)),
                TERMS.of(Proportion.of(989_999, 1_000_000), FEE).tier());
        assertEquals(
                Optional.of(TERMS.tiers().get(0)),
                TERMS.of(Proportion.of(95, 100), FEE).tier());
        assertEquals(
                Optional.of(TERMS.tiers().get(1)),
                TERMS.of(Proportion.of(949, 1000), FEE).tier());
        assertEquals(
                Optional.of(TERMS.tiers().get(1)),
                TERMS.of(Proportion.of(0, 1), FEE).tier());
    }

    @Test
    void nothingDecided_earnsNoCredit() {
        ServiceCreditResult result = TERMS.of(Proportion.of(0, 0), FEE);

        assertEquals(Outcome.<Ratio>undefined(Reason.NO_DATA, "nothing decided"), result.compliance());
        assertEquals(Optional.empty(), result.tier());
        assertEquals(Ratio.ZERO, result.share());
        assertEquals(Money.parse("RUB 0"), result.payable());
    }

    @Test
    void tooFewDecided_earnNoCredit() {
        ServiceCredits terms = TERMS.toBuilder().minimumDecided(20).build();

        assertEquals(
                Outcome.<Ratio>undefined(Reason.TOO_FEW_DATA, "fewer decided than 20"),
                terms.of(Proportion.of(0, 19), FEE).compliance());
        assertEquals(Money.parse("RUB 0"), terms.of(Proportion.of(0, 19), FEE).payable());
        assertEquals(
                Money.parse("RUB 10000"), terms.of(Proportion.of(0, 20), FEE).payable());
    }

    @Test
    void freeBreaches_forgiveNoMoreThanThereAre() {
        ServiceCredits terms = TERMS.toBuilder().freeBreaches(2).build();

        assertEquals(1, terms.of(Proportion.of(9, 10), FEE).forgiven());
        assertEquals(2, terms.of(Proportion.of(8, 10), FEE).forgiven());
        assertEquals(2, terms.of(Proportion.of(7, 10), FEE).forgiven());
        assertEquals(0, terms.of(Proportion.of(10, 10), FEE).forgiven());
    }

    @Test
    void rounding_isThatOfTheTerms_andHappensOnce() {
        Money fee = Money.parse("RUB 0.10");
        Proportion met = Proportion.of(96, 100);

        assertEquals(ExactMoney.of(fee).multipliedBy(1, 20), TERMS.of(met, fee).value());
        assertEquals(Money.parse("RUB 0.01"), TERMS.of(met, fee).payable());
        assertEquals(
                Money.parse("RUB 0.00"),
                TERMS.toBuilder()
                        .rounding(RoundingMode.HALF_EVEN)
                        .build()
                        .of(met, fee)
                        .payable());
    }

    @Test
    void aWholeFee_andNoFee() {
        ServiceCredits all = ServiceCredits.builder()
                .addTier(ServiceCredits.Tier.of("1", "1"))
                .build();

        assertEquals(FEE, all.of(Proportion.of(0, 1), FEE).payable());
        assertEquals(Money.parse("RUB 0"), all.of(Proportion.of(1, 1), FEE).payable());
        assertEquals(
                Money.parse("RUB 0"),
                all.of(Proportion.of(0, 1), Money.parse("RUB 0")).payable());
    }

    // messages

    @Test
    void tiers_sayWhatIsWrong() {
        assertEquals("below must be in (0, 1]: 0", message(() -> ServiceCredits.Tier.of("0", "0.1")));
        assertEquals("below must be in (0, 1]: 101/100", message(() -> ServiceCredits.Tier.of("1.01", "0.1")));
        assertEquals("credit must be in (0, 1]: 0", message(() -> ServiceCredits.Tier.of("0.9", "0")));
        assertEquals("credit must be in (0, 1]: 2", message(() -> ServiceCredits.Tier.of("0.9", "2")));
        assertEquals(
                "tiers must not be empty: []",
                message(() -> ServiceCredits.builder().build()));
        assertEquals(
                "tiers must have falling limits: [Tier[below=9/10, credit=1/10], Tier[below=9/10, credit=1/5]]",
                message(() -> ServiceCredits.builder()
                        .addTiers(ServiceCredits.Tier.of("0.9", "0.1"), ServiceCredits.Tier.of("0.9", "0.2"))
                        .build()));
        assertEquals(
                "tiers must have rising credits: [Tier[below=9/10, credit=1/5], Tier[below=4/5, credit=1/5]]",
                message(() -> ServiceCredits.builder()
                        .addTiers(ServiceCredits.Tier.of("0.9", "0.2"), ServiceCredits.Tier.of("0.8", "0.2"))
                        .build()));
    }

    @Test
    void terms_sayWhatIsWrong() {
        assertEquals(
                "cap must be in (0, 1]: 0",
                message(() -> TERMS.toBuilder().cap(Ratio.ZERO).build()));
        assertEquals(
                "minimumDecided must be positive: 0",
                message(() -> TERMS.toBuilder().minimumDecided(0).build()));
        assertEquals(
                "freeBreaches must not be negative: -1",
                message(() -> TERMS.toBuilder().freeBreaches(-1).build()));
        assertEquals(
                "negligible must not be negative: RUB -1.00",
                message(() ->
                        TERMS.toBuilder().negligible(Money.parse("RUB -1")).build()));
    }

    @Test
    void fee_saysWhatIsWrong() {
        assertEquals(
                "fee must not be negative: RUB -1.00",
                message(() -> TERMS.of(Proportion.of(1, 1), Money.parse("RUB -1"))));
        assertEquals(
                "fee must be in the currency of negligible, USD: RUB 100000.00",
                message(() -> TERMS.toBuilder()
                        .negligible(Money.parse("USD 1"))
                        .build()
                        .of(Proportion.of(1, 1), FEE)));
    }

    @Test
    void explain_showsTheTiers() {
        assertEquals(
                """
                service credit = RUB 5000.00   [fee * min(cap, credit of the last tier with compliance below its limit); \
                fee = RUB 100000.00, cap = 100.00%]
                  compliance = 97.50%   [(met + forgiven) / decided; met = 38, forgiven = 1, decided = 40, least decided = 20]
                  credit below 99.00% = 5.00%   [holds]
                  credit below 95.00% = 10.00%   [does not hold]
                """,
                TERMS.toBuilder()
                        .minimumDecided(20)
                        .freeBreaches(1)
                        .build()
                        .of(Proportion.of(38, 40), FEE)
                        .explain()
                        .toText());
    }

    @Test
    void explain_saysWhatLapsed() {
        assertEquals(
                """
                service credit = RUB 0.00   [fee * min(cap, credit of the last tier with compliance below its limit); \
                fee = RUB 100.00, cap = 3.00%, lapses up to = RUB 3.00]
                  compliance = 90.00%   [(met + forgiven) / decided; met = 9, forgiven = 0, decided = 10, least decided = 1]
                  credit below 99.00% = 5.00%   [does not hold]
                  credit below 95.00% = 10.00%   [holds]
                """,
                TERMS.toBuilder()
                        .cap(Ratio.parse("0.03"))
                        .negligible(Money.parse("RUB 3"))
                        .build()
                        .of(Proportion.of(9, 10), Money.parse("RUB 100"))
                        .explain()
                        .toText());
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }
}
