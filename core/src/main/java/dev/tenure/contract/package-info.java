/** What was agreed with a client and what became of it: start with {@link dev.tenure.contract.Contract}. */
@NullMarked
@CheckReturnValue
package dev.tenure.contract;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
