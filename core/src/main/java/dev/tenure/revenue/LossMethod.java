package dev.tenure.revenue;

/** How the distribution of a loss was computed. The order is from the exact to the coarser. */
public enum LossMethod {
    /**
     * Every sum that can be lost, with its probability, to the rounding of {@code double}s. Few clients, or many whose fees are
     * multiples of one amount.
     */
    EXACT("every possible sum"),
    /**
     * Sums on a grid of 16,384 steps of the whole revenue; an amount between two points is put on both, so that its mean stays.
     */
    GRID("sums on a grid of 16384 steps"),
    /** The grid for the 500 clients with the largest variances, and a normal distribution for the sum of all others. */
    GRID_AND_NORMAL("sums of the 500 largest risks on a grid of 16384 steps, and a normal sum of the others");

    private final String words;

    LossMethod(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
