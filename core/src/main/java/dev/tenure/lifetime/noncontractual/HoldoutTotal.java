package dev.tenure.lifetime.noncontractual;

import dev.tenure.stat.Interval;

/**
 * The purchases of all clients after the end, as expected and as they were.
 *
 * @param expected how many the model expects, zero or more
 * @param interval where the number lies as often as the level says if the model is right: it holds the chance of what clients do and the uncertainty of the parameters
 * @param actual how many there were, zero or more
 */
public record HoldoutTotal(double expected, Interval interval, long actual) {}
