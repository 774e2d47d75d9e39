package dev.tenure.survival.competing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.survival.Bounds;
import dev.tenure.survival.QuantileRule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AalenJohansenTest {

    private static final AalenJohansen RISKS = AalenJohansen.withCauses("service", "price");

    /** The ten clients of docs/survival-competing.md. */
    private static final ImmutableList<CompetingObservation> CLIENTS = ImmutableList.of(
            CompetingObservation.ended(2, "service"),
            CompetingObservation.ended(4, "service"),
            CompetingObservation.ended(4, "price"),
            CompetingObservation.endedForUnknownCause(5),
            CompetingObservation.ended(6, "price"),
            CompetingObservation.ongoing(6),
            CompetingObservation.ended(9, "service"),
            CompetingObservation.ongoing(12).withCount(3));

    // what the result tells

    @Test
    void result_tellsCountsAndRule() {
        CompetingRisks risks = RISKS.with(ChronoUnit.MONTHS).of(CLIENTS);

        assertEquals(ImmutableList.of("service", "price", "unknown"), risks.causes());
        assertEquals(10, risks.observations());
        assertEquals(6, risks.ended());
        assertEquals(4, risks.censored());
        assertEquals(1, risks.unknown());
        assertEquals(UnknownCause.OWN_CAUSE, risks.unknownRule());
        assertEquals(IncidenceVariance.GREENWOOD, risks.variance());
        assertEquals(IncidenceInterval.LOG_LOG, risks.intervalMethod());
        assertEquals(ChronoUnit.MONTHS, risks.unit());
        CauseIncidence service = risks.incidence("service");
        assertEquals("service", service.cause());
        assertEquals(3, service.ended());
        assertEquals(1, service.unknown());
        assertEquals(10, service.observations());
        assertEquals(ChronoUnit.MONTHS, service.unit());
        assertEquals(ConfidenceLevel.P95, service.level());
        assertEquals(1, risks.incidence("unknown").ended());
    }

    @Test
    void inProportion_listsKnownCausesOnly() {
        CompetingRisks risks = RISKS.with(UnknownCause.IN_PROPORTION).of(CLIENTS);

        assertEquals(ImmutableList.of("service", "price"), risks.causes());
        assertEquals(1, risks.unknown());
        assertEquals(UnknownCause.IN_PROPORTION, risks.incidence("price").unknownRule());
        // of the one unknown end at 5 three fifths are for service
        assertEquals(0.6, risks.incidence("service").steps().get(2).ended(), 1e-15);
        assertEquals(0.4, risks.incidence("price").steps().get(2).ended(), 1e-15);
    }

    @Test
    void cumulativeHazardAt_sumsWhatEndedOfThoseAtRisk() {
        CauseIncidence service = RISKS.of(CLIENTS).incidence("service");

        assertEquals(0, service.cumulativeHazardAt(1.9).orElseThrow());
        assertEquals(
                1 / 10.0 + 1 / 9.0 + 1 / 4.0, service.cumulativeHazardAt(12).orElseThrow(), 1e-15);
    }

    @Test
    void quantile_onAFlatStretch_isItsMiddle() {
        CauseIncidence service = RISKS.of(CLIENTS).incidence("service");

        assertEquals(6.5, service.quantile(0.2).value().orElseThrow());
        assertEquals(9, service.quantile(0.21).value().orElseThrow());
        assertEquals(2, service.quantile(0.0001).value().orElseThrow());
        // up to the longest observation where the stretch never ends
        assertEquals(10.5, service.quantile(0.325).value().orElseThrow());
        assertEquals(
                Outcome.<Double>undefined(Reason.NEVER_REACHED, "too few have ended for this cause"),
                service.quantile(0.33).value());
        assertEquals(
                Outcome.<Double>undefined(Reason.NEVER_REACHED, "the lower limit of the incidence stays below"),
                service.quantile(0.25).upper());
        assertEquals(
                Outcome.<Double>undefined(Reason.NEVER_REACHED, "the upper limit of the incidence stays below"),
                service.quantile(0.7).lower());
        assertEquals(2, service.quantile(0.25).lower().orElseThrow());
        assertEquals(9, service.quantile(0.07).upper().orElseThrow());
        assertEquals(QuantileRule.MIDPOINT, service.quantile(0.07).rule());
    }

    @Test
    void quantile_onAFlatStretch_byTheOtherRule_isItsFirstTime() {
        // whatever is set after the rule leaves it as it is
        CompetingRisks risks = RISKS.with(QuantileRule.FIRST_TIME)
                .with(ChronoUnit.MONTHS)
                .with(UnknownCause.OWN_CAUSE)
                .with(IncidenceVariance.GREENWOOD)
                .with(IncidenceInterval.LOG_LOG)
                .with(ConfidenceLevel.P95)
                .of(CLIENTS);
        IncidenceQuantile quantile = risks.incidence("service").quantile(0.2);

        assertEquals(QuantileRule.FIRST_TIME, risks.quantileRule());
        assertEquals(QuantileRule.FIRST_TIME, quantile.rule());
        assertEquals(4, quantile.value().orElseThrow());
        assertEquals(9, risks.incidence("service").quantile(0.21).value().orElseThrow());
        assertEquals(9, risks.incidence("service").quantile(0.325).value().orElseThrow());
    }

    /** The incidence is 0.2; its standard error by survfit of R 0.12649111. */
    @Test
    void intervalAt_byEachMethod_isThatOfItsFormula() {
        double error = RISKS.of(CLIENTS).incidence("price").standardErrorAt(12).orElseThrow();
        double spread = 1.959963984540054 * error;

        assertEquals(0.12649111, error, 1e-8);
        assertLimits(IncidenceInterval.PLAIN, 0, 0.2 + spread);
        assertLimits(IncidenceInterval.LOG, 0.2 * Math.exp(-spread / 0.2), 0.2 * Math.exp(spread / 0.2));
        double width = spread / (0.2 * Math.log(5));
        assertLimits(IncidenceInterval.LOG_LOG, Math.pow(0.2, Math.exp(width)), Math.pow(0.2, Math.exp(-width)));
        double complement = spread / (0.8 * -Math.log(0.8));
        assertLimits(
                IncidenceInterval.COMPLEMENTARY_LOG_LOG,
                1 - Math.pow(0.8, Math.exp(-complement)),
                1 - Math.pow(0.8, Math.exp(complement)));
    }

    private static void assertLimits(IncidenceInterval method, double lower, double upper) {
        Interval limits =
                RISKS.with(method).of(CLIENTS).incidence("price").intervalAt(12).orElseThrow();

        assertEquals(lower, limits.lower(), 1e-12);
        assertEquals(upper, limits.upper(), 1e-12);
        assertEquals(ConfidenceLevel.P95, limits.level());
    }

    @Test
    void with_level_widensEveryInterval() {
        CauseIncidence at99 = RISKS.with(ConfidenceLevel.P99).of(CLIENTS).incidence("service");
        CauseIncidence at95 = RISKS.of(CLIENTS).incidence("service");

        assertTrue(at99.intervalAt(9).orElseThrow().width()
                > at95.intervalAt(9).orElseThrow().width());
        assertEquals(
                ConfidenceLevel.P99, at99.timeLost(12).interval().orElseThrow().level());
        assertEquals(ConfidenceLevel.P99, at99.quantile(0.5).level());
    }

    @Test
    void timeLost_interval_isCutAtZeroAndAtTheHorizon() {
        TimeLost lost = RISKS.of(CLIENTS).incidence("service").timeLost(12);
        TimeLost most = RISKS.of(List.of(
                        CompetingObservation.ended(0, "service").withCount(9),
                        CompetingObservation.ended(8, "service"),
                        CompetingObservation.ongoing(10)))
                .incidence("service")
                .timeLost(10);

        assertEquals(0, lost.interval().orElseThrow().lower());
        assertEquals(
                2.175 + 1.959963984540054 * lost.standardError().orElseThrow(),
                lost.interval().orElseThrow().upper(),
                1e-12);
        assertEquals(10, most.interval().orElseThrow().upper());
    }

    // edges

    @Test
    void of_nothing_isUndefined() {
        CompetingRisks risks = RISKS.of(List.of());
        CauseIncidence service = risks.incidence("service");

        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no observations"), service.incidenceAt(1));
        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "no observations"),
                service.quantile(0.5).value());
        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "no observations"),
                service.timeLost(3).value());
        assertEquals(Outcome.<Bounds>undefined(Reason.NO_DATA, "no observations"), service.boundsAt(1));
        assertEquals(ImmutableList.of(), service.steps());
        assertEquals(0, risks.observations());
    }

    @Test
    void of_nothingEnded_isZeroWithoutInterval() {
        for (UnknownCause rule : UnknownCause.values()) {
            CauseIncidence service = RISKS.with(rule)
                    .of(List.of(CompetingObservation.ongoing(5)))
                    .incidence("service");

            assertEquals(0, service.incidenceAt(5).orElseThrow());
            assertEquals(0, service.standardErrorAt(5).orElseThrow());
            assertEquals(
                    Outcome.<Interval>undefined(Reason.NOT_ESTIMABLE, "nothing has ended for this cause yet"),
                    service.intervalAt(5));
            assertEquals(0, service.timeLost(5).value().orElseThrow());
            assertEquals(
                    Outcome.<Interval>undefined(
                            Reason.NOT_ESTIMABLE, "no spread before the horizon, the variance has no estimate"),
                    service.timeLost(5).interval());
            assertEquals(Bounds.of(0, 0), service.boundsAt(5).orElseThrow());
        }
    }

    @Test
    void incidenceAt_pastTheLongest_isUndefinedUnlessNoOneIsLeft() {
        assertEquals(
                Outcome.<Double>undefined(Reason.BEYOND_OBSERVATION, "no observation is that long"),
                RISKS.of(CLIENTS).incidence("service").incidenceAt(12.1));
        assertEquals(
                0.5,
                RISKS.of(List.of(CompetingObservation.ended(1, "service"), CompetingObservation.ended(2, "price")))
                        .incidence("service")
                        .incidenceAt(100)
                        .orElseThrow());
    }

    /** What lifelines loses: two of four leave at time zero. */
    @Test
    void endsAtTimeZero_count() {
        CompetingRisksAccumulator accumulator = RISKS.accumulator();
        accumulator.addAll(new int[] {0, 0, 3, 5}, new byte[] {1, 2, 1, 0});
        CompetingRisks risks = accumulator.result();

        assertEquals(0.25, risks.incidence("service").incidenceAt(0).orElseThrow());
        assertEquals(0.5, risks.incidence("service").incidenceAt(3).orElseThrow());
        assertEquals(0.25, risks.incidence("price").incidenceAt(5).orElseThrow());
        assertEquals(0.25, risks.survival().survivalAt(4).orElseThrow());
    }

    @Test
    void allEndedForOneCause_hasNoErrorAnyMore() {
        CauseIncidence service = RISKS.of(List.of(
                        CompetingObservation.ended(1, "service").withCount(3),
                        CompetingObservation.ended(7, "service")))
                .incidence("service");

        assertEquals(1, service.incidenceAt(7).orElseThrow());
        assertEquals(
                Outcome.<Double>undefined(
                        Reason.NOT_ESTIMABLE, "all have ended for this cause, the variance has no estimate"),
                service.standardErrorAt(7));
        assertFalse(service.intervalAt(7).isDefined());
        assertFalse(service.steps().get(1).standardError().isDefined());
        assertTrue(service.steps().get(0).standardError().isDefined());
    }

    @Test
    void inProportion_ofNoKnownCause_isNotEstimable() {
        CompetingRisks risks = RISKS.with(UnknownCause.IN_PROPORTION)
                .of(List.of(CompetingObservation.endedForUnknownCause(3), CompetingObservation.ongoing(4)));
        CauseIncidence service = risks.incidence("service");

        assertEquals(
                Outcome.<Double>undefined(Reason.NOT_ESTIMABLE, "no end has a known cause, there is no proportion"),
                service.incidenceAt(4));
        assertFalse(service.standardErrorAt(4).isDefined());
        assertFalse(service.intervalAt(4).isDefined());
        assertFalse(service.quantile(0.1).value().isDefined());
        assertFalse(service.timeLost(4).value().isDefined());
        assertFalse(service.timeLost(4).standardError().isDefined());
        assertEquals(ImmutableList.of(), service.steps());
        assertEquals(Bounds.of(0, 0.5), service.boundsAt(4).orElseThrow());
        assertEquals(0.5, risks.survival().survivalAt(4).orElseThrow());
    }

    @Test
    void bounds_ofUnknownCauses_beginAtZero() {
        CauseIncidence unknown = RISKS.of(CLIENTS).incidence("unknown");

        assertEquals(0, unknown.boundsAt(12).orElseThrow().lower());
        assertEquals(0.1, unknown.boundsAt(12).orElseThrow().upper(), 1e-12);
        assertEquals(0.1, unknown.boundsAt(12).orElseThrow().width(), 1e-12);
        assertEquals(Bounds.of(0, 0), unknown.boundsAt(4.9).orElseThrow());
    }

    @Test
    void millionsOfEqualRows_keepTheShares() {
        CompetingRisksAccumulator accumulator = RISKS.accumulator();
        accumulator.add(0, 10, 1, 3_000_000_000L);
        accumulator.add(0, 10, 2, 1_000_000_000L);
        accumulator.add(0, 20, CompetingRisksAccumulator.ONGOING, 4_000_000_000L);

        assertEquals(
                0.375, accumulator.result().incidence("service").incidenceAt(20).orElseThrow(), 1e-15);
        assertEquals(8_000_000_000L, accumulator.result().observations());
        assertEquals(3_000_000_000L, accumulator.result().incidence("service").ended());
    }

    @Test
    void add_eachWay_countsTheSame() {
        CompetingRisksAccumulator one = RISKS.accumulator();
        one.add(3, 1);
        one.add(4.5, CompetingRisksAccumulator.UNKNOWN);
        one.add(1, 5, 2, 2);
        CompetingRisksAccumulator columns = RISKS.accumulator();
        columns.addAll(new double[] {0, 0, 1, 1}, new double[] {3, 4.5, 5, 5}, new byte[] {1, -1, 2, 2});
        CompetingRisksAccumulator seenFromTheStart = RISKS.accumulator();
        seenFromTheStart.addAll(new double[] {3, 4.5, 5, 5}, new byte[] {1, -1, 2, 2});

        assertEquals(one.result(), columns.result());
        assertEquals(one.result().hashCode(), columns.result().hashCode());
        assertNotEquals(one.result(), seenFromTheStart.result());
    }

    @Test
    void addAll_ofABadRow_addsNothing() {
        CompetingRisksAccumulator accumulator = RISKS.accumulator();
        CompetingRisks nothing = accumulator.result();

        assertEquals(
                "cause must be in [-1, 2]: 3", message(() -> accumulator.addAll(new int[] {1, 2}, new byte[] {1, 3})));
        assertEquals(
                "duration must be finite and not negative: -2",
                message(() -> accumulator.addAll(new int[] {1, -2}, new byte[] {1, 1})));
        assertEquals(
                "duration must be finite and not negative: NaN",
                message(() -> accumulator.addAll(new double[] {1, Double.NaN}, new byte[] {1, 1})));
        assertEquals(
                "duration must be finite and not negative: Infinity",
                message(() -> accumulator.addAll(new double[] {1, Double.POSITIVE_INFINITY}, new byte[] {1, 1})));
        assertEquals(
                "entry must be finite and not negative: -1.0",
                message(() -> accumulator.addAll(new double[] {0, -1}, new double[] {1, 2}, new byte[] {1, 1})));
        assertEquals(
                "entry must be before the duration 2.0: 2.0",
                message(() -> accumulator.addAll(new double[] {0, 2}, new double[] {1, 2}, new byte[] {1, 1})));
        assertEquals(
                "causes must be as many as durations, 1: 2",
                message(() -> accumulator.addAll(new int[] {1}, new byte[] {1, 1})));
        assertEquals(
                "causes must be as many as durations, 1: 0",
                message(() -> accumulator.addAll(new double[] {1}, new byte[0])));
        assertEquals(
                "entries must be as many as durations, 1: 2",
                message(() -> accumulator.addAll(new double[] {0, 0}, new double[] {1}, new byte[] {1})));
        assertEquals(nothing, accumulator.result());
    }

    @Test
    void serialization_keepsCountsAndOptions() throws IOException, ClassNotFoundException {
        CompetingRisksAccumulator accumulator = RISKS.with(UnknownCause.IN_PROPORTION)
                .with(IncidenceVariance.AALEN)
                .with(IncidenceInterval.LOG)
                .with(ConfidenceLevel.P90)
                .with(ChronoUnit.WEEKS)
                .with(QuantileRule.FIRST_TIME)
                .accumulator();
        CLIENTS.forEach(accumulator::add);
        CompetingRisks moved = moved(accumulator).result();

        assertEquals(accumulator.result(), moved);
        assertEquals(IncidenceVariance.AALEN, moved.variance());
        assertEquals(IncidenceInterval.LOG, moved.incidence("price").intervalMethod());
        assertEquals(ConfidenceLevel.P90, moved.incidence("price").level());
        assertEquals(ChronoUnit.WEEKS, moved.incidence("price").unit());
        assertEquals(QuantileRule.FIRST_TIME, moved.incidence("price").quantileRule());
    }

    @Test
    void serialization_ofObservations_keepsThem() throws IOException, ClassNotFoundException {
        for (CompetingObservation client : CLIENTS) {
            assertEquals(client.enteredAt(0.5), moved(client.enteredAt(0.5)));
        }
    }

    private static CompetingRisksAccumulator moved(CompetingRisksAccumulator accumulator)
            throws IOException, ClassNotFoundException {
        return (CompetingRisksAccumulator) moved((Object) accumulator);
    }

    private static Object moved(Object original) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    // groups

    @Test
    void groups_byNameAndByColumn_areTheSame() {
        GroupedCompetingRisksAccumulator columns = RISKS.accumulator(List.of("small", "large"));
        columns.addAll(new int[] {0, 1, 1}, new int[] {3, 4, 5}, new byte[] {1, 0, -1});
        columns.add(0, 2.5, 2);
        GroupedCompetingRisksAccumulator rows = RISKS.accumulator(List.of("small", "large"));
        rows.add("small", CompetingObservation.ended(3, "service"));
        rows.add(1, 4, 0);
        GroupedCompetingRisksAccumulator more = RISKS.accumulator(List.of("small", "large"));
        more.add("small", CompetingObservation.ended(2.5, "price"));
        more.add("large", CompetingObservation.endedForUnknownCause(5));

        assertEquals(columns.result(), rows.merge(more).result());
        assertEquals(List.of("small", "large"), columns.groups());
        assertEquals(List.of("small", "large"), columns.result().keySet().asList());
        assertEquals(
                columns.result().get("small"),
                RISKS.of(Map.of(
                                "small",
                                List.of(
                                        CompetingObservation.ended(3, "service"),
                                        CompetingObservation.ended(2.5, "price"))))
                        .get("small"));
    }

    @Test
    void groups_byColumnsOfTimesAndEntries_areThoseOfTheirRows() {
        GroupedCompetingRisksAccumulator columns = RISKS.accumulator(List.of("small", "large"));
        columns.addAll(new int[] {0, 1}, new double[] {2.5, 4}, new byte[] {2, -1});
        columns.addAll(new int[] {0, 1}, new double[] {0, 1.5}, new double[] {3, 6}, new byte[] {1, 0});
        GroupedCompetingRisksAccumulator rows = RISKS.accumulator(List.of("small", "large"));
        rows.add("small", CompetingObservation.ended(2.5, "price"));
        rows.add("large", CompetingObservation.endedForUnknownCause(4));
        rows.add("small", CompetingObservation.ended(3, "service"));
        rows.add("large", CompetingObservation.ongoing(6).enteredAt(1.5));

        assertEquals(rows.result(), columns.result());
    }

    @Test
    void groups_badColumnsOfTimes_sayWhich_andAddNothing() {
        GroupedCompetingRisksAccumulator groups = RISKS.accumulator(List.of("small", "large"));
        int[] two = {0, 1};
        double[] times = {1, 2};

        assertEquals(
                "groups must be as many as durations, 2: 1",
                message(() -> groups.addAll(new int[1], times, new byte[2])));
        assertEquals("group must be in [0, 2): 7", message(() -> groups.addAll(new int[] {0, 7}, times, new byte[2])));
        assertEquals("cause must be in [-1, 2]: 3", message(() -> groups.addAll(two, times, new byte[] {1, 3})));
        assertEquals(
                "duration must be finite and not negative: NaN",
                message(() -> groups.addAll(two, new double[] {1, Double.NaN}, new byte[2])));
        assertEquals(
                "entries must be as many as durations, 2: 1",
                message(() -> groups.addAll(two, new double[1], times, new byte[2])));
        assertEquals(
                "entry must be before the duration 2.0: 2.0",
                message(() -> groups.addAll(two, new double[] {0, 2}, times, new byte[2])));
        assertEquals(
                "group must be in [0, 2): -1",
                message(() -> groups.addAll(new int[] {0, -1}, times, times, new byte[2])));
        assertEquals(0, groups.result().get("small").observations());
        assertEquals(0, groups.result().get("large").observations());
    }

    @Test
    void groups_messages() {
        GroupedCompetingRisksAccumulator groups = RISKS.accumulator(List.of("small", "large"));

        assertEquals("group must be in [0, 2): 2", message(() -> groups.add(2, 1, 1)));
        assertEquals("group must be in [0, 2): -1", message(() -> groups.add(-1, 1.5, 1)));
        assertEquals(
                "group must be one of [small, large]: huge",
                message(() -> groups.add("huge", CompetingObservation.ongoing(1))));
        assertEquals(
                "groups must be as many as durations, 2: 1",
                message(() -> groups.addAll(new int[1], new int[2], new byte[2])));
        assertEquals(
                "causes must be as many as durations, 2: 1",
                message(() -> groups.addAll(new int[2], new int[2], new byte[1])));
        assertEquals(
                "group must be in [0, 2): 7", message(() -> groups.addAll(new int[] {0, 7}, new int[2], new byte[2])));
        assertEquals(
                "duration must be finite and not negative: -1",
                message(() -> groups.addAll(new int[2], new int[] {1, -1}, new byte[2])));
        assertEquals(0, groups.result().get("small").observations());
        assertEquals("groups must be distinct: [a, a]", message(() -> RISKS.accumulator(List.of("a", "a"))));
        assertEquals("groups must not be empty: []", message(() -> RISKS.accumulator(List.of())));
        assertEquals(
                "groups must be [small, large]: [large, small]",
                message(() -> groups.merge(RISKS.accumulator(List.of("large", "small")))));
    }

    // messages

    @Test
    void badCauses_sayWhich() {
        assertEquals("causes must not be empty: []", message(AalenJohansen::withCauses));
        assertEquals("causes must be distinct: [a, b, a]", message(() -> AalenJohansen.withCauses("a", "b", "a")));
        assertEquals("causes must not be blank: [a,  ]", message(() -> AalenJohansen.withCauses("a", " ")));
        assertEquals(
                "causes must not be named unknown: [a, unknown]",
                message(() -> AalenJohansen.withCauses(List.of("a", "unknown"))));
        assertEquals(
                "cause must be one of [service, price]: weather",
                message(() -> RISKS.of(List.of(CompetingObservation.ended(1, "weather")))));
        assertEquals(
                "cause must be one of [service, price, unknown]: weather",
                message(() -> RISKS.of(CLIENTS).incidence("weather")));
        assertEquals(
                "cause must be in [-1, 2]: -2",
                message(() -> RISKS.accumulator().add(1, -2)));
        assertEquals(
                "cause must be in [-1, 2]: 3", message(() -> RISKS.accumulator().add(1.5, 3)));
        assertEquals(
                "causes must be [service, price]: [price, service]",
                message(() -> RISKS.accumulator()
                        .merge(AalenJohansen.withCauses("price", "service").accumulator())));
        assertEquals(
                "unit must be Days: Months",
                message(() ->
                        RISKS.accumulator().merge(RISKS.with(ChronoUnit.MONTHS).accumulator())));
        assertEquals("unit must be finite: Forever", message(() -> RISKS.with(ChronoUnit.FOREVER)));
    }

    @Test
    void badObservations_sayWhich() {
        assertEquals("cause must not be blank: ''", message(() -> CompetingObservation.ended(1, "")));
        assertEquals(
                "cause must be empty of what goes on: price",
                message(() -> new CompetingObservation(
                        0, 1, false, CompetingObservation.ended(1, "price").cause(), 1)));
        assertEquals("duration must be finite and not negative: -1.0", message(() -> CompetingObservation.ongoing(-1)));
        assertEquals(
                "entry must be before the duration 1.0: 2.0",
                message(() -> CompetingObservation.ongoing(1).enteredAt(2)));
        assertEquals(
                "count must be positive: 0",
                message(() -> CompetingObservation.ongoing(1).withCount(0)));
        assertEquals(
                CompetingObservation.ongoing(0),
                CompetingObservation.ongoing(-0.0).enteredAt(-0.0));
    }

    @Test
    void badQuestions_sayWhich() {
        CauseIncidence service = RISKS.of(CLIENTS).incidence("service");

        assertEquals("time must be finite and not negative: -1.0", message(() -> service.incidenceAt(-1)));
        assertEquals("time must be finite and not negative: NaN", message(() -> service.boundsAt(Double.NaN)));
        assertEquals("probability must be in (0, 1): 0.0", message(() -> service.quantile(0)));
        assertEquals("probability must be in (0, 1): 1.0", message(() -> service.quantile(1)));
        assertEquals("horizon must be positive and finite: 0.0", message(() -> service.timeLost(0)));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        assertEquals("causes", nullMessage(() -> AalenJohansen.withCauses((Iterable<String>) null)));
        assertEquals("causes", nullMessage(() -> AalenJohansen.withCauses((String[]) null)));
        assertEquals("unit", nullMessage(() -> RISKS.with((ChronoUnit) null)));
        assertEquals("rule", nullMessage(() -> RISKS.with((UnknownCause) null)));
        assertEquals("variance", nullMessage(() -> RISKS.with((IncidenceVariance) null)));
        assertEquals("interval", nullMessage(() -> RISKS.with((IncidenceInterval) null)));
        assertEquals("confidence", nullMessage(() -> RISKS.with((ConfidenceLevel) null)));
        assertEquals("observations", nullMessage(() -> RISKS.of((Iterable<CompetingObservation>) null)));
        assertEquals(
                "groups", nullMessage(() -> RISKS.of((Map<String, ? extends Iterable<CompetingObservation>>) null)));
        assertEquals("groups", nullMessage(() -> RISKS.accumulator(null)));
        assertEquals("observation", nullMessage(() -> RISKS.accumulator().add(null)));
        assertEquals("other", nullMessage(() -> RISKS.accumulator().merge(null)));
        assertEquals("other", nullMessage(() -> RISKS.accumulator(List.of("a")).merge(null)));
        assertEquals(
                "group", nullMessage(() -> RISKS.accumulator(List.of("a")).add(null, CompetingObservation.ongoing(1))));
        assertEquals("cause", nullMessage(() -> RISKS.of(CLIENTS).incidence(null)));
        assertEquals("cause", nullMessage(() -> new CompetingObservation(0, 1, false, null, 1)));
    }

    @ParameterizedTest
    @EnumSource
    void survival_hasTheKindOfIntervalThatFits(IncidenceInterval method) {
        CompetingRisks risks = RISKS.with(method).of(CLIENTS);

        assertEquals(method.ofSurvival(), risks.survival().intervalMethod());
    }

    // explanations

    @Test
    void explain_showsCountsRuleAndEachCause() {
        assertEquals("""
                competing risks = 37.50%   [S + sum of the incidences = 1 at every time; S at the longest observation; \
                observations = 10, ended = 6, censored = 4, ended for an unknown cause = 1, rule = OWN_CAUSE]
                  incidence of service = 32.50%   [sum of S before * ended for the cause / at risk, up to time; \
                time = 12.0000 months, observations = 10, ended for the cause = 3, ended for an unknown cause = 1, rule = OWN_CAUSE]
                    confidence interval = 7.48% to 61.44%   [by method from variance, at level; \
                method = LOG_LOG, variance = GREENWOOD, level = 95.00%]
                    bounds = 32.50% to 42.50%   [none of the unknown ends for the cause, or all of them]
                  incidence of price = 20.00%   [sum of S before * ended for the cause / at risk, up to time; \
                time = 12.0000 months, observations = 10, ended for the cause = 2, ended for an unknown cause = 1, rule = OWN_CAUSE]
                    confidence interval = 3.09% to 47.47%   [by method from variance, at level; \
                method = LOG_LOG, variance = GREENWOOD, level = 95.00%]
                    bounds = 20.00% to 30.00%   [none of the unknown ends for the cause, or all of them]
                  incidence of unknown = 10.00%   [sum of S before * ended for the cause / at risk, up to time; \
                time = 12.0000 months, observations = 10, ended for the cause = 1, ended for an unknown cause = 1, rule = OWN_CAUSE]
                    confidence interval = 0.57% to 35.81%   [by method from variance, at level; \
                method = LOG_LOG, variance = GREENWOOD, level = 95.00%]
                    bounds = 0.00% to 10.00%   [none of the unknown ends for the cause, or all of them]
                """, RISKS.with(ChronoUnit.MONTHS).of(CLIENTS).explain().toText());
    }

    @Test
    void explain_withoutUnknownCauses_leavesBoundsOut() {
        assertEquals("""
                incidence of price = undefined (no observations)   [sum of S before * ended for the cause / at risk, up to time; \
                time = 0.0000 days, observations = 0, ended for the cause = 0, ended for an unknown cause = 0, rule = OWN_CAUSE]
                  confidence interval = undefined (no observations)   [by method from variance, at level; \
                method = LOG_LOG, variance = GREENWOOD, level = 95.00%]
                """, RISKS.of(List.of()).incidence("price").explain().toText());
    }

    @Test
    void explain_timeLostAndQuantile() {
        CauseIncidence service = RISKS.with(ChronoUnit.MONTHS).of(CLIENTS).incidence("service");

        assertEquals("""
                time lost to service = 2.1750 months   [area under the incidence from 0 to horizon; \
                horizon = 12.0000 months, rule = OWN_CAUSE]
                  standard error = 1.1404 months   [sqrt of the variance of the area, by variance; variance = GREENWOOD]
                  confidence interval = 0.0000 months to 4.4102 months   [mean -/+ normal quantile * standard error, at level; \
                level = 95.00%]
                """, service.timeLost(12).explain().toText());
        assertEquals("""
                quantile of service = 9.0000 months   [first time with F >= share; share = 25.00%, where flat = MIDPOINT]
                  lower limit = 2.0000 months   [first time with upper limit of F >= share; method = LOG_LOG, level = 95.00%]
                  upper limit = undefined (the lower limit of the incidence stays below)   \
                [first time with lower limit of F >= share; method = LOG_LOG, level = 95.00%]
                """, service.quantile(0.25).explain().toText());
    }

    @Test
    void equality_isThatOfTheCounts() {
        CompetingRisks risks = RISKS.of(CLIENTS);
        CompetingObservation[] changed = CLIENTS.toArray(new CompetingObservation[0]);
        changed[0] = CompetingObservation.ended(2, "price");

        assertEquals(risks, RISKS.of(CLIENTS));
        assertNotEquals(risks, RISKS.of(Arrays.asList(changed)));
        assertNotEquals(risks, RISKS.with(IncidenceVariance.AALEN).of(CLIENTS));
        assertNotEquals(risks.incidence("service"), risks.incidence("price"));
        assertFalse(risks.incidence("service").table().equals(new Object()));
        assertFalse(risks.incidence("service").table().table().equals(new Object()));
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }

    private static String nullMessage(Executable action) {
        return assertThrows(NullPointerException.class, action).getMessage();
    }
}
