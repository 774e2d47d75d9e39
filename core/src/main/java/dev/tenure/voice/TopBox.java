package dev.tenure.voice;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.util.Objects;

/**
 * Which answers of a scale count as satisfied: the highest one, two or three. The same answers give 70 % or 50 % on a seven-point
 * scale, so that a share without its box says little.
 *
 * @param scale the scale
 * @param boxes how many of the highest answers count, at least one and not all
 */
public record TopBox(RatingScale scale, int boxes) implements Serializable {

    /** 3 of 1 to 3. */
    public static final TopBox THREE_POINT_TOP_1 = new TopBox(RatingScale.THREE_POINT, 1);

    /** 3 and 4 of 1 to 4. */
    public static final TopBox FOUR_POINT_TOP_2 = new TopBox(RatingScale.FOUR_POINT, 2);

    /** 4 and 5 of 1 to 5: the usual one. */
    public static final TopBox FIVE_POINT_TOP_2 = new TopBox(RatingScale.FIVE_POINT, 2);

    /** 5 and 6 of 1 to 6, as Formbricks counts. */
    public static final TopBox SIX_POINT_TOP_2 = new TopBox(RatingScale.SIX_POINT, 2);

    /** 4, 5 and 6 of 1 to 6, as Zencity counts. */
    public static final TopBox SIX_POINT_TOP_3 = new TopBox(RatingScale.SIX_POINT, 3);

    /** 6 and 7 of 1 to 7, as Formbricks counts. */
    public static final TopBox SEVEN_POINT_TOP_2 = new TopBox(RatingScale.SEVEN_POINT, 2);

    /** 5, 6 and 7 of 1 to 7, as Zencity counts. */
    public static final TopBox SEVEN_POINT_TOP_3 = new TopBox(RatingScale.SEVEN_POINT, 3);

    /** 8, 9 and 10 of 1 to 10, as Formbricks counts. */
    public static final TopBox TEN_POINT_TOP_3 = new TopBox(RatingScale.TEN_POINT, 3);

    /**
     * Creates a box.
     *
     * @param scale the scale
     * @param boxes how many of the highest answers count, at least one and not all
     */
    public TopBox {
        Objects.requireNonNull(scale, "scale");
        checkArgument(boxes >= 1 && boxes < scale.points(), "boxes must be in [1, %s]: %s", scale.points() - 1, boxes);
    }

    /**
     * Returns a box.
     *
     * @param scale the scale
     * @param boxes how many of the highest answers count, at least one and not all
     * @return the box
     * @throws IllegalArgumentException if the number of boxes is out of range
     */
    public static TopBox of(RatingScale scale, int boxes) {
        return new TopBox(scale, boxes);
    }

    /**
     * Returns the lowest answer that counts as satisfied.
     *
     * @return an answer of the scale, not its lowest
     */
    public int lowestSatisfied() {
        return scale.highest() - boxes + 1;
    }
}
