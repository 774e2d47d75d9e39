/**
 * How well the service is kept: start with {@link dev.tenure.sla.performance.SlaCompliance} and {@link
 * dev.tenure.sla.performance.ResponseTime}.
 */
@NullMarked
@CheckReturnValue
package dev.tenure.sla.performance;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
