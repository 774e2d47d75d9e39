package dev.tenure.survival.prediction;

import dev.tenure.stat.ConfidenceLevel;
import java.io.Serializable;

/** How a concordance is to be computed; the horizon is infinite if there is none. */
record ConcordanceOptions(ConcordanceWeight weight, double horizon, ConfidenceLevel level) implements Serializable {

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
