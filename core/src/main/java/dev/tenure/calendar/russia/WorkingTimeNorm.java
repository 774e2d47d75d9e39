package dev.tenure.calendar.russia;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.time.Duration;

/**
 * How many days and hours a full-time employee works in a month, a quarter or a year.
 *
 * <p><b>Formula.</b> {@code hours a week / 5 × working days − 1 hour × shortened days}, for the five-day week with two days off.
 *
 * <p><b>Source.</b> Order of the Ministry of Health and Social Development No. 588n of 13 August 2009; the shortened day is that
 * of article 95 of the Labour Code.
 *
 * @param calendarDays all days of the period
 * @param workingDays the days on which work is done, shortened ones and working weekends among them
 * @param shortenedDays the working days that end an hour earlier
 */
public record WorkingTimeNorm(int calendarDays, int workingDays, int shortenedDays) implements Serializable {

    static final Duration SHORTENED_BY = Duration.ofHours(1);

    private static final int DAYS_A_WEEK = 5;

    private static final Duration SHORTEST_WEEK = Duration.ofHours(5);

    private static final Duration LONGEST_WEEK = Duration.ofHours(40);

    /**
     * Creates a norm.
     *
     * @param calendarDays all days of the period
     * @param workingDays the days on which work is done, not negative and at most {@code calendarDays}
     * @param shortenedDays the working days that end an hour earlier, not negative and at most {@code workingDays}
     */
    public WorkingTimeNorm {
        checkArgument(
                0 <= workingDays && workingDays <= calendarDays,
                "workingDays must be 0 to %s: %s",
                calendarDays,
                workingDays);
        checkArgument(
                0 <= shortenedDays && shortenedDays <= workingDays,
                "shortenedDays must be 0 to %s: %s",
                workingDays,
                shortenedDays);
    }

    /**
     * Returns the days on which no work is done.
     *
     * @return weekends, holidays and moved days off together, not negative
     */
    public int daysOff() {
        return calendarDays - workingDays;
    }

    /**
     * Returns the working time of the period.
     *
     * @param week the working time a week, such as 40, 36 or 24 hours; from 5 hours, of which an hour a day can be taken away, to
     *     the 40 of article 91 of the Labour Code
     * @return the working time, exact: 7.2 hours are 7 hours and 12 minutes
     * @throws IllegalArgumentException if the week is shorter or longer
     */
    public Duration hours(Duration week) {
        checkArgument(
                week.compareTo(SHORTEST_WEEK) >= 0 && week.compareTo(LONGEST_WEEK) <= 0,
                "week must be 5 to 40 hours: %s",
                week);
        return week.multipliedBy(workingDays).dividedBy(DAYS_A_WEEK).minus(SHORTENED_BY.multipliedBy(shortenedDays));
    }

    WorkingTimeNorm plus(WorkingTimeNorm other) {
        return new WorkingTimeNorm(
                calendarDays + other.calendarDays,
                workingDays + other.workingDays,
                shortenedDays + other.shortenedDays);
    }
}
