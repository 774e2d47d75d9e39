package dev.tenure.examples.spark;

import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.calendar.ReportingPeriod;
import java.io.Serializable;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/**
 * What is asked.
 *
 * @param asOf the day of the question; what is dated on it or later is not yet known
 * @param granularity how long the periods of cohorts and of movements are
 * @param currency the currency of all amounts
 */
record Question(LocalDate asOf, Granularity granularity, CurrencyUnit currency) implements Serializable {

    /** The end of a contract that has none, as an epoch day. */
    static final int NEVER = Integer.MAX_VALUE;

    /** Tells whether the start of a contract is known. */
    boolean isKnown(int start) {
        return start < asOf.toEpochDay();
    }

    /** Tells whether the end of a contract is known. */
    boolean isEnded(int end) {
        return end < asOf.toEpochDay();
    }

    /** Returns for how many days a contract ran, or has run so far. */
    int days(int start, int end) {
        return (int) Math.min(end, asOf.toEpochDay()) - start;
    }

    /** Returns the periods. */
    ReportingCalendar calendar() {
        return ReportingCalendar.of(granularity);
    }

    /** Returns the last period that is over. */
    ReportingPeriod lastPeriod() {
        return calendar().periodOf(calendar().periodOf(asOf).start().minusDays(1));
    }
}
