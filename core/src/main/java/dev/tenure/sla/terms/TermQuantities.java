package dev.tenure.sla.terms;

import dev.tenure.explain.Quantity;
import dev.tenure.internal.Durations;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import java.math.RoundingMode;
import java.time.Duration;
import org.joda.money.Money;

/** How the terms of an agreement look in an explanation. */
final class TermQuantities {

    /** Far beyond every currency's minor unit, so that the text is rounded from the right side. */
    private static final int SCALE = 12;

    private TermQuantities() {}

    static Quantity amount(ExactMoney amount) {
        return new Quantity.Amount(amount.toBigMoney(SCALE, RoundingMode.HALF_UP));
    }

    static Quantity amount(Money amount) {
        return new Quantity.Amount(amount.toBigMoney());
    }

    static Quantity share(Ratio share) {
        return new Quantity.Share(share.doubleValue());
    }

    static Quantity term(Object word) {
        return new Quantity.Term(word.toString());
    }

    static Quantity yesOrNo(boolean answer) {
        return new Quantity.Term(answer ? "yes" : "no");
    }

    static Quantity minutes(Duration duration) {
        return new Quantity.Measure(Durations.minutes(duration), "min");
    }
}
