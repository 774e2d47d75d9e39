package dev.tenure.examples.report.input;

import java.util.Comparator;
import java.util.Objects;

/**
 * One thing that is wrong in a file.
 *
 * @param file the file
 * @param line the line on which the row begins, from 1
 * @param column the header of the column; empty if the row or the file as a whole is at fault
 * @param problem what is wrong
 */
public record Fault(InputFile file, long line, String column, Problem problem) {

    /** In the order of the files and of their lines. */
    static final Comparator<Fault> ORDER = Comparator.comparing(Fault::file).thenComparingLong(Fault::line);

    /**
     * Creates a fault.
     *
     * @param file the file
     * @param line the line, from 1
     * @param column the header of the column, or empty
     * @param problem what is wrong
     */
    public Fault {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(problem, "problem");
    }
}
