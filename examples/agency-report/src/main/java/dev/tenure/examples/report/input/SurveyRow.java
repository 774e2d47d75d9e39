package dev.tenure.examples.report.input;

import java.time.LocalDate;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A row of {@code surveys.csv}: one client asked once.
 *
 * @param client the client's key
 * @param date the day of the answer, or of the question if there is no answer
 * @param kind what was asked
 * @param scale the best answer there is
 * @param score the answer; empty if the client did not answer
 * @param reason the reason given for it, or found in the review of it; empty if there is none
 */
public record SurveyRow(int client, LocalDate date, SurveyKind kind, int scale, OptionalInt score, String reason) {

    /**
     * Creates a row.
     *
     * @param client the client's key
     * @param date the day
     * @param kind what was asked
     * @param scale the best answer there is
     * @param score the answer, if there is one
     * @param reason the reason, or empty
     */
    public SurveyRow {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(reason, "reason");
    }
}
