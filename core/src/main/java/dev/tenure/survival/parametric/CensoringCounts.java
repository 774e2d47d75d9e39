package dev.tenure.survival.parametric;

/**
 * How many observations are known how well.
 *
 * @param exact how many ended at an exactly known time
 * @param rightCensored how many had not ended when they were last seen
 * @param leftCensored how many had ended when they were first looked at
 * @param intervalCensored how many ended between two looks at them
 * @param leftTruncated how many of all these came under observation late
 */
public record CensoringCounts(
        long exact, long rightCensored, long leftCensored, long intervalCensored, long leftTruncated) {

    /**
     * Returns how many observations there are.
     *
     * @return the count, zero or more
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public long observations() {
        return Math.addExact(Math.addExact(exact, rightCensored), Math.addExact(leftCensored, intervalCensored));
    }

    /**
     * Returns how many observations are known to have ended, exactly or not.
     *
     * @return the count, from 0 to {@link #observations()}
     */
    public long ended() {
        return observations() - rightCensored;
    }
}
