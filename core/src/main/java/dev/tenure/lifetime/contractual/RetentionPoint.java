package dev.tenure.lifetime.contractual;

import com.google.common.collect.ImmutableList;
import dev.tenure.lifetime.estimation.Coordinate;
import dev.tenure.lifetime.estimation.Problem;

/** Functions of the coordinates that all likelihoods of this package share. */
final class RetentionPoint {

    private RetentionPoint() {}

    /** Returns the share with a logit. */
    static double share(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /** Returns the logarithm of the share with a logit. */
    static double logShare(double logit) {
        return logit < 0 ? logit - Math.log1p(Math.exp(logit)) : -Math.log1p(Math.exp(-logit));
    }

    /** Returns the logit of the share of those lost, finite also where nobody or everybody was. */
    static double logit(long lost, long kept) {
        return lost > 0 && kept > 0 ? Math.log((double) lost / kept) : Math.log((lost + 0.5) / (kept + 0.5));
    }

    /** Returns why a sample cannot determine a model with these coordinates, the first of which is that of the mean. */
    static ImmutableList<Problem> problems(RiskSets sets, ImmutableList<Coordinate> coordinates) {
        ImmutableList.Builder<Problem> problems = ImmutableList.builder();
        ImmutableList<Coordinate> mean = coordinates.subList(0, 1);
        if (sets.last() == 0) {
            problems.add(Problem.of("no client has come to a renewal", coordinates));
        } else if (sets.allLost() == 0) {
            problems.add(Problem.of("nobody left", mean));
        } else if (sets.allKept() == 0) {
            problems.add(Problem.of("nobody renewed", mean));
        }
        int observed = sets.observed();
        if (observed < coordinates.size()) {
            problems.add(Problem.of(
                    coordinates.size() + " parameters need as many renewals observed, not " + observed,
                    coordinates.subList(observed, coordinates.size())));
        }
        return problems.build();
    }
}
