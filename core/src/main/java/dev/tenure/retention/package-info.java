/**
 * How many clients stay: start with {@link dev.tenure.retention.LogoChurn} for a period. Clients by the time they came are in {@link
 * dev.tenure.retention.cohort}.
 */
@NullMarked
@CheckReturnValue
package dev.tenure.retention;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
