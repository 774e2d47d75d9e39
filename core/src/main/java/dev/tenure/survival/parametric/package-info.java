/** A smooth law of how long clients stay, for planning: start with {@link dev.tenure.survival.parametric.ParametricSurvival}. */
@NullMarked
@CheckReturnValue
package dev.tenure.survival.parametric;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
