package dev.tenure.survival;

/**
 * Those that ended and those last seen at one time.
 *
 * @param time the time
 * @param atRisk the weight under observation just before
 * @param endedCount how many ended
 * @param endedWeight their weight
 * @param endedSquares the sum of the squares of their weights
 * @param censoredCount how many were last seen
 * @param censoredWeight their weight
 * @param censoredSquares the sum of the squares of their weights
 */
record Exits(
        double time,
        double atRisk,
        long endedCount,
        double endedWeight,
        double endedSquares,
        long censoredCount,
        double censoredWeight,
        double censoredSquares) {

    /** Returns exits of weight one each. */
    static Exits of(double time, long atRisk, long ended, long censored) {
        return new Exits(
                time, (double) atRisk, ended, (double) ended, (double) ended, censored, (double) censored, (double)
                        censored);
    }

    static Exits of(double time, double atRisk, Tally ended, Tally censored) {
        return new Exits(
                time,
                atRisk,
                ended.count(),
                ended.weight().doubleValue(),
                ended.squares().doubleValue(),
                censored.count(),
                censored.weight().doubleValue(),
                censored.squares().doubleValue());
    }

    /** Returns the share of those at risk that goes on. */
    double goesOn() {
        return (atRisk - endedWeight) / atRisk;
    }

    /** Returns what this time adds to Greenwood's sum; nothing where no one is left. */
    double greenwoodTerm() {
        return isLast() ? 0 : endedWeight / (atRisk * (atRisk - endedWeight));
    }

    /** Returns the sum of the squares of all weights. */
    double squares() {
        return endedSquares + censoredSquares;
    }

    /** Tells whether all at risk ended. */
    boolean isLast() {
        return endedWeight == atRisk;
    }
}
