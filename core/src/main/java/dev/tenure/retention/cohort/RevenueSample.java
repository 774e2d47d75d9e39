package dev.tenure.retention.cohort;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.ProportionInterval;
import dev.tenure.stat.WeightedProportion;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * What the revenue of some clients says about that of others like them: sums over clients of {@code a} in the first period and
 * {@code b} later, with {@code gain = max(0, b - a)}.
 *
 * @param initial the sum of {@code a}
 * @param losses the sum of {@code min(0, b - a)}
 * @param gains the sum of the gains
 * @param squares the sum of {@code a * a}
 * @param gainSquares the sum of {@code gain * gain}
 * @param gainProducts the sum of {@code a * gain}
 * @param negatives of how many clients {@code a} or {@code b} is negative; the sums of products are without them
 */
record RevenueSample(
        BigInteger initial,
        BigInteger losses,
        BigInteger gains,
        BigInteger squares,
        BigInteger gainSquares,
        BigInteger gainProducts,
        long negatives) {

    RevenueSample plus(RevenueSample other) {
        return new RevenueSample(
                initial.add(other.initial),
                losses.add(other.losses),
                gains.add(other.gains),
                squares.add(other.squares),
                gainSquares.add(other.gainSquares),
                gainProducts.add(other.gainProducts),
                negatives + other.negatives);
    }

    /** Returns how many clients of equal revenue would say as much; there is some in the first period. */
    Outcome<Double> effectiveClients() {
        return negatives > 0
                ? Outcome.undefined(Reason.NOT_APPLICABLE, "the revenue of a client is below zero")
                : Outcome.of(quotient(initial.pow(2), squares));
    }

    Outcome<Interval> interval(CohortMeasure measure, ProportionInterval method, ConfidenceLevel level) {
        return measure == CohortMeasure.GROSS ? gross(method, level) : net(method, level);
    }

    /** Returns the interval of the gross share. */
    private Outcome<Interval> gross(ProportionInterval method, ConfidenceLevel level) {
        return kept().flatMap(share -> share.interval(method, level));
    }

    /** Returns the interval of the net share: that of what is kept, widened by that of how much it grew. */
    private Outcome<Interval> net(ProportionInterval method, ConfidenceLevel level) {
        return kept().flatMap(share -> {
            if (share.effectiveTrials() == 1) {
                return Outcome.undefined(Reason.TOO_FEW_DATA, "the revenue of one client");
            }
            if (gains.signum() == 0) {
                return share.interval(method, level);
            }
            return gainProducts.signum() == 0
                    ? Outcome.undefined(Reason.NOT_ESTIMABLE, "none grew who brought something in the first period")
                    : share.interval(method, level).map(limits -> grown(share, limits, method));
        });
    }

    private Outcome<WeightedProportion> kept() {
        return effectiveClients()
                .map(clients -> WeightedProportion.of(quotient(initial.add(losses), initial), clients));
    }

    /** Multiplies the interval of the kept share by that of {@code 1 + growth}: squares of the distances of each are added. */
    private Interval grown(WeightedProportion share, Interval limits, ProportionInterval method) {
        double kept = share.share();
        double growth = quotient(gains, initial.add(losses));
        // as if each kept ruble grew by this much or not at all
        double step = Math.max(growth, quotient(gainSquares, gainProducts));
        Interval steps = WeightedProportion.of(growth / step, Math.max(1, kept * share.effectiveTrials()))
                .interval(method, limits.level())
                .orElseThrow();
        double net = quotient(initial.add(losses).add(gains), initial);
        double below = Math.hypot((1 + growth) * (kept - limits.lower()), kept * (growth - step * steps.lower()));
        double above = Math.hypot((1 + growth) * (limits.upper() - kept), kept * (step * steps.upper() - growth));
        return Interval.of(Math.max(0, net - below), net + above, limits.level());
    }

    private static double quotient(BigInteger numerator, BigInteger denominator) {
        return Ratio.of(new BigDecimal(numerator))
                .dividedBy(Ratio.of(new BigDecimal(denominator)))
                .doubleValue();
    }
}
