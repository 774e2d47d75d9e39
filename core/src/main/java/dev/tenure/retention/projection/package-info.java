/**
 * What will become of the clients who came together: the rows of a table of cohorts, continued beyond the last day observed: start with {@link
 * dev.tenure.retention.projection.CohortProjection}.
 */
@NullMarked
@CheckReturnValue
package dev.tenure.retention.projection;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
