package dev.tenure.examples.report.input;

/** Reads amounts into minor units, exactly and without an object. */
final class Amounts {

    /** Not an amount. */
    static final long MALFORMED = Long.MIN_VALUE;

    /** More decimals than the currency has, and not only zeros. */
    static final long TOO_PRECISE = Long.MIN_VALUE + 1;

    /** Does not fit. */
    static final long TOO_LARGE = Long.MIN_VALUE + 2;

    /** A little less than fits, so that no amount of either sign is one of the constants above. */
    private static final long LAST_BEFORE_OVERFLOW = Long.MAX_VALUE / 10 - 1;

    private Amounts() {}

    /**
     * Reads a sign, digits and, after a point, decimals.
     *
     * @return minor units, or one of the constants above
     */
    static long minorUnits(char[] text, int from, int to, int decimals) {
        boolean negative = from < to && text[from] == '-';
        int start = negative ? from + 1 : from;
        int point = point(text, start, to);
        if (point == start || point == to - 1 || !digits(text, start, point) || !digits(text, point + 1, to)) {
            return MALFORMED;
        }
        if (!zeros(text, point + 1 + decimals, to)) {
            return TOO_PRECISE;
        }
        long units = number(text, start, point, 0);
        long minor = number(text, point + 1, Math.min(to, point + 1 + decimals), units);
        int missing = decimals - Math.max(0, Math.min(decimals, to - point - 1));
        return signed(scaled(minor, missing), negative);
    }

    /** Tells whether {@link #minorUnits} found an amount. */
    static boolean isAmount(long minorUnits) {
        return minorUnits > TOO_LARGE;
    }

    private static long signed(long minor, boolean negative) {
        return negative && minor >= 0 ? -minor : minor;
    }

    private static int point(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '.') {
                return i;
            }
        }
        return to;
    }

    private static boolean digits(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean zeros(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] != '0') {
                return false;
            }
        }
        return true;
    }

    private static long number(char[] text, int from, int to, long before) {
        long number = before;
        for (int i = from; i < to; i++) {
            number = appended(number, text[i] - '0');
        }
        return number;
    }

    private static long scaled(long number, int zeros) {
        long scaled = number;
        for (int i = 0; i < zeros; i++) {
            scaled = appended(scaled, 0);
        }
        return scaled;
    }

    private static long appended(long number, int digit) {
        return number < 0 || number > LAST_BEFORE_OVERFLOW ? TOO_LARGE : number * 10 + digit;
    }
}
