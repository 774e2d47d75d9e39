package dev.tenure.lifetime.noncontractual;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.Durations;
import dev.tenure.stat.ChiSquareTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Compares how many clients bought how often with what is expected of new clients of the same ages. */
final class Frequencies {

    /** The class that holds all more frequent clients too. */
    private static final int LAST = 7;

    /** The smallest expected number for which the law of the statistic is near chi-square. */
    private static final double FEWEST = 5;

    private Frequencies() {}

    static ImmutableList<RepeatFrequency> of(PurchaseModel model, PurchaseSample sample) {
        long[] actual = new long[LAST + 1];
        Map<Double, Long> ages = new TreeMap<>();
        for (int row = 0; row < sample.size(); row++) {
            actual[(int) Math.min(LAST, sample.repeats(row))] += sample.count(row);
            ages.merge(sample.age(row), sample.count(row), Math::addExact);
        }
        double[] expected = expected(model, sample, ages);
        ImmutableList.Builder<RepeatFrequency> classes = ImmutableList.builder();
        for (int repeats = 0; repeats <= LAST; repeats++) {
            classes.add(new RepeatFrequency(repeats, repeats == LAST, expected[repeats], actual[repeats]));
        }
        return classes.build();
    }

    private static double[] expected(PurchaseModel model, PurchaseSample sample, Map<Double, Long> ages) {
        double[] expected = new double[LAST + 1];
        BigDecimal unit = Durations.seconds(sample.unit().getDuration());
        ages.forEach((age, clients) -> {
            Duration time = Durations.of(BigDecimal.valueOf(age).multiply(unit));
            double rest = clients;
            for (int repeats = 0; repeats < LAST; repeats++) {
                double here = clients * model.probability(repeats, time);
                expected[repeats] += here;
                rest -= here;
            }
            expected[LAST] += Math.max(0, rest);
        });
        return expected;
    }

    /** Tests the fit, with the classes at the end joined so far that each expects enough clients. */
    static Outcome<ChiSquareTest> test(ImmutableList<RepeatFrequency> classes, int parameters) {
        double statistic = 0;
        int used = 0;
        double expected = 0;
        long actual = 0;
        for (int i = classes.size() - 1; i >= 0; i--) {
            expected += classes.get(i).expected();
            actual += classes.get(i).actual();
            if (expected >= FEWEST) {
                statistic += (actual - expected) * (actual - expected) / expected;
                used++;
                expected = 0;
                actual = 0;
            }
        }
        int degrees = used - 1 - parameters;
        return degrees > 0 && expected == 0
                ? Outcome.of(ChiSquareTest.of(statistic, degrees))
                : Outcome.undefined(
                        Reason.TOO_FEW_DATA, "fewer than " + (parameters + 2) + " classes expect 5 clients or more");
    }
}
