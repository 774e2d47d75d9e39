package dev.tenure.voice;

import static com.google.common.base.Preconditions.checkArgument;

/** What an answer from 0 to 10 counts as, most favourable first. */
public enum NetPromoterCategory {
    /** 9 or 10: recommends the agency. */
    PROMOTER(1),
    /** 7 or 8: counts among the answers only. */
    PASSIVE(0),
    /** 0 to 6: advises against the agency. */
    DETRACTOR(-1);

    private static final int HIGHEST = 10;
    private static final int LOWEST_PROMOTER = 9;
    private static final int HIGHEST_DETRACTOR = 6;

    private final int weight;

    NetPromoterCategory(int weight) {
        this.weight = weight;
    }

    /**
     * Returns the category of an answer.
     *
     * @param answer a whole number from 0 to 10
     * @return the category
     * @throws IllegalArgumentException if the answer is out of range
     */
    public static NetPromoterCategory of(int answer) {
        checkArgument(answer >= 0 && answer <= HIGHEST, "answer must be in [0, 10]: %s", answer);
        if (answer >= LOWEST_PROMOTER) {
            return PROMOTER;
        }
        return answer <= HIGHEST_DETRACTOR ? DETRACTOR : PASSIVE;
    }

    /** Returns what an answer adds to the numerator of the score. */
    int weight() {
        return weight;
    }
}
