package dev.tenure.retention.cohort;

import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.calendar.ReportingPeriod;
import java.time.LocalDate;
import java.util.Arrays;

/** The periods of the calendar a cohort table reaches over, and which of them a day is in. */
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

    /** Covers the days from the first to {@code asOf}, which is not before it. */
    static CohortGrid of(ReportingCalendar calendar, int firstDay, LocalDate asOf) {
        return new CohortGrid(
                calendar.periods(LocalDate.ofEpochDay(firstDay), asOf).toArray(new ReportingPeriod[0]),
                firstDay,
                (int) asOf.toEpochDay() + 1);
    }

    int size() {
        return periods.length;
    }

    ReportingPeriod period(int index) {
        return periods[index];
    }

    int firstDay() {
        return firstDay;
    }

    /** Returns the day after the day of the question. */
    int endDay() {
        return endDay;
    }

    /** Tells whether a day is neither before the first nor after the day of the question. */
    boolean contains(int day) {
        return day >= firstDay && day < endDay;
    }

    int indexOf(int day) {
        return periodOfDay[day - firstDay];
    }
}
