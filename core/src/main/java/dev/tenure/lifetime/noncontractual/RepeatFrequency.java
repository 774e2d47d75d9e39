package dev.tenure.lifetime.noncontractual;

/**
 * How many clients bought again so often up to the end, as expected and as it was.
 *
 * @param repeats the number of repeat purchases
 * @param orMore true if clients with more are in the class too: the last one
 * @param expected how many clients the model expects, zero or more
 * @param actual how many there were
 */
public record RepeatFrequency(int repeats, boolean orMore, double expected, long actual) {}
