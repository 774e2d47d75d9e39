package dev.tenure.revenue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.client.ClientId;
import dev.tenure.contract.BillingCycle;
import dev.tenure.contract.Contract;
import dev.tenure.contract.ContractEnd;
import dev.tenure.contract.ContractId;
import dev.tenure.contract.ContractVersion;
import dev.tenure.contract.FeeTerms;
import dev.tenure.explain.Outcome;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.retention.cohort.ClientActivity;
import dev.tenure.retention.cohort.CohortAnalysis;
import dev.tenure.retention.cohort.CohortCell;
import dev.tenure.retention.cohort.CohortMeasure;
import dev.tenure.retention.cohort.CohortTable;
import dev.tenure.retention.cohort.RevenueDetail;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The example of {@code docs/cohorts.md} that makes cohorts of revenue from contracts. */
class RevenueCohortsExampleTest {

    @Test
    void monthlyRevenueOfContracts_asCohorts() {
        CurrencyUnit rubles = CurrencyUnit.of("RUB");
        List<Contract> contracts = List.of(
                Contract.builder()
                        .id(ContractId.of("k-1"))
                        .clientId(ClientId.of("alpha"))
                        .addVersion(ContractVersion.of(
                                LocalDate.of(2025, 1, 10),
                                FeeTerms.retainer(Money.parse("RUB 300000"), BillingCycle.QUARTERLY)))
                        .addVersion(ContractVersion.of(
                                LocalDate.of(2025, 3, 1),
                                FeeTerms.retainer(Money.parse("RUB 360000"), BillingCycle.QUARTERLY)))
                        .build(),
                Contract.builder()
                        .id(ContractId.of("k-2"))
                        .clientId(ClientId.of("beta"))
                        .addVersion(ContractVersion.of(
                                LocalDate.of(2025, 1, 20),
                                FeeTerms.retainer(Money.parse("RUB 50000"), BillingCycle.MONTHLY)))
                        .end(ContractEnd.of(LocalDate.of(2025, 2, 15)))
                        .build());

        MonthlyRecurringRevenue mrr = MonthlyRecurringRevenue.withDefaults(rubles);
        Map<ClientId, Integer> numbers = new HashMap<>();
        List<ClientActivity> rows = new ArrayList<>();
        for (YearMonth month : List.of(YearMonth.of(2025, 1), YearMonth.of(2025, 2), YearMonth.of(2025, 3))) {
            LocalDate day = month.atEndOfMonth();
            for (Contract contract : contracts) {
                ExactMoney revenue = mrr.of(contract, day).value();
                if (revenue.signum() > 0) {
                    int client = numbers.computeIfAbsent(contract.clientId(), id -> numbers.size());
                    long kopecks = revenue.toMoney(RoundingMode.HALF_EVEN).getAmountMinorLong();
                    rows.add(ClientActivity.of(client, day, kopecks));
                }
            }
        }
        CohortTable cohorts =
                CohortAnalysis.withDefaults().with(RevenueDetail.MOVEMENTS).of(rows, LocalDate.of(2025, 3, 31));
        CohortCell march = cohorts.cohorts().get(0).cells().get(2);

        assertEquals(
                List.of(
                        ClientActivity.of(0, LocalDate.of(2025, 1, 31), 10_000_000),
                        ClientActivity.of(1, LocalDate.of(2025, 1, 31), 5_000_000),
                        ClientActivity.of(0, LocalDate.of(2025, 2, 28), 10_000_000),
                        ClientActivity.of(0, LocalDate.of(2025, 3, 31), 12_000_000)),
                rows);
        assertEquals(Outcome.of(Ratio.of(1, 2)), march.share(CohortMeasure.LOGO));
        assertEquals(Outcome.of(Ratio.of(4, 5)), march.share(CohortMeasure.NET));
        assertEquals(Outcome.of(Ratio.of(2, 3)), march.share(CohortMeasure.GROSS));
    }
}
