package dev.tenure.examples.report.page;

import com.google.common.collect.ImmutableList;
import java.util.Objects;

/**
 * A chapter of the report. Its title and its opening sentence are the phrases {@code section.<id>.title} and
 * {@code section.<id>.lead}.
 *
 * @param id the section's name in the message bundles and its anchor on the page, such as {@code "lifespan"}
 * @param charts the pictures, most telling first
 * @param figures the figures, most telling first
 * @param tables further tables, such as the clients behind a figure
 */
public record Section(
        String id, ImmutableList<Chart> charts, ImmutableList<Figure> figures, ImmutableList<Table> tables) {

    /**
     * Creates a section.
     *
     * @param id the section's name
     * @param charts the pictures
     * @param figures the figures
     * @param tables further tables
     */
    public Section {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(charts, "charts");
        Objects.requireNonNull(figures, "figures");
        Objects.requireNonNull(tables, "tables");
    }
}
