/**
 * Statistics for small samples: start with {@link dev.tenure.stat.Proportion}, and {@link dev.tenure.stat.Quantiles} for
 * durations and amounts.
 */
@NullMarked
@CheckReturnValue
package dev.tenure.stat;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
