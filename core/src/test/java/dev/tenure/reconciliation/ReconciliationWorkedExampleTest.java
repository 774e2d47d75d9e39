package dev.tenure.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import dev.tenure.client.ClientId;
import dev.tenure.contract.BillingCycle;
import dev.tenure.contract.Contract;
import dev.tenure.contract.ContractId;
import dev.tenure.contract.ContractVersion;
import dev.tenure.contract.DateSpan;
import dev.tenure.contract.FeeTerms;
import dev.tenure.explain.Outcome;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.retention.ChurnCounts;
import dev.tenure.retention.ChurnPolicy;
import dev.tenure.revenue.MrrPolicy;
import java.time.LocalDate;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/reconciliation.md}. */
class ReconciliationWorkedExampleTest {

    @Test
    void twoToolsOnOneBook() {
        ChurnCounts month = ChurnCounts.builder()
                .opening(100)
                .joined(20)
                .churnEvents(12)
                .joinedAndLeft(1)
                .build();
        Reconciliation<Ratio> churn =
                ChurnReconciler.withDefaults().of(month, ChurnPolicy.CHARTMOGUL, ChurnPolicy.STRIPE);
        ReportedReconciliation<Ratio> reported = churn.reported(Ratio.parse("0.11"), Ratio.parse("0.105"));

        CurrencyUnit rubles = CurrencyUnit.of("RUB");
        Contract weekly = Contract.builder()
                .id(ContractId.of("k-1"))
                .clientId(ClientId.of("alpha"))
                .addVersion(ContractVersion.of(
                        LocalDate.of(2025, 1, 1), FeeTerms.retainer(Money.parse("RUB 30000"), BillingCycle.WEEKLY)))
                .build();
        Contract resting = Contract.builder()
                .id(ContractId.of("k-2"))
                .clientId(ClientId.of("beta"))
                .addVersion(ContractVersion.of(
                        LocalDate.of(2025, 1, 1), FeeTerms.retainer(Money.parse("RUB 15000"), BillingCycle.WEEKLY)))
                .addPause(DateSpan.of(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 4, 1)))
                .build();
        Reconciliation<ExactMoney> mrr = MrrReconciler.withDefaults(rubles)
                .of(ImmutableList.of(weekly, resting), LocalDate.of(2025, 3, 15), MrrPolicy.POLAR, MrrPolicy.GHOST);
        Reconciliation<ExactMoney> stepwise = MrrReconciler.withDefaults(rubles)
                .with(Split.waterfall("pauses"))
                .of(ImmutableList.of(weekly, resting), LocalDate.of(2025, 3, 15), MrrPolicy.POLAR, MrrPolicy.GHOST);

        assertEquals(Outcome.of(Ratio.of(11, 100)), churn.fromValue());
        assertEquals(Outcome.of(Ratio.of(10, 100)), churn.toValue());
        assertEquals(Map.of("lost are", Ratio.of(11, 1200), "base is", Ratio.of(-23, 1200)), Cases.parts(churn));
        assertEquals(Outcome.of(Ratio.of(5, 1000)), reported.unexplained());

        assertEquals(Outcome.of(rubles(195_000)), mrr.fromValue());
        assertEquals(Outcome.of(rubles(120_000)), mrr.toValue());
        assertEquals(Map.of("weeks", rubles(-12_500), "pauses", rubles(-62_500)), Cases.parts(mrr));
        assertEquals(Map.of("weeks", rubles(-10_000), "pauses", rubles(-65_000)), Cases.parts(stepwise));
        assertEquals(
                Map.of(weekly.id(), rubles(-10_000), resting.id(), rubles(-2_500)),
                mrr.contributions().orElseThrow().get(0).contracts());
    }

    private static ExactMoney rubles(long amount) {
        return ExactMoney.of(Money.of(CurrencyUnit.of("RUB"), amount));
    }
}
