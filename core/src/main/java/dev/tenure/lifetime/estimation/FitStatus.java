package dev.tenure.lifetime.estimation;

/**
 * How the search for the highest likelihood ended.
 *
 * @param ending how
 * @param detail what is to be known of it, in a few words; empty if all is well
 * @param steps how many steps the search took, zero or more
 * @param excess how far below its highest the log-likelihood still may be, by the parabola at the point; zero or more
 */
public record FitStatus(Ending ending, String detail, int steps, double excess) {

    /** The ways in which a search can end. The order carries no meaning. */
    public enum Ending {
        /** At the highest likelihood. */
        CONVERGED,
        /** The likelihood rises for ever as some parameters tend to a bound: predictions hold, those parameters do not. */
        BOUNDARY,
        /** Without a highest point; the best one is given. */
        NOT_CONVERGED,
        /** The sample cannot determine the model, so that nothing was looked for. */
        NOT_ESTIMABLE
    }
}
