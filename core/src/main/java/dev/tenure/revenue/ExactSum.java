package dev.tenure.revenue;

import dev.tenure.money.ExactMoney;
import java.io.Serial;
import java.io.Serializable;
import org.joda.money.CurrencyUnit;

/** A running exact sum. Whole minor units are added as {@code long}s, so that a column of amounts costs no object a row. */
final class ExactSum implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private long minorUnits;
    private ExactMoney rest;

    ExactSum(CurrencyUnit currency) {
        rest = ExactMoney.zero(currency);
    }

    void add(long amount) {
        long sum = minorUnits + amount;
        if (((minorUnits ^ sum) & (amount ^ sum)) < 0) { // the sum has overflowed
            add(ExactMoney.ofMinor(rest.currency(), amount));
        } else {
            minorUnits = sum;
        }
    }

    void add(ExactMoney amount) {
        rest = rest.plus(amount);
    }

    void add(ExactSum other) {
        add(other.minorUnits);
        add(other.rest);
    }

    ExactMoney total() {
        return rest.plus(ExactMoney.ofMinor(rest.currency(), minorUnits));
    }
}
