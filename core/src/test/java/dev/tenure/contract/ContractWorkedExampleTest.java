package dev.tenure.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.client.ClientId;
import dev.tenure.contract.FeeTerms.Retainer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/contract.md}. */
class ContractWorkedExampleTest {

    @Test
    void contractWithAnIndexedFeeAPauseAndAnEnd_answersForEveryDay() {
        Retainer first = FeeTerms.retainer(Money.parse("RUB 120000"), BillingCycle.MONTHLY);
        Retainer second = FeeTerms.retainer(Money.parse("RUB 129600"), BillingCycle.MONTHLY);
        Contract contract = Contract.builder()
                .id(ContractId.of("k-17"))
                .clientId(ClientId.of("c-17"))
                .addVersion(ContractVersion.builder()
                        .effectiveFrom(LocalDate.of(2024, 3, 15))
                        .addServices(Service.of("paid search"), Service.of("analytics"))
                        .feeTerms(first)
                        .tax(Tax.inclusive(new BigDecimal("0.20")))
                        .build())
                .addVersion(ContractVersion.builder()
                        .effectiveFrom(LocalDate.of(2025, 1, 1))
                        .addServices(Service.of("paid search"), Service.of("analytics"))
                        .feeTerms(second)
                        .tax(Tax.inclusive(new BigDecimal("0.20")))
                        .indexation(new BigDecimal("1.08"))
                        .build())
                .addPause(DateSpan.of(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 8, 1)))
                .noticePeriod(Period.ofDays(30))
                .noticeGivenOn(LocalDate.of(2025, 9, 30))
                .end(ContractEnd.builder()
                        .date(LocalDate.of(2025, 11, 1))
                        .addCause(ChurnCause.builder()
                                .side(ChurnSide.AGENCY)
                                .reason(ChurnReason.KPI_MISSED)
                                .unmetExpectation("40 target leads a month")
                                .build())
                        .build())
                .build();
        boolean onTheLastDay = contract.isRunningOn(LocalDate.of(2025, 10, 31));
        boolean theDayAfter = contract.isRunningOn(LocalDate.of(2025, 11, 1));
        boolean inJuly = contract.isPausedOn(LocalDate.of(2025, 7, 15));
        FeeTerms inJune =
                contract.versionOn(LocalDate.of(2025, 6, 1)).orElseThrow().feeTerms();

        assertTrue(onTheLastDay);
        assertFalse(theDayAfter);
        assertTrue(inJuly);
        assertEquals(second, inJune);
        assertEquals(LocalDate.of(2024, 3, 15), contract.start());
        assertTrue(contract.end().orElseThrow().isExplained());
    }
}
