package dev.tenure.survival.prediction;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.RadixOrder;

/**
 * Counts pairs in {@code n log n} by two passes over the times: backwards, each end is held against all that lasted longer, by how many of
 * them have lower scores; forwards, each observation against the ends before it.
 */
final class ConcordanceMath {

    private final SortedObservations sorted;
    private final boolean[] ended;
    private final ConcordanceOptions options;
    /** The place of each row's score among the distinct ones. */
    private final int[] ranks;

    private final int distinct;

    /** Of each row the pairs in its favour, those of equal scores by half, and all. */
    private final double[] favour;

    private final double[] pairs;

    private double concordant;
    private double discordant;
    private double tied;
    private long tiedTimes;
    private long tiedBoth;

    private ConcordanceMath(
            double[] durations, boolean[] ended, double[] scores, int size, ConcordanceOptions options) {
        this.ended = ended;
        this.options = options;
        int[] byScore = RadixOrder.of(scores, size);
        ranks = new int[size];
        distinct = rank(scores, byScore, ranks);
        sorted = new SortedObservations(durations, ended, RadixOrder.sort(byScore, durations));
        favour = new double[size];
        pairs = new double[size];
    }

    static ConcordanceResult of(
            double[] durations, boolean[] ended, double[] scores, int size, ConcordanceOptions options) {
        ConcordanceMath math = new ConcordanceMath(durations, ended, scores, size, options);
        math.backwards();
        math.forwards();
        return math.result();
    }

    private static int rank(double[] scores, int[] order, int[] ranks) {
        int rank = -1;
        double previous = Double.NaN;
        for (int row : order) {
            if (scores[row] != previous) {
                previous = scores[row];
                rank++;
            }
            ranks[row] = rank;
        }
        return rank + 1;
    }

    private void backwards() {
        int[] tree = new int[distinct + 1];
        int[] equals = new int[distinct];
        int[] endedHere = new int[distinct];
        int longer = 0;
        for (int run = sorted.size() - 1; run >= 0; run--) {
            longer += enter(run, false, tree, equals);
            if (sorted.time(run) <= options.horizon()) {
                compare(run, longer, tree, equals);
                countTies(run, endedHere);
            }
            longer += enter(run, true, tree, equals);
        }
    }

    /** Enters those of a time that ended, or those that did not, and returns how many they are. */
    private int enter(int run, boolean wanted, int[] tree, int[] equals) {
        int entered = 0;
        for (int place = sorted.start(run); place < sorted.start(run + 1); place++) {
            int row = sorted.row(place);
            if (ended[row] == wanted) {
                entered++;
                equals[ranks[row]]++;
                for (int node = ranks[row] + 1; node < tree.length; node += node & -node) {
                    tree[node]++;
                }
            }
        }
        return entered;
    }

    /** Holds those that end at a time against those that last longer. */
    private void compare(int run, int longer, int[] tree, int[] equals) {
        double weight = options.weight().at(sorted.uncensored(run));
        for (int place = sorted.start(run); place < sorted.start(run + 1); place++) {
            int row = sorted.row(place);
            if (ended[row]) {
                int lower = 0;
                for (int node = ranks[row]; node > 0; node &= node - 1) {
                    lower += tree[node];
                }
                int equal = equals[ranks[row]];
                concordant += weight * lower;
                tied += weight * equal;
                discordant += weight * (longer - lower - equal);
                favour[row] += weight * (lower + equal / 2.0);
                pairs[row] += weight * longer;
            }
        }
    }

    private void countTies(int run, int[] endedHere) {
        long before = 0;
        for (int place = sorted.start(run); place < sorted.start(run + 1); place++) {
            int row = sorted.row(place);
            if (ended[row]) {
                int same = endedHere[ranks[row]]++;
                tiedBoth += same;
                tiedTimes += before++ - same;
            }
        }
        for (int place = sorted.start(run); place < sorted.start(run + 1); place++) {
            endedHere[ranks[sorted.row(place)]] = 0;
        }
    }

    private void forwards() {
        double[] tree = new double[distinct + 1];
        double[] equals = new double[distinct];
        double before = 0;
        for (int run = 0; run < sorted.size(); run++) {
            holdAgainstEnds(run, true, before, tree, equals);
            if (sorted.time(run) <= options.horizon()) {
                before += enterEnds(run, options.weight().at(sorted.uncensored(run)), tree, equals);
            }
            holdAgainstEnds(run, false, before, tree, equals);
        }
    }

    private double enterEnds(int run, double weight, double[] tree, double[] equals) {
        double entered = 0;
        for (int place = sorted.start(run); place < sorted.start(run + 1); place++) {
            int row = sorted.row(place);
            if (ended[row]) {
                entered += weight;
                equals[ranks[row]] += weight;
                for (int node = ranks[row] + 1; node < tree.length; node += node & -node) {
                    tree[node] += weight;
                }
            }
        }
        return entered;
    }

    /** Holds those of a time that ended, or those that did not, against the ends entered before. */
    private void holdAgainstEnds(int run, boolean wanted, double before, double[] tree, double[] equals) {
        for (int place = sorted.start(run); place < sorted.start(run + 1); place++) {
            int row = sorted.row(place);
            if (ended[row] == wanted) {
                double lower = 0;
                for (int node = ranks[row]; node > 0; node &= node - 1) {
                    lower += tree[node];
                }
                double equal = equals[ranks[row]];
                favour[row] += before - lower - equal / 2;
                pairs[row] += before;
            }
        }
    }

    private ConcordanceResult result() {
        double all = concordant + discordant + tied;
        double c = (concordant + tied / 2) / all;
        return new ConcordanceResultBuilder()
                .observations(sorted.rows())
                .ended(count())
                .delayed(0)
                .strata(sorted.rows() == 0 ? 0 : 1)
                .isWeighted(false)
                .concordant(concordant)
                .discordant(discordant)
                .tiedScores(tied)
                .tiedTimes(tiedTimes)
                .tiedBoth(tiedBoth)
                .weight(options.weight())
                .horizon(options.horizonOrEmpty())
                .level(options.level())
                .standardError(all == 0 ? noPairs(sorted.rows()) : Outcome.of(error(c) / all))
                .build();
    }

    static Outcome<Double> noPairs(long observations) {
        return observations == 0
                ? Outcome.undefined(Reason.NO_DATA, "no observations")
                : Outcome.undefined(Reason.TOO_FEW_DATA, "no pair can be compared");
    }

    private double error(double c) {
        double sum = 0;
        for (int run = 0; run < sorted.size(); run++) {
            // ends first, each by its score, so that the order of equal times does not matter
            sum += squares(run, true, c);
            sum += squares(run, false, c);
        }
        return Math.sqrt(sum);
    }

    private double squares(int run, boolean wanted, double c) {
        double sum = 0;
        for (int place = sorted.start(run); place < sorted.start(run + 1); place++) {
            int row = sorted.row(place);
            if (ended[row] == wanted) {
                double influence = favour[row] - c * pairs[row];
                sum += influence * influence;
            }
        }
        return sum;
    }

    private long count() {
        long count = 0;
        for (int place = 0; place < sorted.rows(); place++) {
            count += ended[sorted.row(place)] ? 1 : 0;
        }
        return count;
    }
}
