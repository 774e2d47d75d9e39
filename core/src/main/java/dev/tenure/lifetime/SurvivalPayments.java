package dev.tenure.lifetime;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.Ratio;
import dev.tenure.survival.SurvivalCurve;
import dev.tenure.survival.SurvivalStep;
import java.util.stream.IntStream;

/** How many payments a client makes whose lifespan follows a survival curve. */
final class SurvivalPayments {

    private final SurvivalCurve curve;
    private final PaymentTiming timing;
    private final Ratio discount;
    private final double longest;

    SurvivalPayments(SurvivalCurve curve, PaymentTiming timing, Ratio discount) {
        this.curve = curve;
        this.timing = timing;
        this.discount = discount;
        this.longest = curve.longest().toOptional().orElse(0.0);
        checkArgument(longest <= Horizon.LONGEST, "curve must not be longer than 1200 periods: %s", longest);
    }

    /** Returns how many of the first periods the curve says something about. */
    int observed(int periods) {
        if (everyoneLeft()) {
            return periods;
        }
        // the payment in advance of a period needs no one to have stayed through it
        int whole = (int) longest + (timing == PaymentTiming.ADVANCE ? 1 : 0);
        return curve.steps().isEmpty() ? 0 : Math.min(periods, whole);
    }

    /** Returns a number of periods that no client outlives, or that the curve does not reach. */
    int wholeLife() {
        return (int) longest + 2;
    }

    Outcome<PaymentEstimate> upTo(int periods) {
        if (periods == 0) {
            return curve.longest()
                    .flatMap(time -> Outcome.undefined(Reason.TOO_FEW_DATA, "no whole period was observed"));
        }
        int lastPayment = timing == PaymentTiming.ADVANCE ? periods - 1 : periods;
        return curve.survivalAt(lastPayment)
                .map(last -> timing == PaymentTiming.CONTINUOUS ? area(periods) : sum(periods));
    }

    /** Returns the payments up to each of the first periods, all of them observed. */
    ImmutableList<PaymentEstimate> each(int periods) {
        return IntStream.rangeClosed(1, periods)
                .mapToObj(period -> upTo(period).orElseThrow())
                .collect(ImmutableList.toImmutableList());
    }

    private PaymentEstimate sum(int periods) {
        int first = timing == PaymentTiming.ADVANCE ? 0 : 1;
        Ratio step = Ratio.ONE.dividedBy(Ratio.ONE.plus(discount));
        Ratio expected = Ratio.ZERO;
        double[] payments = new double[periods];
        for (int i = periods - 1; i >= 0; i--) {
            Ratio share = Estimate.of(survivalAt(first + i));
            expected = expected.multipliedBy(step).plus(share);
            payments[i] = share.doubleValue() * Math.pow(step.doubleValue(), first + (double) i);
        }
        Ratio possible = timing == PaymentTiming.ADVANCE
                ? PaymentMath.inAdvance(step, periods)
                : step.multipliedBy(PaymentMath.inAdvance(step, periods));
        return new PaymentEstimate(expected.multipliedBy(step.pow(first)), standardError(payments, first), possible);
    }

    private double standardError(double[] payments, int first) {
        double variance = 0;
        double after = 0;
        int next = payments.length;
        for (SurvivalStep step : curve.steps().reverse()) {
            while (next > 0 && first + next - 1 >= step.time()) {
                after += payments[--next];
            }
            variance += after * after * greenwood(step);
        }
        return Math.sqrt(variance);
    }

    private PaymentEstimate area(int periods) {
        double rate = discount.doubleValue();
        double area = 0;
        double variance = 0;
        double end = periods;
        for (SurvivalStep step : curve.steps().reverse()) {
            if (step.time() < end) {
                area += step.survival() * discounted(rate, step.time(), end);
                variance += area * area * greenwood(step);
                end = step.time();
            }
        }
        return new PaymentEstimate(
                Estimate.of(area + discounted(rate, 0, end)),
                Math.sqrt(variance),
                Estimate.of(discounted(rate, 0, periods)));
    }

    private boolean everyoneLeft() {
        ImmutableList<SurvivalStep> steps = curve.steps();
        return !steps.isEmpty() && steps.get(steps.size() - 1).survival() == 0;
    }

    private double survivalAt(int time) {
        return curve.survivalAt(time).orElseThrow();
    }

    /** Returns what one unit all the time is worth between two times. */
    private static double discounted(double rate, double start, double end) {
        return rate == 0 ? end - start : -Math.exp(-rate * start) * Math.expm1(-rate * (end - start)) / rate;
    }

    /** Returns the step's part of Greenwood's sum; none where no one is left, because no payment follows. */
    private static double greenwood(SurvivalStep step) {
        double left = step.atRisk() - step.ended();
        return left == 0 ? 0 : step.ended() / (step.atRisk() * left);
    }
}
