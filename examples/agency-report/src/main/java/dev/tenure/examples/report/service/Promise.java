package dev.tenure.examples.report.service;

import dev.tenure.sla.SlaOutcome;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A promise about a ticket and what has become of it.
 *
 * @param ticket the ticket's number in the columns
 * @param outcome what has become of the promise
 * @param deadline when it is broken; empty while it waits, or if that lies on dates whose hours are not known
 */
public record Promise(int ticket, SlaOutcome outcome, Optional<Instant> deadline) {

    /**
     * Creates a promise.
     *
     * @param ticket the ticket's number
     * @param outcome what has become of it
     * @param deadline when it is broken
     */
    public Promise {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(deadline, "deadline");
    }
}
