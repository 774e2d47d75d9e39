package dev.tenure.lifetime.valuation;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.MoneyInterval;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Where numbers of a model meet money: at twelve decimal places. */
final class Estimates {

    private static final int SCALE = 12;

    private Estimates() {}

    static Ratio of(double estimate) {
        return Ratio.of(new BigDecimal(estimate).setScale(SCALE, RoundingMode.HALF_EVEN));
    }

    static Outcome<Ratio> number(double estimate, String without) {
        return Double.isFinite(estimate)
                ? Outcome.of(of(estimate))
                : Outcome.undefined(Reason.NOT_FINITE, without + " without end: a horizon or a discount is needed");
    }

    /** Returns an amount in units of its currency, correctly rounded: only distances are computed from it. */
    static double units(ExactMoney amount) {
        return amount.dividedBy(one(amount));
    }

    static MoneyInterval interval(ExactMoney figure, Spread spread, ConfidenceLevel level) {
        ExactMoney unit = one(figure);
        return new MoneyInterval(
                figure.minus(unit.multipliedBy(of(spread.below()))),
                figure.plus(unit.multipliedBy(of(spread.above()))),
                level);
    }

    private static ExactMoney one(ExactMoney amount) {
        return ExactMoney.of(amount.currency(), BigDecimal.ONE);
    }
}
