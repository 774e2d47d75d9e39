/** Service levels: what was promised, what the clock says, and how often the promise was kept. */
@NullMarked
@CheckReturnValue
package dev.tenure.sla;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
