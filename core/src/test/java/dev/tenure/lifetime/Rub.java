package dev.tenure.lifetime;

import dev.tenure.client.AgencyCac;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Amounts and numbers as the tests write them. */
final class Rub {

    static final CurrencyUnit RUB = CurrencyUnit.of("RUB");

    private Rub() {}

    static ExactMoney rub(String decimal) {
        return ExactMoney.of(RUB, new BigDecimal(decimal));
    }

    /** Returns an amount written as a fraction, such as {@code 500/3}. */
    static ExactMoney fraction(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? rub(text)
                : rub("1").multipliedBy(Ratio.parse(text.substring(0, slash))
                        .dividedBy(Ratio.parse(text.substring(slash + 1))));
    }

    static Ratio ratio(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? Ratio.parse(text)
                : Ratio.of(Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
    }

    static AgencyCac cac(String decimal) {
        return AgencyCac.of(Money.of(RUB, new BigDecimal(decimal)));
    }

    static double doubleOf(ExactMoney amount) {
        return Ratio.of(amount, rub("1")).doubleValue();
    }
}
