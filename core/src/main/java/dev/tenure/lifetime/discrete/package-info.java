/**
 * Clients who, window after window, may buy or renew or not, and leave without a word: who is still a client, how often he will buy, how sure that
 * is: start with {@link dev.tenure.lifetime.discrete.DiscreteBuyTillYouDie}.
 */
@NullMarked
@CheckReturnValue
package dev.tenure.lifetime.discrete;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
