package dev.tenure.sla.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaOutcome;
import dev.tenure.sla.SlaTargetKind;
import dev.tenure.sla.SlaVerdict;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.survival.RestrictedMean;
import dev.tenure.survival.SurvivalInterval;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ResponseTimeTest {

    private static final ResponseTime RESPONSE = ResponseTime.withDefaults();

    // golden

    /**
     * E. J. Freireich and others, <i>Blood</i> 21 (1963), 699-716, remission on 6-MP, each week as a second: S(10) = 0.753, S(22) =
     * 0.538, median 23 (J. P. Klein and M. L. Moeschberger, <i>Survival Analysis</i>, 2003, tables 4.1 and 4.5).
     */
    private static ResponseTimeResult sixMercaptopurine() {
        ResponseTimeAccumulator accumulator = RESPONSE.accumulator();
        IntStream.of(6, 6, 6, 7, 10, 13, 16, 22, 23).forEach(time -> accumulator.add(time, true));
        IntStream.of(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35).forEach(time -> accumulator.add(time, false));
        return accumulator.result();
    }

    @Test
    void percentiles_areThePublishedOnes() {
        ResponseTimeResult result = sixMercaptopurine();

        assertEquals(Outcome.of(23.0), result.median().value());
        assertEquals(0.753, result.curve().survivalAt(10).orElseThrow(), 5e-4);
        assertEquals(0.538, result.curve().survivalAt(22).orElseThrow(), 5e-4);
        assertEquals(
                Outcome.<Double>undefined(Reason.NEVER_REACHED, "too few have ended"),
                result.p90().value());
        assertEquals(
                Outcome.<Double>undefined(Reason.NEVER_REACHED, "too few have ended"),
                result.p95().value());
        assertEquals(21, result.promises());
        assertEquals(9, result.done());
        assertEquals(12, result.open());
    }

    /** S(22) / S(10) = 11/12 * 10/11 * 6/7; its log-log interval from 1/132 + 1/110 + 1/42, computed in Python. */
    @Test
    void breachProbability_isThatOfTheConditionalCurve() {
        BreachProbability probability =
                sixMercaptopurine().breachProbability(Duration.ofSeconds(10), Duration.ofSeconds(22));

        assertEquals(60 / 84.0, probability.value().orElseThrow(), 1e-14);
        assertEquals(0.33749768430680765, probability.interval().orElseThrow().lower(), 1e-12);
        assertEquals(0.9010186273407057, probability.interval().orElseThrow().upper(), 1e-12);
        assertEquals(13, probability.comparable());
    }

    // laws

    @Provide
    Arbitrary<List<SlaOutcome>> outcomes() {
        return Outcomes.any();
    }

    @Property
    void withoutOpenPromises_percentilesAreThoseOfTheSortedTimes(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 40_000) Integer> times) {
        ResponseTimeAccumulator accumulator = RESPONSE.accumulator();
        times.forEach(time -> accumulator.add(time, true));
        ResponseTimeResult result = accumulator.result();
        List<Integer> sorted = times.stream().sorted().toList();

        assertEquals(place(sorted, 0.5), result.median().value().orElseThrow(), 1e-9);
        assertEquals(place(sorted, 0.9), result.p90().value().orElseThrow(), 1e-9);
        assertEquals(place(sorted, 0.95), result.p95().value().orElseThrow(), 1e-9);
        assertEquals(
                times.stream().mapToInt(Integer::intValue).average().orElseThrow(),
                result.mean().flatMap(RestrictedMean::value).orElseThrow(),
                1e-6);
    }

    @Property
    void orderChangesNothing(@ForAll("outcomes") List<SlaOutcome> outcomes) {
        assertEquals(RESPONSE.of(outcomes), RESPONSE.of(Lists.reverse(outcomes)));
    }

    @Property
    void mergingPartsGivesTheWhole(
            @ForAll("outcomes") List<SlaOutcome> first, @ForAll("outcomes") List<SlaOutcome> second) {
        ResponseTime resolution = RESPONSE.with(SlaTargetKind.RESOLUTION);
        List<SlaOutcome> whole = new ArrayList<>(first);
        whole.addAll(second);
        ResponseTimeAccumulator left = resolution.accumulator();
        ResponseTimeAccumulator right = resolution.accumulator();
        first.forEach(left::add);
        second.forEach(right::add);

        assertEquals(resolution.of(whole), Outcomes.moved(right).merge(left).result());
        assertEquals(resolution.of(whole), whole.parallelStream().collect(resolution.collector()));
    }

    @Property
    void onlyPromisesOfTheKindAndPriorityCount(@ForAll("outcomes") List<SlaOutcome> outcomes) {
        ResponseTimeResult result = RESPONSE.with(SlaTargetKind.ESTIMATE)
                .with(Priority.LOW, Priority.CRITICAL)
                .of(outcomes);
        List<SlaOutcome> counted = outcomes.stream()
                .filter(outcome -> outcome.kind() == SlaTargetKind.ESTIMATE)
                .filter(outcome -> List.of(Priority.CRITICAL, Priority.LOW).contains(outcome.priority()))
                .toList();

        assertEquals(counted.size(), result.promises());
        assertEquals(
                counted.stream()
                        .filter(outcome ->
                                List.of(SlaVerdict.MET, SlaVerdict.BREACHED).contains(outcome.verdict()))
                        .count(),
                result.done());
    }

    @Property
    void aPromiseIsBroken_ifItIsNotDoneHalfWayAndThenIsNotDone(
            @ForAll @Size(max = 40) List<@IntRange(max = 100) Integer> done,
            @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 101, max = 150) Integer> open,
            @ForAll @IntRange(min = 1, max = 50) int half,
            @ForAll @IntRange(min = 51, max = 100) int target) {
        ResponseTimeAccumulator accumulator = RESPONSE.accumulator();
        done.forEach(time -> accumulator.add(time, true));
        open.forEach(time -> accumulator.add(time, false));
        ResponseTimeResult result = accumulator.result();

        double straight = probability(result, 0, target);
        assertEquals(straight, probability(result, 0, half) * probability(result, half, target), 1e-12);
        assertTrue(straight <= probability(result, half, target));
        assertTrue(straight <= probability(result, 0, half));
    }

    @Property
    void theProbabilityFallsAsTheTargetRises(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 100) Integer> done,
            @ForAll @IntRange(max = 20) int elapsed,
            @ForAll @IntRange(min = 21, max = 99) int target) {
        ResponseTimeAccumulator accumulator = RESPONSE.accumulator();
        accumulator.add(1_000, true);
        done.forEach(time -> accumulator.add(time, true));
        ResponseTimeResult result = accumulator.result();
        long longer = 1 + done.stream().filter(time -> time > elapsed).count();
        long broken = 1 + done.stream().filter(time -> time > target).count();

        assertTrue(probability(result, elapsed, target) >= probability(result, elapsed, target + 1));
        assertEquals((double) broken / longer, probability(result, elapsed, target), 1e-12);
    }

    // edges

    @Test
    void openPromises_areNotLeftOut() {
        ResponseTimeAccumulator closedOnly = RESPONSE.accumulator();
        IntStream.of(10, 20, 30).forEach(time -> closedOnly.add(time, true));
        ResponseTimeAccumulator all = Outcomes.moved(closedOnly);
        IntStream.of(25, 40, 40).forEach(time -> all.add(time, false));

        assertEquals(Outcome.of(20.0), closedOnly.result().median().value());
        assertEquals(Outcome.of(30.0), all.result().median().value());
    }

    @Test
    void noPromises_isUndefined() {
        ResponseTimeResult result = RESPONSE.of(List.of());

        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "no observations"),
                result.median().value());
        assertEquals(Reason.NO_DATA, reason(result.mean()));
        BreachProbability probability = result.breachProbability(Duration.ZERO, Duration.ofHours(1));
        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no promises to compare with"), probability.value());
        assertEquals(
                Outcome.<Interval>undefined(Reason.NO_DATA, "no promises to compare with"), probability.interval());
        assertEquals(0, probability.comparable());
    }

    @Test
    void theLongestStillOpen_leavesTheMeanUndefined() {
        assertEquals(
                Outcome.<RestrictedMean>undefined(Reason.BEYOND_OBSERVATION, "the longest promise is still open"),
                sixMercaptopurine().mean());
    }

    @Test
    void allDoneAtOnce_takeNoTime() {
        ResponseTimeAccumulator accumulator = RESPONSE.accumulator();
        accumulator.add(0, true);
        accumulator.add(0, true);

        assertEquals(Outcome.of(0.0), accumulator.result().median().value());
        assertEquals(Outcome.of(0.0), accumulator.result().mean().flatMap(RestrictedMean::value));
    }

    @Test
    void timesAreExact_toTheFractionOfASecond() {
        SlaOutcome outcome = Outcomes.outcome(SlaVerdict.MET, 1)
                .working(Duration.ofSeconds(90_061, 500_000_000))
                .build();

        assertEquals(
                Outcome.of(90_061.5), RESPONSE.of(List.of(outcome)).median().value());
        assertEquals(ChronoUnit.SECONDS, RESPONSE.of(List.of()).curve().unit());
    }

    @Test
    void secondsAsPrimitivesAndAsDurations_areTheSame() {
        ResponseTimeAccumulator primitives = RESPONSE.accumulator();
        ResponseTimeAccumulator values = RESPONSE.accumulator();
        for (long seconds : new long[] {0, 16_383, 16_384, Integer.MAX_VALUE, Integer.MAX_VALUE + 1L, 1L << 40}) {
            primitives.add(seconds, true);
            values.add(Outcomes.outcome(SlaVerdict.BREACHED, 2)
                    .working(Duration.ofSeconds(seconds))
                    .build());
        }

        assertEquals(values.result(), primitives.result());
        assertEquals(6, primitives.result().curve().steps().size());
        assertEquals(
                Outcome.of((double) (1L << 40)), primitives.result().curve().longest());
    }

    @Test
    void breachProbability_pastTheTargetIsCertain() {
        ResponseTimeResult none = RESPONSE.of(List.of());
        BreachProbability at = none.breachProbability(Duration.ofHours(2), Duration.ofHours(2));

        assertEquals(Outcome.of(1.0), at.value());
        assertEquals(Outcome.<Interval>undefined(Reason.NOT_APPLICABLE, "the target has passed"), at.interval());
        assertEquals(
                Outcome.of(1.0),
                sixMercaptopurine()
                        .breachProbability(Duration.ofSeconds(40), Duration.ofSeconds(30))
                        .value());
    }

    @Test
    void breachProbability_beyondWhatWasObservedIsUndefined() {
        ResponseTimeResult result = sixMercaptopurine();

        assertEquals(
                Outcome.<Double>undefined(
                        Reason.BEYOND_OBSERVATION, "no promise took longer than this one has already"),
                result.breachProbability(Duration.ofSeconds(35), Duration.ofSeconds(40))
                        .value());
        assertEquals(
                Outcome.<Double>undefined(Reason.BEYOND_OBSERVATION, "no observation is that long"),
                result.breachProbability(Duration.ofSeconds(30), Duration.ofSeconds(40))
                        .value());
        assertEquals(
                Reason.BEYOND_OBSERVATION,
                reason(result.breachProbability(Duration.ofSeconds(30), Duration.ofSeconds(40))
                        .interval()));
    }

    @Test
    void breachProbability_whereAllWereDoneIsZeroWithoutInterval() {
        ResponseTimeAccumulator accumulator = RESPONSE.accumulator();
        accumulator.add(10, true);
        accumulator.add(20, true);
        BreachProbability probability =
                accumulator.result().breachProbability(Duration.ofSeconds(5), Duration.ofSeconds(20));

        assertEquals(Outcome.of(0.0), probability.value());
        assertEquals(Reason.NOT_ESTIMABLE, reason(probability.interval()));
    }

    @Test
    void breachProbability_ofAnOpenPromise_isThatOfItsTimes() {
        SlaOutcome open = Outcomes.outcome(SlaVerdict.OPEN, 0)
                .working(Duration.ofSeconds(10))
                .target(Duration.ofSeconds(22))
                .build();

        assertEquals(
                sixMercaptopurine().breachProbability(Duration.ofSeconds(10), Duration.ofSeconds(22)),
                sixMercaptopurine().breachProbability(open));
    }

    @Test
    void options_areThoseOfTheResult() {
        ResponseTimeResult result = RESPONSE.with(SlaTargetKind.PERIODIC_UPDATE)
                .with(Priority.LOW, Priority.HIGH)
                .with(SurvivalInterval.LOG)
                .with(ConfidenceLevel.P90)
                .of(List.of());

        assertEquals(SlaTargetKind.PERIODIC_UPDATE, result.kind());
        assertEquals(List.of(Priority.HIGH, Priority.LOW), List.copyOf(result.priorities()));
        assertEquals(SurvivalInterval.LOG, result.curve().intervalMethod());
        assertEquals(ConfidenceLevel.P90, result.curve().level());
        assertEquals(
                ImmutableSet.copyOf(Priority.values()), RESPONSE.of(List.of()).priorities());
        BreachProbability probability = result.breachProbability(Duration.ZERO, Duration.ofHours(1));
        assertEquals(SurvivalInterval.LOG, probability.intervalMethod());
        assertEquals(ConfidenceLevel.P90, probability.level());
    }

    // messages

    @Test
    void badArguments_sayWhich() {
        ResponseTimeResult result = RESPONSE.with(Priority.LOW).of(List.of());

        assertEquals(
                "workingSeconds must not be negative: -1",
                message(() -> RESPONSE.accumulator().add(-1, true)));
        assertEquals(
                "kind must be FIRST_RESPONSE: ESTIMATE",
                message(() -> RESPONSE.accumulator()
                        .merge(RESPONSE.with(SlaTargetKind.ESTIMATE).accumulator())));
        assertEquals(
                "priorities must be [CRITICAL, HIGH, NORMAL, LOW]: [LOW]",
                message(() ->
                        RESPONSE.accumulator().merge(RESPONSE.with(Priority.LOW).accumulator())));
        assertEquals(
                "elapsed must not be negative: PT-1S",
                message(() -> result.breachProbability(Duration.ofSeconds(-1), Duration.ofHours(1))));
        assertEquals(
                "target must be positive: PT0S", message(() -> result.breachProbability(Duration.ZERO, Duration.ZERO)));
        assertEquals(
                "verdict must be OPEN: MET",
                message(() -> result.breachProbability(
                        Outcomes.outcome(SlaVerdict.MET, 0).build())));
        assertEquals(
                "kind must be FIRST_RESPONSE: RESOLUTION",
                message(() -> result.breachProbability(Outcomes.outcome(SlaVerdict.OPEN, 0)
                        .kind(SlaTargetKind.RESOLUTION)
                        .build())));
        assertEquals(
                "priority must be in [LOW]: NORMAL",
                message(() -> result.breachProbability(
                        Outcomes.outcome(SlaVerdict.OPEN, 0).build())));
        assertEquals("probability must be in (0, 1): 1.0", message(() -> result.quantile(1)));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        ResponseTimeResult result = RESPONSE.of(List.of());

        assertEquals("kind", nullMessage(() -> RESPONSE.with((SlaTargetKind) null)));
        assertEquals("first", nullMessage(() -> RESPONSE.with((Priority) null)));
        assertEquals("interval", nullMessage(() -> RESPONSE.with((SurvivalInterval) null)));
        assertEquals("confidence", nullMessage(() -> RESPONSE.with((ConfidenceLevel) null)));
        assertEquals("outcomes", nullMessage(() -> RESPONSE.of(null)));
        assertEquals("outcome", nullMessage(() -> RESPONSE.accumulator().add(null)));
        assertEquals("other", nullMessage(() -> RESPONSE.accumulator().merge(null)));
        assertEquals("elapsed", nullMessage(() -> result.breachProbability(null, Duration.ofHours(1))));
        assertEquals("target", nullMessage(() -> result.breachProbability(Duration.ZERO, null)));
        assertEquals("open", nullMessage(() -> result.breachProbability(null)));
    }

    @Test
    void explain_showsPercentilesAndMean() {
        ResponseTimeAccumulator accumulator =
                RESPONSE.with(SlaTargetKind.RESOLUTION).with(Priority.HIGH).accumulator();
        IntStream.of(60, 120, 120, 300).forEach(time -> accumulator.add(time, true));

        assertEquals(
                """
                time to resolution = 120.0000 seconds   [first working time with 1 - S >= share, S the survival curve; \
                open promises are censored; promises = 4, done = 4, open = 0, priorities = HIGH]
                """,
                accumulator.result().explain().toBuilder()
                        .parts(List.of())
                        .build()
                        .toText());
        assertEquals("""
                mean = 150.0000 seconds   [area under S]
                  standard error = 45.0000 seconds   [sqrt(sum of (area under S from t to horizon)^2 * ended / \
                (at risk * (at risk - ended))); variance = GREENWOOD]
                  confidence interval = 61.8016 seconds to 238.1984 seconds   [mean -/+ normal quantile * standard error, \
                at level; level = 95.00%]
                """, accumulator.result().explain().parts().get(3).toText());
        assertEquals(
                List.of("50.00%", "90.00%", "95.00%"),
                accumulator.result().explain().parts().subList(0, 3).stream()
                        .map(part -> String.valueOf(part.inputs().get("share")))
                        .toList());
    }

    @Test
    void explain_namesTheKind_andSaysWhatIsUnknown() {
        assertEquals(
                List.of(
                        "time to first response",
                        "time to next response",
                        "time to update",
                        "time to estimate",
                        "time to resolution"),
                List.of(SlaTargetKind.values()).stream()
                        .map(kind -> RESPONSE.with(kind).of(List.of()).explain().name())
                        .toList());
        assertEquals(
                "mean = undefined (the longest promise is still open)   [area under S]\n",
                sixMercaptopurine().explain().parts().get(3).toText());
    }

    @Test
    void explainBreachProbability_showsTheTimes() {
        assertEquals(
                """
                breach probability = 71.43%   [S(target) / S(elapsed); elapsed = 10.0000 seconds, target = 22.5000 seconds, \
                comparable = 13]
                  confidence interval = 33.75% to 90.10%   [by method from the variance after elapsed, at level; \
                method = LOG_LOG, level = 95.00%]
                """,
                sixMercaptopurine()
                        .breachProbability(Duration.ofSeconds(10), Duration.ofMillis(22_500))
                        .explain()
                        .toText());
    }

    private static double probability(ResponseTimeResult result, int elapsed, int target) {
        return result.breachProbability(Duration.ofSeconds(elapsed), Duration.ofSeconds(target))
                .value()
                .orElseThrow();
    }

    /** Returns the first time by which the share is done; the middle up to the next where exactly the share is. */
    private static double place(List<Integer> sorted, double share) {
        double exact = share * sorted.size();
        int rank = (int) Math.ceil(exact - 1e-9);
        boolean flat = Math.abs(exact - rank) < 1e-9;
        return flat && rank < sorted.size() ? (sorted.get(rank - 1) + sorted.get(rank)) / 2.0 : sorted.get(rank - 1);
    }

    private static Reason reason(Outcome<?> outcome) {
        return Optional.of(outcome)
                .filter(Outcome.Undefined.class::isInstance)
                .map(undefined -> ((Outcome.Undefined<?>) undefined).reason())
                .orElseThrow();
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }

    private static String nullMessage(Executable action) {
        return assertThrows(NullPointerException.class, action).getMessage();
    }
}
