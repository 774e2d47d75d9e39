/** Shared by the library's own packages; not exported. */
@NullMarked
@CheckReturnValue
package dev.tenure.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
