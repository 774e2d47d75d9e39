package dev.tenure.calendar;

import java.io.Serializable;

/**
 * A number of business days: dates on which work begins, whatever their hours.
 *
 * <p><b>Conventions.</b> A business day is no duration. It is neither a calendar day ({@link java.time.Period}) nor a number of
 * hours ({@link java.time.Duration}), and nothing converts one into another; a {@link WorkSchedule} steps by business days,
 * a business calendar by durations of working time.
 *
 * @param count how many; negative means backwards
 */
public record BusinessDays(int count) implements Comparable<BusinessDays>, Serializable {

    /**
     * Returns a number of business days.
     *
     * @param count how many; negative means backwards
     * @return the business days
     */
    public static BusinessDays of(int count) {
        return new BusinessDays(count);
    }

    @Override
    public int compareTo(BusinessDays other) {
        return Integer.compare(count, other.count);
    }

    /**
     * Returns the number with its unit.
     *
     * @return such as {@code 3 business days}
     */
    @Override
    public String toString() {
        return count + (count == 1 ? " business day" : " business days");
    }
}
