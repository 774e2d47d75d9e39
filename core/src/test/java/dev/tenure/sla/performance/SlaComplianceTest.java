package dev.tenure.sla.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Lists;
import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.client.ClientId;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.sla.BreachCause;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaOutcome;
import dev.tenure.sla.SlaTargetKind;
import dev.tenure.sla.SlaVerdict;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlaComplianceTest {

    private static final SlaCompliance COMPLIANCE = SlaCompliance.withDefaults();
    private static final ClientId ALPHA = ClientId.of("alpha");
    private static final ClientId BETA = ClientId.of("beta");

    // golden

    static Stream<JsonNode> denominators() {
        return Outcomes.published("denominators");
    }

    @ParameterizedTest
    @MethodSource("denominators")
    void share_isThePublishedOne(JsonNode published) {
        SlaComplianceResult result = COMPLIANCE
                .with(ComplianceDenominator.valueOf(published.get("denominator").textValue()))
                .of(Outcomes.counts(
                        published.get("met").intValue(),
                        published.get("breached").intValue(),
                        published.get("openBreached").intValue(),
                        published.get("open").intValue()));

        assertEquals(
                published.get("share").doubleValue(),
                result.value().orElseThrow(),
                published.get("tolerance").doubleValue());
    }

    /** Wilson 1927 for 9 of 13, computed in Python. */
    @Test
    void interval_isWilsons() {
        Interval interval =
                COMPLIANCE.of(Outcomes.counts(9, 1, 3, 6)).interval().orElseThrow();

        assertEquals(0.42369343180549035, interval.lower(), 1e-12);
        assertEquals(0.8731929634428948, interval.upper(), 1e-12);
        assertEquals(ConfidenceLevel.P95, interval.level());
    }

    // laws

    @Provide
    Arbitrary<List<SlaOutcome>> outcomes() {
        return Outcomes.any();
    }

    @Property
    void theShareIsMetOfCounted_byEachDenominator(
            @ForAll("outcomes") List<SlaOutcome> outcomes, @ForAll ProportionInterval method) {
        long met = count(outcomes, SlaVerdict.MET);
        long decided = outcomes.size() - count(outcomes, SlaVerdict.OPEN);
        long resolved = met + count(outcomes, SlaVerdict.BREACHED);

        assertShare(Proportion.of(met, decided), ComplianceDenominator.DECIDED, method, outcomes);
        assertShare(Proportion.of(met, resolved), ComplianceDenominator.RESOLVED, method, outcomes);
        assertShare(Proportion.of(met, outcomes.size()), ComplianceDenominator.CREATED, method, outcomes);
    }

    @Property
    void orderChangesNothing(@ForAll("outcomes") List<SlaOutcome> outcomes) {
        SlaComplianceResult turned = COMPLIANCE.of(Lists.reverse(outcomes));

        assertEquals(COMPLIANCE.of(outcomes), turned);
        assertEquals(COMPLIANCE.of(outcomes).toString(), turned.toString());
    }

    @Property
    void mergingPartsGivesTheWhole(
            @ForAll("outcomes") List<SlaOutcome> first, @ForAll("outcomes") List<SlaOutcome> second) {
        List<SlaOutcome> whole = new ArrayList<>(first);
        whole.addAll(second);
        SlaComplianceAccumulator left = COMPLIANCE.accumulator();
        SlaComplianceAccumulator right = COMPLIANCE.accumulator();
        first.forEach(left::add);
        second.forEach(right::add);

        assertEquals(COMPLIANCE.of(whole), Outcomes.moved(right).merge(left).result());
        assertEquals(COMPLIANCE.of(first), left.result());
        assertEquals(COMPLIANCE.of(whole), whole.parallelStream().collect(COMPLIANCE.collector()));
    }

    @Property
    void mergedIntoItself_everythingCountsTwice(@ForAll("outcomes") List<SlaOutcome> outcomes) {
        SlaComplianceAccumulator accumulator = COMPLIANCE.accumulator();
        outcomes.forEach(accumulator::add);
        List<SlaOutcome> twice = new ArrayList<>(outcomes);
        twice.addAll(outcomes);

        assertEquals(COMPLIANCE.of(twice), accumulator.merge(accumulator).result());
    }

    @Property
    void partsAddUpToTheWhole(@ForAll("outcomes") List<SlaOutcome> outcomes) {
        SlaComplianceResult whole = COMPLIANCE.of(outcomes);

        assertAddsUp(whole, whole.byClient().values());
        assertAddsUp(whole, whole.byKind().values());
        assertAddsUp(whole, whole.byPriority().values());
        assertAddsUp(whole, whole.byPeriod().values());
    }

    @Property
    void aPartIsTheComplianceOfItsPromises(@ForAll("outcomes") List<SlaOutcome> outcomes) {
        SlaComplianceResult whole = COMPLIANCE.of(outcomes);

        whole.byClient()
                .forEach((client, part) -> assertEquals(
                        COMPLIANCE.of(outcomes.stream()
                                .filter(outcome -> outcome.client().equals(client))
                                .toList()),
                        part));
        whole.byPriority()
                .forEach((priority, part) -> part.byKind()
                        .forEach((kind, cut) -> assertEquals(
                                COMPLIANCE.of(outcomes.stream()
                                        .filter(outcome -> outcome.priority() == priority && outcome.kind() == kind)
                                        .toList()),
                                cut)));
    }

    @Property
    void aPeriodHoldsThePromisesOfItsDays(
            @ForAll("outcomes") List<SlaOutcome> outcomes,
            @ForAll SlaPeriodBasis basis,
            @ForAll("zones") ZoneId zone,
            @ForAll Granularity granularity) {
        ReportingCalendar calendar = ReportingCalendar.of(granularity);
        SlaCompliance compliance = COMPLIANCE.with(basis).with(zone).with(calendar);

        compliance
                .of(outcomes)
                .byPeriod()
                .forEach((period, part) -> assertEquals(
                        compliance.of(outcomes.stream()
                                .filter(outcome -> period.contains(LocalDate.ofInstant(instant(basis, outcome), zone)))
                                .toList()),
                        part));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "UTC",
                        "America/New_York",
                        "Asia/Kolkata",
                        "Australia/Lord_Howe",
                        "Pacific/Apia",
                        "Europe/Berlin")
                .map(ZoneId::of);
    }

    @Property
    void periodsFollowOneAnother(@ForAll("outcomes") List<SlaOutcome> outcomes) {
        ImmutableList<ReportingPeriod> periods =
                COMPLIANCE.of(outcomes).byPeriod().keySet().asList();

        for (int i = 1; i < periods.size(); i++) {
            assertEquals(periods.get(i - 1).end(), periods.get(i).start());
        }
        assertEquals(outcomes.isEmpty(), periods.isEmpty());
    }

    /** A promise that is due and done some days after its start, and how it stands later. */
    record Promise(int start, int due, int done) {

        SlaOutcome at(int day) {
            boolean isDone = done <= day;
            boolean isBroken = due < Math.min(done, day);
            return SlaOutcome.builder()
                    .client(ALPHA)
                    .kind(SlaTargetKind.RESOLUTION)
                    .priority(Priority.LOW)
                    .start(instant(start))
                    .end(instant(Math.min(done, day)))
                    .breachedAt(isBroken ? Optional.of(instant(due)) : Optional.empty())
                    .working(Duration.ofDays(Math.min(done, day) - start))
                    .target(Duration.ofDays(due - start))
                    .verdict(
                            isBroken
                                    ? isDone ? SlaVerdict.BREACHED : SlaVerdict.OPEN_BREACHED
                                    : isDone ? SlaVerdict.MET : SlaVerdict.OPEN)
                    .build();
        }

        private static Instant instant(int day) {
            return Outcomes.START.plus(Duration.ofDays(day));
        }
    }

    @Provide
    Arbitrary<List<Promise>> promises() {
        Arbitrary<Integer> days = Arbitraries.integers().between(1, 90);
        return Combinators.combine(days, days, days)
                .as((start, due, done) -> new Promise(start, start + due, start + done))
                .list()
                .ofMaxSize(30);
    }

    @Property
    void noLaterQuestionChangesThePeriodThatIsOver_whereVerdictsCountWhenTheyFall(
            @ForAll("promises") List<Promise> promises,
            @ForAll @IntRange(min = 91, max = 150) int day,
            @ForAll @IntRange(max = 120) int later) {
        ImmutableSortedMap<ReportingPeriod, SlaComplianceResult> before = byPeriod(promises, day);
        ImmutableSortedMap<ReportingPeriod, SlaComplianceResult> after = byPeriod(promises, day + later);

        before.forEach((period, result) -> {
            if (!LocalDate.ofInstant(Promise.instant(day), ZoneOffset.UTC).isBefore(period.end())) {
                assertEquals(result.proportion(), after.get(period).proportion());
            }
        });
    }

    @Property
    void sharesOfCausesAndOfTheUnknownSumToOne(@ForAll("outcomes") List<SlaOutcome> outcomes) {
        SlaComplianceResult result = COMPLIANCE.of(outcomes);
        long known =
                result.causes().values().stream().mapToLong(Long::longValue).sum();

        assertEquals(result.broken(), known + result.unknownCause());
        for (BreachCause cause : BreachCause.values()) {
            long count = outcomes.stream()
                    .filter(outcome -> outcome.cause().equals(Optional.of(cause)))
                    .count();
            Proportion share = Proportion.of(count, result.broken());
            assertEquals(count, result.causes().get(cause));
            assertEquals(share, result.causeShare(cause));
            assertEquals(
                    share.interval(ProportionInterval.WILSON, ConfidenceLevel.P95)
                            .toOptional(),
                    result.causeInterval(cause).toOptional());
        }
    }

    @Property
    void primitivesCountAsValuesDo(@ForAll("outcomes") List<SlaOutcome> outcomes) {
        SlaComplianceAccumulator accumulator = COMPLIANCE.accumulator();
        for (SlaOutcome outcome : outcomes) {
            long second = instant(SlaPeriodBasis.DECISION, outcome).getEpochSecond();
            outcome.cause()
                    .ifPresentOrElse(
                            cause -> accumulator.add(
                                    outcome.client(),
                                    outcome.kind(),
                                    outcome.priority(),
                                    second,
                                    outcome.verdict(),
                                    cause),
                            () -> accumulator.add(
                                    outcome.client(), outcome.kind(), outcome.priority(), second, outcome.verdict()));
        }

        assertEquals(COMPLIANCE.of(outcomes), accumulator.result());
    }

    // edges

    @Test
    void noPromises_isUndefined() {
        SlaComplianceResult result = COMPLIANCE.of(List.of());

        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no decided promises"), result.value());
        assertEquals(Outcome.<Interval>undefined(Reason.NO_DATA, "no decided promises"), result.interval());
        assertEquals(
                Outcome.<Interval>undefined(Reason.NO_DATA, "no broken promises"),
                result.causeInterval(BreachCause.IN_WORK));
        assertEquals(0, result.promises());
        assertEquals(ImmutableSortedMap.of(), result.byPeriod());
        assertEquals(ImmutableSortedMap.of(), result.byClient());
    }

    @Test
    void whatIsOpenAndInTime_isUndecided() {
        List<SlaOutcome> open = Outcomes.counts(0, 0, 0, 2);

        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "no decided promises"),
                COMPLIANCE.of(open).value());
        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "no resolved promises"),
                COMPLIANCE.with(ComplianceDenominator.RESOLVED).of(open).value());
        assertEquals(
                Outcome.of(0.0),
                COMPLIANCE.with(ComplianceDenominator.CREATED).of(open).value());
        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "no promises"),
                COMPLIANCE.with(ComplianceDenominator.CREATED).of(List.of()).value());
    }

    @Test
    void counts_areByVerdict() {
        SlaComplianceResult result = COMPLIANCE.of(Outcomes.counts(9, 1, 3, 6));

        assertEquals(9, result.count(SlaVerdict.MET));
        assertEquals(1, result.count(SlaVerdict.BREACHED));
        assertEquals(3, result.count(SlaVerdict.OPEN_BREACHED));
        assertEquals(6, result.count(SlaVerdict.OPEN));
        assertEquals(4, result.broken());
        assertEquals(4, result.unknownCause());
        assertEquals(19, result.promises());
    }

    @Test
    void eachVerdict_isPlacedByTheBasis() {
        Instant end = Instant.parse("2026-05-01T00:00:00Z");
        SlaOutcome breached = Outcomes.outcome(SlaVerdict.BREACHED, 0)
                .end(end)
                .breachedAt(Instant.parse("2026-04-10T10:00:00Z"))
                .build();
        SlaOutcome met = Outcomes.outcome(SlaVerdict.MET, 0).end(end).build();

        assertEquals(ImmutableList.of("2026-03"), months(SlaPeriodBasis.START, breached));
        assertEquals(ImmutableList.of("2026-04"), months(SlaPeriodBasis.DECISION, breached));
        assertEquals(ImmutableList.of("2026-05"), months(SlaPeriodBasis.COMPLETION, breached));
        assertEquals(ImmutableList.of("2026-03"), months(SlaPeriodBasis.START, met));
        assertEquals(ImmutableList.of("2026-05"), months(SlaPeriodBasis.DECISION, met));
    }

    @Test
    void aMonthBegins_whereTheZoneSaysSo() {
        Instant lastSecond = Instant.parse("2026-03-31T20:59:59Z");
        Instant firstSecond = Instant.parse("2026-03-31T21:00:00Z");
        SlaCompliance moscow = COMPLIANCE.with(SlaPeriodBasis.START).with(ZoneId.of("Europe/Moscow"));
        SlaComplianceResult result =
                moscow.of(List.of(starting(lastSecond), starting(firstSecond), starting(firstSecond)));

        assertEquals(
                ImmutableMap.of("2026-03", 1L, "2026-04", 2L),
                result.byPeriod().entrySet().stream()
                        .collect(ImmutableMap.toImmutableMap(
                                entry -> entry.getKey().label(),
                                entry -> entry.getValue().promises())));
    }

    @Test
    void aPeriodWithoutPromises_isThereAndUndefined() {
        SlaComplianceResult result = COMPLIANCE
                .with(SlaPeriodBasis.START)
                .of(List.of(
                        starting(Instant.parse("2026-01-01T00:00:00Z")),
                        starting(Instant.parse("2026-03-01T00:00:00Z"))));
        ReportingPeriod february =
                result.calendar().periodOf(YearMonth.of(2026, 2).atDay(1));

        assertEquals(3, result.byPeriod().size());
        assertEquals(0, result.byPeriod().get(february).promises());
        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "no decided promises"),
                result.byPeriod().get(february).value());
    }

    @Test
    void theFirstAndTheLastSecond_areTaken() {
        SlaComplianceAccumulator accumulator =
                COMPLIANCE.with(ReportingCalendar.of(Granularity.YEAR)).accumulator();
        accumulator.add(ALPHA, SlaTargetKind.ESTIMATE, Priority.HIGH, -377_705_116_800L, SlaVerdict.MET);
        accumulator.add(BETA, SlaTargetKind.ESTIMATE, Priority.HIGH, 253_402_300_799L, SlaVerdict.MET);

        ImmutableSortedMap<ClientId, SlaComplianceResult> byClient =
                accumulator.result().byClient();
        assertEquals("-9999", only(byClient.get(ALPHA).byPeriod().keySet()).label());
        assertEquals("9999", only(byClient.get(BETA).byPeriod().keySet()).label());
        assertEquals(19_999, accumulator.result().byPeriod().size());
    }

    @Test
    void weeksOfFarYears_areToldApart() {
        SlaComplianceAccumulator accumulator =
                COMPLIANCE.with(ReportingCalendar.of(Granularity.WEEK)).accumulator();
        accumulator.add(ALPHA, SlaTargetKind.ESTIMATE, Priority.HIGH, -377_705_116_800L, SlaVerdict.MET);
        accumulator.add(BETA, SlaTargetKind.ESTIMATE, Priority.HIGH, 253_402_300_799L, SlaVerdict.MET);

        ImmutableSortedMap<ClientId, SlaComplianceResult> byClient =
                accumulator.result().byClient();
        assertTrue(only(byClient.get(ALPHA).byPeriod().keySet()).contains(LocalDate.of(-9999, 1, 1)));
        assertTrue(only(byClient.get(BETA).byPeriod().keySet()).contains(LocalDate.of(9999, 12, 31)));
    }

    /** Days that share a place in the memory of days, 4 096 days apart, and days of which a part lies in another month. */
    @Test
    void daysFarApart_areNotMixedUp() {
        SlaComplianceAccumulator accumulator =
                COMPLIANCE.with(ZoneId.of("America/New_York")).accumulator();
        Instant first = Instant.parse("2026-03-31T23:00:00Z");
        for (int i = 0; i < 40; i++) {
            long second = first.plus(Duration.ofDays(4096L * (i % 4))).getEpochSecond();
            accumulator.add(ALPHA, SlaTargetKind.ESTIMATE, Priority.HIGH, second, SlaVerdict.MET);
        }

        SlaComplianceResult result = accumulator.result();
        for (int i = 0; i < 4; i++) {
            LocalDate day = LocalDate.of(2026, 3, 31).plusDays(4096L * i);
            assertEquals(
                    10, result.byPeriod().get(result.calendar().periodOf(day)).promises(), day::toString);
        }
    }

    @Test
    void theFirstDayOf1970_isADayLikeOthers() {
        SlaComplianceAccumulator accumulator = COMPLIANCE.accumulator();
        accumulator.add(ALPHA, SlaTargetKind.ESTIMATE, Priority.HIGH, 0, SlaVerdict.MET);
        accumulator.add(ALPHA, SlaTargetKind.ESTIMATE, Priority.HIGH, 86_399, SlaVerdict.MET);

        assertEquals("1970-01", only(accumulator.result().byPeriod().keySet()).label());
    }

    @Test
    void anAccumulatorThatWasMoved_goesOnCounting() {
        SlaComplianceAccumulator accumulator = COMPLIANCE.accumulator();
        List<SlaOutcome> first = Outcomes.counts(2, 1, 0, 0);
        List<SlaOutcome> second = Outcomes.counts(1, 0, 1, 1);
        first.forEach(accumulator::add);
        SlaComplianceAccumulator moved = Outcomes.moved(accumulator);
        second.forEach(moved::add);

        assertEquals(COMPLIANCE.of(Outcomes.counts(3, 1, 1, 1)), moved.result());
    }

    @Test
    void manyClients_areAllCounted() {
        SlaComplianceAccumulator accumulator = COMPLIANCE.accumulator();
        for (int i = 0; i < 3_000; i++) {
            accumulator.add(
                    ClientId.of("client " + i % 1_000),
                    SlaTargetKind.RESOLUTION,
                    Priority.LOW,
                    Outcomes.START.getEpochSecond(),
                    SlaVerdict.OPEN_BREACHED,
                    BreachCause.TARGET_TIGHTENED);
        }

        SlaComplianceResult result = accumulator.result();
        assertEquals(1_000, result.byClient().size());
        assertTrue(result.byClient().values().stream().allMatch(part -> part.promises() == 3));
        assertEquals(3_000, result.causes().get(BreachCause.TARGET_TIGHTENED));
        assertEquals(3_000, result.byKind().get(SlaTargetKind.RESOLUTION).broken());
    }

    @Test
    void options_areThoseOfTheResult() {
        SlaComplianceResult result = COMPLIANCE
                .with(ComplianceDenominator.CREATED)
                .with(SlaPeriodBasis.COMPLETION)
                .with(ReportingCalendar.of(Granularity.QUARTER))
                .with(ZoneId.of("Asia/Tokyo"))
                .with(ProportionInterval.JEFFREYS)
                .with(ConfidenceLevel.P90)
                .of(List.of());

        assertEquals(ComplianceDenominator.CREATED, result.denominator());
        assertEquals(SlaPeriodBasis.COMPLETION, result.basis());
        assertEquals(Granularity.QUARTER, result.calendar().granularity());
        assertEquals(ZoneId.of("Asia/Tokyo"), result.zone());
        assertEquals(ProportionInterval.JEFFREYS, result.intervalMethod());
        assertEquals(ConfidenceLevel.P90, result.level());
    }

    // messages

    @Test
    void badArguments_sayWhich() {
        SlaComplianceAccumulator accumulator = COMPLIANCE.accumulator();

        assertEquals(
                "verdict must be that of a broken promise: MET",
                message(() -> accumulator.add(
                        ALPHA, SlaTargetKind.ESTIMATE, Priority.HIGH, 0, SlaVerdict.MET, BreachCause.IN_WORK)));
        assertEquals(
                "epochSecond must be in the years -9999 to 9999: 253402300800",
                message(() -> accumulator.add(
                        ALPHA, SlaTargetKind.ESTIMATE, Priority.HIGH, 253_402_300_800L, SlaVerdict.MET)));
        assertEquals(
                "epochSecond must be in the years -9999 to 9999: -377705116801",
                message(() -> accumulator.add(
                        ALPHA, SlaTargetKind.ESTIMATE, Priority.HIGH, -377_705_116_801L, SlaVerdict.MET)));
        assertEquals(
                "basis must be DECISION: START",
                message(() ->
                        accumulator.merge(COMPLIANCE.with(SlaPeriodBasis.START).accumulator())));
        assertEquals(
                "zone must be Z: Asia/Tokyo",
                message(() -> accumulator.merge(
                        COMPLIANCE.with(ZoneId.of("Asia/Tokyo")).accumulator())));
        ReportingCalendar weeks = ReportingCalendar.of(Granularity.WEEK);
        assertEquals(
                "calendar must be " + ReportingCalendar.of(Granularity.MONTH) + ": " + weeks,
                message(() -> accumulator.merge(COMPLIANCE.with(weeks).accumulator())));
    }

    @Test
    void tooManyToCount_isAnOverflow() {
        KeyCounts counts = new KeyCounts();
        counts.add(7, Long.MAX_VALUE);

        assertThrows(ArithmeticException.class, () -> counts.add(7, 1));
        assertEquals(Long.MAX_VALUE, counts.count(7));
        assertEquals(0, counts.count(8));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        assertEquals("denominator", nullMessage(() -> COMPLIANCE.with((ComplianceDenominator) null)));
        assertEquals("basis", nullMessage(() -> COMPLIANCE.with((SlaPeriodBasis) null)));
        assertEquals("calendar", nullMessage(() -> COMPLIANCE.with((ReportingCalendar) null)));
        assertEquals("zone", nullMessage(() -> COMPLIANCE.with((ZoneId) null)));
        assertEquals("method", nullMessage(() -> COMPLIANCE.with((ProportionInterval) null)));
        assertEquals("level", nullMessage(() -> COMPLIANCE.with((ConfidenceLevel) null)));
        SlaComplianceAccumulator accumulator = COMPLIANCE.accumulator();
        assertEquals("outcomes", nullMessage(() -> COMPLIANCE.of(null)));
        assertEquals("outcome", nullMessage(() -> accumulator.add((SlaOutcome) null)));
        assertEquals("other", nullMessage(() -> accumulator.merge(null)));
        assertEquals(
                "client",
                nullMessage(() -> accumulator.add(null, SlaTargetKind.ESTIMATE, Priority.HIGH, 0, SlaVerdict.MET)));
        assertEquals("kind", nullMessage(() -> accumulator.add(ALPHA, null, Priority.HIGH, 0, SlaVerdict.MET)));
        assertEquals(
                "priority", nullMessage(() -> accumulator.add(ALPHA, SlaTargetKind.ESTIMATE, null, 0, SlaVerdict.MET)));
        assertEquals(
                "verdict", nullMessage(() -> accumulator.add(ALPHA, SlaTargetKind.ESTIMATE, Priority.LOW, 0, null)));
        assertEquals(
                "cause",
                nullMessage(() ->
                        accumulator.add(ALPHA, SlaTargetKind.ESTIMATE, Priority.LOW, 0, SlaVerdict.BREACHED, null)));
        assertEquals(ImmutableSortedMap.of(), accumulator.result().byClient());
    }

    @Test
    void explain_showsAllVerdicts() {
        assertEquals("""
                SLA compliance = 69.23%   [met / (met + breached + open breached); met = 9, breached = 1, open breached = 3, \
                open = 6, denominator = DECIDED]
                  confidence interval = 42.37% to 87.32%   [by method, at level; method = WILSON, level = 95.00%]
                """, COMPLIANCE.of(Outcomes.counts(9, 1, 3, 6)).explain().toText());
        assertEquals(
                """
                SLA compliance = undefined (no resolved promises)   [met / (met + breached); met = 0, breached = 0, \
                open breached = 0, open = 0, denominator = RESOLVED]
                  confidence interval = undefined (no resolved promises)   [by method, at level; method = WILSON, \
                level = 95.00%]
                """,
                COMPLIANCE
                        .with(ComplianceDenominator.RESOLVED)
                        .of(List.of())
                        .explain()
                        .toText());
        assertEquals(
                "met / (met + breached + open breached + open)",
                COMPLIANCE
                        .with(ComplianceDenominator.CREATED)
                        .of(List.of())
                        .explain()
                        .formula());
    }

    @Test
    void explainCauses_showsTheShares() {
        SlaOutcome one = Outcomes.outcome(SlaVerdict.BREACHED, 2)
                .cause(BreachCause.TARGET_TIGHTENED)
                .build();
        SlaOutcome two = Outcomes.outcome(SlaVerdict.OPEN_BREACHED, 2).build();

        assertEquals("""
                broken promises = 2   [breached + open breached; breached = 1, open breached = 1]
                  unassigned = 0.00%   [count / broken promises; count = 0]
                    confidence interval = 0.00% to 65.76%   [by method, at level; method = WILSON, level = 95.00%]
                  unanswered = 0.00%   [count / broken promises; count = 0]
                    confidence interval = 0.00% to 65.76%   [by method, at level; method = WILSON, level = 95.00%]
                  in work = 0.00%   [count / broken promises; count = 0]
                    confidence interval = 0.00% to 65.76%   [by method, at level; method = WILSON, level = 95.00%]
                  reopened = 0.00%   [count / broken promises; count = 0]
                    confidence interval = 0.00% to 65.76%   [by method, at level; method = WILSON, level = 95.00%]
                  target tightened = 50.00%   [count / broken promises; count = 1]
                    confidence interval = 9.45% to 90.55%   [by method, at level; method = WILSON, level = 95.00%]
                  unknown = 50.00%   [count / broken promises; count = 1]
                    confidence interval = 9.45% to 90.55%   [by method, at level; method = WILSON, level = 95.00%]
                """, COMPLIANCE.of(List.of(one, two)).explainCauses().toText());
        assertEquals(
                "undefined (no broken promises)",
                COMPLIANCE.of(List.of()).explainCauses().parts().get(0).value().toString());
    }

    private static void assertShare(
            Proportion expected,
            ComplianceDenominator denominator,
            ProportionInterval method,
            List<SlaOutcome> outcomes) {
        SlaComplianceResult result = COMPLIANCE
                .with(denominator)
                .with(method)
                .with(ConfidenceLevel.P99)
                .of(outcomes);

        assertEquals(expected, result.proportion());
        assertEquals(expected.value().toOptional(), result.value().toOptional());
        assertEquals(
                expected.interval(method, ConfidenceLevel.P99).toOptional(),
                result.interval().toOptional());
    }

    private static void assertAddsUp(SlaComplianceResult whole, Collection<SlaComplianceResult> parts) {
        for (SlaVerdict verdict : SlaVerdict.values()) {
            assertEquals(whole.count(verdict), sum(parts, part -> part.count(verdict)));
        }
        for (BreachCause cause : BreachCause.values()) {
            assertEquals(
                    whole.causes().get(cause),
                    sum(parts, part -> part.causeShare(cause).successes()));
        }
        assertEquals(whole.promises(), sum(parts, SlaComplianceResult::promises));
    }

    private static long sum(Collection<SlaComplianceResult> parts, ToLongFunction<SlaComplianceResult> count) {
        return parts.stream().mapToLong(count).sum();
    }

    private static long count(List<SlaOutcome> outcomes, SlaVerdict verdict) {
        return outcomes.stream().filter(outcome -> outcome.verdict() == verdict).count();
    }

    private static Instant instant(SlaPeriodBasis basis, SlaOutcome outcome) {
        return switch (basis) {
            case START -> outcome.start();
            case DECISION ->
                outcome.breachedAt().isPresent() ? outcome.breachedAt().orElseThrow() : outcome.end();
            case COMPLETION -> outcome.end();
        };
    }

    private static ImmutableSortedMap<ReportingPeriod, SlaComplianceResult> byPeriod(List<Promise> promises, int day) {
        return COMPLIANCE
                .of(promises.stream().map(promise -> promise.at(day)).toList())
                .byPeriod();
    }

    private static ImmutableList<String> months(SlaPeriodBasis basis, SlaOutcome outcome) {
        return COMPLIANCE.with(basis).of(List.of(outcome)).byPeriod().keySet().stream()
                .map(ReportingPeriod::label)
                .collect(ImmutableList.toImmutableList());
    }

    private static SlaOutcome starting(Instant start) {
        return Outcomes.outcome(SlaVerdict.MET, 0)
                .start(start)
                .end(start.plusSeconds(7_200))
                .build();
    }

    private static <T> T only(ImmutableSet<T> set) {
        assertEquals(1, set.size());
        return set.iterator().next();
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }

    private static String nullMessage(Executable action) {
        return assertThrows(NullPointerException.class, action).getMessage();
    }
}
