package dev.tenure.examples.report.input;

import java.util.Locale;

/** The files of a folder, in the order in which they are read. */
public enum InputFile {
    /** Who the clients are. */
    CLIENTS,
    /** What was agreed with them. */
    CONTRACTS,
    /** What they were charged. */
    INVOICES,
    /** What they answered. */
    SURVEYS,
    /** What they asked for. */
    TICKETS,
    /** What became of that. */
    TICKET_EVENTS,
    /** Within which times it was promised. */
    SLA;

    /**
     * Returns the name of the file.
     *
     * @return such as {@code "clients.csv"}
     */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT) + ".csv";
    }

    @Override
    public String toString() {
        return fileName();
    }
}
