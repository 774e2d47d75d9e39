package dev.tenure.examples.report.input;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads dates of the form 2025-03-01. */
final class Dates {

    /** Not a date. */
    static final int MALFORMED = Integer.MIN_VALUE;

    private static final int LENGTH = 10;

    private Dates() {}

    /**
     * Reads a date.
     *
     * @return the day as a count from 1970-01-01, or {@link #MALFORMED}
     */
    static int epochDay(char[] text, int from, int to) {
        if (to - from != LENGTH || text[from + 4] != '-' || text[from + 7] != '-') {
            return MALFORMED;
        }
        int year = number(text, from, from + 4);
        int month = number(text, from + 5, from + 7);
        int day = number(text, from + 8, from + 10);
        return year < 0 || month < 0 || day < 0 ? MALFORMED : epochDay(year, month, day);
    }

    private static int epochDay(int year, int month, int day) {
        try {
            return Math.toIntExact(LocalDate.of(year, month, day).toEpochDay());
        } catch (DateTimeException noSuchDay) {
            return MALFORMED;
        }
    }

    private static int number(char[] text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
