package dev.tenure.examples.report.input;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Objects;

/**
 * What was found in a file.
 *
 * @param rows how many rows it has under the header, faulty ones among them
 * @param badRows how many of them are faulty and were left out
 * @param ignoredColumns the columns nobody asked for, in the order of the file
 */
public record FileFacts(long rows, long badRows, ImmutableList<String> ignoredColumns) {

    /**
     * Creates the facts.
     *
     * @param rows how many rows the file has
     * @param badRows how many of them are faulty, at most {@code rows}
     * @param ignoredColumns the columns nobody asked for
     */
    public FileFacts {
        Objects.requireNonNull(ignoredColumns, "ignoredColumns");
        checkArgument(badRows >= 0 && badRows <= rows, "badRows must be in [0, %s]: %s", rows, badRows);
    }

    FileFacts withMoreBadRows(long more) {
        return new FileFacts(rows, badRows + more, ignoredColumns);
    }
}
