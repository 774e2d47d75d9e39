package dev.tenure.sla.performance;

import dev.tenure.client.ClientId;
import dev.tenure.sla.BreachCause;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaTargetKind;
import dev.tenure.sla.SlaVerdict;
import java.util.Optional;

/**
 * What promises that are counted together have in common.
 *
 * @param client the client
 * @param period the number of the period in the reporting calendar
 * @param kind the kind of the target
 * @param priority the priority
 * @param verdict the verdict
 * @param cause the cause of the breach; empty if unknown, or not broken
 */
record ComplianceCell(
        ClientId client,
        long period,
        SlaTargetKind kind,
        Priority priority,
        SlaVerdict verdict,
        Optional<BreachCause> cause) {}
