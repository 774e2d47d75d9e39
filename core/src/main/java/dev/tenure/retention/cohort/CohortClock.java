package dev.tenure.retention.cohort;

import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.calendar.ReportingPeriod;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Tells how old a client is on a day, in periods, and when an age begins. */
final class CohortClock {

    private static final int DAYS_A_WEEK = 7;
    private static final int MONTHS_A_QUARTER = 3;
    private static final int MONTHS_A_YEAR = 12;

    private final ReportingCalendar calendar;
    private final CohortAge age;

    /** Periods by number: making one takes longer than looking it up. */
    private final Map<Long, ReportingPeriod> periods = new HashMap<>();

    CohortClock(CohortPolicy policy) {
        calendar = policy.calendar();
        age = policy.age();
    }

    /** Returns the period of the calendar with a number. */
    ReportingPeriod period(long index) {
        return periods.computeIfAbsent(index, calendar::period);
    }

    /** Returns the first day on which a client who came on {@code start} is so many periods old. */
    LocalDate begin(LocalDate start, int later) {
        return switch (age) {
            case CALENDAR_PERIODS -> period(calendar.indexOf(start) + later).start();
            case TENURE_WEEKS -> start.plusWeeks(later);
            case TENURE_MONTHS, TENURE_QUARTERS, TENURE_YEARS -> start.plusMonths((long) later * months());
        };
    }

    /** Returns how many periods old a client who came on {@code start} is on a day, which is not before it. */
    int periods(LocalDate start, LocalDate day) {
        return switch (age) {
            case CALENDAR_PERIODS -> (int) (calendar.indexOf(day) - calendar.indexOf(start));
            case TENURE_WEEKS -> (int) (day.toEpochDay() - start.toEpochDay()) / DAYS_A_WEEK;
            case TENURE_MONTHS, TENURE_QUARTERS, TENURE_YEARS -> months(pack(start), pack(day)) / months();
        };
    }

    /** Returns how many ages a cohort has on a day: those its earliest possible clients have begun. */
    int ages(ReportingPeriod cohort, LocalDate asOf) {
        return periods(cohort.start(), asOf) + 1;
    }

    /** Returns whether on a day all who can have come in the period of a cohort have completed an age. */
    boolean isComplete(ReportingPeriod cohort, int periods, LocalDate asOf) {
        return !begin(cohort.end().minusDays(1), periods + 1).isAfter(asOf.plusDays(1));
    }

    /** Returns the first age that all who can have come in the period of a cohort began on a day or later. */
    int observedFrom(ReportingPeriod cohort, LocalDate recordsFrom) {
        if (!cohort.start().isBefore(recordsFrom)) {
            return 0;
        }
        int last = periods(cohort.start(), recordsFrom);
        return begin(cohort.start(), last).isBefore(recordsFrom) ? last + 1 : last;
    }

    /** Returns a reader of ages that makes no objects. */
    Days days(int firstDay, int endDay) {
        int[] packed = new int[endDay - firstDay];
        for (int day = firstDay; day < endDay; day++) {
            LocalDate date = LocalDate.ofEpochDay(day);
            packed[day - firstDay] = age == CohortAge.CALENDAR_PERIODS ? (int) calendar.indexOf(date) : pack(date);
        }
        return new Days(age, months(), firstDay, packed);
    }

    private int months() {
        return switch (age) {
            case CALENDAR_PERIODS, TENURE_WEEKS -> 0;
            case TENURE_MONTHS -> 1;
            case TENURE_QUARTERS -> MONTHS_A_QUARTER;
            case TENURE_YEARS -> MONTHS_A_YEAR;
        };
    }

    /** Packs the month, the day of the month and the length of the month, five bits each of the last two. */
    private static int pack(LocalDate date) {
        int month = date.getYear() * MONTHS_A_YEAR + date.getMonthValue() - 1;
        return month << 10 | date.getDayOfMonth() << 5 | date.lengthOfMonth();
    }

    /** Returns the largest {@code m} for which {@code start.plusMonths(m)} is not after the day. */
    private static int months(int start, int day) {
        int anniversary = Math.min(start >> 5 & 31, day & 31);
        int months = (day >> 10) - (start >> 10);
        return (day >> 5 & 31) < anniversary ? months - 1 : months;
    }

    /** Ages by day numbers, within the days of a table. */
    static final class Days {

        private final CohortAge age;
        private final int months;
        private final int firstDay;
        private final int[] packed;

        private Days(CohortAge age, int months, int firstDay, int[] packed) {
            this.age = age;
            this.months = months;
            this.firstDay = firstDay;
            this.packed = packed;
        }

        /** Returns how many periods old a client who came on the day {@code start} is on a later day. */
        int periods(int start, int day) {
            return switch (age) {
                case CALENDAR_PERIODS -> packed[day - firstDay] - packed[start - firstDay];
                case TENURE_WEEKS -> (day - start) / DAYS_A_WEEK;
                case TENURE_MONTHS, TENURE_QUARTERS, TENURE_YEARS ->
                    months(packed[start - firstDay], packed[day - firstDay]) / months;
            };
        }
    }
}
