package dev.tenure.examples.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EmbeddingTest {

    @Test
    void explainedChurn_isWhatTheReadmeShows() {
        assertEquals("""
                logo churn of 2025-06 = 33.33%   [lost / start; start = 3, joined = 0, end = 2, lost = 1, \
                lost are = OPENING_CLIENTS_GONE, base is = START]
                  confidence interval = 6.15% to 79.23%   [by method, at level; method = WILSON, level = 95.00%]
                """, Embedding.explainedChurn());
    }
}
