package dev.tenure.retention;

import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.calendar.ReportingPeriod;
import java.time.LocalDate;
import java.util.Arrays;

/** The periods a cohort table reaches over, and which of them a day is in. */
final class CohortGrid {

    private final ReportingPeriod[] periods;
    private final int firstDay;
    private final int endDay;
    private final int[] periodOfDay;

    private CohortGrid(ReportingPeriod[] periods, int firstDay, int endDay) {
        this.periods = periods;
        this.firstDay = firstDay;
        this.endDay = endDay;
        periodOfDay = new int[endDay - firstDay];
        for (int i = 0; i < periods.length; i++) {
            int from = Math.max((int) periods[i].start().toEpochDay(), firstDay) - firstDay;
            int to = (int) Math.min(periods[i].end().toEpochDay(), endDay) - firstDay;
            Arrays.fill(periodOfDay, from, to, i);
        }
    }

    /** Covers the days from the first to {@code asOf}; none if the first is later. */
    static CohortGrid of(ReportingCalendar calendar, int firstDay, int asOf) {
        return firstDay > asOf
                ? new CohortGrid(new ReportingPeriod[0], firstDay, firstDay)
                : new CohortGrid(
                        calendar.periods(LocalDate.ofEpochDay(firstDay), LocalDate.ofEpochDay(asOf))
                                .toArray(new ReportingPeriod[0]),
                        firstDay,
                        asOf + 1);
    }

    int size() {
        return periods.length;
    }

    ReportingPeriod period(int index) {
        return periods[index];
    }

    /** Tells whether a day is not after the day of the question; none is before the first. */
    boolean contains(int day) {
        return day < endDay;
    }

    int indexOf(int day) {
        return periodOfDay[day - firstDay];
    }

    /** Returns the day of the question. */
    int lastDay() {
        return endDay - 1;
    }

    int firstDay(int index) {
        return Math.max((int) periods[index].start().toEpochDay(), firstDay);
    }

    /** Returns the last observed day of a period. */
    int lastDay(int index) {
        return (int) Math.min(periods[index].end().toEpochDay(), endDay) - 1;
    }

    boolean isComplete(int index) {
        return periods[index].end().toEpochDay() <= endDay;
    }
}
