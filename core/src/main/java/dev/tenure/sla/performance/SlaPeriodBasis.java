package dev.tenure.sla.performance;

import dev.tenure.sla.SlaOutcome;
import java.time.Instant;

/**
 * Which instant of a promise says to which period it belongs. What has not happened yet, happens at the instant of the
 * question at the earliest and belongs to its period. The order carries no meaning.
 */
public enum SlaPeriodBasis {
    /**
     * When the clock started. Later questions change the figures of earlier periods, and those of the latest period are those
     * of its quickly decided promises.
     */
    START {
        @Override
        Instant of(SlaOutcome outcome) {
            return outcome.start();
        }
    },
    /**
     * When the verdict fell: when a kept promise was done, when the target of a broken one passed. A breach belongs to the
     * period in which it happened, and no later question changes a period that is over.
     */
    DECISION {
        @Override
        Instant of(SlaOutcome outcome) {
            return outcome.breachedAt().orElseGet(outcome::end);
        }
    },
    /** When it was done, in time or late. A breach belongs to the period in which it ended. */
    COMPLETION {
        @Override
        Instant of(SlaOutcome outcome) {
            return outcome.end();
        }
    };

    /** Returns the instant by which an outcome is placed. */
    abstract Instant of(SlaOutcome outcome);
}
