package dev.tenure.examples.report.input;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** What the columns of a file are called in its header, where that is not what this program calls them. */
public final class ColumnNames {

    /** Every column is called as this program calls it. */
    public static final ColumnNames STANDARD = new ColumnNames(ImmutableMap.of());

    /** The columns of invoices, as this program calls them. */
    public static final ImmutableSet<String> INVOICES =
            Arrays.stream(Invoices.Name.values()).map(Column::header).collect(toImmutableSet());

    private final ImmutableMap<String, String> headers;

    private ColumnNames(ImmutableMap<String, String> headers) {
        this.headers = headers;
    }

    /**
     * Returns the names that the columns of invoices have.
     *
     * @param headers the name in the header, by what this program calls the column; a column that is not among them has the name it has here
     * @return the names
     * @throws IllegalArgumentException if a key is none of {@link #INVOICES}, a name is blank, or two columns would have the same one
     */
    public static ColumnNames ofInvoices(Map<String, String> headers) {
        ColumnNames names = new ColumnNames(ImmutableMap.copyOf(headers));
        checkArgument(
                INVOICES.containsAll(headers.keySet()), "headers must be of the columns %s: %s", INVOICES, headers);
        checkArgument(headers.values().stream().noneMatch(String::isBlank), "headers must not be blank: %s", headers);
        checkArgument(
                Arrays.stream(Invoices.Name.values()).map(names::of).distinct().count() == INVOICES.size(),
                "headers must differ: %s",
                headers);
        return names;
    }

    String of(Column column) {
        return Objects.requireNonNullElse(headers.get(column.header()), column.header());
    }
}
