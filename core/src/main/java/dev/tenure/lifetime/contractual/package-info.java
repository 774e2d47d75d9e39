/**
 * Clients who must renew to stay, as with a contract: how many will still be there, and what they are worth: start with
 * {@link dev.tenure.lifetime.contractual.RetentionFit}.
 */
@NullMarked
@CheckReturnValue
package dev.tenure.lifetime.contractual;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
