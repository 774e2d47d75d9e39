/** Periods of a calendar: start with {@link dev.tenure.calendar.ReportingCalendar}. */
@NullMarked
@CheckReturnValue
package dev.tenure.calendar;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
