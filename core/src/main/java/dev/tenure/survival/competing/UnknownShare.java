package dev.tenure.survival.competing;

/**
 * Which share of the unknown ends is taken for ends of one cause.
 *
 * @param value the share
 * @param known from how many known ends it is estimated; 0 if it is not estimated
 */
record UnknownShare(double value, double known) {

    /** Unknown ends are not ends of the cause. */
    static final UnknownShare NONE = new UnknownShare(0, 0);

    boolean isEstimated() {
        return known > 0;
    }
}
