package dev.tenure.examples.report.input;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The last date of the data, and where it stands.
 *
 * @param date the date
 * @param file the file it is in
 * @param line the line of the file, the first of several
 */
public record LastDate(LocalDate date, InputFile file, long line) {

    /**
     * Creates a last date.
     *
     * @param date the date
     * @param file the file it is in
     * @param line the line of the file
     */
    public LastDate {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(file, "file");
    }
}
