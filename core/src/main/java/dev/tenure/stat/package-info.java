/** Statistics for small samples: start with {@link dev.tenure.stat.Proportion}. */
@NullMarked
@CheckReturnValue
package dev.tenure.stat;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
