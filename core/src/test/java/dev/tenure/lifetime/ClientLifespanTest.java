package dev.tenure.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.survival.SurvivalInterval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ClientLifespanTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    /** Left after 3, 6 and 9 months; still here after 4, 8 and 13. */
    private static final List<Lifespan> SIX = List.of(left(3), left(6), left(9), here(4), here(8), here(13));

    // laws

    @Property(tries = 200)
    void whereEveryoneHasLeftTheShareThatReachesAGradeIsThatOfTheGrades(@ForAll("left") List<Lifespan> lifespans) {
        ClientLifespanResult result = ClientLifespan.withDefaults().of(lifespans);
        long good = result.graded(LifespanGrade.GOOD);
        long reached = good + result.graded(LifespanGrade.MINIMUM);

        assertEquals((double) good / lifespans.size(), result.reaching(12).orElseThrow(), 1e-12);
        assertEquals((double) reached / lifespans.size(), result.reaching(6).orElseThrow(), 1e-12);
    }

    @Property(tries = 200)
    void everyClientHasAGradeOrIsUndecided(@ForAll("any") List<Lifespan> lifespans) {
        ClientLifespanResult result = ClientLifespan.withDefaults().of(lifespans);
        long counted = 0;
        for (LifespanGrade grade : LifespanGrade.values()) {
            counted += result.graded(grade) + result.undecided(grade);
        }

        assertEquals(lifespans.size(), counted);
        assertEquals(lifespans.size(), result.clients());
    }

    @Property(tries = 100)
    void theOrderOfClientsAndOfMergingChangesNothing(
            @ForAll("any") List<Lifespan> first, @ForAll("any") List<Lifespan> second, @ForAll Random random) {
        List<Lifespan> whole = new ArrayList<>(first);
        whole.addAll(second);
        Collections.shuffle(whole, random);
        ClientLifespanAccumulator left = ClientLifespan.withDefaults().accumulator();
        ClientLifespanAccumulator right = ClientLifespan.withDefaults().accumulator();
        first.forEach(left::add);
        second.forEach(right::add);

        assertEquals(ClientLifespan.withDefaults().of(whole), left.merge(right).result());
    }

    @Property(tries = 100)
    void theRestrictedMeanIsNoLongerThanTheLongestLifespan(@ForAll("any") List<Lifespan> lifespans) {
        ClientLifespanResult result = ClientLifespan.withDefaults().of(lifespans);
        double longest =
                lifespans.stream().mapToDouble(Lifespan::elapsedMonths).max().orElse(0);

        result.restrictedMean()
                .flatMap(mean -> mean.value())
                .toOptional()
                .ifPresent(mean -> assertTrue(mean >= 0 && mean <= longest + 1e-9));
    }

    // values worked by hand

    @Test
    void of_sixClients_countsGradesAndUndecided() {
        ClientLifespanResult result = ClientLifespan.withDefaults().of(SIX);

        assertEquals(1, result.graded(LifespanGrade.BELOW_MINIMUM));
        assertEquals(2, result.graded(LifespanGrade.MINIMUM));
        assertEquals(1, result.graded(LifespanGrade.GOOD));
        assertEquals(1, result.undecided(LifespanGrade.BELOW_MINIMUM));
        assertEquals(1, result.undecided(LifespanGrade.MINIMUM));
        assertEquals(0, result.undecided(LifespanGrade.GOOD));
        assertEquals(6, result.clients());
        assertEquals(3, result.curve().ended());
        assertEquals(0, result.ended().get(LifespanGrade.GOOD));
        assertEquals(1, result.ongoing().get(LifespanGrade.GOOD));
    }

    @Test
    void of_sixClients_isTheirCurve() {
        ClientLifespanResult result = ClientLifespan.withDefaults().of(SIX);

        // at risk 6, 4 and 2 at 3, 6 and 9 months: S is 5/6, then 5/8, then 5/16
        assertEquals(5.0 / 6, result.reaching(6).orElseThrow(), 1e-12);
        assertEquals(5.0 / 16, result.reaching(12).orElseThrow(), 1e-12);
        assertEquals(1.0, result.reaching(3).orElseThrow());
        assertEquals(Outcome.of(9.0), result.value());
        // 3 + 3 * 5/6 + 3 * 5/8 + 4 * 5/16
        assertEquals(8.625, result.restrictedMean().orElseThrow().value().orElseThrow(), 1e-12);
        assertEquals(13.0, result.restrictedMean().orElseThrow().horizon());
        assertTrue(result.reachingInterval(6).orElseThrow().contains(5.0 / 6));
    }

    @Test
    void reaching_sixMonths_countsWhoLeftAfterExactlySix() {
        ClientLifespanResult result = ClientLifespan.withDefaults().of(List.of(left(6), left(5)));

        assertEquals(Outcome.of(0.5), result.reaching(6));
        assertEquals(Outcome.of(0.0), result.curve().survivalAt(6));
    }

    @Test
    void of_clientSeenInTheMiddleOfAMonth_isNotAtRiskForTheRestOfIt() {
        Lifespan halfway = Lifespan.ongoing(START, LocalDate.of(2024, 6, 11));
        Lifespan later = Lifespan.ended(START, LocalDate.of(2024, 6, 21));

        // both have five complete months; the one who left was the only one under observation then
        assertEquals(
                Outcome.of(0.0),
                ClientLifespan.withDefaults().of(List.of(halfway, later)).reaching(6));
    }

    @Test
    void interval_isThatOfTheMedian() {
        List<Lifespan> many = new ArrayList<>();
        for (int months = 1; months <= 30; months++) {
            many.add(left(months));
        }
        ClientLifespanResult result = ClientLifespan.withDefaults().of(many);
        Interval interval = result.interval().orElseThrow();

        assertTrue(interval.contains(result.value().orElseThrow()));
        assertEquals(result.median().lower(), Outcome.of(interval.lower()));
        assertEquals(result.median().upper(), Outcome.of(interval.upper()));
        assertEquals(ConfidenceLevel.P95, interval.level());
        assertEquals(
                new Quantity.Span(
                        new Quantity.Measure(interval.lower(), "months"),
                        new Quantity.Measure(interval.upper(), "months")),
                result.explain().parts().get(0).value());
    }

    @Test
    void of_otherIntervalAndLevel_areUsed() {
        ClientLifespanResult result = ClientLifespan.withDefaults()
                .with(SurvivalInterval.PLAIN)
                .with(ConfidenceLevel.P90)
                .of(SIX);

        assertEquals(SurvivalInterval.PLAIN, result.curve().intervalMethod());
        assertEquals(ConfidenceLevel.P90, result.level());
    }

    @Test
    void collector_andPrimitives_giveTheSame() {
        ClientLifespanAccumulator accumulator = ClientLifespan.withDefaults().accumulator();
        SIX.forEach(lifespan ->
                accumulator.add(lifespan.start().toEpochDay(), lifespan.end().toEpochDay(), lifespan.ended()));

        assertEquals(ClientLifespan.withDefaults().of(SIX), accumulator.result());
        assertEquals(
                accumulator.result(),
                SIX.parallelStream().collect(ClientLifespan.withDefaults().collector()));
    }

    // edges

    @Test
    void of_noClients_isUndefined() {
        ClientLifespanResult result = ClientLifespan.withDefaults().of(List.of());

        assertEquals(Reason.NO_DATA, reason(result.value()));
        assertEquals(Reason.NO_DATA, reason(result.restrictedMean()));
        assertEquals(Reason.NO_DATA, reason(result.reaching(6)));
        assertFalse(result.interval().isDefined());
        assertEquals(0, result.clients());
    }

    @Test
    void of_everyoneStillHereAndNew_reachesNothingYet() {
        ClientLifespanResult result = ClientLifespan.withDefaults().of(List.of(here(4), here(2)));

        assertEquals(Reason.BEYOND_OBSERVATION, reason(result.reaching(6)));
        assertFalse(result.value().isDefined());
        assertEquals(2, result.undecided(LifespanGrade.BELOW_MINIMUM));
    }

    @Test
    void restrictedMean_clientsOfToday_isUndefined() {
        assertEquals(
                "undefined (no lifespan longer than zero)",
                ClientLifespan.withDefaults()
                        .of(List.of(here(0)))
                        .restrictedMean()
                        .toString());
    }

    // messages

    @Test
    void reaching_noMonths_saysSo() {
        ClientLifespanResult result = ClientLifespan.withDefaults().of(SIX);

        assertEquals(
                "months must be positive: 0",
                assertThrows(IllegalArgumentException.class, () -> result.reaching(0))
                        .getMessage());
    }

    @Test
    void explain_sixClients_showsMedianSharesAndGrades() {
        String text = ClientLifespan.withDefaults().of(SIX).explain().toText();
        List<String> lines = text.lines().toList();

        assertEquals(
                "client lifespan = 9.0000 months   [median of the survival curve; clients = 6, left = 3]",
                lines.get(0));
        assertTrue(lines.get(1).startsWith("  confidence interval = "));
        assertTrue(lines.get(1).endsWith("method = LOG_LOG, level = 95.00%]"));
        assertTrue(text.contains("  restricted mean = 8.6250 months   ["));
        assertTrue(text.contains("  share that reaches 6 months = 83.33%   [S just before 6 months; interval = "));
        assertTrue(text.contains("  share that reaches 12 months = 31.25%   [S just before 12 months; interval = "));
        assertEquals(
                "  clients with a grade = 4   [by whole months; still here and below 12 months have none yet; "
                        + "below minimum = 1, minimum = 2, good = 1]",
                lines.get(lines.size() - 1));
    }

    @Test
    void explain_noClients_leavesTheMeanOut() {
        String text = ClientLifespan.withDefaults().of(List.of()).explain().toText();

        assertTrue(text.startsWith("client lifespan = undefined ("));
        assertFalse(text.contains("restricted mean"));
    }

    @Provide
    Arbitrary<List<Lifespan>> left() {
        return lifespan(Arbitraries.of(true)).list().ofMinSize(1).ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<Lifespan>> any() {
        return lifespan(Arbitraries.of(true, false)).list().ofMaxSize(20);
    }

    private static Arbitrary<Lifespan> lifespan(Arbitrary<Boolean> ended) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 366),
                        Arbitraries.integers().between(0, 600),
                        ended)
                .as((start, days, left) -> new Lifespan(
                        START.plusDays(start), START.plusDays(start).plusDays(days), left));
    }

    private static <T> Reason reason(Outcome<T> outcome) {
        return ((Outcome.Undefined<T>) outcome).reason();
    }

    private static Lifespan left(int months) {
        return Lifespan.ended(START, START.plusMonths(months));
    }

    private static Lifespan here(int months) {
        return Lifespan.ongoing(START, START.plusMonths(months));
    }
}
