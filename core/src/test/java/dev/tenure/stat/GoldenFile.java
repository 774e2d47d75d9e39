package dev.tenure.stat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Reads the published figures beside the tests. */
final class GoldenFile {

    private GoldenFile() {}

    static JsonNode read(String name) {
        try (InputStream in = Objects.requireNonNull(GoldenFile.class.getResourceAsStream(name), name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
