package dev.tenure.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads the published figures beside the tests. */
final class PublishedScores {

    private PublishedScores() {}

    static Stream<JsonNode> cases(String kind) {
        try (InputStream in =
                Objects.requireNonNull(PublishedScores.class.getResourceAsStream("published-scores.json"))) {
            return new ObjectMapper().readTree(in).get(kind).valueStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
