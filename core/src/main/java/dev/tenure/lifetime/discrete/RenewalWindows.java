package dev.tenure.lifetime.discrete;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.internal.Days;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;

/**
 * Windows of equal length, one after the other: window {@code k} begins {@code k} times the length after the first day and ends before the next one.
 *
 * <p><b>Conventions.</b> Each window is counted from the first day, so that months which begin on the 31st begin on the last day of a shorter month and on
 * the 31st again after it. Only whole windows count: {@code count} is the number of those that are over.
 *
 * @param firstDay the first day of the first window, in the years 0 to 9999
 * @param length the length of a window, above zero
 * @param count how many windows, one or more; the last one ends in the years 0 to 9999
 */
public record RenewalWindows(LocalDate firstDay, Period length, int count) implements Serializable {

    /**
     * Creates windows.
     *
     * @param firstDay the first day of the first window
     * @param length the length of a window, above zero
     * @param count how many windows, one or more
     */
    public RenewalWindows {
        firstDay = LocalDate.ofEpochDay(Days.of(firstDay));
        BgBb.checkWindow(length);
        checkArgument(count > 0, "count must be positive: %s", count);
        checkArgument(Days.of(end(firstDay, length, count)) > Days.of(firstDay), "length must be positive: %s", length);
    }

    /**
     * Returns the windows that are over on a day.
     *
     * @param firstDay the first day of the first window, in the years 0 to 9999
     * @param length the length of a window, above zero
     * @param asOf the first day that is not known, such as that on which the log was made: a window that ends on the day before is over
     * @return the windows, one or more
     * @throws IllegalArgumentException if an argument is out of range, or no window is over
     */
    public static RenewalWindows until(LocalDate firstDay, Period length, LocalDate asOf) {
        BgBb.checkWindow(length);
        int last = Days.of(asOf);
        int count = 0;
        while (end(firstDay, length, count + 1).toEpochDay() <= last) {
            count++;
        }
        return new RenewalWindows(firstDay, length, count);
    }

    /**
     * Returns the day on which the windows are over.
     *
     * @return the first day after the last window
     */
    public LocalDate end() {
        return end(firstDay, length, count);
    }

    /** Returns the first days of the windows and that after the last, as epoch days. */
    int[] bounds() {
        int[] bounds = new int[count + 1];
        for (int k = 0; k <= count; k++) {
            bounds[k] = Days.of(end(firstDay, length, k));
        }
        return bounds;
    }

    private static LocalDate end(LocalDate firstDay, Period length, int windows) {
        return firstDay.plus(length.multipliedBy(windows));
    }
}
