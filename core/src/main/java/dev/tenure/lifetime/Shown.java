package dev.tenure.lifetime;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import java.math.RoundingMode;

/** How the numbers of this package look in an explanation. */
final class Shown {

    private Shown() {}

    static Quantity money(ExactMoney amount) {
        return new Quantity.Amount(amount.toBigMoney(amount.currency().getDecimalPlaces(), RoundingMode.HALF_UP));
    }

    static Quantity share(Ratio share) {
        return new Quantity.Share(share.doubleValue());
    }

    static Quantity measure(Ratio number, String unit) {
        return new Quantity.Measure(number.doubleValue(), unit);
    }

    static Quantity span(MoneyInterval interval) {
        return new Quantity.Span(money(interval.lower()), money(interval.upper()));
    }

    static Quantity term(Object word) {
        return new Quantity.Term(word.toString());
    }

    /** Returns an explanation without inputs of its own. */
    static Explanation leaf(String name, String formula, Quantity value) {
        return Explanation.builder().name(name).formula(formula).value(value).build();
    }

    static Explanation leaf(String name, String formula, Outcome<ExactMoney> value) {
        return leaf(name, formula, Explanation.quantity(value, Shown::money));
    }
}
