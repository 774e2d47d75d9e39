/** Amounts and rates that are never rounded: start with {@link dev.tenure.money.ExactMoney}. */
@NullMarked
@CheckReturnValue
package dev.tenure.money;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
