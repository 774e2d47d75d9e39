package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.calendar.ReportingPeriod;
import java.time.LocalDate;

/**
 * The periods a report looks at.
 *
 * @param granularity how long a period is
 * @param from the first day with data
 * @param asOf the first day that is not known
 */
record Periods(Granularity granularity, LocalDate from, LocalDate asOf) {

    /** More columns cannot be read on a page. */
    private static final int MOST_COLUMNS = 36;
    /** More points of a line cannot be told apart. */
    private static final int MOST_POINTS = 120;

    ReportingCalendar calendar() {
        return ReportingCalendar.of(granularity);
    }

    /** Returns the last period that is over; it may lie before the first day with data. */
    ReportingPeriod last() {
        return calendar().period(calendar().indexOf(asOf) - 1);
    }

    ReportingPeriod previous() {
        return calendar().period(calendar().indexOf(asOf) - 2);
    }

    /** Returns the year up to the day of the figures. */
    ReportingPeriod year() {
        LocalDate start = asOf.minusYears(1);
        return new ReportingPeriod(0, start, asOf, start + "/" + asOf.minusDays(1));
    }

    /** Returns the periods that are over, oldest first. */
    ImmutableList<ReportingPeriod> complete() {
        return calendar().periods(from, asOf.minusDays(1)).stream()
                .filter(period -> !period.end().isAfter(asOf))
                .collect(toImmutableList());
    }

    /** Returns these periods, or coarser ones if there would be too many columns. */
    Periods forColumns() {
        return coarserThan(MOST_COLUMNS);
    }

    /** Returns these periods, or coarser ones if there would be too many points. */
    Periods forPoints() {
        return coarserThan(MOST_POINTS);
    }

    int count() {
        return calendar().periods(from, asOf.minusDays(1)).size();
    }

    Periods by(Granularity other) {
        return new Periods(other, from, asOf);
    }

    private Periods coarserThan(int most) {
        Periods periods = this;
        while (periods.count() > most && periods.granularity() != Granularity.YEAR) {
            periods = periods.by(coarser(periods.granularity()));
        }
        return periods;
    }

    private static Granularity coarser(Granularity granularity) {
        return switch (granularity) {
            case WEEK -> Granularity.MONTH;
            case MONTH -> Granularity.QUARTER;
            case QUARTER, YEAR -> Granularity.YEAR;
        };
    }
}
