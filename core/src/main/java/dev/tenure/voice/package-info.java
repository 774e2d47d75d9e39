/**
 * What clients say: start with {@link dev.tenure.voice.NetPromoterScore}; {@link dev.tenure.voice.CustomerSatisfaction},
 * {@link dev.tenure.voice.CustomerEffortScore} and {@link dev.tenure.voice.DetractorReview} stand beside it.
 */
@NullMarked
@CheckReturnValue
package dev.tenure.voice;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
