package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;

/** Checks of columns that belong together. */
final class Columns {

    private Columns() {}

    static void check(String name, int length, int rows) {
        checkArgument(length == rows, "%s must have a value for each of %s clients: %s", name, rows, length);
    }
}
