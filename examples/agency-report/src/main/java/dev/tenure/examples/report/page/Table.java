package dev.tenure.examples.report.page;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Objects;

/**
 * A table; the first cell of each row is the row's heading.
 *
 * @param caption what the table shows
 * @param columns the headings of the columns, the first one that of the rows' headings
 * @param rows the rows, each as wide as {@code columns}
 */
public record Table(Text caption, ImmutableList<Text> columns, ImmutableList<ImmutableList<Text>> rows) {

    /**
     * Creates a table.
     *
     * @param caption what the table shows
     * @param columns the headings of the columns
     * @param rows the rows
     */
    public Table {
        Objects.requireNonNull(caption, "caption");
        for (ImmutableList<Text> row : rows) {
            checkArgument(row.size() == columns.size(), "rows must have %s cells: %s", columns.size(), row.size());
        }
    }
}
