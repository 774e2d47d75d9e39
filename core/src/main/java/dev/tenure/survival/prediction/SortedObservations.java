package dev.tenure.survival.prediction;

/**
 * Observations in the order of their times, and at each distinct time the shares that survive and that are not yet censored.
 *
 * <p>The share that is not censored is the product of {@code 1 - censored / (at risk - ended)}: at one time observations end first, then they
 * are last seen.
 */
final class SortedObservations {

    private final double[] durations;
    private final boolean[] ended;
    private final int[] order;
    /** Where the rows of each distinct time begin in the order, and at the end how many rows there are. */
    private final int[] starts;

    private final int size;
    private final double[] survival;
    private final double[] uncensored;

    /** Takes the rows in ascending order of their durations. */
    SortedObservations(double[] durations, boolean[] ended, int[] order) {
        this.durations = durations;
        this.ended = ended;
        this.order = order;
        starts = new int[order.length + 1];
        survival = new double[order.length + 1];
        uncensored = new double[order.length + 1];
        survival[0] = 1;
        uncensored[0] = 1;
        int runs = 0;
        for (int start = 0; start < order.length; start = starts[runs]) {
            starts[runs] = start;
            starts[runs + 1] = end(start);
            step(runs++);
        }
        size = runs;
    }

    private int end(int start) {
        double time = durations[order[start]];
        int end = start + 1;
        while (end < order.length && durations[order[end]] == time) {
            end++;
        }
        return end;
    }

    private void step(int run) {
        double atRisk = order.length - starts[run];
        double leaving = starts[run + 1] - starts[run];
        double d = 0;
        for (int i = starts[run]; i < starts[run + 1]; i++) {
            d += ended[order[i]] ? 1 : 0;
        }
        survival[run + 1] = survival[run] * ((atRisk - d) / atRisk);
        uncensored[run + 1] = leaving == d ? uncensored[run] : uncensored[run] * ((atRisk - leaving) / (atRisk - d));
    }

    int rows() {
        return order.length;
    }

    /** Returns how many distinct times there are. */
    int size() {
        return size;
    }

    /** Returns where the rows of a time begin in the order; of the time after the last one, how many rows there are. */
    int start(int run) {
        return starts[run];
    }

    int row(int place) {
        return order[place];
    }

    double time(int run) {
        return durations[order[starts[run]]];
    }

    /** Returns how many distinct times are not after a time. */
    int reached(double time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time(middle) <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the share that survives the first so-many times. */
    double survival(int reached) {
        return survival[reached];
    }

    /** Returns the share that is not censored at the first so-many times. */
    double uncensored(int reached) {
        return uncensored[reached];
    }
}
