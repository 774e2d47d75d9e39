package dev.tenure.survival.prediction;

/** The Brier score at a time. */
final class BrierMath {

    private final SortedObservations sorted;
    private final boolean[] ended;
    /** How many distinct times are not after the time. */
    private final int reached;
    /** From which distinct time on observations are known to have lasted longer if they did not end there. */
    private final int last;

    BrierMath(SortedObservations sorted, boolean[] ended, double time, CensoredThen rule) {
        this.sorted = sorted;
        this.ended = ended;
        reached = sorted.reached(time);
        boolean here = reached > 0 && sorted.time(reached - 1) == time;
        last = here && rule == CensoredThen.SURVIVED ? reached - 1 : reached;
    }

    /** Tells whether somebody is left to stand for those that last longer, or nobody lasts longer. */
    boolean isKnown() {
        return sorted.survival(reached) == 0 || survivors() > 0;
    }

    private int survivors() {
        int survivors = 0;
        for (int place = sorted.start(last); place < sorted.rows(); place++) {
            survivors += isSurvivor(place) ? 1 : 0;
        }
        return survivors;
    }

    private boolean isSurvivor(int place) {
        return place >= sorted.start(reached) || !ended[sorted.row(place)];
    }

    double score(double[] survival) {
        double sum = 0;
        for (int run = 0; run < reached; run++) {
            double weight = 1 / sorted.uncensored(run);
            for (int place = sorted.start(run); place < sorted.start(run + 1); place++) {
                int row = sorted.row(place);
                if (ended[row]) {
                    sum += weight * survival[row] * survival[row];
                }
            }
        }
        double weight = 1 / sorted.uncensored(last);
        for (int place = sorted.start(last); place < sorted.rows(); place++) {
            if (isSurvivor(place)) {
                double missing = 1 - survival[sorted.row(place)];
                sum += weight * missing * missing;
            }
        }
        return sum / sorted.rows();
    }

    /** Returns the score of the Kaplan–Meier share, of which the weights sum to the shares of those that ended and those that did not. */
    double nullScore() {
        double share = sorted.survival(reached);
        return share * (1 - share);
    }
}
