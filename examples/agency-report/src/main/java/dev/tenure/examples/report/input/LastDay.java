package dev.tenure.examples.report.input;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the last date in rows that are not faulty so far. */
final class LastDay {

    private int epochDay = Integer.MIN_VALUE;
    private @Nullable InputFile file;
    private long line;

    void see(InputFile seenIn, Row row, int day) {
        if (day > epochDay && !row.isFaulty()) {
            epochDay = day;
            file = seenIn;
            line = row.line();
        }
    }

    Optional<LastDate> result() {
        return Optional.ofNullable(file).map(where -> new LastDate(LocalDate.ofEpochDay(epochDay), where, line));
    }
}
