package dev.tenure.examples.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EmbeddingTest {

    @Test
    void explainedChurn_isWhatTheReadmeShows() {
        assertEquals("", Embedding.explainedChurn());
    }
}
