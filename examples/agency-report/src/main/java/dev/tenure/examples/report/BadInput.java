package dev.tenure.examples.report;

import java.io.Serial;

/** The input is not fit for a report; the message, in the user's language, says why. */
final class BadInput extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    BadInput(String message) {
        super(message);
    }
}
