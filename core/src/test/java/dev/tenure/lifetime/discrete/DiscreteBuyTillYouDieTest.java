package dev.tenure.lifetime.discrete;

import static dev.tenure.lifetime.discrete.BgBbTest.assertClose;
import static dev.tenure.lifetime.discrete.BgBbTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import dev.tenure.lifetime.estimation.FitStatus;
import dev.tenure.lifetime.estimation.IntervalMethod;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.ModelLikelihood;
import dev.tenure.lifetime.estimation.Scale;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DiscreteBuyTillYouDieTest {

    private static final Period YEAR = Period.ofYears(1);
    private static final Period MONTH = Period.ofMonths(1);
    private static final DiscreteBuyTillYouDie MODELS = DiscreteBuyTillYouDie.withDefaults()
            .with(MaximumLikelihood.withDefaults().with(IntervalMethod.delta()));

    private static final JsonNode DONATIONS = BgBbTest.resource("fader-hardie-shang-2010-donations.json");

    private static WindowAccumulator donors() {
        WindowAccumulator donors = MODELS.accumulator(YEAR);
        DONATIONS
                .get("donors")
                .forEach(row -> donors.add(
                        row.get(0).intValue(),
                        row.get(1).intValue(),
                        row.get(2).intValue(),
                        row.get(3).longValue()));
        return donors;
    }

    // golden

    @Test
    void donations_givePublishedParameters() {
        ModelFit<BgBb> fit = MODELS.of(donors());
        JsonNode optimum = DONATIONS.get("optimum");

        assertEquals(FitStatus.Ending.CONVERGED, fit.status().ending());
        assertEquals(11_104, fit.observations());
        assertClose(optimum.get("loglik").doubleValue(), fit.logLikelihood().orElseThrow(), 1e-10);
        for (int i = 0; i < 4; i++) {
            String name = optimum.get("names").get(i).textValue();
            assertClose(
                    optimum.get("params").get(i).doubleValue(),
                    fit.parameter(name).value().orElseThrow(),
                    1e-6);
            assertClose(
                    optimum.get("se").get(i).doubleValue(),
                    fit.parameter(name).standardError().orElseThrow(),
                    1e-5);
            for (int j = 0; j < 4; j++) {
                assertClose(
                        optimum.get("cov").get(i).get(j).doubleValue(),
                        fit.covariance(name, optimum.get("names").get(j).textValue())
                                .orElseThrow(),
                        1e-5);
            }
        }
    }

    @Test
    void donations_aliveNextYear_isThatOfTable6() {
        ModelFit<BgBb> fit = MODELS.of(donors());

        assertEquals(0.11, fit.model().orElseThrow().probabilityAliveNext(RenewalHistory.of(0, 0, 6)), 0.005);
        assertEquals(0.59, fit.model().orElseThrow().probabilityAliveNext(RenewalHistory.of(2, 4, 6)), 0.005);
        assertEquals(0.93, fit.model().orElseThrow().probabilityAliveNext(RenewalHistory.of(6, 6, 6)), 0.005);
        assertTrue(fit.predict("P(alive)", Scale.LOGIT, model -> model.probabilityAliveNext(RenewalHistory.of(2, 4, 6)))
                .interval()
                .orElseThrow()
                .contains(0.5895));
    }

    // laws

    @Test
    void derivatives_areThoseOfTheLikelihood() {
        ModelLikelihood<BgBb> likelihood = donors().result();
        double[] point = {0.3, 0.9, -1.2, 1.1};
        double[] gradient = new double[4];
        double[][] hessian = new double[4][4];
        double step = 1e-5;
        likelihood.logLikelihood().at(point, gradient, hessian);
        for (int i = 0; i < 4; i++) {
            double[] above = point.clone();
            double[] below = point.clone();
            above[i] += step;
            below[i] -= step;
            double[] upper = new double[4];
            double[] lower = new double[4];
            double rise = likelihood.logLikelihood().at(above, upper, new double[4][4])
                    - likelihood.logLikelihood().at(below, lower, new double[4][4]);
            assertEquals(rise / (2 * step), gradient[i], 1e-3);
            for (int j = 0; j < 4; j++) {
                assertEquals((upper[j] - lower[j]) / (2 * step), hessian[i][j], 1e-3);
            }
        }
    }

    @Test
    void likelihoodOfASample_isTheSumOfThoseOfItsClients() {
        ModelLikelihood<BgBb> likelihood = donors().result();
        double[] point = {0.3, 0.9, -1.2, 1.1};
        double[] parameters = likelihood.parameters().apply(point);
        BgBb model = likelihood.model().apply(parameters);
        double sum = 0;
        for (JsonNode row : DONATIONS.get("donors")) {
            sum += row.get(3).longValue()
                    * model.logLikelihood(RenewalHistory.of(
                            row.get(0).intValue(),
                            row.get(1).intValue(),
                            row.get(2).intValue()));
        }

        assertClose(sum, likelihood.logLikelihood().at(point, new double[4], new double[4][4]), 1e-12);
    }

    @Property(tries = 5)
    void orderAndMergingChangeNothing(@ForAll Random random) {
        List<RenewalHistory> clients = simulated(200, random);
        ModelFit<BgBb> whole = MODELS.of(MONTH, clients);
        Collections.shuffle(clients, random);
        WindowAccumulator first = MODELS.accumulator(MONTH);
        WindowAccumulator second = MODELS.accumulator(MONTH);
        clients.forEach(client -> (random.nextBoolean() ? first : second).add(client));

        assertEquals(whole.bestPoint(), MODELS.of(first.merge(second)).bestPoint());
        assertEquals(
                whole.bestPoint(),
                clients.stream().collect(MODELS.collector(MONTH)).bestPoint());
    }

    @Test
    void fit_recoversWhatWasSimulated() {
        ModelFit<BgBb> fit = MODELS.of(MONTH, simulated(20_000, new Random(7)));

        assertEquals(1.2, fit.parameter("alpha").value().orElseThrow(), 0.15);
        assertEquals(0.8, fit.parameter("beta").value().orElseThrow(), 0.1);
        assertEquals(0.7, fit.parameter("gamma").value().orElseThrow(), 0.1);
        assertEquals(3, fit.parameter("delta").value().orElseThrow(), 0.5);
    }

    @Test
    void resampling_drawsAsManyClients_andTheSameFromTheSameSeed() {
        ModelLikelihood<BgBb> likelihood = donors().result();
        double[] point = likelihood.start().toArray();

        assertEquals(value(likelihood, 1, point), value(likelihood, 1, point));
        assertNotEquals(value(likelihood, 1, point), value(likelihood, 2, point));
        double whole = likelihood.logLikelihood().at(point, new double[4], new double[4][4]);
        assertEquals(whole, value(likelihood, 3, point), 0.03 * Math.abs(whole));
    }

    private static double value(ModelLikelihood<BgBb> likelihood, long seed, double[] point) {
        return likelihood.resampled().apply(seed).logLikelihood().at(point, new double[4], new double[4][4]);
    }

    private static List<RenewalHistory> simulated(int clients, Random random) {
        List<RenewalHistory> histories = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            double buys = beta(random, 1.2, 0.8);
            double leaves = beta(random, 0.7, 3);
            StringBuilder purchases = new StringBuilder();
            boolean isAlive = true;
            for (int window = 0; window < 12; window++) {
                isAlive = isAlive && random.nextDouble() >= leaves;
                purchases.append(isAlive && random.nextDouble() < buys ? '1' : '0');
            }
            histories.add(RenewalHistory.ofPurchases(purchases));
        }
        return histories;
    }

    /** By M. D. Jöhnk, <i>Metrika</i> 8 (1964), 5-15. */
    private static double beta(Random random, double a, double b) {
        while (true) {
            double first = Math.pow(random.nextDouble(), 1 / a);
            double second = Math.pow(random.nextDouble(), 1 / b);
            if (first + second <= 1) {
                return first / (first + second);
            }
        }
    }

    // edges

    @Test
    void whatASampleCannotDetermine_isNamed() {
        assertProblem("no clients");
        assertProblem("fewer than three windows were observed", "01", "11", "00");
        assertProblem("nobody bought again", "000", "0000");
        assertProblem("everybody bought in every window", "111", "1111");
    }

    private static void assertProblem(String problem, String... purchases) {
        ModelFit<BgBb> fit = MODELS.of(
                MONTH, Stream.of(purchases).map(RenewalHistory::ofPurchases).toList());

        assertEquals(FitStatus.Ending.NOT_ESTIMABLE, fit.status().ending());
        assertEquals(problem, fit.status().detail());
        assertEquals("undefined (" + problem + ")", fit.model().toString());
    }

    @Test
    void whereNobodyIsSilentAtTheEnd_thereIsNoHighestPoint() {
        ModelFit<BgBb> fit = MODELS.of(
                MONTH,
                Stream.of("0101", "1011", "0011", "1101", "1111", "0001")
                        .map(RenewalHistory::ofPurchases)
                        .toList());

        assertNotEquals(FitStatus.Ending.CONVERGED, fit.status().ending());
    }

    @Test
    void farPoints_giveModels() {
        ModelLikelihood<BgBb> likelihood = donors().result();

        for (double[] far : new double[][] {{900, 900, -900, 900}, {-900, -900, 900, -900}}) {
            BgBb model = likelihood.model().apply(likelihood.parameters().apply(far));
            assertTrue(model.alpha() > 0 && model.delta() < Double.POSITIVE_INFINITY);
        }
    }

    @Test
    void columns_areRows() {
        WindowAccumulator columns = MODELS.accumulator(YEAR);
        columns.addAll(new int[] {1, 0, 2}, new int[] {2, 0, 3}, new int[] {4, 4, 3});
        WindowAccumulator rows = MODELS.accumulator(YEAR);
        rows.add(1, 2, 4);
        rows.add(RenewalHistory.of(0, 0, 4));
        rows.add(2, 3, 3, 1);

        assertEquals(3, columns.result().observations());
        assertEquals(MODELS.of(rows).bestPoint(), MODELS.of(columns).bestPoint());
    }

    @Test
    void accumulators_travel() throws IOException, ClassNotFoundException {
        WindowAccumulator copy = copy(donors());

        assertEquals(MODELS.of(donors()).bestPoint(), MODELS.of(copy).bestPoint());
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T original) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }

    // logs

    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 1);
    private static final RenewalWindows MONTHS = RenewalWindows.until(JANUARY, MONTH, LocalDate.of(2025, 6, 15));

    private static int day(int month, int day) {
        return (int) LocalDate.of(2025, month, day).toEpochDay();
    }

    @Test
    void log_becomesHistories() throws IOException, ClassNotFoundException {
        WindowLogAccumulator log = MODELS.accumulator(MONTHS);
        log.add(1, day(1, 31));
        log.add(1, day(3, 1));
        log.add(1, day(3, 31));
        log.addAll(new long[] {1, 2, 2, 3}, new int[] {day(1, 1), day(5, 31), day(6, 1), day(6, 14)});

        assertEquals(5, MONTHS.count());
        assertEquals(LocalDate.of(2025, 6, 1), MONTHS.end());
        assertEquals(MONTHS, log.windows());
        assertEquals(Optional.of(RenewalHistory.of(1, 2, 4)), log.history(1));
        assertEquals(Optional.of(RenewalHistory.of(0, 0, 0)), log.history(2));
        assertEquals(Optional.empty(), log.history(3));
        assertEquals(2, log.ignored());
        assertEquals(2, log.result().result().observations());
        assertEquals(Optional.of(RenewalHistory.of(1, 2, 4)), copy(log).history(1));
    }

    @Property(tries = 20)
    void rowsOfAClientMayBeSpread(@ForAll Random random) {
        WindowLogAccumulator whole = MODELS.accumulator(MONTHS);
        WindowLogAccumulator first = MODELS.accumulator(MONTHS);
        WindowLogAccumulator second = MODELS.accumulator(MONTHS);
        for (int i = 0; i < 500; i++) {
            long client = random.nextInt(60) - 30L;
            int epochDay = day(1, 1) + random.nextInt(165);
            whole.add(client, epochDay);
            (random.nextBoolean() ? first : second).add(client, epochDay);
        }
        first.merge(second);

        assertEquals(whole.ignored(), first.ignored());
        for (long client = -31; client < 31; client++) {
            assertEquals(whole.history(client), first.history(client));
        }
        ModelLikelihood<BgBb> merged = first.result().result();
        assertEquals(
                value(whole.result().result(), 1, merged.start().toArray()),
                value(merged, 1, merged.start().toArray()));
        // a set in which all are already is no change
        second.merge(first);
        second.merge(second);
        assertEquals(merged.observations(), second.result().result().observations());
    }

    @Test
    void windows_areCountedFromTheFirstDay() {
        RenewalWindows windows = new RenewalWindows(LocalDate.of(2025, 1, 31), MONTH, 2);

        assertArrayEquals(new int[] {day(1, 31), day(2, 28), day(3, 31)}, windows.bounds());
    }

    // messages

    @Test
    void badArguments_areNamed() {
        WindowAccumulator accumulator = MODELS.accumulator(YEAR);
        WindowLogAccumulator log = MODELS.accumulator(MONTHS);

        assertMessage("clients must be positive: 0", () -> accumulator.add(1, 1, 1, 0));
        assertMessage("repeats must not be negative: -1", () -> accumulator.add(-1, 1, 1));
        assertMessage("lastWindow must have 1 values: 2", () -> accumulator.addAll(new int[1], new int[2], new int[1]));
        assertMessage("windows must have 1 values: 0", () -> accumulator.addAll(new int[1], new int[1], new int[0]));
        assertMessage("window must be P1Y: P1M", () -> accumulator.merge(MODELS.accumulator(MONTH)));
        assertMessage("window must be positive: P0D", () -> MODELS.accumulator(Period.ZERO));
        assertMessage("window must be positive: P0D", () -> MODELS.collector(Period.ZERO));
        assertMessage("count must be positive: 0", () -> new RenewalWindows(JANUARY, MONTH, 0));
        assertMessage("count must be positive: 0", () -> RenewalWindows.until(JANUARY, MONTH, JANUARY));
        assertMessage(
                "epochDay must not be before the first window, 2025-01-01: 2024-12-31",
                () -> log.add(1, day(1, 1) - 1));
        assertMessage("epochDay must be in [-719528, 2932896]: 2932897", () -> log.add(1, 2_932_897));
        assertMessage("epochDays must have 1 values: 0", () -> log.addAll(new long[1], new int[0]));
        assertMessage(
                "windows must be RenewalWindows[firstDay=2025-01-01, length=P1M, count=5]:"
                        + " RenewalWindows[firstDay=2025-01-01, length=P1M, count=4]",
                () -> log.merge(MODELS.accumulator(new RenewalWindows(JANUARY, MONTH, 4))));
        assertEquals(
                ImmutableList.of(), ImmutableList.copyOf(log.history(1).stream().toList()));
    }
}
