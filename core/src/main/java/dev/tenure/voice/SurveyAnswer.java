package dev.tenure.voice;

import dev.tenure.client.ClientId;
import java.io.Serializable;
import java.util.Objects;

/**
 * What a client answered to the question of the net promoter score, and why.
 *
 * @param client who answered
 * @param score a whole number from 0 to 10
 * @param reason why, in the client's words or the agency's; empty if nobody wrote it down
 */
public record SurveyAnswer(ClientId client, int score, String reason) implements Serializable {

    /**
     * Creates an answer.
     *
     * @param client who answered
     * @param score a whole number from 0 to 10
     * @param reason why; blanks around it are dropped; empty if nobody wrote it down
     */
    public SurveyAnswer {
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(reason, "reason");
        NetPromoterCategory unused = NetPromoterCategory.of(score);
        reason = reason.strip();
    }

    /**
     * Returns an answer without a reason.
     *
     * @param client who answered
     * @param score a whole number from 0 to 10
     * @return the answer
     * @throws IllegalArgumentException if the score is out of range
     */
    public static SurveyAnswer of(ClientId client, int score) {
        return new SurveyAnswer(client, score, "");
    }

    /**
     * Returns an answer with its reason.
     *
     * @param client who answered
     * @param score a whole number from 0 to 10
     * @param reason why; blanks around it are dropped
     * @return the answer
     * @throws IllegalArgumentException if the score is out of range
     */
    public static SurveyAnswer of(ClientId client, int score, String reason) {
        return new SurveyAnswer(client, score, reason);
    }

    /**
     * Returns what the answer counts as.
     *
     * @return the category
     */
    public NetPromoterCategory category() {
        return NetPromoterCategory.of(score);
    }

    /**
     * Tells whether the answer breaks the rule that every score from 0 to 6 has a reason.
     *
     * @return true if it is a detractor's and has none
     */
    public boolean lacksReason() {
        return category() == NetPromoterCategory.DETRACTOR && reason.isEmpty();
    }
}
