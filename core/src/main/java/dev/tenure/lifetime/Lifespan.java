package dev.tenure.lifetime;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How long one client has been a client: a duration. What that was worth, an amount of money, is another type.
 *
 * <p><b>Units.</b> Whole calendar months, and months with the elapsed share of the running one.
 *
 * <p><b>Conventions.</b> The first day counts, the last does not: from 1 January to 1 July is six months. A month is
 * complete on the same day of the month, or on the last day of a month that has no such day: from 31 August the first
 * month is complete on 30 September and the sixth on the last day of February. Every such day is counted from the first
 * one, so that the end of February does not shorten the months after it.
 *
 * @param start the first day
 * @param end the first day without the client if the client has left, the day of the question if not; not before
 *     {@code start}
 * @param ended true if the client has left
 */
public record Lifespan(LocalDate start, LocalDate end, boolean ended) implements Serializable {

    /**
     * Creates a lifespan.
     *
     * @param start the first day
     * @param end the first day without the client, or the day of the question; not before {@code start}
     * @param ended true if the client has left
     */
    public Lifespan {
        checkArgument(!end.isBefore(start), "end must not be before start: %s, %s", start, end);
    }

    /**
     * Returns the lifespan of a client who has left.
     *
     * @param start the first day
     * @param end the first day without the client, not before {@code start}
     * @return the lifespan
     * @throws IllegalArgumentException if {@code end} is before {@code start}
     */
    public static Lifespan ended(LocalDate start, LocalDate end) {
        return new Lifespan(start, end, true);
    }

    /**
     * Returns the lifespan so far of a client who is still here.
     *
     * @param start the first day
     * @param asOf the day of the question, not before {@code start}
     * @return the lifespan so far
     * @throws IllegalArgumentException if {@code asOf} is before {@code start}
     */
    public static Lifespan ongoing(LocalDate start, LocalDate asOf) {
        return new Lifespan(start, asOf, false);
    }

    /**
     * Returns how many months are complete.
     *
     * @return whole calendar months, zero or more
     */
    public int months() {
        int months = Math.toIntExact(ChronoUnit.MONTHS.between(start, end));
        // from 31 January to 28 February the day of the month is not reached, but the month is complete
        return start.plusMonths(months + 1L).isAfter(end) ? months : months + 1;
    }

    /**
     * Returns the months with the elapsed share of the running one.
     *
     * @return calendar months, from {@link #months()}, inclusive, to the next whole number, exclusive
     */
    public double elapsedMonths() {
        int months = months();
        LocalDate complete = start.plusMonths(months);
        long elapsed = ChronoUnit.DAYS.between(complete, end);
        return months + (double) elapsed / ChronoUnit.DAYS.between(complete, start.plusMonths(months + 1L));
    }

    /**
     * Returns the highest grade the lifespan has reached; who is still here may yet reach a higher one.
     *
     * @return the grade of the months so far
     */
    public LifespanGrade reached() {
        return LifespanGrade.reachedAfter(months());
    }

    /**
     * Returns the grade.
     *
     * @return the grade; undefined ({@link Reason#BEYOND_OBSERVATION}) for a client who is still here and has not yet
     *     reached the highest grade
     */
    public Outcome<LifespanGrade> grade() {
        return ended || reached() == LifespanGrade.GOOD
                ? Outcome.of(reached())
                : Outcome.undefined(Reason.BEYOND_OBSERVATION, "still here after " + months() + " months");
    }

    /**
     * Tells whether the lifespan reaches the beginning of a grade.
     *
     * @param grade the grade
     * @return true if it has, false if it ended before; undefined ({@link Reason#BEYOND_OBSERVATION}) for a client who is
     *     still here and has not reached it yet
     */
    public Outcome<Boolean> reaches(LifespanGrade grade) {
        if (months() >= grade.months()) {
            return Outcome.of(true);
        }
        return ended
                ? Outcome.of(false)
                : Outcome.undefined(Reason.BEYOND_OBSERVATION, "still here after " + months() + " months");
    }
}
