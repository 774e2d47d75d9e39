/** How long something lasts when most of it has not ended yet: start with {@link dev.tenure.survival.KaplanMeier}. */
@NullMarked
@CheckReturnValue
package dev.tenure.survival;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
