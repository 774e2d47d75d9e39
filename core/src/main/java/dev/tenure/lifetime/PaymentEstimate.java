package dev.tenure.lifetime;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;

/**
 * An expected number of payments, estimated from a survival curve.
 *
 * @param expected the estimate
 * @param standardError its standard error
 * @param possible the payments of a client who stays through
 */
record PaymentEstimate(Ratio expected, double standardError, Ratio possible) {

    /** Returns the interval's limits times an amount. */
    Outcome<MoneyInterval> interval(ExactMoney amount, ConfidenceLevel level) {
        return hasSpread()
                ? Outcome.of(MoneyInterval.between(
                        amount.multipliedBy(fewest(level)), amount.multipliedBy(most(level)), level))
                : noSpread();
    }

    /** Returns the one-sided lower limit. */
    Outcome<Ratio> atLeast(ConfidenceLevel level) {
        return hasSpread() ? Outcome.of(fewest(ConfidenceLevel.of(1 - 2 * level.alpha()))) : noSpread();
    }

    Ratio fewest(ConfidenceLevel level) {
        Ratio lower = expected.minus(spread(level));
        return lower.signum() < 0 ? Ratio.ZERO : lower;
    }

    Ratio most(ConfidenceLevel level) {
        Ratio upper = expected.plus(spread(level));
        return upper.compareTo(possible) > 0 ? possible : upper;
    }

    private Ratio spread(ConfidenceLevel level) {
        return Estimate.of(level.normalQuantile() * standardError);
    }

    private boolean hasSpread() {
        return standardError > 0;
    }

    private static <T> Outcome<T> noSpread() {
        return Outcome.undefined(Reason.NOT_ESTIMABLE, "nobody left within the periods, or everybody at once");
    }
}
