package dev.tenure.retention.cohort;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.internal.Days;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.ProportionInterval;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/** What is asked, and until which day. */
record CohortQuestion(
        CohortPolicy policy,
        LocalDate asOf,
        int recordsFrom,
        RevenueDetail detail,
        ProportionInterval method,
        ConfidenceLevel level)
        implements Serializable {

    /** The beginning of records that reach back to the first client. */
    static final int ALWAYS = Integer.MIN_VALUE;

    CohortQuestion {
        checkArgument(
                recordsFrom <= Days.of(asOf),
                "recordsFrom must not be after asOf, %s: %s",
                asOf,
                LocalDate.ofEpochDay(recordsFrom));
    }

    int lastDay() {
        return (int) asOf.toEpochDay();
    }

    /** Tells whether a day matters: by most rules what is before the records does not. */
    boolean covers(int day) {
        return day <= lastDay() && (day >= recordsFrom || policy.olderClients() != OlderClients.AS_NEW);
    }

    Optional<LocalDate> recordsBegin() {
        return recordsFrom == ALWAYS ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(recordsFrom));
    }

    /** Tells whether the fields that decide on the counts need each client's days and amounts together. */
    boolean needsLines() {
        return policy.age() != CohortAge.CALENDAR_PERIODS
                || detail == RevenueDetail.MOVEMENTS
                || (recordsFrom != ALWAYS && policy.olderClients() != OlderClients.AS_NEW);
    }
}
