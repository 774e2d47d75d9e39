package dev.tenure.reconciliation;

import dev.tenure.explain.Quantity;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;

/**
 * The arithmetic of a figure.
 *
 * @param <N> the exact number the figure is
 */
interface Scale<N> {

    /** Far beyond every currency's minor unit, so that the text is rounded from the right side. */
    int DECIMALS = 12;

    N zero();

    N plus(N one, N other);

    N times(N number, Ratio factor);

    Quantity quantity(N number);

    default N minus(N one, N other) {
        return plus(one, times(other, Ratio.of(-1)));
    }

    /** Shares. */
    enum Shares implements Scale<Ratio> {
        SHARES;

        @Override
        public Ratio zero() {
            return Ratio.ZERO;
        }

        @Override
        public Ratio plus(Ratio one, Ratio other) {
            return one.plus(other);
        }

        @Override
        public Ratio times(Ratio number, Ratio factor) {
            return number.multipliedBy(factor);
        }

        @Override
        public Quantity quantity(Ratio number) {
            return new Quantity.Share(number.doubleValue());
        }
    }

    /**
     * Amounts of money.
     *
     * @param currency their currency
     */
    record Amounts(CurrencyUnit currency) implements Scale<ExactMoney> {

        @Override
        public ExactMoney zero() {
            return ExactMoney.zero(currency);
        }

        @Override
        public ExactMoney plus(ExactMoney one, ExactMoney other) {
            return one.plus(other);
        }

        @Override
        public ExactMoney times(ExactMoney number, Ratio factor) {
            return number.multipliedBy(factor);
        }

        @Override
        public Quantity quantity(ExactMoney number) {
            return new Quantity.Amount(number.toBigMoney(DECIMALS, RoundingMode.HALF_UP));
        }
    }
}
