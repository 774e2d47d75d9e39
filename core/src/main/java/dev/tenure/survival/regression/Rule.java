package dev.tenure.survival.regression;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Objects;

/** What holds for a number that comes in. */
enum Rule {
    NOT_NEGATIVE("finite and not negative"),
    POSITIVE("positive and finite"),
    FINITE("finite"),
    /** The exponentials of such numbers can be summed, and squared, in any order. */
    OFFSET("between -150 and 150");

    private static final double OFFSET_LIMIT = 150;

    private final String words;

    Rule(String words) {
        this.words = words;
    }

    void check(String name, double value) {
        checkArgument(holds(value), "%s must be %s: %s", name, words, value);
    }

    /** Checks a column, of which a faulty row is named. */
    void check(String name, double[] values, int rows) {
        Objects.requireNonNull(values, name);
        checkLength(name, values.length, rows);
        for (int row = 0; row < rows; row++) {
            if (!holds(values[row])) {
                check(name + "[" + row + "]", values[row]);
            }
        }
    }

    static void checkLength(String name, int length, int rows) {
        checkArgument(length == rows, "%s must have a value for each of the %s rows: %s", name, rows, length);
    }

    private boolean holds(double value) {
        return switch (this) {
            case NOT_NEGATIVE -> value >= 0 && value < Double.POSITIVE_INFINITY;
            case POSITIVE -> value > 0 && value < Double.POSITIVE_INFINITY;
            case FINITE -> Double.isFinite(value);
            case OFFSET -> Math.abs(value) <= OFFSET_LIMIT;
        };
    }
}
