package dev.tenure.survival.regression;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ChiSquareTest;

/** What is told of a number only if a double holds it. */
final class Statistics {

    private Statistics() {}

    static Outcome<ChiSquareTest> test(double statistic, int degreesOfFreedom) {
        return statistic >= 0 && statistic < Double.POSITIVE_INFINITY
                ? Outcome.of(ChiSquareTest.of(statistic, degreesOfFreedom))
                : Outcome.undefined(Reason.NOT_FINITE, "the statistic is too large to be told");
    }

    static Outcome<Double> error(double variance) {
        return variance < Double.POSITIVE_INFINITY
                ? Outcome.of(Math.sqrt(Math.max(0, variance)))
                : Outcome.undefined(Reason.NOT_FINITE, "the standard error is too large to be told");
    }
}
