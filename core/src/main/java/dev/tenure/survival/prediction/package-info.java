/** Whether a prediction of who leaves when was any good: start with {@link dev.tenure.survival.prediction.Concordance}. */
@NullMarked
@CheckReturnValue
package dev.tenure.survival.prediction;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
