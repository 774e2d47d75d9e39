/**
 * Public holidays of other countries than Russia: start with {@link dev.tenure.calendar.jollyday.JollydayHolidays}. Who uses this
 * package adds Jollyday to the own dependencies; nothing else needs it.
 */
@NullMarked
@CheckReturnValue
package dev.tenure.calendar.jollyday;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
