package dev.tenure.revenue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.client.ClientId;
import dev.tenure.contract.BillingCycle;
import dev.tenure.contract.Contract;
import dev.tenure.contract.ContractEnd;
import dev.tenure.contract.ContractId;
import dev.tenure.contract.ContractVersion;
import dev.tenure.contract.FeeTerms;
import dev.tenure.explain.Outcome;
import dev.tenure.money.ExactMoney;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/revenue.md}. */
class RevenueWorkedExampleTest {

    @Test
    void marchOfAnAgencyWithFourClients() {
        CurrencyUnit rubles = CurrencyUnit.of("RUB");
        Contract alpha = Contract.builder()
                .id(ContractId.of("k-1"))
                .clientId(ClientId.of("alpha"))
                .addVersion(ContractVersion.of(
                        LocalDate.of(2024, 6, 1), FeeTerms.retainer(Money.parse("RUB 100000"), BillingCycle.MONTHLY)))
                .addVersion(ContractVersion.builder()
                        .effectiveFrom(LocalDate.of(2025, 3, 10))
                        .feeTerms(FeeTerms.retainer(Money.parse("RUB 115000"), BillingCycle.MONTHLY))
                        .indexation(new BigDecimal("1.08"))
                        .build())
                .build();
        Contract beta = Contract.builder()
                .id(ContractId.of("k-2"))
                .clientId(ClientId.of("beta"))
                .addVersion(ContractVersion.of(
                        LocalDate.of(2024, 9, 1), FeeTerms.retainer(Money.parse("RUB 1000000"), BillingCycle.ANNUAL)))
                .build();
        Contract gamma = Contract.builder()
                .id(ContractId.of("k-3"))
                .clientId(ClientId.of("gamma"))
                .addVersion(ContractVersion.of(
                        LocalDate.of(2024, 1, 1), FeeTerms.retainer(Money.parse("RUB 50000"), BillingCycle.MONTHLY)))
                .end(ContractEnd.of(LocalDate.of(2025, 3, 20)))
                .build();
        Contract delta = Contract.builder()
                .id(ContractId.of("k-4"))
                .clientId(ClientId.of("delta"))
                .addVersion(ContractVersion.of(
                        LocalDate.of(2025, 3, 3), FeeTerms.retainer(Money.parse("RUB 15000"), BillingCycle.WEEKLY)))
                .build();
        ImmutableList<Contract> contracts = ImmutableList.of(alpha, beta, gamma, delta);
        ReportingPeriod march = ReportingCalendar.of(Granularity.MONTH).periodOf(LocalDate.of(2025, 3, 1));
        MrrResult endOfMarch = MonthlyRecurringRevenue.withDefaults(rubles).of(contracts, LocalDate.of(2025, 3, 31));
        RevenueMovementsResult movements = RevenueMovements.withDefaults(rubles).of(contracts, march);
        RevenueRetentionResult retention = RevenueRetention.withDefaults().of(movements);
        QuickRatioResult quickRatio = QuickRatio.withDefaults().of(movements);

        assertEquals("RUB 790000/3", endOfMarch.value().toString());
        assertEquals("RUB 700000/3", movements.opening().toString());
        assertEquals(endOfMarch.value(), movements.closing());
        assertEquals(rubles("65000"), movements.amount(MovementType.NEW));
        assertEquals(rubles("8000"), movements.amount(MovementType.INDEXATION));
        assertEquals(rubles("7000"), movements.amount(MovementType.EXPANSION));
        assertEquals(rubles("-50000"), movements.amount(MovementType.CHURN));
        assertEquals(11.0 / 14, retention.gross().orElseThrow(), 1e-15);
        assertEquals(0.85, retention.net().orElseThrow(), 1e-15);
        assertEquals(Outcome.of(1.44), quickRatio.value());
        assertEquals(Outcome.of(endOfMarch.value().multipliedBy(1, 3)), endOfMarch.averageRevenuePerAccount());
        assertEquals(
                "RUB 87777.78",
                endOfMarch
                        .averageRevenuePerAccount()
                        .orElseThrow()
                        .toMoney(RoundingMode.HALF_UP)
                        .toString());
    }

    private static ExactMoney rubles(String amount) {
        return ExactMoney.of(Money.parse("RUB " + amount));
    }
}
