package dev.tenure.examples.report.input;

import com.google.common.collect.ImmutableList;
import java.util.Objects;

/**
 * What is wrong with a cell, a row or a file, without a language: whoever shows it has the words.
 *
 * @param kind what is wrong
 * @param arguments what the words need: first the offending text, if there is one, then what would have been right
 */
public record Problem(Kind kind, ImmutableList<String> arguments) {

    private static final int LONGEST = 60;

    /** What can be wrong. The order carries no meaning. */
    public enum Kind {
        /** A required cell is empty. */
        EMPTY,
        /** Not an ISO 8601 date, or no day of the calendar. */
        DATE,
        /** Not an amount. */
        AMOUNT,
        /** An amount with more decimals than its currency has. */
        DECIMALS,
        /** An amount that does not fit. */
        TOO_LARGE,
        /** An amount below zero where there can be none. */
        NEGATIVE,
        /** An amount of zero or below where there has to be one. */
        NOT_POSITIVE,
        /** Not the code of a currency. */
        CURRENCY,
        /** Another currency than the report's. */
        OTHER_CURRENCY,
        /** Not one of the words that are allowed. */
        WORD,
        /** Not a whole number in range. */
        WHOLE_NUMBER,
        /** Not a share of a whole. */
        SHARE,
        /** Not a factor. */
        FACTOR,
        /** A date that has to be after another one. */
        NOT_AFTER,
        /** A date outside the row's own. */
        OUTSIDE,
        /** Something that may occur once occurs again. */
        DUPLICATE,
        /** An empty cell that another cell of the row needs. */
        NEEDED,
        /** A cell that another cell of the row rules out. */
        RULED_OUT,
        /** A part of a contract that does not begin where the part before ends. */
        GAP,
        /** The reason of an end that is none. */
        GOES_ON,
        /** A contract of two clients. */
        OTHER_CLIENT,
        /** A contract that contradicts itself. */
        INCONSISTENT,
        /** Not an ISO 8601 date and time. */
        TIME,
        /** A local time that the clocks of the zone skipped. */
        SKIPPED_TIME,
        /** A local time whose zone nobody has said. */
        ZONE,
        /** An event before the ticket it belongs to. */
        BEFORE_TICKET,
        /** An event of a ticket that is in no row. */
        UNKNOWN_TICKET,
        /** Not a number of hours. */
        HOURS,
        /** Bytes that are no UTF-8 text. */
        ENCODING,
        /** More or fewer cells than the header has. */
        COLUMN_COUNT,
        /** The header lacks a column. */
        MISSING_COLUMN,
        /** The header names a column twice. */
        DUPLICATE_COLUMN,
        /** The file has no header. */
        NO_HEADER,
        /** The file is no CSV from here on. */
        SYNTAX
    }

    /**
     * Creates a problem.
     *
     * @param kind what is wrong
     * @param arguments what the words need
     */
    public Problem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(arguments, "arguments");
    }

    static Problem of(Kind kind, Object... arguments) {
        return new Problem(
                kind,
                ImmutableList.copyOf(arguments).stream()
                        .map(argument -> printable(argument.toString()))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** Text from a file may hold anything, also what would command the reader's terminal. */
    private static String printable(String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return shown.replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
