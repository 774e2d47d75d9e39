/** Whether segments differ in how long their clients stay: start with {@link dev.tenure.survival.comparison.LogRank}. */
@NullMarked
@CheckReturnValue
package dev.tenure.survival.comparison;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
