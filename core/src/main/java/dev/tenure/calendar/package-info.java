/**
 * Working time and periods: start with {@link dev.tenure.calendar.BusinessCalendar} for working time, with {@link
 * dev.tenure.calendar.ReportingCalendar} for periods.
 */
@NullMarked
@CheckReturnValue
package dev.tenure.calendar;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
