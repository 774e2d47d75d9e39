/**
 * What the parameters of a lifetime model are, how sure that is, and what a model predicts with which interval: start with
 * {@link dev.tenure.lifetime.estimation.ModelFit}.
 */
@NullMarked
@CheckReturnValue
package dev.tenure.lifetime.estimation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
