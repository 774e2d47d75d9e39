/**
 * What an agreement says beside the times: start with {@link dev.tenure.sla.terms.CriticalIncidentDefinition} and {@link
 * dev.tenure.sla.terms.ServiceCredits}.
 */
@NullMarked
@CheckReturnValue
package dev.tenure.sla.terms;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
