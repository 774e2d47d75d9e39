package dev.tenure.survival.prediction;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.stat.ConfidenceLevel;
import java.io.Serializable;
import java.util.OptionalDouble;

/** How a concordance is to be computed; the horizon is infinite if there is none. */
record ConcordanceOptions(ConcordanceWeight weight, double horizon, ConfidenceLevel level) implements Serializable {

    OptionalDouble horizonOrEmpty() {
        return Double.isInfinite(horizon) ? OptionalDouble.empty() : OptionalDouble.of(horizon);
    }

    /** Checks that there is a formula for observations which enter late, count unequally or are in strata. */
    void checkPairsCountTheSame() {
        checkArgument(
                weight == ConcordanceWeight.HARRELL,
                "weight must be HARRELL with delayed entries, case weights or strata: %s",
                weight);
    }

    ConcordanceOptions with(ConcordanceWeight newWeight) {
        return new ConcordanceOptions(newWeight, horizon, level);
    }

    ConcordanceOptions with(ConfidenceLevel newLevel) {
        return new ConcordanceOptions(weight, horizon, newLevel);
    }

    ConcordanceOptions withHorizon(double newHorizon) {
        return new ConcordanceOptions(weight, newHorizon, level);
    }
}
