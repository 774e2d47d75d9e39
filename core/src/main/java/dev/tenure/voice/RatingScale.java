package dev.tenure.voice;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;

/**
 * The whole numbers that can be answered, from the lowest to the highest.
 *
 * @param lowest the lowest answer
 * @param highest the highest answer, above the lowest
 */
public record RatingScale(int lowest, int highest) implements Serializable {

    /** From 1 to 3. */
    public static final RatingScale THREE_POINT = new RatingScale(1, 3);

    /** From 1 to 4. */
    public static final RatingScale FOUR_POINT = new RatingScale(1, 4);

    /** From 1 to 5. */
    public static final RatingScale FIVE_POINT = new RatingScale(1, 5);

    /** From 1 to 6. */
    public static final RatingScale SIX_POINT = new RatingScale(1, 6);

    /** From 1 to 7. */
    public static final RatingScale SEVEN_POINT = new RatingScale(1, 7);

    /** From 1 to 10. */
    public static final RatingScale TEN_POINT = new RatingScale(1, 10);

    private static final int MOST_POINTS = 101;

    /**
     * Creates a scale.
     *
     * @param lowest the lowest answer
     * @param highest the highest answer, above the lowest by at most 100
     */
    public RatingScale {
        checkArgument(highest > lowest, "highest must be above lowest, %s: %s", lowest, highest);
        checkArgument(
                (long) highest - lowest < MOST_POINTS, "scale must have at most 101 points: %s to %s", lowest, highest);
    }

    /**
     * Returns a scale.
     *
     * @param lowest the lowest answer
     * @param highest the highest answer, above the lowest by at most 100
     * @return the scale
     * @throws IllegalArgumentException if the ends are out of order or too far apart
     */
    public static RatingScale of(int lowest, int highest) {
        return new RatingScale(lowest, highest);
    }

    /**
     * Returns how many different answers there are.
     *
     * @return the count, from 2 to 101
     */
    public int points() {
        return highest - lowest + 1;
    }

    /** Returns the place of an answer among the answers, 0 for the lowest. */
    int indexOf(int answer) {
        checkArgument(answer >= lowest && answer <= highest, "answer must be in [%s, %s]: %s", lowest, highest, answer);
        return answer - lowest;
    }
}
