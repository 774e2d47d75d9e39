/** What drives it that clients leave: start with {@link dev.tenure.survival.regression.CoxRegression}. */
@NullMarked
@CheckReturnValue
package dev.tenure.survival.regression;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
