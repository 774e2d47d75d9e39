package dev.tenure.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/money.md}. */
class MoneyWorkedExampleTest {

    @Test
    void twelfthsOfAYearlyFee_addUpToIt() {
        CurrencyUnit rubles = CurrencyUnit.of("RUB");
        ExactMoney yearly = ExactMoney.of(Money.parse("RUB 2000"));
        ExactMoney monthly = yearly.multipliedBy(1, 12);
        ExactMoney again = ExactMoney.zero(rubles);
        for (int month = 1; month <= 12; month++) {
            again = again.plus(monthly);
        }
        Money shown = monthly.toMoney(RoundingMode.HALF_UP);
        ExactMoney net = ExactMoney.of(Money.parse("RUB 100")).dividedBy(new BigDecimal("1.20"));

        assertEquals("RUB 500/3", monthly.toString());
        assertEquals(yearly, again);
        assertEquals(Money.parse("RUB 166.67"), shown);
        assertEquals("RUB 250/3", net.toString());
    }
}
