package dev.tenure.lifetime.valuation;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.lifetime.MoneyInterval;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import java.math.RoundingMode;

/** How the numbers of this package look in an explanation. */
final class Shown {

    private Shown() {}

    static Quantity money(ExactMoney amount) {
        return new Quantity.Amount(amount.toBigMoney(amount.currency().getDecimalPlaces(), RoundingMode.HALF_UP));
    }

    static Quantity measure(Ratio number, String unit) {
        return new Quantity.Measure(number.doubleValue(), unit);
    }

    static Quantity term(Object word) {
        return new Quantity.Term(word.toString());
    }

    static Explanation leaf(String name, String formula, Quantity value) {
        return Explanation.builder().name(name).formula(formula).value(value).build();
    }

    static Explanation interval(Outcome<MoneyInterval> interval) {
        return leaf(
                "confidence interval",
                "by the fits of the models, which are independent",
                Explanation.quantity(
                        interval, limits -> new Quantity.Span(money(limits.lower()), money(limits.upper()))));
    }
}
