/**
 * How many clients stay: start with {@link dev.tenure.retention.LogoChurn} for a period and with
 * {@link dev.tenure.retention.CohortAnalysis} for clients by the time they came.
 */
@NullMarked
@CheckReturnValue
package dev.tenure.retention;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
