/** Who the clients are and who works with them: start with {@link dev.tenure.client.Client}. */
@NullMarked
@CheckReturnValue
package dev.tenure.client;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
