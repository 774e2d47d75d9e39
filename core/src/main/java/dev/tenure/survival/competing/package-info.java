/** Why something ends, when it can end for several causes: start with {@link dev.tenure.survival.competing.AalenJohansen}. */
@NullMarked
@CheckReturnValue
package dev.tenure.survival.competing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
