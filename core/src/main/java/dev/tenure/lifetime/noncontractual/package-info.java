/**
 * Clients who buy when they like and leave without a word: who is still a client, how often he will buy, how sure that is: start with
 * {@link dev.tenure.lifetime.noncontractual.PurchaseLog} for a ledger, then {@link dev.tenure.lifetime.noncontractual.BuyTillYouDie}.
 */
@NullMarked
@CheckReturnValue
package dev.tenure.lifetime.noncontractual;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
