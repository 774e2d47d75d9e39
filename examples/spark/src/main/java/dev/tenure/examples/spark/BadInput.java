package dev.tenure.examples.spark;

import java.io.Serial;

/** What is wrong with the arguments or the files, in words for whoever gave them. */
final class BadInput extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    BadInput(String message) {
        super(message);
    }
}
