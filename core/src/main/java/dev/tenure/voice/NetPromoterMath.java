package dev.tenure.voice;

/** The mean and variance of answers worth 1, 0 and -1. */
final class NetPromoterMath {

    /** What the adjusted formula adds to the promoters, and to the detractors. */
    private static final double EXTRA = 0.75;

    /** What the adjusted formula adds to the answers. */
    private static final double EXTRA_ANSWERS = 3;

    private NetPromoterMath() {}

    /** A score and the variance of that score, as fractions. */
    record Estimate(double score, double variance) {}

    /** Returns the score and its variance, multiplied by {@code factor}. */
    static Estimate plain(double promoters, double detractors, double answers, double factor) {
        double score = (promoters - detractors) / answers;
        double perAnswer = (promoters + detractors) / answers - score * score;
        // rounding may leave a negative trace where all answers are alike
        return new Estimate(score, factor * Math.max(0, perAnswer) / answers);
    }

    /** Returns the same after three answers are added; fewer, by {@code factor}, if the population is finite. */
    static Estimate adjusted(double promoters, double detractors, double answers, double factor) {
        return plain(promoters + EXTRA * factor, detractors + EXTRA * factor, answers + EXTRA_ANSWERS * factor, factor);
    }

    /** Returns what the variance is multiplied by if {@code answers} of {@code population} answered. */
    static double finitePopulationFactor(double answers, double population) {
        return answers >= population ? 0 : (population - answers) / (population - 1);
    }
}
