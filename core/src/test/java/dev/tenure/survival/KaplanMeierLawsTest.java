package dev.tenure.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class KaplanMeierLawsTest {

    private static final KaplanMeier KAPLAN_MEIER = KaplanMeier.withDefaults();

    @Property
    void survivalNeverRises(@ForAll("observations") List<Observation> observations) {
        double previous = 1;
        for (SurvivalStep step : KAPLAN_MEIER.of(observations).steps()) {
            assertTrue(step.survival() >= 0 && step.survival() <= previous);
            previous = step.survival();
        }
    }

    @Property
    void withoutCensoringItIsTheEmpiricalShare(
            @ForAll @NotEmpty List<@IntRange(max = 30) Integer> durations, @ForAll @IntRange(max = 31) int time) {
        SurvivalCurve curve =
                KAPLAN_MEIER.of(durations.stream().map(Observation::ended).toList());
        double longer = durations.stream().filter(duration -> duration > time).count();

        assertEquals(longer / durations.size(), curve.survivalAt(time).orElseThrow(), 1e-12);
    }

    @Property
    void withoutCensoringTheRestrictedMeanIsTheMeanOfTheTimesUpToTheHorizon(
            @ForAll @NotEmpty List<@IntRange(max = 30) Integer> durations,
            @ForAll @IntRange(min = 1, max = 40) int horizon) {
        RestrictedMean mean = KAPLAN_MEIER
                .of(durations.stream().map(Observation::ended).toList())
                .restrictedMean(horizon);
        double[] times = durations.stream()
                .mapToDouble(duration -> Math.min(duration, horizon))
                .toArray();
        double average = Arrays.stream(times).average().orElseThrow();
        double variance = Arrays.stream(times)
                        .map(time -> (time - average) * (time - average))
                        .sum()
                / times.length;

        assertEquals(average, mean.value().orElseThrow(), 1e-9);
        assertEquals(variance / times.length, Math.pow(mean.standardError().orElseThrow(), 2), 1e-9);
    }

    @Property
    void withoutCensoringTheVarianceIsThatOfAShare(
            @ForAll @NotEmpty List<@IntRange(max = 30) Integer> durations, @ForAll @IntRange(max = 31) int time) {
        SurvivalCurve curve =
                KAPLAN_MEIER.of(durations.stream().map(Observation::ended).toList());
        double share = durations.stream().filter(duration -> duration > time).count() / (double) durations.size();

        curve.standardErrorAt(time)
                .toOptional()
                .ifPresent(error -> assertEquals(share * (1 - share) / durations.size(), error * error, 1e-12));
    }

    /** Efron: whoever is last seen leaves an equal part of what they stand for to each of those who are still there. */
    @Property
    void theCurveHandsTheCensoredOnToThoseWhoStay(@ForAll("seenFromTheStart") List<Observation> observations) {
        SurvivalCurve curve = KAPLAN_MEIER.of(observations);
        double standsFor = 1.0 / curve.observations();
        double ended = 0;
        for (SurvivalStep step : curve.steps()) {
            double stay = step.atRisk() - step.ended() - step.censored();
            ended += standsFor * step.ended();
            standsFor += stay == 0 ? 0 : standsFor * step.censored() / stay;

            assertEquals(1 - ended, step.survival(), 1e-12);
        }
    }

    @Property
    void whoIsStillHereAtTheEndNeverLowersTheCurve(
            @ForAll("observations") List<Observation> observations, @ForAll @IntRange(max = 12) int time) {
        List<Observation> more = new ArrayList<>(observations);
        more.add(Observation.ongoing(100));

        KAPLAN_MEIER
                .of(observations)
                .survivalAt(time)
                .toOptional()
                .ifPresent(share -> assertTrue(
                        share <= KAPLAN_MEIER.of(more).survivalAt(time).orElseThrow() + 1e-12));
    }

    @Property
    void fourTimesTheClientsHalveTheError(
            @ForAll("seenFromTheStart") List<Observation> observations, @ForAll @IntRange(min = 1, max = 12) int time) {
        SurvivalCurve curve = KAPLAN_MEIER.of(observations);
        SurvivalCurve larger = KAPLAN_MEIER.of(observations.stream()
                .map(observation -> observation.withCount(4 * observation.count()))
                .toList());

        assertClose(curve.survivalAt(time), larger.survivalAt(time));
        assertClose(curve.standardErrorAt(time).map(error -> error / 2), larger.standardErrorAt(time));
        assertClose(
                curve.restrictedMean(time).standardError().map(error -> error / 2),
                larger.restrictedMean(time).standardError());
    }

    @Property
    void theOrderOfObservationsChangesNothing(
            @ForAll("observations") List<Observation> observations, @ForAll Random random) {
        List<Observation> shuffled = new ArrayList<>(observations);
        Collections.shuffle(shuffled, random);

        assertEquals(KAPLAN_MEIER.of(observations), KAPLAN_MEIER.of(shuffled));
    }

    @Property
    void mergingTwoHalvesGivesTheWhole(
            @ForAll("observations") List<Observation> first, @ForAll("observations") List<Observation> second) {
        List<Observation> whole = new ArrayList<>(first);
        whole.addAll(second);
        SurvivalAccumulator left = accumulator(first);
        SurvivalAccumulator right = accumulator(second);

        assertEquals(KAPLAN_MEIER.of(whole), left.merge(right).result());
        assertEquals(KAPLAN_MEIER.of(second), right.result());
    }

    @Property
    void mergingAnAccumulatorWithItselfCountsEverythingTwice(@ForAll("observations") List<Observation> observations) {
        List<Observation> twice = new ArrayList<>(observations);
        twice.addAll(observations);
        SurvivalAccumulator accumulator = accumulator(observations);

        assertEquals(KAPLAN_MEIER.of(twice), accumulator.merge(accumulator).result());
    }

    @Property
    void countingEqualObservationsIsListingThem(@ForAll("observations") List<Observation> observations) {
        List<Observation> listed = observations.stream()
                .flatMap(observation ->
                        Collections.nCopies((int) observation.count(), observation.withCount(1)).stream())
                .toList();

        assertEquals(KAPLAN_MEIER.of(listed), KAPLAN_MEIER.of(observations));
    }

    @Property
    void stretchingTimeStretchesTheCurve(
            @ForAll("observations") List<Observation> observations,
            @ForAll @IntRange(min = 1, max = 99) int percent,
            @ForAll @IntRange(min = 1, max = 12) int horizon) {
        SurvivalCurve curve = KAPLAN_MEIER.of(observations);
        SurvivalCurve stretched = KAPLAN_MEIER.of(observations.stream()
                .map(o -> new Observation(2 * o.entry(), 2 * o.duration(), o.ended(), o.count(), o.weight()))
                .toList());
        SurvivalQuantile quantile = curve.quantile(percent / 100.0);
        SurvivalQuantile stretchedQuantile = stretched.quantile(percent / 100.0);
        RestrictedMean mean = curve.restrictedMean(horizon);
        RestrictedMean stretchedMean = stretched.restrictedMean(2 * horizon);

        assertEquals(curve.survivalAt(horizon), stretched.survivalAt(2 * horizon));
        assertEquals(curve.intervalAt(horizon), stretched.intervalAt(2 * horizon));
        assertEquals(quantile.value().map(time -> 2 * time), stretchedQuantile.value());
        assertEquals(quantile.lower().map(time -> 2 * time), stretchedQuantile.lower());
        assertEquals(quantile.upper().map(time -> 2 * time), stretchedQuantile.upper());
        assertEquals(mean.value().map(time -> 2 * time), stretchedMean.value());
        assertEquals(mean.standardError().map(time -> 2 * time), stretchedMean.standardError());
    }

    @Property
    void everyIntervalHoldsItsEstimate(
            @ForAll("observations") List<Observation> observations,
            @ForAll SurvivalInterval method,
            @ForAll @IntRange(max = 14) int time) {
        SurvivalCurve curve = KAPLAN_MEIER.with(method).of(observations);
        Outcome<Interval> interval = curve.intervalAt(time);
        Outcome<Interval> ofMean = curve.restrictedMean(time + 1.0).interval();

        interval.toOptional()
                .ifPresent(limits -> assertTrue(limits.lower() >= 0
                        && limits.upper() <= 1
                        && limits.contains(curve.survivalAt(time).orElseThrow())));
        ofMean.toOptional()
                .ifPresent(limits -> assertTrue(limits.lower() >= 0
                        && limits.upper() <= time + 1
                        && limits.contains(
                                curve.restrictedMean(time + 1.0).value().orElseThrow())));
    }

    @Property
    void theLimitsOfAQuantileEncloseIt(
            @ForAll("observations") List<Observation> observations,
            @ForAll SurvivalInterval method,
            @ForAll @IntRange(min = 1, max = 99) int percent) {
        SurvivalQuantile quantile = KAPLAN_MEIER.with(method).of(observations).quantile(percent / 100.0);

        quantile.value().toOptional().ifPresent(value -> {
            quantile.lower().toOptional().ifPresent(lower -> assertTrue(lower <= value));
            quantile.upper().toOptional().ifPresent(upper -> assertTrue(upper >= value));
        });
    }

    @Property
    void aHigherLevelGivesAWiderInterval(
            @ForAll("observations") List<Observation> observations,
            @ForAll SurvivalInterval method,
            @ForAll @IntRange(max = 12) int time) {
        KaplanMeier calculator = KAPLAN_MEIER.with(method);
        Outcome<Interval> narrow =
                calculator.with(ConfidenceLevel.P90).of(observations).intervalAt(time);
        Outcome<Interval> wide =
                calculator.with(ConfidenceLevel.P99).of(observations).intervalAt(time);

        assertEquals(narrow.isDefined(), wide.isDefined());
        assertTrue(narrow.map(Interval::width).toOptional().orElse(0.0)
                <= wide.map(Interval::width).toOptional().orElse(0.0));
    }

    @Property
    void quantilesRiseWithTheirShare(
            @ForAll("observations") List<Observation> observations, @ForAll @IntRange(min = 1, max = 98) int percent) {
        SurvivalCurve curve = KAPLAN_MEIER.of(observations);
        double earlier = curve.quantile(percent / 100.0).value().toOptional().orElse(Double.POSITIVE_INFINITY);
        double later =
                curve.quantile((percent + 1) / 100.0).value().toOptional().orElse(Double.POSITIVE_INFINITY);

        assertTrue(earlier <= later);
    }

    @Property
    void byAQuantileThatShareHasEndedAndBeforeItNoMore(
            @ForAll("observations") List<Observation> observations, @ForAll @IntRange(min = 1, max = 99) int percent) {
        SurvivalCurve curve = KAPLAN_MEIER.with(QuantileRule.FIRST_TIME).of(observations);
        double height = 1 - percent / 100.0;

        curve.quantile(percent / 100.0).value().toOptional().ifPresent(time -> {
            assertTrue(curve.survivalAt(time).orElseThrow() <= height + 1e-7);
            assertTrue(curve.survivalAt(Math.max(0, time - 0.1)).orElseThrow() > height - 1e-7 || time == 0);
        });
    }

    @Property
    void theRulesOfQuantilesDifferOnlyWhereTheCurveIsFlat(
            @ForAll("observations") List<Observation> observations, @ForAll @IntRange(min = 1, max = 99) int percent) {
        SurvivalCurve curve = KAPLAN_MEIER.of(observations);
        Outcome<Double> middle = curve.quantile(percent / 100.0).value();
        Outcome<Double> first = KAPLAN_MEIER
                .with(QuantileRule.FIRST_TIME)
                .of(observations)
                .quantile(percent / 100.0)
                .value();

        assertEquals(middle.isDefined(), first.isDefined());
        middle.toOptional().filter(time -> !middle.equals(first)).ifPresent(time -> {
            assertTrue(first.orElseThrow() < time);
            assertEquals(1 - percent / 100.0, curve.survivalAt(time).orElseThrow(), 1e-7);
        });
    }

    @Property
    void enteringAtTimeZeroChangesNothing(@ForAll("observations") List<Observation> observations) {
        assertEquals(
                KAPLAN_MEIER.of(observations.stream()
                        .map(observation -> observation.enteredAt(0))
                        .toList()),
                KAPLAN_MEIER.of(observations.stream()
                        .map(o -> new Observation(-0.0, o.duration(), o.ended(), o.count(), o.weight()))
                        .toList()));
    }

    @Property
    void atRiskAreThoseThatHaveEnteredAndNotLeft(@ForAll("observations") List<Observation> observations) {
        for (SurvivalStep step : KAPLAN_MEIER.of(observations).steps()) {
            double atRisk = observations.stream()
                    .filter(o -> (o.entry() == 0 || o.entry() < step.time()) && step.time() <= o.duration())
                    .mapToDouble(o -> o.count() * o.weight())
                    .sum();
            assertEquals(atRisk, step.atRisk(), 1e-9);
        }
    }

    @Property
    void howADurationIsAddedDoesNotMatter(
            @ForAll List<@IntRange(max = 20_000) Integer> durations, @ForAll boolean ended) {
        SurvivalAccumulator asInt = KAPLAN_MEIER.accumulator();
        SurvivalAccumulator asDouble = KAPLAN_MEIER.accumulator();
        SurvivalAccumulator asCount = KAPLAN_MEIER.accumulator();
        for (int duration : durations) {
            asInt.add(duration, ended);
            asDouble.add((double) duration, ended);
            asCount.add(0, duration, ended, 1);
        }

        assertEquals(asInt.result(), asDouble.result());
        assertEquals(asInt.result(), asCount.result());
    }

    @Property
    void survivingIsSurvivingOneTimeAndThenGoingOn(
            @ForAll("observations") List<Observation> observations,
            @ForAll @IntRange(max = 6) int reached,
            @ForAll @IntRange(max = 6) int more) {
        SurvivalCurve curve = KAPLAN_MEIER.of(observations);
        Outcome<Double> later = curve.given(reached).survivalAt(reached + more);

        later.toOptional()
                .filter(ok -> curve.survivalAt(reached + more).isDefined())
                .ifPresent(share -> assertEquals(
                        curve.survivalAt(reached + more).orElseThrow(),
                        share * curve.survivalAt(reached).orElseThrow(),
                        1e-12));
    }

    @Property
    void stayingIsStayingHalfWayAndThenTheRest(
            @ForAll("observations") List<Observation> observations,
            @ForAll @IntRange(max = 4) int stayed,
            @ForAll @IntRange(max = 4) int half,
            @ForAll @IntRange(max = 4) int rest) {
        SurvivalCurve curve = KAPLAN_MEIER.of(observations);
        Outcome<Double> whole =
                curve.conditionalSurvival(stayed + half + rest, stayed).value();
        Outcome<Double> second =
                curve.conditionalSurvival(stayed + half + rest, stayed + half).value();

        second.toOptional()
                .filter(ok -> whole.isDefined())
                .ifPresent(share -> assertEquals(
                        whole.orElseThrow(),
                        share
                                * curve.conditionalSurvival(stayed + half, stayed)
                                        .value()
                                        .orElseThrow(),
                        1e-12));
    }

    @Property
    void conditionalSurvivalIsTheCurveOfThoseWhoHaveStayed(
            @ForAll("observations") List<Observation> observations,
            @ForAll SurvivalInterval method,
            @ForAll @IntRange(max = 6) int stayed,
            @ForAll @IntRange(max = 6) int more) {
        SurvivalCurve curve = KAPLAN_MEIER.with(method).of(observations);
        ConditionalSurvival conditional = curve.conditionalSurvival(stayed + more, stayed);

        assertEquals(curve.given(stayed).survivalAt(stayed + more), conditional.value());
        assertEquals(curve.given(stayed).standardErrorAt(stayed + more), conditional.standardError());
        assertEquals(curve.given(stayed).intervalAt(stayed + more), conditional.interval());
    }

    @Property
    void givenATimeTheCurveIsThatOfThoseWhoEnterThere(
            @ForAll("seenFromTheStart") List<Observation> observations,
            @ForAll @IntRange(min = 1, max = 10) int reached) {
        SurvivalCurve entered = KAPLAN_MEIER.of(observations.stream()
                .filter(observation -> observation.duration() > reached)
                .map(observation -> observation.enteredAt(reached))
                .toList());
        SurvivalCurve given = KAPLAN_MEIER.of(observations).given(reached);

        assertEquals(entered.steps(), given.steps());
        assertEquals(entered.observations(), given.observations());
        assertEquals(entered.ended(), given.ended());
        assertEquals(reached, given.origin());
    }

    @Property
    void equalWeightsChangeNothing(
            @ForAll("seenFromTheStart") List<Observation> observations, @ForAll @IntRange(min = 1, max = 12) int time) {
        SurvivalCurve plain = KAPLAN_MEIER.of(observations);
        SurvivalCurve weighted = KAPLAN_MEIER.of(observations.stream()
                .map(observation -> observation.withWeight(0.3))
                .toList());

        assertEquals(plain.observations(), weighted.observations());
        assertEquals(plain.ended(), weighted.ended());
        assertClose(plain.survivalAt(time), weighted.survivalAt(time));
        assertClose(plain.standardErrorAt(time), weighted.standardErrorAt(time));
        assertClose(
                plain.restrictedMean(time).value(),
                weighted.restrictedMean(time).value());
        assertClose(
                plain.restrictedMean(time).standardError(),
                weighted.restrictedMean(time).standardError());
    }

    /** The variance with weights is the sum of squared influences: here by moving each weight a little. */
    @Property(tries = 200)
    void theVarianceWithWeightsIsTheSumOfSquaredInfluences(
            @ForAll("seenFromTheStart") @Size(min = 2, max = 12) List<Observation> observations,
            @ForAll @IntRange(min = 1, max = 12) int time) {
        List<Observation> weighted = new ArrayList<>();
        for (int i = 0; i < observations.size(); i++) {
            weighted.add(observations.get(i).withCount(1).withWeight(0.5 + 0.25 * (i % 5)));
        }
        SurvivalCurve curve = KAPLAN_MEIER.of(weighted);

        curve.standardErrorAt(time)
                .toOptional()
                .ifPresent(error -> assertEquals(
                        sumOfSquaredInfluences(weighted, c -> c.survivalAt(time).orElseThrow()), error * error, 1e-7));
        curve.restrictedMean(time)
                .standardError()
                .toOptional()
                .ifPresent(error -> assertEquals(
                        sumOfSquaredInfluences(
                                weighted, c -> c.restrictedMean(time).value().orElseThrow()),
                        error * error,
                        1e-6));
    }

    private static double sumOfSquaredInfluences(
            List<Observation> observations, ToDoubleFunction<SurvivalCurve> figure) {
        double step = 1e-5;
        double sum = 0;
        for (int i = 0; i < observations.size(); i++) {
            Observation observation = observations.get(i);
            List<Observation> moved = new ArrayList<>(observations);
            moved.set(i, observation.withWeight(observation.weight() + step));
            double up = figure.applyAsDouble(KAPLAN_MEIER.of(moved));
            moved.set(i, observation.withWeight(observation.weight() - step));
            double down = figure.applyAsDouble(KAPLAN_MEIER.of(moved));
            sum += Math.pow(observation.weight() * (up - down) / (2 * step), 2);
        }
        return sum;
    }

    private static SurvivalAccumulator accumulator(List<Observation> observations) {
        SurvivalAccumulator accumulator = KAPLAN_MEIER.accumulator();
        observations.forEach(accumulator::add);
        return accumulator;
    }

    private static void assertClose(Outcome<Double> expected, Outcome<Double> actual) {
        assertEquals(expected.isDefined(), actual.isDefined());
        expected.toOptional().ifPresent(value -> assertEquals(value, actual.orElseThrow(), 1e-9));
    }

    @Provide
    Arbitrary<List<Observation>> observations() {
        return Combinators.combine(
                        seenFromTheStartOne(),
                        Arbitraries.doubles().between(0.5, 4).ofScale(1),
                        Arbitraries.of(1.0, 1.0, 2.5, 0.1))
                .as((observation, entry, weight) -> entry < observation.duration() && observation.count() == 2
                        ? observation.enteredAt(entry).withWeight(weight)
                        : observation.withWeight(weight))
                .list()
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<List<Observation>> seenFromTheStart() {
        return seenFromTheStartOne().list().ofMaxSize(25);
    }

    private static Arbitrary<Observation> seenFromTheStartOne() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 24).map(half -> half / 2.0),
                        Arbitraries.of(true, true, false),
                        Arbitraries.longs().between(1, 3))
                .as((duration, ended, count) -> new Observation(0, duration, ended, count, 1));
    }
}
