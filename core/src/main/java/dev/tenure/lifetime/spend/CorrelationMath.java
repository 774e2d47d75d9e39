package dev.tenure.lifetime.spend;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Correlations of the number of transactions and the mean spend, of a sample in which both differ. */
final class CorrelationMath {

    private CorrelationMath() {}

    static double pearson(SpendSample sample) {
        int size = sample.size();
        double[] frequencies =
                IntStream.range(0, size).mapToDouble(sample::transactions).toArray();
        double[] means = IntStream.range(0, size).mapToDouble(sample::mean).toArray();
        return pearson(sample, frequencies, means);
    }

    static double spearman(SpendSample sample) {
        int size = sample.size();
        double[] frequencies =
                IntStream.range(0, size).mapToDouble(sample::transactions).toArray();
        double[] means = IntStream.range(0, size).mapToDouble(sample::mean).toArray();
        return pearson(sample, ranks(sample, frequencies), ranks(sample, means));
    }

    private static double pearson(SpendSample sample, double[] first, double[] second) {
        double firstMean = mean(sample, first);
        double secondMean = mean(sample, second);
        double firstSquares = 0;
        double secondSquares = 0;
        double products = 0;
        for (int i = 0; i < first.length; i++) {
            double one = first[i] - firstMean;
            double other = second[i] - secondMean;
            firstSquares += sample.count(i) * one * one;
            secondSquares += sample.count(i) * other * other;
            products += sample.count(i) * one * other;
        }
        return Math.max(-1, Math.min(1, products / Math.sqrt(firstSquares) / Math.sqrt(secondSquares)));
    }

    private static double mean(SpendSample sample, double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += sample.count(i) * values[i];
        }
        return sum / sample.clients();
    }

    /** Returns twice the ranks, each of them the mean of those of equal values. */
    private static double[] ranks(SpendSample sample, double[] values) {
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double[] ranks = new double[values.length];
        long below = 0;
        int from = 0;
        while (from < order.length) {
            int to = from;
            long equal = 0;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                equal += sample.count(order[to]);
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = 2.0 * below + equal + 1;
            }
            below += equal;
            from = to;
        }
        return ranks;
    }
}
