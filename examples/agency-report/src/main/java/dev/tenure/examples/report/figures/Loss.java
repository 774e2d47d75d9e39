package dev.tenure.examples.report.figures;

import dev.tenure.client.ClientId;
import dev.tenure.contract.ChurnCause;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A client who left.
 *
 * @param client who left
 * @param day the first day without a contract
 * @param cause the main cause, if one was written down
 */
record Loss(ClientId client, LocalDate day, Optional<ChurnCause> cause) {}
