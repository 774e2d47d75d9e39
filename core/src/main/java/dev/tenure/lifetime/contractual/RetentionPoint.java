package dev.tenure.lifetime.contractual;

import java.util.Optional;

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

    /** Returns why a sample cannot determine a model of so many parameters. */
    static Optional<String> problem(RiskSets sets, int parameters) {
        if (sets.last() == 0) {
            return Optional.of("no client has come to a renewal");
        }
        if (sets.allLost() == 0) {
            return Optional.of("nobody left");
        }
        if (sets.allKept() == 0) {
            return Optional.of("nobody renewed");
        }
        return sets.observed() < parameters
                ? Optional.of(parameters + " parameters need as many renewals observed, not " + sets.observed())
                : Optional.empty();
    }
}
