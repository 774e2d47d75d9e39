/**
 * Why two tools give different figures for one book: start with {@link dev.tenure.reconciliation.ChurnReconciler}, with
 * {@link dev.tenure.reconciliation.MrrReconciler} for recurring revenue, or with
 * {@link dev.tenure.reconciliation.RetentionReconciler} for revenue retention.
 */
@NullMarked
@CheckReturnValue
package dev.tenure.reconciliation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
