package dev.tenure.examples.report.input;

import java.util.Locale;

/** A column that a reader knows; each file's are an enum, so that a column's ordinal is its place in a {@link Row}. */
interface Column {

    /** The enum constant's name. */
    String name();

    /** The enum constant's place. */
    int ordinal();

    /** Whether a file without the column cannot be read at all. */
    boolean required();

    /** The name in the header line. */
    default String header() {
        return name().toLowerCase(Locale.ROOT);
    }
}
