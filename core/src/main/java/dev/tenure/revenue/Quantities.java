package dev.tenure.revenue;

import dev.tenure.explain.Quantity;
import dev.tenure.money.ExactMoney;
import java.math.RoundingMode;

/** How this package's figures look in an explanation. */
final class Quantities {

    /** Far beyond every currency's minor unit, so that the text is rounded from the right side. */
    private static final int SCALE = 12;

    private Quantities() {}

    static Quantity amount(ExactMoney amount) {
        return new Quantity.Amount(amount.toBigMoney(SCALE, RoundingMode.HALF_UP));
    }

    static Quantity term(Enum<?> option) {
        return new Quantity.Term(option.name());
    }
}
