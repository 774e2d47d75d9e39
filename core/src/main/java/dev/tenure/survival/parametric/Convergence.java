package dev.tenure.survival.parametric;

/**
 * How the search for the highest likelihood ended well.
 *
 * @param steps how many steps it took; zero where the estimate has a formula
 * @param excess how far below its highest the log-likelihood was before the last step, by the parabola there; zero or more
 */
public record Convergence(int steps, double excess) {}
