package dev.tenure.lifetime.valuation;

import dev.tenure.client.AgencyCac;
import dev.tenure.client.ClientId;
import dev.tenure.lifetime.DiscountRate;
import dev.tenure.lifetime.UpfrontCost;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Accounts and amounts as the tests write them. */
final class Accounts {

    static final CurrencyUnit RUB = CurrencyUnit.of("RUB");
    static final LocalDate AS_OF = LocalDate.of(2026, 2, 10);

    private Accounts() {}

    static ExactMoney rub(String decimal) {
        return ExactMoney.of(RUB, new BigDecimal(decimal));
    }

    static double units(ExactMoney amount) {
        return Ratio.of(amount, rub("1")).doubleValue();
    }

    static UpfrontCost cost(String acquisition, String onboarding) {
        return UpfrontCost.of(AgencyCac.of(Money.of(RUB, new BigDecimal(acquisition))))
                .withOnboarding(rub(onboarding));
    }

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    static ClientAccountBuilder account(Spell... spells) {
        return ClientAccount.builder().client(ClientId.of("acme")).currency(RUB).addSpells(spells);
    }

    /** Returns a rate as spreadsheets have it. */
    static DiscountRate xnpv(double rate) {
        return DiscountRate.effective(rate, Period.ofDays(365));
    }

    static ValuationPolicy policy(DiscountRate discount, ValueHorizon horizon) {
        return new ValuationPolicy(discount, horizon, SpellTenure.CURRENT_SPELL, HistoricTiming.NOMINAL);
    }
}
