package dev.tenure.survival;

/**
 * Which time is the quantile of a curve that runs flat at just the height asked for: every time of the flat stretch has the
 * claim. The order carries no meaning. Elsewhere both are the same.
 */
public enum QuantileRule {
    /** The middle of the flat stretch; at the end of the curve that up to the longest observation. The rule of R and of SAS. */
    MIDPOINT {
        @Override
        double of(double start, double end) {
            return (start + end) / 2;
        }
    },
    /** The first time of the flat stretch: the definition {@code min { t : 1 - S(t) >= p }} to the letter, and the rule of lifelines. */
    FIRST_TIME {
        @Override
        double of(double start, double end) {
            return start;
        }
    };

    /** Returns the quantile on a stretch between two times. */
    abstract double of(double start, double end);
}
