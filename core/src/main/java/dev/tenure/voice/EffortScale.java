package dev.tenure.voice;

/** The scales that customer effort is asked on, and what a high answer means. The order carries no meaning. */
public enum EffortScale {
    /** 1 to 7, "the company made it easy": 7 is the least effort. The version of 2013, also called CES 2.0. */
    SEVEN_POINT_EASE(7, true),
    /** 1 to 5, "it was easy": 5 is the least effort. */
    FIVE_POINT_EASE(5, true),
    /** 1 to 5, "how much effort": 5 is the most effort. The version of 2010. */
    FIVE_POINT_EFFORT(5, false);

    private final int highest;
    private final boolean higherIsBetter;

    EffortScale(int highest, boolean higherIsBetter) {
        this.highest = highest;
        this.higherIsBetter = higherIsBetter;
    }

    /**
     * Returns the answers that can be given.
     *
     * @return the scale
     */
    public RatingScale scale() {
        return RatingScale.of(1, highest);
    }

    /**
     * Tells what a high mean means.
     *
     * @return true if it means little effort
     */
    public boolean isHigherBetter() {
        return higherIsBetter;
    }
}
