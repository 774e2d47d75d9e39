package dev.tenure.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import dev.tenure.client.ClientId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ContractTest {

    private static final CurrencyUnit RUB = CurrencyUnit.of("RUB");
    private static final LocalDate START = LocalDate.of(2025, 1, 15);
    private static final LocalDate RAISE = LocalDate.of(2025, 4, 1);
    private static final LocalDate END = LocalDate.of(2025, 9, 1);

    // laws

    @Property
    void onEveryDayExactlyTheLatestVersionThatHasTakenEffectHolds(@ForAll @IntRange(min = -30, max = 300) int offset) {
        LocalDate day = START.plusDays(offset);
        Optional<LocalDate> expected = day.isBefore(START) || !day.isBefore(END)
                ? Optional.empty()
                : Optional.of(day.isBefore(RAISE) ? START : RAISE);

        assertEquals(expected, ended().build().versionOn(day).map(ContractVersion::effectiveFrom));
    }

    @Property
    void aVersionHoldsWheneverTheContractRuns(@ForAll @IntRange(min = -30, max = 300) int offset) {
        LocalDate day = START.plusDays(offset);
        Contract contract = ended().build();

        assertEquals(contract.isRunningOn(day), contract.versionOn(day).isPresent());
    }

    @Property
    void aPausedContractRuns(
            @ForAll @IntRange(min = -30, max = 300) int offset, @ForAll @IntRange(max = 200) int pause) {
        LocalDate day = START.plusDays(offset);
        Contract contract =
                ended().addPause(DateSpan.from(START.plusDays(pause))).build();

        assertTrue(!contract.isPausedOn(day) || contract.isRunningOn(day));
    }

    // edges

    @Test
    void isRunningOn_firstAndLastDay_isHalfOpen() {
        Contract contract = ended().build();

        assertFalse(contract.isRunningOn(START.minusDays(1)));
        assertTrue(contract.isRunningOn(START));
        assertTrue(contract.isRunningOn(END.minusDays(1)));
        assertFalse(contract.isRunningOn(END));
    }

    @Test
    void isRunningOn_noEnd_goesOn() {
        assertTrue(running().build().isRunningOn(LocalDate.MAX));
        assertEquals(DateSpan.from(START), running().build().span());
        assertEquals(DateSpan.of(START, END), ended().build().span());
    }

    @Test
    void isPausedOn_pauseWithEnd_isHalfOpen() {
        DateSpan may = DateSpan.of(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 6, 1));
        Contract contract = running().addPause(may).build();

        assertFalse(contract.isPausedOn(LocalDate.of(2025, 4, 30)));
        assertTrue(contract.isPausedOn(LocalDate.of(2025, 5, 1)));
        assertTrue(contract.isPausedOn(LocalDate.of(2025, 5, 31)));
        assertFalse(contract.isPausedOn(LocalDate.of(2025, 6, 1)));
        assertEquals(Optional.of(may), contract.pauseOn(LocalDate.of(2025, 5, 31)));
    }

    @Test
    void isPausedOn_pauseWithoutEndOfContractThatEnded_stopsWithTheContract() {
        Contract contract =
                ended().addPause(DateSpan.from(LocalDate.of(2025, 8, 1))).build();

        assertTrue(contract.isPausedOn(END.minusDays(1)));
        assertFalse(contract.isPausedOn(END));
    }

    @Test
    void daysPastDueOn_countsFromTheDueDateOfTheOldestInvoice() {
        Contract contract = running()
                .addPastDue(DateSpan.of(START, START.plusDays(3)))
                .addPastDue(DateSpan.from(START.plusDays(40)))
                .build();

        assertEquals(OptionalLong.of(0), contract.daysPastDueOn(START));
        assertEquals(OptionalLong.of(2), contract.daysPastDueOn(START.plusDays(2)));
        assertEquals(OptionalLong.empty(), contract.daysPastDueOn(START.plusDays(3)));
        assertEquals(OptionalLong.of(30), contract.daysPastDueOn(START.plusDays(70)));
    }

    @Test
    void pauses_oneEndsWhereTheNextBegins_areAllowed() {
        Contract contract = running()
                .addPause(DateSpan.of(START, RAISE))
                .addPause(DateSpan.from(RAISE))
                .build();

        assertEquals(2, contract.pauses().size());
    }

    @Test
    void end_pastDueAfterIt_isAllowed() {
        assertEquals(
                OptionalLong.of(5),
                ended().addPastDue(DateSpan.from(END)).build().daysPastDueOn(END.plusDays(5)));
    }

    @Test
    void attributes_areKept() {
        Contract contract = ended().noticePeriod(Period.ofDays(30))
                .noticeGivenOn(END)
                .addRefund(Refund.of(RAISE, rubles(10)))
                .addDiscounts(
                        Discount.percentage(new BigDecimal("0.1"), DateSpan.from(START)),
                        Discount.fixed(rubles(5), DateSpan.from(START)))
                .build();

        assertEquals(contract, contract.toBuilder().build());
        assertEquals(RUB, contract.currency());
        assertEquals(START, contract.start());
    }

    // a version

    @Test
    void version_ofFeeTermsAlone_hasNoTaxNoTrialNoIndexation() {
        ContractVersion version = version(START, 100);

        assertEquals(Tax.NONE, version.tax());
        assertFalse(version.trial());
        assertEquals(Optional.empty(), version.indexation());
        assertEquals(ImmutableSet.of(), version.services());
        assertEquals(
                version,
                version.toBuilder().addService(Service.of("SEO")).build().toBuilder()
                        .services(ImmutableSet.of())
                        .build());
    }

    // messages

    @Test
    void contract_badArgument_saysWhich() {
        assertMessage(
                "versions must not be empty: []",
                () -> Contract.builder()
                        .id(ContractId.of("k1"))
                        .clientId(ClientId.of("c1"))
                        .build());
        assertMessage(
                "versions must be in the order of time: [2025-01-15, 2025-04-01, 2025-04-01]",
                () -> running().addVersion(version(RAISE, 1)).build());
        assertMessage(
                "versions must be in the currency RUB: USD",
                () -> running()
                        .addVersion(ContractVersion.of(END, FeeTerms.project(Money.of(CurrencyUnit.USD, 1))))
                        .build());
        assertMessage(
                "discounts must be in the currency RUB: USD",
                () -> running()
                        .addDiscount(Discount.fixed(Money.of(CurrencyUnit.USD, 1), DateSpan.from(START)))
                        .build());
        assertMessage(
                "refunds must be in the currency RUB: USD",
                () -> running()
                        .addRefund(Refund.of(START, Money.of(CurrencyUnit.USD, 1)))
                        .build());
        assertMessage(
                "noticePeriod must not be negative: P-1D",
                () -> running().noticePeriod(Period.ofDays(-1)).build());
    }

    @Test
    void contract_badSpans_saysWhich() {
        assertMessage(
                "pauses must not begin before start 2025-01-15: 2025-01-14 on",
                () -> running().addPause(DateSpan.from(START.minusDays(1))).build());
        assertMessage(
                "pauses must be in the order of time and not overlap: [2025-01-15 on, 2025-04-01 on]",
                () -> running()
                        .addPauses(DateSpan.from(START), DateSpan.from(RAISE))
                        .build());
        assertMessage(
                "pastDue must be in the order of time and not overlap: "
                        + "[2025-01-15 to 2025-04-02, 2025-04-01 to 2025-09-01]",
                () -> running()
                        .addPastDue(DateSpan.of(START, RAISE.plusDays(1)), DateSpan.of(RAISE, END))
                        .build());
        assertMessage(
                "pastDue must not begin before start 2025-01-15: 2025-01-14 on",
                () -> running().addPastDue(DateSpan.from(START.minusDays(1))).build());
    }

    @Test
    void contract_badEnd_saysWhich() {
        assertMessage(
                "end must be after the last version's 2025-04-01: 2025-04-01",
                () -> running().end(ContractEnd.of(RAISE)).build());
        assertMessage(
                "noticeGivenOn must not be after end 2025-09-01: 2025-09-02",
                () -> ended().noticeGivenOn(END.plusDays(1)).build());
        assertMessage(
                "pauses must begin before end 2025-09-01: 2025-09-01 on",
                () -> ended().addPause(DateSpan.from(END)).build());
    }

    @Test
    void version_badIndexation_saysWhich() {
        assertMessage(
                "indexation must be positive: 0",
                () -> version(START, 1).toBuilder().indexation(BigDecimal.ZERO).build());
    }

    @Test
    void contract_incomplete_saysWhatIsMissing() {
        assertEquals(
                "Cannot build Contract, some of required attributes are not set [id, clientId]",
                assertThrows(
                                IllegalStateException.class,
                                () -> Contract.builder().build())
                        .getMessage());
    }

    private static ContractBuilder running() {
        return Contract.builder()
                .id(ContractId.of("k1"))
                .clientId(ClientId.of("c1"))
                .addVersions(version(START, 100), version(RAISE, 120));
    }

    private static ContractBuilder ended() {
        return running().end(ContractEnd.of(END));
    }

    private static ContractVersion version(LocalDate from, int fee) {
        return ContractVersion.of(from, FeeTerms.retainer(rubles(fee), BillingCycle.MONTHLY));
    }

    private static Money rubles(int amount) {
        return Money.of(RUB, amount);
    }

    private static void assertMessage(String expected, Executable executable) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
