/** What a client and a book of clients are worth in money: start with {@link dev.tenure.lifetime.valuation.ClientValuation}. */
@NullMarked
@CheckReturnValue
package dev.tenure.lifetime.valuation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
