package dev.tenure.lifetime.spend;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.Interval;

/**
 * A correlation of the number of transactions and the mean spend.
 *
 * @param value the coefficient, in [-1, 1]; undefined ({@link Reason#TOO_FEW_DATA}) with fewer than four clients, and ({@link Reason#NOT_ESTIMABLE}) if all have the
 *     same number of transactions or the same spend
 * @param interval the confidence interval, within [-1, 1]; undefined where the value is
 * @param pValue how probable a correlation of this size or more, in either direction, is without any dependence, in [0, 1]; undefined where the value is
 */
public record Correlation(Outcome<Double> value, Outcome<Interval> interval, Outcome<Double> pValue) {

    static Correlation undefined(Reason reason, String detail) {
        return new Correlation(
                Outcome.undefined(reason, detail),
                Outcome.undefined(reason, detail),
                Outcome.undefined(reason, detail));
    }
}
