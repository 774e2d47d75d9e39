/**
 * How long clients stay, what that is worth, and when it pays for winning them: start with
 * {@link dev.tenure.lifetime.LifetimeValue}.
 */
@NullMarked
@CheckReturnValue
package dev.tenure.lifetime;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
