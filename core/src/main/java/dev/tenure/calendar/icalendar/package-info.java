/**
 * Events of iCalendar files as busy time and days off: start with {@link dev.tenure.calendar.icalendar.ICalendar}. Who uses this
 * package adds iCal4j to the own dependencies; nothing else needs it.
 */
@NullMarked
@CheckReturnValue
package dev.tenure.calendar.icalendar;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
