package dev.tenure.revenue;

import dev.tenure.explain.Quantity;
import dev.tenure.money.ExactMoney;
import dev.tenure.stat.Interval;
import java.math.RoundingMode;

/** How this package's figures look in an explanation. */
final class Quantities {

    /** Far beyond every currency's minor unit, so that the text is rounded from the right side. */
    private static final int SCALE = 12;

    private Quantities() {}

    static Quantity amount(ExactMoney amount) {
        return new Quantity.Amount(amount.toBigMoney(SCALE, RoundingMode.HALF_UP));
    }

    static Quantity amounts(LossInterval interval) {
        return new Quantity.Span(amount(interval.lower()), amount(interval.upper()));
    }

    static Quantity shares(Interval interval) {
        return new Quantity.Span(new Quantity.Share(interval.lower()), new Quantity.Share(interval.upper()));
    }

    static Quantity term(Enum<?> option) {
        return new Quantity.Term(option.name());
    }
}
