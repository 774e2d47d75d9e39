package dev.tenure.revenue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Outcome;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/revenue-at-risk.md}. */
class RevenueAtRiskWorkedExampleTest {

    @Test
    void aQuarterOfAnAgencyWithFiveClients() {
        CurrencyUnit rubles = CurrencyUnit.of("RUB");
        ImmutableMap<String, ExactMoney> book = ImmutableMap.of(
                "alpha", ExactMoney.of(Money.parse("RUB 400000")),
                "beta", ExactMoney.of(Money.parse("RUB 250000")),
                "gamma", ExactMoney.of(Money.parse("RUB 150000")),
                "delta", ExactMoney.of(Money.parse("RUB 120000")),
                "omega", ExactMoney.of(Money.parse("RUB 80000")));

        // each client has its own probability of leaving within the quarter
        RevenueAtRiskResult<String> known = RevenueAtRisk.withDefaults(rubles)
                .of(ImmutableList.of(
                        ClientRisk.of("alpha", book.get("alpha"), 0.05),
                        ClientRisk.of("beta", book.get("beta"), 0.10),
                        ClientRisk.of("gamma", book.get("gamma"), 0.30),
                        ClientRisk.of("delta", book.get("delta"), 0.02),
                        ClientRisk.of("omega", book.get("omega"), 0.15)));
        LossInterval likely = known.interval();
        double moreThanAThird = known.probabilityOfMoreThan(ExactMoney.of(Money.parse("RUB 333333")));

        // nobody has a score: 3 of 24 clients left in a quarter
        RevenueAtRiskResult<String> counted = RevenueAtRisk.withDefaults(rubles)
                .of(book, Proportion.of(3, 24))
                .orElseThrow();

        // the scenario without a probability
        LargestClientLossResult<String> withoutAlpha = LargestClientLoss.withDefaults()
                .of(RevenueConcentration.withDefaults().of(book, rubles));

        // and what happened last year: 20 of 22 clients stayed, but one of the large ones left
        ValueWeightedRetentionAccumulator lastYear =
                ValueWeightedRetention.withDefaults().accumulator(rubles);
        lastYear.add(0, 300_000_00, 0);
        lastYear.add(1, 40_000_00, 0);
        for (long client = 2; client < 22; client++) {
            lastYear.add(client, 30_000_00, 30_000_00);
        }
        ValueWeightedRetentionResult stayed = lastYear.result();

        assertEquals(rubles(104_400), known.value());
        assertEquals(rubles(45_000), known.contributions().get("gamma"));
        assertEquals(Outcome.of(0.1044), known.share());
        assertEquals(
                "138015.361464",
                known.standardDeviation()
                        .toBigMoney(6, RoundingMode.HALF_EVEN)
                        .getAmount()
                        .toString());
        assertEquals(LossInterval.of(rubles(0), rubles(480_000), ConfidenceLevel.P95), likely);
        assertEquals(0.0806, moreThanAThird, 0.00005);

        assertEquals(rubles(125_000), counted.value());
        assertEquals(rubles(140_000), counted.meanOfDistribution());
        assertEquals(LossInterval.of(rubles(0), rubles(650_000), ConfidenceLevel.P95), counted.interval());
        LossInterval expected = counted.valueInterval().orElseThrow();
        assertEquals(Money.parse("RUB 43443.34"), expected.lower().toMoney(RoundingMode.HALF_UP));
        assertEquals(Money.parse("RUB 310038.81"), expected.upper().toMoney(RoundingMode.HALF_UP));

        assertEquals(rubles(600_000), withoutAlpha.remaining());
        assertEquals(Outcome.of(250.0 / 600), withoutAlpha.after().largestShare());
        assertEquals(Outcome.of(Ratio.of(20, 3)), withoutAlpha.replacements(rubles(60_000)));

        assertEquals(Outcome.of(Ratio.of(60, 94)), stayed.exact());
        assertEquals(8.0620, stayed.effectiveClients().orElseThrow(), 0.00005);
        Interval interval = stayed.interval().orElseThrow();
        assertEquals(0.3171, interval.lower(), 0.00005);
        assertEquals(0.8703, interval.upper(), 0.00005);
        assertEquals(Proportion.of(20, 22), stayed.logo());
    }

    private static ExactMoney rubles(long amount) {
        return ExactMoney.of(Money.of(CurrencyUnit.of("RUB"), amount));
    }
}
