package dev.tenure.retention.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.retention.cohort.CohortIntervalCoverage.Growth;
import dev.tenure.retention.cohort.CohortIntervalCoverage.Setting;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.ProportionInterval;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The intervals of shares of revenue. */
class CohortIntervalTest {

    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 5);
    private static final LocalDate FEBRUARY = LocalDate.of(2025, 2, 5);
    private static final LocalDate LATER = LocalDate.of(2025, 3, 31);
    private static final CohortAnalysis MOVING = CohortAnalysis.withDefaults().with(RevenueDetail.MOVEMENTS);

    /** What clients who came in January pay then and a month later, and the same of those who came in February. */
    private static final long[] FIRST = {120_000, 80_000, 50_000, 30_000, 30_000, 20_000, 10_000, 0};

    private static final long[] LATER_ON = {150_000, 0, 50_000, 36_000, 12_000, 22_000, 0, 5_000};
    private static final long[] OTHERS_FIRST = {90_000, 40_000, 60_000, 25_000};
    private static final long[] OTHERS_LATER_ON = {99_000, 0, 66_000, 20_000};

    // golden

    /**
     * Computed with R 4.x: {@code wilson <- function(p, n) prop.test(p * n, n, correct = FALSE)$conf.int; n <- sum(a)^2 / sum(a^2);
     * G <- sum(pmin(a, b)) / sum(a); x <- pmax(b - a, 0); g <- wilson(G, n); h <- sum(x) / sum(pmin(a, b)); step <- max(h, sum(x^2) /
     * sum(a * x)); w <- step * wilson(h / step, max(1, n * G)); R <- sum(b) / sum(a)}, and then {@code R - sqrt(((1 + h) * (G -
     * g[1]))^2 + (G * (h - w[1]))^2)} and {@code R + sqrt(((1 + h) * (g[2] - G))^2 + (G * (w[2] - h))^2)}; to 1e-9, since R's own
     * arithmetic of these is no better than 1e-13.
     */
    @Test
    void intervals_ofTwoCohortsAndTheirMean_areThoseOfR() {
        CohortTable table = table();
        CohortCell january = table.cohorts().get(0).cells().get(1);
        CohortCell february = table.cohorts().get(1).cells().get(1);
        CohortAverage mean = table.average(1);

        assertEquals(4.515625, january.effectiveClients().orElseThrow(), 1e-12);
        assertInterval(0.271947544465723, 0.925115813439333, january.interval(CohortMeasure.GROSS));
        assertInterval(0.315261996707570, 1.099165006746660, january.interval(CohortMeasure.NET));
        assertEquals(3.319569120287253, february.effectiveClients().orElseThrow(), 1e-12);
        assertInterval(0.298458716230663, 0.971053155889493, february.interval(CohortMeasure.GROSS));
        assertInterval(0.322942188932554, 1.056924850561545, february.interval(CohortMeasure.NET));
        assertEquals(7.793168880455408, mean.effectiveClients().orElseThrow(), 1e-12);
        assertInterval(0.383023008227576, 0.917493241773408, mean.interval(CohortMeasure.GROSS));
        assertInterval(0.433877863020061, 1.053076614225963, mean.interval(CohortMeasure.NET));
        assertEquals(mean.interval(), mean.interval(CohortMeasure.LOGO));
        assertEquals(january.interval(), january.interval(CohortMeasure.LOGO));
    }

    @Test
    void intervals_ofDifferences_addTheSquaresOfThoseOfBothGroups() {
        CohortTable first = ofJanuary(FIRST, LATER_ON);
        CohortTable second = ofJanuary(OTHERS_FIRST, OTHERS_LATER_ON);

        CohortDifference difference = CohortComparison.withDefaults().of(first, second, 1);

        // of the intervals and shares in the test above
        double gross = 232 / 340.0 - 170 / 215.0;
        assertInterval(
                gross - Math.hypot(232 / 340.0 - 0.271947544465723, 0.971053155889493 - 170 / 215.0),
                gross + Math.hypot(0.925115813439333 - 232 / 340.0, 170 / 215.0 - 0.298458716230663),
                difference.interval(CohortMeasure.GROSS));
        double net = 275 / 340.0 - 185 / 215.0;
        assertInterval(
                net - Math.hypot(275 / 340.0 - 0.315261996707570, 1.056924850561545 - 185 / 215.0),
                net + Math.hypot(1.099165006746660 - 275 / 340.0, 185 / 215.0 - 0.322942188932554),
                difference.interval(CohortMeasure.NET));
        assertEquals(difference.interval(), difference.interval(CohortMeasure.LOGO));
        Interval backwards = CohortComparison.withDefaults()
                .of(second, first, 1)
                .interval(CohortMeasure.NET)
                .orElseThrow();
        assertInterval(-backwards.upper(), -backwards.lower(), difference.interval(CohortMeasure.NET));
    }

    @ParameterizedTest
    @EnumSource(Growth.class)
    void theIntervalHoldsTheTruthAboutAsOftenAsItSays(Growth growth) {
        for (int clients : new int[] {10, 20, 50, 200}) {
            for (double spread : new double[] {0.5, 1}) {
                double coverage =
                        CohortIntervalCoverage.ofLibrary(400, new Setting(clients, spread, 0.85, false, growth));
                assertTrue(coverage > 0.91 && coverage <= 0.995, clients + ", spread " + spread + ": " + coverage);
            }
        }
    }

    // laws

    @Property
    void anIntervalHoldsItsShare(@ForAll("activity") List<ClientActivity> activity, @ForAll ProportionInterval method) {
        for (Cohort cohort : MOVING.with(method).of(activity, LATER).cohorts()) {
            for (CohortCell cell : cohort.cells()) {
                for (CohortMeasure measure : CohortMeasure.values()) {
                    if (cell.interval(measure).isDefined() && method != ProportionInterval.AGRESTI_COULL) {
                        Interval interval = cell.interval(measure).orElseThrow();
                        double share = cell.share(measure).orElseThrow().doubleValue();
                        assertTrue(interval.lower() <= share + 1e-12, () -> interval + " of " + share);
                        assertTrue(interval.upper() >= share - 1e-12, () -> interval + " of " + share);
                    }
                }
            }
        }
    }

    @Property
    void moneyInSmallerUnitsHasTheSameIntervals(
            @ForAll("activity") List<ClientActivity> activity, @ForAll @IntRange(min = 1, max = 1000) int factor) {
        List<ClientActivity> scaled = activity.stream()
                .map(row -> ClientActivity.of(row.client(), row.day(), factor * row.minorUnits()))
                .toList();

        assertEquals(intervals(MOVING.of(activity, LATER)), intervals(MOVING.of(scaled, LATER)));
    }

    @Property
    void foldingAndMergingChangeNoBitOfAnInterval(
            @ForAll("activity") List<ClientActivity> activity, @ForAll @IntRange(min = 2, max = 4) int machines) {
        CohortAccumulator all = MOVING.accumulator(LATER);
        for (int machine = machines - 1; machine >= 0; machine--) {
            CohortAccumulator part = MOVING.accumulator(LATER);
            for (ClientActivity row : activity) {
                if (row.client() % machines == machine) {
                    part.add(row);
                }
            }
            part.foldClients();
            all.merge(part);
        }

        assertEquals(intervals(MOVING.of(activity, LATER)), intervals(all.result()));
    }

    @Property
    void clientsWhoBringTheSameOrNothingHaveTheIntervalOfLogos(
            @ForAll @IntRange(min = 2, max = 40) int clients,
            @ForAll @IntRange(max = 40) int stayed,
            @ForAll ProportionInterval method) {
        long[] first = new long[clients];
        long[] later = new long[clients];
        Arrays.fill(first, 700);
        Arrays.fill(later, 0, Math.min(stayed, clients), 700);
        CohortCell cell = february(MOVING.with(method), first, later);

        Interval logo = cell.interval(CohortMeasure.LOGO).orElseThrow();

        for (CohortMeasure measure : List.of(CohortMeasure.GROSS, CohortMeasure.NET)) {
            Interval interval = cell.interval(measure).orElseThrow();
            assertEquals(logo.lower(), interval.lower(), 1e-9);
            assertEquals(logo.upper(), interval.upper(), 1e-9);
            assertEquals(clients, cell.effectiveClients().orElseThrow());
        }
    }

    @Property
    void effectiveClientsAreNoMoreThanThoseWithRevenue(@ForAll("activity") List<ClientActivity> activity) {
        for (Cohort cohort : MOVING.of(activity, LATER).cohorts()) {
            for (CohortCell cell : cohort.cells()) {
                cell.effectiveClients().toOptional().ifPresent(n -> {
                    assertTrue(n >= 1 && n <= cell.size() + 1e-9);
                    assertEquals(cohort.cells().get(0).effectiveClients().orElseThrow(), n);
                });
            }
        }
    }

    @Property
    void sumsOfProductsAreExact(
            @ForAll List<Long> ones, @ForAll List<Long> others, @ForAll @IntRange(max = 9) int cut) {
        WideSums first = new WideSums(2);
        WideSums second = new WideSums(2);
        BigInteger expected = BigInteger.ZERO;
        for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
            // four bits less, so that there is room for a hundred products
            long one = ones.get(i) >> 4;
            long other = others.get(i) >> 4;
            (i < cut ? first : second).addProduct(1, one, other);
            expected = expected.add(BigInteger.valueOf(one).multiply(BigInteger.valueOf(other)));
        }
        first.addAll(second);

        assertEquals(expected, first.get(1));
        assertEquals(BigInteger.ZERO, first.get(0));
    }

    // edges

    @Test
    void everybodyGrowingAlike_multipliesTheIntervalByTheFactor() {
        CohortCell cell = february(MOVING, new long[] {100, 200, 300, 400}, new long[] {120, 240, 0, 480});

        Interval gross = cell.interval(CohortMeasure.GROSS).orElseThrow();
        Interval net = cell.interval(CohortMeasure.NET).orElseThrow();

        // each kept ruble grew by a fifth, so that there is no more to come
        assertEquals(1.2 * gross.upper(), net.upper(), 1e-12);
        assertTrue(net.lower() < 1.2 * gross.lower());
        assertTrue(net.lower() > gross.lower());
    }

    @Test
    void oneClient_hasAGrossIntervalAndNoNetOne() {
        CohortCell cell = february(MOVING, new long[] {500}, new long[] {600});

        assertEquals(1.0, cell.effectiveClients().orElseThrow());
        // 1 / (1 + z^2)
        assertInterval(0.206549314377238, 1, cell.interval(CohortMeasure.GROSS));
        assertEquals(
                Outcome.<Interval>undefined(Reason.TOO_FEW_DATA, "the revenue of one client"),
                cell.interval(CohortMeasure.NET));
        CohortCell withAnIdleOne = february(MOVING, new long[] {500, 0}, new long[] {600, 10});
        assertEquals(cell.interval(CohortMeasure.NET), withAnIdleOne.interval(CohortMeasure.NET));
    }

    @Test
    void allUnchanged_hasAnIntervalBelowOne() {
        CohortCell cell = february(MOVING, new long[] {500, 500, 500}, new long[] {500, 500, 500});

        Interval net = cell.interval(CohortMeasure.NET).orElseThrow();

        // 3 / (3 + z^2)
        assertEquals(0.438502968244955, net.lower(), 1e-12);
        assertEquals(1, net.upper());
    }

    @Test
    void allGone_hasAnIntervalAboveZero() {
        CohortCell cell = february(MOVING, new long[] {500, 500, 500}, new long[] {0, 0, 0});

        assertInterval(0, 0.561497031755045, cell.interval(CohortMeasure.NET));
        assertInterval(0, 0.561497031755045, cell.interval(CohortMeasure.GROSS));
    }

    @Test
    void hardlyAnythingKept_countsItAsOneClient() {
        CohortCell cell = february(MOVING, new long[] {1000, 1000, 10}, new long[] {0, 0, 20});

        Interval net = cell.interval(CohortMeasure.NET).orElseThrow();

        // wilson(10 / 2010, 2010^2 / 2000100) is 0.00000925 to 0.6601 and wilson(1, 1) 0.2065 to 1, by prop.test of R;
        // 20 / 2010
        double limit = cell.interval(CohortMeasure.GROSS).orElseThrow().upper();
        assertEquals(20 / 2010.0 + 2 * (limit - 10 / 2010.0), net.upper(), 1e-12);
        assertEquals(0, net.lower());
    }

    @Test
    void growthOnlyOfClientsWithoutRevenueAtFirst_isNotEstimable() {
        CohortCell cell = february(MOVING, new long[] {1000, 1000, 0}, new long[] {1000, 0, 20});

        assertTrue(cell.interval(CohortMeasure.GROSS).isDefined());
        assertEquals(
                Outcome.<Interval>undefined(
                        Reason.NOT_ESTIMABLE, "none grew who brought something in the first period"),
                cell.interval(CohortMeasure.NET));
    }

    @Test
    void revenueBelowZero_hasSharesAndNoIntervals() {
        Outcome<Interval> none = Outcome.undefined(Reason.NOT_APPLICABLE, "the revenue of a client is below zero");

        CohortCell later = february(MOVING, new long[] {1000, 1000}, new long[] {1000, -1});
        assertTrue(later.share(CohortMeasure.GROSS).isDefined());
        assertEquals(none, later.interval(CohortMeasure.GROSS));
        assertEquals(none, later.interval(CohortMeasure.NET));
        assertTrue(later.interval(CohortMeasure.LOGO).isDefined());
        CohortCell first = february(MOVING, new long[] {1000, -1}, new long[] {1000, 1000});
        assertEquals(none, first.interval(CohortMeasure.NET));
        assertFalse(first.effectiveClients().isDefined());
        CohortTable mixed = MOVING.of(
                List.of(
                        ClientActivity.of(1, JANUARY, 100),
                        ClientActivity.of(2, JANUARY, 200),
                        ClientActivity.of(2, FEBRUARY, -7)),
                LATER);
        List<CohortCell> cells = mixed.cohorts().get(0).cells();
        assertTrue(cells.get(0).interval(CohortMeasure.NET).isDefined());
        assertFalse(cells.get(1).interval(CohortMeasure.NET).isDefined());
        assertTrue(cells.get(2).interval(CohortMeasure.NET).isDefined());
        assertEquals(none, mixed.average(1).interval(CohortMeasure.GROSS));
    }

    @Test
    void withoutMovements_theReasonNamesTheOption() {
        CohortTable table = CohortAnalysis.withDefaults().of(activity(FIRST, LATER_ON), LATER);
        CohortCell cell = table.cohorts().get(0).cells().get(1);
        Outcome<Interval> none =
                Outcome.undefined(Reason.NOT_APPLICABLE, "movements were not asked for by RevenueDetail.MOVEMENTS");

        assertEquals(none, cell.interval(CohortMeasure.GROSS));
        assertEquals(none, cell.interval(CohortMeasure.NET));
        assertEquals(none, table.average(1).interval(CohortMeasure.NET));
        assertEquals(none, CohortComparison.withDefaults().of(table, table, 1).interval(CohortMeasure.NET));
        assertTrue(cell.interval(CohortMeasure.LOGO).isDefined());
        assertFalse(cell.explain().toText().contains("effective clients"));
    }

    @Test
    void intervals_withoutAShare_areUndefinedAsItIs() {
        CohortTable table = MOVING.of(activity(new long[] {0, 0}, new long[] {5, 5}), LATER);
        CohortCell cell = table.cohorts().get(0).cells().get(1);

        assertEquals(
                Outcome.<Interval>undefined(Reason.NO_DATA, "no revenue in the first period"),
                cell.interval(CohortMeasure.NET));
        assertEquals(
                Outcome.<Interval>undefined(Reason.BEYOND_OBSERVATION, "no cohort is observed for 9"),
                table.average(9).interval(CohortMeasure.GROSS));
        assertEquals(
                Outcome.<Double>undefined(Reason.BEYOND_OBSERVATION, "no cohort is observed for 9"),
                table.average(9).effectiveClients());
        assertEquals(
                Outcome.<Interval>undefined(Reason.BEYOND_OBSERVATION, "no cohort is observed for 9"),
                CohortComparison.withDefaults().of(table, table, 9).interval(CohortMeasure.GROSS));
        CohortCell running = MOVING.of(activity(FIRST, LATER_ON), FEBRUARY)
                .cohorts()
                .get(0)
                .cells()
                .get(1);
        assertEquals(
                Outcome.<Interval>undefined(Reason.BEYOND_OBSERVATION, "2025-02 is not over"),
                running.interval(CohortMeasure.NET));
    }

    @Test
    void level_isThatOfTheTable() {
        CohortCell cell = february(MOVING.with(ConfidenceLevel.P90), FIRST, LATER_ON);

        assertEquals(
                ConfidenceLevel.P90,
                cell.interval(CohortMeasure.NET).orElseThrow().level());
        assertTrue(cell.interval(CohortMeasure.NET).orElseThrow().width()
                < february(MOVING, FIRST, LATER_ON)
                        .interval(CohortMeasure.NET)
                        .orElseThrow()
                        .width());
    }

    @Test
    void largestAmounts_areSquaredExactly() {
        CohortCell cell = february(
                MOVING, new long[] {Long.MAX_VALUE / 2, Long.MAX_VALUE / 2}, new long[] {Long.MAX_VALUE / 2, 0});

        assertEquals(2.0, cell.effectiveClients().orElseThrow());
        assertInterval(0.094531205734230, 0.905468794265770, cell.interval(CohortMeasure.NET));
    }

    @Test
    void sumsBeyond128Bits_areAnError() {
        WideSums sums = new WideSums(1);
        sums.addProduct(0, Long.MIN_VALUE, Long.MIN_VALUE);

        assertThrows(ArithmeticException.class, () -> sums.addProduct(0, Long.MIN_VALUE, Long.MIN_VALUE));
    }

    @Test
    void anAccumulatorThatWasWritten_keepsWhatIntervalsNeed() throws IOException, ClassNotFoundException {
        CohortAccumulator accumulator = MOVING.accumulator(LATER);
        activity(FIRST, LATER_ON).forEach(accumulator::add);
        accumulator.foldClients();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(accumulator);
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            CohortAccumulator copy = (CohortAccumulator) in.readObject();
            assertEquals(intervals(accumulator.result()), intervals(copy.result()));
        }
    }

    // messages

    @Test
    void explain_saysMethodAndEffectiveClients() {
        CohortTable table = table();

        String cell = table.cohorts().get(0).cells().get(1).explain().toText();
        assertTrue(
                cell.contains(
                        "    confidence interval = 31.53% to 109.92%   [of what is kept and how it grew, each by method, of "
                                + "effective clients, at level; method = WILSON, effective clients = 4.5156, level = 95.00%]\n"
                                + "  gross revenue"),
                cell);
        assertTrue(
                cell.contains(
                        "    confidence interval = 27.19% to 92.51%   [by method, of effective clients, at level; "
                                + "method = WILSON, effective clients = 4.5156, level = 95.00%]"),
                cell);
        String mean = table.average(1).explain().toText();
        assertTrue(
                mean.contains(
                        "  gross revenue = 72.43%   [sum of kept minor units / sum of minor units of the first period]\n"
                                + "    confidence interval = 38.30% to 91.75%   [by method, of effective clients, at level; "
                                + "method = WILSON, effective clients = 7.7932, level = 95.00%]"),
                mean);
    }

    @Provide
    Arbitrary<List<ClientActivity>> activity() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 7),
                        Arbitraries.integers().between(0, 85),
                        Arbitraries.longs().between(0, 300))
                .as((client, day, amount) -> ClientActivity.of(client, JANUARY.plusDays(day), amount))
                .list()
                .ofMaxSize(40);
    }

    private static CohortTable table() {
        List<ClientActivity> activity = new ArrayList<>(activity(FIRST, LATER_ON));
        for (int i = 0; i < OTHERS_FIRST.length; i++) {
            activity.add(ClientActivity.of(100 + i, FEBRUARY, OTHERS_FIRST[i]));
            activity.add(ClientActivity.of(100 + i, FEBRUARY.plusMonths(1), OTHERS_LATER_ON[i]));
        }
        return MOVING.of(activity, LATER);
    }

    private static CohortTable ofJanuary(long[] first, long[] later) {
        return MOVING.of(activity(first, later), LATER);
    }

    private static CohortCell february(CohortAnalysis analysis, long[] first, long[] later) {
        return analysis.of(activity(first, later), LATER)
                .cohorts()
                .get(0)
                .cells()
                .get(1);
    }

    private static List<ClientActivity> activity(long[] first, long[] later) {
        List<ClientActivity> activity = new ArrayList<>();
        for (int i = 0; i < first.length; i++) {
            activity.add(ClientActivity.of(i, JANUARY, first[i]));
            if (later[i] != 0) {
                activity.add(ClientActivity.of(i, FEBRUARY, later[i]));
            }
        }
        return activity;
    }

    private static List<Outcome<Interval>> intervals(CohortTable table) {
        List<Outcome<Interval>> intervals = new ArrayList<>();
        for (CohortMeasure measure : CohortMeasure.values()) {
            table.cohorts().forEach(cohort -> cohort.cells().forEach(cell -> intervals.add(cell.interval(measure))));
            table.averages().forEach(mean -> intervals.add(mean.interval(measure)));
        }
        return intervals;
    }

    private static void assertInterval(double lower, double upper, Outcome<Interval> actual) {
        assertEquals(lower, actual.orElseThrow().lower(), 1e-9);
        assertEquals(upper, actual.orElseThrow().upper(), 1e-9);
    }
}
