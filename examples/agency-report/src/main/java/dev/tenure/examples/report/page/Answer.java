package dev.tenure.examples.report.page;

import com.google.common.collect.ImmutableList;
import java.util.Objects;

/**
 * A question the report opens with, and its answer. The question is the phrase {@code answer.<id>}.
 *
 * @param id the question's name in the message bundles, such as {@code "stay"}
 * @param figure the number that answers it
 * @param points what else belongs to the answer, each a sentence; may be empty
 */
public record Answer(String id, Figure figure, ImmutableList<Text> points) {

    /**
     * Creates an answer.
     *
     * @param id the question's name
     * @param figure the number that answers it
     * @param points what else belongs to the answer
     */
    public Answer {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(figure, "figure");
        Objects.requireNonNull(points, "points");
    }
}
