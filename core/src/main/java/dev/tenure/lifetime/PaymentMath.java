package dev.tenure.lifetime;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;

/** How many payments a client makes when the same share of clients stays in every period. */
final class PaymentMath {

    private PaymentMath() {}

    static Outcome<Ratio> payments(PaymentTiming timing, Ratio retention, Ratio discount, Horizon horizon) {
        return horizon instanceof Horizon.Finite finite
                ? finite(timing, retention, discount, finite.periods())
                : perpetual(timing, retention, discount);
    }

    static Outcome<Ratio> perpetual(PaymentTiming timing, Ratio retention, Ratio discount) {
        Ratio growth = Ratio.ONE.plus(discount);
        Ratio gap = growth.minus(retention);
        if (gap.signum() <= 0) {
            return Outcome.undefined(
                    Reason.NOT_FINITE,
                    "retention " + retention + " is not below 1 + discount = " + growth + ": the sum has no end");
        }
        return Outcome.of(
                switch (timing) {
                    case ADVANCE -> growth.dividedBy(gap);
                    case ARREARS -> retention.dividedBy(gap);
                    case CONTINUOUS -> Ratio.ONE.dividedBy(gap);
                });
    }

    static Outcome<Ratio> finite(PaymentTiming timing, Ratio retention, Ratio discount, int periods) {
        Ratio growth = Ratio.ONE.plus(discount);
        if (timing == PaymentTiming.CONTINUOUS) {
            return retention.equals(growth) ? Outcome.of(Ratio.of(periods)) : noFiniteShortcut();
        }
        Ratio step = retention.dividedBy(growth);
        Ratio sum = inAdvance(step, periods);
        return Outcome.of(timing == PaymentTiming.ADVANCE ? sum : step.multipliedBy(sum));
    }

    /** Returns the expected payments in the first 0, 1, 2, ... periods, paid in advance or in arrears. */
    static ImmutableList<Ratio> cumulative(PaymentTiming timing, Ratio retention, Ratio discount, int periods) {
        Ratio step = retention.dividedBy(Ratio.ONE.plus(discount));
        ImmutableList.Builder<Ratio> sums = ImmutableList.builderWithExpectedSize(periods + 1);
        Ratio weight = timing == PaymentTiming.ADVANCE ? Ratio.ONE : step;
        Ratio sum = Ratio.ZERO;
        sums.add(sum);
        for (int period = 1; period <= periods; period++) {
            sum = sum.plus(weight);
            weight = weight.multipliedBy(step);
            sums.add(sum);
        }
        return sums.build();
    }

    /**
     * Returns the highest churn the counts allow: the one-sided exact limit. With nobody gone it is {@code 1 -
     * alpha^(1/n)}, whose approximation {@code 3/n} is called the rule of three.
     */
    static Outcome<Ratio> highestChurn(Proportion churned, ConfidenceLevel level) {
        ConfidenceLevel twoSided = ConfidenceLevel.of(1 - 2 * level.alpha());
        return churned.interval(ProportionInterval.CLOPPER_PEARSON, twoSided)
                .map(Interval::upper)
                .map(Estimate::of);
    }

    /** Returns the sum of the first powers of the step, from the zeroth. */
    static Ratio inAdvance(Ratio step, int terms) {
        return step.equals(Ratio.ONE)
                ? Ratio.of(terms)
                : Ratio.ONE.minus(step.pow(terms)).dividedBy(Ratio.ONE.minus(step));
    }

    private static <T> Outcome<T> noFiniteShortcut() {
        return Outcome.undefined(
                Reason.NOT_APPLICABLE, "the continuous shortcut has no finite horizon: take ADVANCE or ARREARS");
    }
}
