/**
 * What becomes of the clients who came together: start with {@link dev.tenure.retention.cohort.CohortAnalysis}; two groups of
 * clients are compared by {@link dev.tenure.retention.cohort.CohortComparison}.
 */
@NullMarked
@CheckReturnValue
package dev.tenure.retention.cohort;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
