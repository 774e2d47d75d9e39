package dev.tenure.survival.competing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import dev.tenure.explain.Outcome;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.Interval;
import dev.tenure.survival.Bounds;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.Observation;
import dev.tenure.survival.RestrictedMean;
import dev.tenure.survival.SurvivalCurve;
import dev.tenure.survival.SurvivalQuantile;
import dev.tenure.survival.competing.Reference.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class CompetingRisksLawsTest {

    private static final AalenJohansen RISKS = AalenJohansen.withCauses("a", "b");

    @Property(tries = 300)
    void incidencesAndSurvivalSumToOne(@ForAll("lateRows") List<Row> rows, @ForAll UnknownCause rule) {
        Assume.that(hasKnown(rows));
        CompetingRisks risks = risks(RISKS.with(rule), rows);

        for (Row row : rows) {
            double sum = risks.survival().survivalAt(row.time()).orElseThrow();
            for (CauseIncidence incidence : risks.incidences()) {
                sum += incidence.incidenceAt(row.time()).orElseThrow();
            }
            assertEquals(1, sum, 1e-12);
        }
    }

    @Property(tries = 300)
    void withOneCauseItIsOneMinusKaplanMeier(
            @ForAll("lateRows") List<Row> rows, @ForAll @DoubleRange(min = 0.05, max = 0.95) double probability) {
        SurvivalCurve curve = KaplanMeier.withDefaults()
                .of(Lists.transform(rows, row -> new Observation(row.entry(), row.time(), row.cause() != 0, 1, 1)));
        CauseIncidence incidence = risks(
                        AalenJohansen.withCauses("a").with(IncidenceInterval.COMPLEMENTARY_LOG_LOG),
                        Lists.transform(rows, row -> new Row(row.entry(), row.time(), row.cause() == 0 ? 0 : 1)))
                .incidence("a");

        for (Row row : rows) {
            assertClose(curve.survivalAt(row.time()).map(share -> 1 - share), incidence.incidenceAt(row.time()));
            assertClose(curve.standardErrorAt(row.time()), incidence.standardErrorAt(row.time()));
            assertClose(
                    curve.intervalAt(row.time()).map(limits -> 1 - limits.upper()),
                    incidence.intervalAt(row.time()).map(Interval::lower));
            assertClose(
                    curve.intervalAt(row.time()).map(limits -> 1 - limits.lower()),
                    incidence.intervalAt(row.time()).map(Interval::upper));
        }
        RestrictedMean mean = curve.restrictedMean(3.3);
        assertClose(
                mean.value().map(time -> 3.3 - time), incidence.timeLost(3.3).value());
        assertClose(mean.standardError(), incidence.timeLost(3.3).standardError());
        SurvivalQuantile quantile = curve.quantile(probability);
        assertClose(quantile.value(), incidence.quantile(probability).value());
        assertClose(quantile.lower(), incidence.quantile(probability).lower());
        assertClose(quantile.upper(), incidence.quantile(probability).upper());
    }

    @Property(tries = 200)
    void anIncidenceNeverFalls_andItsIntervalHoldsIt(
            @ForAll("lateRows") List<Row> rows,
            @ForAll UnknownCause rule,
            @ForAll IncidenceVariance variance,
            @ForAll IncidenceInterval interval) {
        CompetingRisks risks = risks(RISKS.with(rule).with(variance).with(interval), rows);

        for (CauseIncidence incidence : risks.incidences()) {
            double before = 0;
            for (IncidenceStep step : incidence.steps()) {
                assertTrue(step.incidence() >= before && step.incidence() <= 1 + 1e-12);
                before = step.incidence();
                incidence.intervalAt(step.time()).toOptional().ifPresent(limits -> {
                    assertTrue(limits.lower() >= 0 && limits.upper() <= 1 + 1e-12);
                    assertTrue(limits.contains(step.incidence()));
                });
            }
        }
    }

    @Property(tries = 100)
    void orderMergingAndColumnsChangeNothing(
            @ForAll("lateRows") List<Row> rows, @ForAll Random random, @ForAll UnknownCause rule) {
        AalenJohansen calculator = RISKS.with(rule);
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        int cut = random.nextInt(rows.size());
        CompetingRisksAccumulator second = accumulator(calculator, shuffled.subList(cut, rows.size()));
        CompetingRisksAccumulator columns = calculator.accumulator();
        byte[] causes = new byte[rows.size()];
        for (int i = 0; i < causes.length; i++) {
            causes[i] = (byte) rows.get(i).cause();
        }
        columns.addAll(
                rows.stream().mapToDouble(Row::entry).toArray(),
                rows.stream().mapToDouble(Row::time).toArray(),
                causes);

        CompetingRisks whole = risks(calculator, rows);
        assertEquals(
                whole,
                second.merge(accumulator(calculator, shuffled.subList(0, cut))).result());
        assertEquals(whole, columns.result());
        assertEquals(whole, calculator.of(Lists.transform(shuffled, CompetingRisksLawsTest::observation)));
        assertEquals(
                whole,
                shuffled.parallelStream()
                        .map(CompetingRisksLawsTest::observation)
                        .collect(calculator.collector()));
    }

    @Property(tries = 100)
    void countingTwiceChangesTheErrorsOnly(@ForAll("rows") List<Row> rows) {
        CompetingRisksAccumulator twice = accumulator(RISKS, rows);
        twice.merge(twice);

        for (Row row : rows) {
            CauseIncidence once = risks(RISKS, rows).incidence("a");
            CauseIncidence doubled = twice.result().incidence("a");
            assertClose(once.incidenceAt(row.time()), doubled.incidenceAt(row.time()));
            assertClose(
                    once.standardErrorAt(row.time()).map(error -> error / Math.sqrt(2)),
                    doubled.standardErrorAt(row.time()));
        }
    }

    @Property(tries = 100)
    void renamingCausesRenamesIncidences(@ForAll("lateRows") List<Row> rows, @ForAll IncidenceVariance variance) {
        CompetingRisks risks = risks(RISKS.with(variance), rows);
        CompetingRisks swapped = risks(
                AalenJohansen.withCauses("b", "a").with(variance),
                Lists.transform(
                        rows,
                        row -> new Row(row.entry(), row.time(), row.cause() > 0 ? 3 - row.cause() : row.cause())));

        assertEquals(risks.incidence("a"), swapped.incidence("a"));
        assertEquals(risks.incidence("b"), swapped.incidence("b"));
        assertEquals(risks.survival(), swapped.survival());
    }

    @Property(tries = 150)
    void theErrorIsThatOfTheJackknife(@ForAll("rows") List<Row> rows, @ForAll UnknownCause rule) {
        Assume.that(hasKnown(rows));
        boolean spread = rule == UnknownCause.IN_PROPORTION;
        double last = rows.stream().mapToDouble(Row::time).max().orElseThrow();
        double middle = rows.get(0).time();
        CauseIncidence incidence = risks(RISKS.with(rule), rows).incidence("a");
        Reference reference = Reference.of(rows, 1, spread);

        for (double time : new double[] {middle, last}) {
            assertEquals(
                    reference.figure(time, false), incidence.incidenceAt(time).orElseThrow(), 1e-12);
            assertEquals(
                    Math.sqrt(reference.jackknifeVariance(time, false, spread)),
                    incidence.standardErrorAt(time).toOptional().orElse(0.0),
                    1e-7);
        }
        if (last > 0) {
            TimeLost lost = incidence.timeLost(last);
            assertEquals(reference.figure(last, true), lost.value().orElseThrow(), 1e-11);
            assertEquals(
                    Math.sqrt(reference.jackknifeVariance(last, true, spread)),
                    lost.standardError().orElseThrow(),
                    1e-6);
        }
    }

    @Property(tries = 200)
    void theVarianceIsThatOfItsDefinition(
            @ForAll("lateRows") List<Row> rows, @ForAll UnknownCause rule, @ForAll IncidenceVariance method) {
        Assume.that(hasKnown(rows));
        double last = rows.stream().mapToDouble(Row::time).max().orElseThrow();
        CauseIncidence incidence = risks(RISKS.with(rule).with(method), rows).incidence("b");
        Reference reference = Reference.of(rows, 2, rule == UnknownCause.IN_PROPORTION);

        for (double time : new double[] {rows.get(0).time(), last}) {
            incidence
                    .standardErrorAt(time)
                    .toOptional()
                    .ifPresent(error ->
                            assertEquals(Math.max(0, reference.variance(time, false, method)), error * error, 1e-12));
        }
        if (last > 0) {
            double error = incidence.timeLost(last).standardError().orElseThrow();
            assertEquals(Math.max(0, reference.variance(last, true, method)), error * error, 1e-9);
        }
    }

    @Property(tries = 100)
    void theVarianceOfUnknownEndsIsThatOfTheirDefinition(
            @ForAll("lateRows") List<Row> rows, @ForAll IncidenceVariance method) {
        CauseIncidence incidence = risks(RISKS.with(method), rows).incidence("unknown");
        double time = rows.get(0).time();

        incidence
                .standardErrorAt(time)
                .toOptional()
                .ifPresent(error -> assertEquals(
                        Math.max(0, Reference.of(rows, -1, false).variance(time, false, method)),
                        error * error,
                        1e-12));
    }

    @Property(tries = 200)
    void timeLostAndRestrictedMeanMakeUpTheHorizon(
            @ForAll("lateRows") List<Row> rows, @ForAll @DoubleRange(min = 0.1, max = 15) double horizon) {
        CompetingRisks risks = risks(RISKS, rows);

        risks.survival()
                .restrictedMean(horizon)
                .value()
                .toOptional()
                .ifPresent(mean -> assertEquals(
                        horizon,
                        mean
                                + risks.incidences().stream()
                                        .mapToDouble(incidence -> incidence
                                                .timeLost(horizon)
                                                .value()
                                                .orElseThrow())
                                        .sum(),
                        1e-11));
    }

    @Property(tries = 200)
    void whateverUnknownCausesWereTheIncidenceLiesWithinTheBounds(@ForAll("lateRows") List<Row> rows) {
        Assume.that(hasKnown(rows));
        double time = rows.get(0).time();
        CauseIncidence apart = risks(RISKS, rows).incidence("a");
        CauseIncidence spread =
                risks(RISKS.with(UnknownCause.IN_PROPORTION), rows).incidence("a");
        CauseIncidence all =
                risks(RISKS, Lists.transform(rows, row -> known(row, 1))).incidence("a");
        CauseIncidence none =
                risks(RISKS, Lists.transform(rows, row -> known(row, 2))).incidence("a");
        Bounds bounds = apart.boundsAt(time).orElseThrow();

        assertEquals(none.incidenceAt(time).orElseThrow(), bounds.lower(), 1e-12);
        assertEquals(all.incidenceAt(time).orElseThrow(), bounds.upper(), 1e-12);
        assertEquals(apart.incidenceAt(time).orElseThrow(), bounds.lower(), 1e-15);
        assertTrue(spread.incidenceAt(time).orElseThrow() >= bounds.lower() - 1e-12);
        assertTrue(spread.incidenceAt(time).orElseThrow() <= bounds.upper() + 1e-12);
        assertEquals(bounds.lower(), spread.boundsAt(time).orElseThrow().lower(), 1e-12);
        assertEquals(bounds.upper(), spread.boundsAt(time).orElseThrow().upper(), 1e-12);
    }

    @Property(tries = 100)
    void unknownCausesInProportionKeepTheProportion(@ForAll("rows") List<Row> rows) {
        Assume.that(hasKnown(rows));
        double last = rows.stream().mapToDouble(Row::time).max().orElseThrow();
        CompetingRisks apart = risks(RISKS, rows);
        CauseIncidence spread =
                risks(RISKS.with(UnknownCause.IN_PROPORTION), rows).incidence("a");
        double known = rows.stream().filter(row -> row.cause() > 0).count();
        double own = rows.stream().filter(row -> row.cause() == 1).count();

        assertEquals(
                apart.incidence("a").incidenceAt(last).orElseThrow()
                        + own
                                / known
                                * apart.incidence("unknown").incidenceAt(last).orElseThrow(),
                spread.incidenceAt(last).orElseThrow(),
                1e-12);
    }

    @Property(tries = 100)
    void scalingTimesScalesQuantilesAndTimeLost(
            @ForAll("lateRows") List<Row> rows, @ForAll @IntRange(min = 2, max = 50) int factor) {
        CauseIncidence incidence = risks(RISKS, rows).incidence("a");
        CauseIncidence scaled = risks(
                        RISKS,
                        Lists.transform(rows, row -> new Row(factor * row.entry(), factor * row.time(), row.cause())))
                .incidence("a");

        assertClose(
                incidence.quantile(0.2).value().map(time -> factor * time),
                scaled.quantile(0.2).value());
        assertClose(
                incidence.quantile(0.2).lower().map(time -> factor * time),
                scaled.quantile(0.2).lower());
        assertClose(
                incidence.timeLost(2).standardError().map(time -> factor * time),
                scaled.timeLost(2.0 * factor).standardError());
    }

    // Gray's test

    @Property(tries = 100)
    void graysTestDoesNotDependOnTheNamesOfGroups(
            @ForAll("rows") List<Row> first, @ForAll("rows") List<Row> second, @ForAll("rows") List<Row> third) {
        CompetingRisks one = risks(RISKS, first);
        CompetingRisks two = risks(RISKS, second);
        CompetingRisks three = risks(RISKS, third);

        assertSame(
                GrayTest.withDefaults().withRho(0.7).of(Map.of("x", one, "y", two, "z", three)),
                GrayTest.withDefaults().withRho(0.7).of(Map.of("x", three, "y", one, "z", two)));
    }

    @Property(tries = 100)
    void equalGroupsDoNotDiffer(@ForAll("rows") List<Row> rows) {
        CompetingRisks group = risks(RISKS, rows);

        GrayTest.withDefaults()
                .of(ImmutableMap.of("x", group, "y", group))
                .tests()
                .values()
                .forEach(test -> assertEquals(
                        0, test.map(ChiSquareTest::statistic).toOptional().orElse(0.0), 1e-18));
    }

    @Property(tries = 100)
    void aStratumTwiceDoublesTheStatistic(@ForAll("rows") List<Row> first, @ForAll("rows") List<Row> second) {
        Map<String, CompetingRisks> stratum = Map.of("x", risks(RISKS, first), "y", risks(RISKS, second));
        Outcome<ChiSquareTest> once = GrayTest.withDefaults().of(stratum).test("a");
        Outcome<ChiSquareTest> twice =
                GrayTest.withDefaults().ofStrata(List.of(stratum, stratum)).test("a");

        assertClose(once.map(test -> 2 * test.statistic()), twice.map(ChiSquareTest::statistic));
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<Double> times =
                Arbitraries.integers().between(0, 24).map(time -> time % 2 == 0 ? time / 2.0 : time / 2.0 + 0.125);
        return Combinators.combine(times, Arbitraries.integers().between(-1, 2))
                .as((time, cause) -> new Row(0, time, cause))
                .list()
                .ofMinSize(3)
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<List<Row>> lateRows() {
        return Combinators.combine(
                        rows(), Arbitraries.integers().between(0, 5).list().ofSize(25))
                .as((rows, entries) -> {
                    List<Row> late = new ArrayList<>();
                    for (int i = 0; i < rows.size(); i++) {
                        Row row = rows.get(i);
                        double entry = entries.get(i) < 4 ? 0 : Math.floor(row.time() / 2);
                        late.add(new Row(entry < row.time() ? entry : 0, row.time(), row.cause()));
                    }
                    return late;
                });
    }

    private static boolean hasKnown(List<Row> rows) {
        return rows.stream().anyMatch(row -> row.cause() > 0);
    }

    private static Row known(Row row, int cause) {
        return row.cause() == -1 ? new Row(row.entry(), row.time(), cause) : row;
    }

    private static CompetingObservation observation(Row row) {
        CompetingObservation observation = row.cause() == 0
                ? CompetingObservation.ongoing(row.time())
                : row.cause() == -1
                        ? CompetingObservation.endedForUnknownCause(row.time())
                        : CompetingObservation.ended(row.time(), row.cause() == 1 ? "a" : "b");
        return observation.enteredAt(row.entry());
    }

    private static CompetingRisksAccumulator accumulator(AalenJohansen calculator, List<Row> rows) {
        CompetingRisksAccumulator accumulator = calculator.accumulator();
        rows.forEach(row -> accumulator.add(row.entry(), row.time(), row.cause(), 1));
        return accumulator;
    }

    private static CompetingRisks risks(AalenJohansen calculator, List<Row> rows) {
        return accumulator(calculator, rows).result();
    }

    private static void assertSame(GrayTestResult expected, GrayTestResult actual) {
        expected.tests().forEach((cause, test) -> {
            assertClose(test.map(ChiSquareTest::statistic), actual.test(cause).map(ChiSquareTest::statistic));
            assertEquals(
                    test.map(ChiSquareTest::degreesOfFreedom),
                    actual.test(cause).map(ChiSquareTest::degreesOfFreedom));
        });
    }

    private static void assertClose(Outcome<Double> expected, Outcome<Double> actual) {
        assertEquals(expected.isDefined(), actual.isDefined(), () -> expected + " " + actual);
        expected.toOptional()
                .ifPresent(value -> assertEquals(value, actual.orElseThrow(), 1e-9 * Math.max(1, Math.abs(value))));
    }
}
