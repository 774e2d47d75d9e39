package dev.tenure.examples.report.service;

import dev.tenure.sla.SlaCycle;
import dev.tenure.sla.SlaOutcome;
import java.util.Objects;

/**
 * A promise about a ticket and what has become of it.
 *
 * @param ticket the ticket's number in the columns
 * @param cycle its clock
 * @param outcome what has become of it
 */
public record Promise(int ticket, SlaCycle cycle, SlaOutcome outcome) {

    /**
     * Creates a promise.
     *
     * @param ticket the ticket's number
     * @param cycle its clock
     * @param outcome what has become of it
     */
    public Promise {
        Objects.requireNonNull(cycle, "cycle");
        Objects.requireNonNull(outcome, "outcome");
    }
}
