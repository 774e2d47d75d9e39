package dev.tenure.lifetime.valuation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.client.AgencyCac;
import dev.tenure.client.ClientId;
import dev.tenure.lifetime.DiscountRate;
import dev.tenure.lifetime.UpfrontCost;
import dev.tenure.lifetime.contractual.RenewalAccumulator;
import dev.tenure.lifetime.contractual.RetentionFit;
import dev.tenure.lifetime.contractual.RetentionModel;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.noncontractual.BgNbd;
import dev.tenure.lifetime.noncontractual.PurchaseHistory;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/lifetime-valuation.md}. */
class ValuationWorkedExampleTest {

    @Test
    void page_showsWhatTheCodeGives() {
        RenewalAccumulator renewals = RenewalAccumulator.every(Period.ofMonths(1));
        renewals.addCohort(40, 35, 32, 30, 29, 28, 27);
        ModelFit<RetentionModel> retention = RetentionFit.withDefaults().of(renewals.result());

        CurrencyUnit rub = CurrencyUnit.of("RUB");
        UpfrontCost won =
                UpfrontCost.of(AgencyCac.of(Money.of(rub, 300_000))).withOnboarding(ExactMoney.ofMinor(rub, 6_000_000));
        UpfrontCost wonBack = UpfrontCost.of(AgencyCac.of(Money.of(rub, 40_000)));
        Spell first = Spell.ended(LocalDate.of(2024, 1, 31), LocalDate.of(2024, 5, 31))
                .withCost(won);
        Spell second = Spell.ongoing(LocalDate.of(2025, 11, 10)).withCost(wonBack);
        ExactMoney fee = ExactMoney.ofMinor(rub, 10_000_000);
        ClientAccountBuilder acme = ClientAccount.builder()
                .client(ClientId.of("acme"))
                .currency(rub)
                .grossMargin(Ratio.parse("0.6"))
                .addSpells(first, second)
                .retainer(Retainer.monthly(fee, LocalDate.of(2026, 3, 10)))
                .projects(ProjectWork.of(
                                PurchaseHistory.of(2, 60, 90, ChronoUnit.DAYS),
                                ProjectSpend.of(ExactMoney.ofMinor(rub, 5_000_000)))
                        .withGrossMargin(Ratio.parse("0.4")));
        for (int month = 0; month < 4; month++) {
            acme.addPayment(Payment.of(LocalDate.of(2024, 1, 31).plusMonths(month), fee));
            acme.addPayment(Payment.of(LocalDate.of(2025, 11, 10).plusMonths(month), fee));
        }

        ValuationPolicy policy = new ValuationPolicy(
                DiscountRate.effective(0.2, Period.ofDays(365)),
                ValueHorizon.of(Period.ofYears(3)),
                SpellTenure.CURRENT_SPELL,
                HistoricTiming.NOMINAL);
        ClientValue value = ClientValuation.withDefaults()
                .with(policy)
                .withRetention(retention)
                .withPurchases(new BgNbd(0.243, 4.414, 0.793, 2.426, ChronoUnit.WEEKS))
                .of(acme.build(), LocalDate.of(2026, 2, 10));

        assertEquals("RUB 480000.00", shown(value.historic()));
        assertEquals("RUB 1198016.42", shown(value.streams().get(0).value().orElseThrow()));
        assertEquals("RUB 98298.91", shown(value.streams().get(1).value().orElseThrow()));
        assertEquals("RUB 1376315.33", shown(value.total().orElseThrow()));
        assertEquals("RUB 755922.16", shown(value.totalInterval().orElseThrow().lower()));
        assertEquals("RUB 1623784.76", shown(value.totalInterval().orElseThrow().upper()));
        assertEquals(5.0480, value.toCac().orElseThrow().doubleValue(), 5e-5);
    }

    private static String shown(ExactMoney amount) {
        return amount.toMoney(RoundingMode.HALF_UP).toString();
    }
}
