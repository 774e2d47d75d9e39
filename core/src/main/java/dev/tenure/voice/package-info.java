/** What clients say: start with {@link dev.tenure.voice.NetPromoterScore}. */
@NullMarked
@CheckReturnValue
package dev.tenure.voice;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
