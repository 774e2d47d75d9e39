/** Working days and hours in Russia: start with {@link dev.tenure.calendar.russia.RussianProductionCalendar}. */
@NullMarked
@CheckReturnValue
package dev.tenure.calendar.russia;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
