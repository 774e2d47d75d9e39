package dev.tenure.lifetime.noncontractual;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.Interval;

/**
 * How one kind of model did among several.
 *
 * @param kind the kind
 * @param aicDifference how far its AIC is above the lowest, zero or more; undefined where its AIC is
 * @param bicDifference how far its BIC is above the lowest, zero or more; undefined where its BIC is
 * @param meanLogScore its mean log score on what was held out: the higher the better; undefined where it is
 * @param logScoreDifference how far its mean log score is below the best, client by client: an interval that does not hold zero says that the difference is more than
 *     chance; undefined for the best itself ({@link Reason#NOT_APPLICABLE}), where a score is, and ({@link Reason#TOO_FEW_DATA}) with fewer than two clients
 */
public record ModelStanding(
        PurchaseModelKind kind,
        Outcome<Double> aicDifference,
        Outcome<Double> bicDifference,
        Outcome<Double> meanLogScore,
        Outcome<Interval> logScoreDifference) {}
