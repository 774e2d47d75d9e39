package dev.tenure.survival.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.explain.Outcome;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.PValueAdjustment;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.Observation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

@PropertyDefaults(tries = 200, edgeCases = EdgeCasesMode.NONE)
class LogRankLawsTest {

    private static final List<String> NAMES = List.of("a", "b", "c", "d");

    @Property
    void itIsSymmetric_swappingGroupsChangesNothing(
            @ForAll("groups") List<List<Observation>> groups,
            @ForAll("weights") LogRankWeight weight,
            @ForAll Random random) {
        List<List<Observation>> swapped = new ArrayList<>(groups);
        Collections.shuffle(swapped, random);

        assertSame(test(weight, groups).value(), test(weight, swapped).value());
    }

    @Property
    void groupsThatAreEqualDoNotDiffer(
            @ForAll("observations") List<Observation> group, @ForAll("weights") LogRankWeight weight) {
        test(weight, List.of(group, group, group))
                .value()
                .toOptional()
                .ifPresent(test -> assertEquals(0, test.statistic(), 1e-18));
    }

    @Property
    void onlyTheOrderOfTimesCounts(
            @ForAll("groups") List<List<Observation>> groups, @ForAll("weights") LogRankWeight weight) {
        List<List<Observation>> stretched = groups.stream()
                .map(group -> group.stream()
                        .map(one -> moved(one, time -> time * time * time / 7 + time))
                        .toList())
                .toList();

        assertEquals(test(weight, groups), test(weight, stretched));
    }

    @Property
    void withOneStratumItIsThePlainTest(
            @ForAll("groups") List<List<Observation>> groups, @ForAll("weights") LogRankWeight weight) {
        LogRank logRank = LogRank.withDefaults().with(weight);

        assertEquals(logRank.of(named(groups)), logRank.ofStrata(Map.of("all", named(groups), "none", Map.of())));
    }

    @Property
    void overTwoEqualStrataDifferencesAndVariancesDouble(
            @ForAll("groups") List<List<Observation>> groups, @ForAll("weights") LogRankWeight weight) {
        LogRankResult one = test(weight, groups);
        LogRankResult two =
                LogRank.withDefaults().with(weight).ofStrata(ImmutableMap.of("x", named(groups), "y", named(groups)));

        for (int i = 0; i < NAMES.size(); i++) {
            double difference = 2 * one.groups().get(i).difference();
            assertEquals(difference, two.groups().get(i).difference(), 1e-9 * (1 + Math.abs(difference)));
        }
        one.value()
                .toOptional()
                .ifPresent(test -> assertEquals(
                        2 * test.statistic(), two.value().orElseThrow().statistic(), 1e-9 * (1 + test.statistic())));
    }

    @Property
    void mergingTwoHalvesGivesTheWhole(
            @ForAll("groups") List<List<Observation>> first, @ForAll("groups") List<List<Observation>> second) {
        List<List<Observation>> whole = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            List<Observation> both = new ArrayList<>(first.get(i));
            both.addAll(second.get(i));
            whole.add(both);
        }
        LogRankAccumulator left = accumulator(first);
        LogRankAccumulator right = accumulator(second);
        LogRankAccumulator merged = left.merge(right);

        assertEquals(accumulator(whole).result(), merged.result());
        assertEquals(accumulator(whole).curves(), merged.curves());
        assertEquals(accumulator(second).result(), right.result());
    }

    @Property
    void theCurvesAreThoseOfKaplanAndMeier(@ForAll("groups") List<List<Observation>> groups) {
        LogRankAccumulator accumulator = accumulator(groups);

        for (int i = 0; i < NAMES.size(); i++) {
            assertEquals(
                    KaplanMeier.withDefaults().of(groups.get(i)),
                    accumulator.curves().of(NAMES.get(i)));
        }
    }

    @Property
    void differencesSumToZero_andSoDoRowsOfTheVariance(
            @ForAll("groups") List<List<Observation>> groups, @ForAll("weights") LogRankWeight weight) {
        LogRankResult result = test(weight, groups);
        double scale = 1
                + result.groups().stream().mapToDouble(ComparedGroup::observed).sum();

        assertEquals(
                0,
                result.groups().stream().mapToDouble(ComparedGroup::difference).sum(),
                1e-12 * scale);
        result.variance()
                .toOptional()
                .ifPresent(rows -> rows.forEach(row -> assertEquals(
                        0, row.stream().sum(), 1e-12 * (1 + row.stream().max().orElseThrow()))));
    }

    @Property
    void itIsTheDefinition_alsoWithDelayedEntry(
            @ForAll("groups") List<List<Observation>> groups, @ForAll("weights") LogRankWeight weight) {
        Definition definition = new Definition(groups, weight);
        LogRankResult result = test(weight, groups);

        for (int i = 0; i < NAMES.size(); i++) {
            assertEquals(
                    definition.difference[i],
                    result.groups().get(i).difference(),
                    1e-10 * (1 + Math.abs(definition.difference[i])));
            for (int j = 0; j < NAMES.size() && result.variance().isDefined(); j++) {
                ImmutableList<ImmutableDoubleArray> rows = result.variance().orElseThrow();
                assertEquals(
                        definition.variance[i][j],
                        rows.get(i).get(j),
                        1e-10 * (1 + Math.abs(definition.variance[i][j])));
            }
        }
    }

    @Property
    void ofTwoGroupsTheStatisticIsTheSquareOfTheDifferenceByItsVariance(
            @ForAll("groups") List<List<Observation>> groups, @ForAll("weights") LogRankWeight weight) {
        LogRankResult result = test(weight, groups.subList(0, 2));

        result.value().toOptional().ifPresent(test -> {
            double difference = result.groups().get(0).difference();
            double variance = result.variance().orElseThrow().get(0).get(0);
            assertEquals(difference * difference / variance, test.statistic(), 1e-9 * (1 + test.statistic()));
            assertSame(result.value(), result.trend().value());
        });
    }

    @Property
    void theTrendIsNeverMoreThanTheWholeDifference(
            @ForAll("groups") List<List<Observation>> groups,
            @ForAll @Size(4) List<@net.jqwik.api.constraints.IntRange(max = 5) Integer> scores) {
        LogRankResult result = test(StandardWeight.LOG_RANK, groups);
        double[] numbers = scores.stream().mapToDouble(Integer::doubleValue).toArray();

        result.trend(numbers)
                .value()
                .toOptional()
                .ifPresent(trend -> assertTrue(
                        trend.statistic() <= result.value().orElseThrow().statistic() * (1 + 1e-9) + 1e-9));
    }

    @Property
    void movingAndStretchingScoresChangesNoTrend(@ForAll("groups") List<List<Observation>> groups) {
        LogRankResult result = test(StandardWeight.LOG_RANK, groups);
        Outcome<Double> z = result.trend().z();
        Outcome<Double> moved = result.trend(-5, -2.5, 0, 2.5).z();

        assertEquals(z.isDefined(), moved.isDefined());
        z.toOptional().ifPresent(value -> assertEquals(value, moved.orElseThrow(), 1e-9));
    }

    @Property
    void anAdjustedPValueIsNeverBelowItsOwn(
            @ForAll("groups") List<List<Observation>> groups, @ForAll PValueAdjustment adjustment) {
        for (PairwiseComparison pair :
                test(StandardWeight.LOG_RANK, groups).pairwise(adjustment).comparisons()) {
            assertEquals(pair.test().value().isDefined(), pair.adjustedPValue().isDefined());
            pair.adjustedPValue()
                    .toOptional()
                    .ifPresent(adjusted -> assertTrue(
                            adjusted >= pair.test().value().orElseThrow().pValue() && adjusted <= 1));
        }
    }

    @Property
    void aPairIsTheTestOfItsTwoGroups(
            @ForAll("groups") List<List<Observation>> groups, @ForAll("weights") LogRankWeight weight) {
        PairwiseLogRank pairwise = test(weight, groups).pairwise(PValueAdjustment.HOLM);
        LogRankResult alone =
                LogRank.withDefaults().with(weight).of(ImmutableMap.of("b", groups.get(1), "d", groups.get(3)));

        assertEquals(alone, pairwise.between("d", "b").orElseThrow().test());
    }

    @Property
    void aGroupWithoutObservationsTakesNoPart(
            @ForAll("groups") List<List<Observation>> groups, @ForAll("weights") LogRankWeight weight) {
        List<List<Observation>> three = List.of(groups.get(0), groups.get(1), groups.get(2), List.of());

        assertSame(
                test(weight, three.subList(0, 3)).value(), test(weight, three).value());
    }

    private static LogRankResult test(LogRankWeight weight, List<List<Observation>> groups) {
        return LogRank.withDefaults().with(weight).of(named(groups));
    }

    private static LogRankAccumulator accumulator(List<List<Observation>> groups) {
        LogRankAccumulator accumulator = LogRank.withDefaults().accumulator(NAMES);
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            groups.get(i).forEach(observation -> accumulator.add(name, observation));
        }
        return accumulator;
    }

    private static ImmutableMap<String, List<Observation>> named(List<List<Observation>> groups) {
        ImmutableMap.Builder<String, List<Observation>> named = ImmutableMap.builder();
        for (int i = 0; i < groups.size(); i++) {
            named.put(NAMES.get(i), groups.get(i));
        }
        return named.buildOrThrow();
    }

    private static Observation moved(Observation one, DoubleUnaryOperator time) {
        return new Observation(
                time.applyAsDouble(one.entry()), time.applyAsDouble(one.duration()), one.ended(), one.count(), 1);
    }

    private static void assertSame(Outcome<ChiSquareTest> expected, Outcome<ChiSquareTest> actual) {
        assertEquals(expected.isDefined(), actual.isDefined());
        expected.toOptional().ifPresent(test -> {
            assertEquals(test.degreesOfFreedom(), actual.orElseThrow().degreesOfFreedom());
            assertEquals(test.statistic(), actual.orElseThrow().statistic(), 1e-8 * (1 + test.statistic()));
        });
    }

    /** The sums of the definition, from the observations one by one. */
    private static final class Definition {

        final double[] difference;
        final double[][] variance;

        Definition(List<List<Observation>> groups, LogRankWeight weight) {
            difference = new double[groups.size()];
            variance = new double[groups.size()][groups.size()];
            List<Observation> all = groups.stream().flatMap(List::stream).toList();
            TreeSet<Double> times = new TreeSet<>();
            all.stream().filter(Observation::ended).forEach(one -> times.add(one.duration()));
            double survival = 1;
            double modified = 1;
            for (double time : times) {
                double n = atRisk(all, time);
                double d = ended(all, time);
                modified *= 1 - d / (n + 1);
                double w = weight.at(n, survival, modified);
                for (int i = 0; i < groups.size(); i++) {
                    double share = atRisk(groups.get(i), time) / n;
                    difference[i] += w * (ended(groups.get(i), time) - d * share);
                    for (int j = 0; j < groups.size() && n > 1; j++) {
                        double other = (i == j ? 1 : 0) - atRisk(groups.get(j), time) / n;
                        variance[i][j] += w * w * d * (n - d) / (n - 1) * share * other;
                    }
                }
                survival *= 1 - d / n;
            }
        }

        private static double atRisk(List<Observation> observations, double time) {
            return observations.stream()
                    .filter(one -> (one.entry() < time || one.entry() == 0) && time <= one.duration())
                    .mapToLong(Observation::count)
                    .sum();
        }

        private static double ended(List<Observation> observations, double time) {
            return observations.stream()
                    .filter(one -> one.ended() && one.duration() == time)
                    .mapToLong(Observation::count)
                    .sum();
        }
    }

    @Provide
    Arbitrary<List<List<Observation>>> groups() {
        return observations().list().ofSize(NAMES.size());
    }

    @Provide
    Arbitrary<List<Observation>> observations() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 16).map(half -> half / 2.0),
                        Arbitraries.of(true, true, false),
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.of(0.0, 0.0, 0.5, 2.0, 3.25))
                .as((duration, ended, count, entry) ->
                        new Observation(entry < duration ? entry : 0, duration, ended, count, 1))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<LogRankWeight> weights() {
        return Arbitraries.of(
                StandardWeight.LOG_RANK,
                StandardWeight.GEHAN,
                StandardWeight.TARONE_WARE,
                StandardWeight.PETO_PETO,
                StandardWeight.MODIFIED_PETO_PETO,
                FlemingHarrington.of(1, 0),
                FlemingHarrington.of(0, 1),
                FlemingHarrington.of(0.5, 2));
    }
}
