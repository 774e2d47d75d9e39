/**
 * What clients pay month by month, and how it changes: start with {@link dev.tenure.revenue.RevenueMovements}, or with
 * {@link dev.tenure.revenue.MonthlyRecurringRevenue} for one day.
 */
@NullMarked
@CheckReturnValue
package dev.tenure.revenue;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
