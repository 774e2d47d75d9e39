/**
 * What a client spends per transaction, when there are few of them: the mean that is to be expected of him, and whether it is one: start with
 * {@link dev.tenure.lifetime.spend.ClientSpend}.
 */
@NullMarked
@CheckReturnValue
package dev.tenure.lifetime.spend;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
