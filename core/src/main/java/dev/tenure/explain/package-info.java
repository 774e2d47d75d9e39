/**
 * How a number was obtained, or why there is none: start with {@link dev.tenure.explain.Outcome} and
 * {@link dev.tenure.explain.Explanation}.
 */
@NullMarked
@CheckReturnValue
package dev.tenure.explain;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
