package dev.tenure.survival;

/**
 * Between which two numbers something lies, for certain: not a confidence interval.
 *
 * @param lower the least it can be
 * @param upper the most it can be, not below {@code lower}
 */
public record Bounds(double lower, double upper) {}
