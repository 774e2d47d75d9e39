package dev.tenure.survival.prediction;

import dev.tenure.explain.Outcome;
import dev.tenure.internal.RadixOrder;

/**
 * Counts pairs with delayed entries, case weights and strata in {@code n log n}, within each stratum by two passes over the times: backwards,
 * each end is held against those at risk, whom their duration brings in and their entry takes out again; forwards, each observation against
 * the ends before its own, less those before its entry.
 */
final class StratifiedPairs {

    private final ConcordanceData data;
    private final double[] durations;
    private final boolean[] ended;
    private final ConcordanceOptions options;
    /** The rows by stratum, then by score, by time, or by entry. */
    private final int[] byScore;

    private final int[] byTime;
    private final int[] byEntry;
    /** The place of each row's score among the distinct ones of its stratum. */
    private final int[] ranks;

    /** Of each row the weight of the pairs in its favour, those of equal scores by half, and of all. */
    private final double[] favour;

    private final double[] pairs;

    private int strata;
    private double concordant;
    private double discordant;
    private double tied;
    private long tiedTimes;
    private long tiedBoth;

    private StratifiedPairs(ConcordanceData data, ConcordanceOptions options) {
        this.data = data;
        this.options = options;
        durations = data.durations();
        ended = data.ended();
        int size = data.size();
        double[] entries = new double[size];
        for (int row = 0; row < size; row++) {
            entries[row] = data.entry(row);
        }
        int[] scored = RadixOrder.of(data.scores(), size);
        byTime = byStratum(RadixOrder.sort(scored.clone(), durations));
        byEntry = byStratum(RadixOrder.sort(scored.clone(), entries));
        byScore = byStratum(scored);
        ranks = new int[size];
        favour = new double[size];
        pairs = new double[size];
    }

    static ConcordanceResult of(ConcordanceData data, ConcordanceOptions options) {
        StratifiedPairs math = new StratifiedPairs(data, options);
        int to;
        for (int from = 0; from < data.size(); from = to) {
            to = math.endOfStratum(from);
            int distinct = math.rank(from, to);
            math.backwards(from, to, new RankedWeights(distinct), new int[distinct]);
            math.forwards(from, to, new RankedWeights(distinct));
            math.strata++;
        }
        return math.result();
    }

    private int[] byStratum(int[] rows) {
        return RadixOrder.sort(rows, row -> (long) data.stratum(row));
    }

    private int endOfStratum(int from) {
        int stratum = data.stratum(byTime[from]);
        int to = from + 1;
        while (to < byTime.length && data.stratum(byTime[to]) == stratum) {
            to++;
        }
        return to;
    }

    /** Ranks the scores of a stratum, and returns how many distinct ones there are. */
    private int rank(int from, int to) {
        int rank = -1;
        double previous = Double.NaN;
        for (int place = from; place < to; place++) {
            double score = data.scores()[byScore[place]];
            if (score != previous) {
                previous = score;
                rank++;
            }
            ranks[byScore[place]] = rank;
        }
        return rank + 1;
    }

    private void backwards(int from, int to, RankedWeights atRisk, int[] endedHere) {
        int entry = to - 1;
        int start;
        for (int end = to; end > from; end = start) {
            start = startOfTime(from, end);
            double time = durations[byTime[start]];
            add(start, end, false, atRisk);
            for (; entry >= from && data.entry(byEntry[entry]) >= time; entry--) {
                atRisk.remove(ranks[byEntry[entry]], data.weight(byEntry[entry]));
            }
            if (time <= options.horizon()) {
                compare(start, end, atRisk);
                countTies(start, end, endedHere);
            }
            add(start, end, true, atRisk);
        }
    }

    private int startOfTime(int from, int end) {
        int start = end - 1;
        while (start > from && durations[byTime[start - 1]] == durations[byTime[end - 1]]) {
            start--;
        }
        return start;
    }

    /** Adds those of a time that ended, or those that did not. */
    private void add(int start, int end, boolean wanted, RankedWeights weights) {
        for (int place = start; place < end; place++) {
            int row = byTime[place];
            if (ended[row] == wanted) {
                weights.add(ranks[row], data.weight(row));
            }
        }
    }

    /** Holds those that end at a time against those at risk that last longer. */
    private void compare(int start, int end, RankedWeights atRisk) {
        for (int place = start; place < end; place++) {
            int row = byTime[place];
            if (ended[row]) {
                atRisk.split(ranks[row]);
                double weight = data.weight(row);
                concordant += weight * atRisk.lower();
                tied += weight * atRisk.equal();
                discordant += weight * atRisk.higher();
                favour[row] += atRisk.lower() + atRisk.equal() / 2;
                pairs[row] += atRisk.lower() + atRisk.equal() + atRisk.higher();
            }
        }
    }

    private void countTies(int start, int end, int[] endedHere) {
        long before = 0;
        for (int place = start; place < end; place++) {
            int row = byTime[place];
            if (ended[row]) {
                int same = endedHere[ranks[row]]++;
                tiedBoth += same;
                tiedTimes += before++ - same;
            }
        }
        for (int place = start; place < end; place++) {
            endedHere[ranks[byTime[place]]] = 0;
        }
    }

    private void forwards(int from, int to, RankedWeights ends) {
        int entry = from;
        int end;
        for (int start = from; start < to; start = end) {
            end = endOfTime(start, to);
            double time = durations[byTime[start]];
            for (; entry < to && data.entry(byEntry[entry]) < time; entry++) {
                holdAgainstEnds(byEntry[entry], -1, ends);
            }
            holdAgainstEnds(start, end, true, ends);
            if (time <= options.horizon()) {
                add(start, end, true, ends);
            }
            holdAgainstEnds(start, end, false, ends);
        }
    }

    private int endOfTime(int start, int to) {
        int end = start + 1;
        while (end < to && durations[byTime[end]] == durations[byTime[start]]) {
            end++;
        }
        return end;
    }

    private void holdAgainstEnds(int start, int end, boolean wanted, RankedWeights ends) {
        for (int place = start; place < end; place++) {
            if (ended[byTime[place]] == wanted) {
                holdAgainstEnds(byTime[place], 1, ends);
            }
        }
    }

    private void holdAgainstEnds(int row, int sign, RankedWeights ends) {
        ends.split(ranks[row]);
        favour[row] += sign * (ends.higher() + ends.equal() / 2);
        pairs[row] += sign * (ends.lower() + ends.equal() + ends.higher());
    }

    private ConcordanceResult result() {
        double all = concordant + discordant + tied;
        if (!Double.isFinite(all)) {
            throw new ArithmeticException("the weights of all pairs are too large for a double");
        }
        return new ConcordanceResultBuilder()
                .observations(data.size())
                .ended(Rows.count(ended))
                .delayed(delayed())
                .strata(strata)
                .isWeighted(data.isWeighted())
                .concordant(concordant)
                .discordant(discordant)
                .tiedScores(tied)
                .tiedTimes(tiedTimes)
                .tiedBoth(tiedBoth)
                .weight(options.weight())
                .horizon(options.horizonOrEmpty())
                .level(options.level())
                .standardError(all == 0 ? ConcordanceMath.noPairs(data.size()) : Outcome.of(error(all)))
                .build();
    }

    private long delayed() {
        long delayed = 0;
        for (int row = 0; row < data.size(); row++) {
            delayed += data.entry(row) > 0 ? 1 : 0;
        }
        return delayed;
    }

    private double error(double all) {
        if (concordant == all || discordant == all || tied == all) {
            // the sums below would leave a rounding error of the weights
            return 0;
        }
        double c = (concordant + tied / 2) / all;
        double sum = 0;
        for (int row : byTime) {
            double influence = data.weight(row) * (favour[row] - c * pairs[row]) / all;
            sum += influence * influence;
        }
        return Math.sqrt(sum);
    }
}
