/** Service levels: start with {@link dev.tenure.sla.SlaPolicy}, what was promised, and {@link dev.tenure.sla.SlaClock}, what became of it. */
@NullMarked
@CheckReturnValue
package dev.tenure.sla;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
