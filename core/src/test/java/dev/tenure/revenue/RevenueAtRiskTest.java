package dev.tenure.revenue;

import static dev.tenure.revenue.Books.USD;
import static dev.tenure.revenue.Books.assertMessage;
import static dev.tenure.revenue.Books.copy;
import static dev.tenure.revenue.Books.exact;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;
import java.io.IOException;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevenueAtRiskTest {

    private static final RevenueAtRisk DEFAULTS = RevenueAtRisk.withDefaults(USD);

    // golden

    @Test
    void risk_serialized_isTheSame() throws IOException, ClassNotFoundException {
        ClientRisk<String> risk = ClientRisk.of("a", exact("12.50"), 0.1);

        assertEquals(risk, copy(risk));
    }

    @Test
    void threeClients_byHand() {
        // 0: 0.9 * 0.8 * 0.5, 10: the third alone, 30: the second, 40: the second and third, 60, 70, 90, 100
        RevenueAtRiskResult<String> result = DEFAULTS.of(List.of(
                ClientRisk.of("a", exact("60"), 0.1),
                ClientRisk.of("b", exact("30"), 0.2),
                ClientRisk.of("c", exact("10"), 0.5)));

        assertEquals(exact("17"), result.value());
        assertEquals(exact("17"), result.meanOfDistribution());
        assertEquals(Outcome.of(0.17), result.share());
        assertEquals(exact("100"), result.revenue());
        assertEquals(List.of("a", "b", "c"), List.copyOf(result.contributions().keySet()));
        assertEquals(Map.of("a", exact("6"), "b", exact("6"), "c", exact("5")), result.contributions());
        // 3600 * 0.09 + 900 * 0.16 + 100 * 0.25 = 493
        assertEquals(
                "22.203603311175",
                result.standardDeviation()
                        .toBigMoney(12, RoundingMode.UNNECESSARY)
                        .getAmount()
                        .toString());
        assertEquals(0.1, result.probabilityOfMoreThan(exact("59.99")), 1e-15);
        assertEquals(0.1, result.probabilityOfMoreThan(exact("40")), 1e-15);
        assertEquals(1 - 0.36, result.probabilityOfMoreThan(exact("0")), 1e-15);
        assertEquals(0.01, result.probabilityOfMoreThan(exact("90")), 1e-15);
        assertEquals(0, result.probabilityOfMoreThan(exact("100")));
        assertEquals(1, result.probabilityOfMoreThan(exact("-0.01")));
        assertEquals(exact("0"), result.quantile(0.36));
        assertEquals(exact("10"), result.quantile(0.361));
        assertEquals(exact("10"), result.quantile(0.72));
        assertEquals(exact("100"), result.quantile(1));
        assertEquals(LossInterval.of(exact("0"), exact("70"), ConfidenceLevel.P95), result.interval());
        assertEquals(LossMethod.EXACT, result.method());
    }

    @Test
    void equalClients_areBinomial() {
        List<ClientRisk<Integer>> clients = IntStream.range(0, 80)
                .mapToObj(i -> ClientRisk.of(i, exact("12.5"), 0.07))
                .toList();
        RevenueAtRiskResult<Integer> result = DEFAULTS.of(clients);
        BinomialDistribution binomial = BinomialDistribution.of(80, 0.07);

        assertEquals(LossMethod.EXACT, result.method());
        for (int left = 0; left < 20; left++) {
            assertEquals(
                    binomial.survivalProbability(left),
                    result.probabilityOfMoreThan(exact("12.5").multipliedBy(left, 1)),
                    1e-12);
        }
        assertEquals(
                exact("12.5").multipliedBy(binomial.inverseCumulativeProbability(0.975), 1),
                result.interval().upper());
    }

    @Test
    void countedProbability_givesTheBetaBinomialDistribution() {
        // x = 3 of 40, ten equal clients: P(k) = C(10, k) B(k + 3.5, 10 - k + 37.5) / B(3.5, 37.5)
        Map<Integer, ExactMoney> revenues = new LinkedHashMap<>();
        IntStream.range(0, 10).forEach(i -> revenues.put(i, exact("100")));
        RevenueAtRiskResult<Integer> result =
                DEFAULTS.of(revenues, Proportion.of(3, 40)).orElseThrow();
        double probability = 1;
        for (int i = 0; i < 10; i++) {
            probability *= (37.5 + i) / (41 + i);
        }
        double above = 1 - probability;
        for (int left = 0; left < 6; left++) {
            assertEquals(above, result.probabilityOfMoreThan(exact("100").multipliedBy(left, 1)), 2e-3);
            probability *= (10.0 - left) / (left + 1) * (3.5 + left) / (37.5 + 9 - left);
            above -= probability;
        }
        assertEquals(exact("75"), result.value());
        Interval wilson = Proportion.of(3, 40)
                .interval(ProportionInterval.WILSON, ConfidenceLevel.P95)
                .orElseThrow();
        LossInterval interval = result.valueInterval().orElseThrow();
        assertEquals(1000 * wilson.lower(), interval.lower().dividedBy(exact("1")), 1e-8);
        assertEquals(1000 * wilson.upper(), interval.upper().dividedBy(exact("1")), 1e-8);
        // a = 3.5, b = 37.5: 100000 ab / ((a + b) (a + b + 1)) + 1000000 ab / ((a + b)^2 (a + b + 1))
        double both = 3.5 * 37.5 / (41 * 42.0);
        assertEquals(
                Math.sqrt(100_000 * both + 1_000_000 * both / 41),
                result.standardDeviation().dividedBy(exact("1")),
                1e-9);
    }

    // laws

    @Provide
    Arbitrary<List<ClientRisk<Integer>>> books() {
        Arbitrary<ClientRisk<Integer>> risks = Combinators.combine(
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.of(1, 3, 7),
                        Arbitraries.of(0, 0.01, 0.1, 0.25, 0.5, 0.9, 1).map(Number::doubleValue))
                .as((amount, parts, probability) -> ClientRisk.of(0, exact(amount, parts), probability));
        return risks.list().ofMaxSize(9).map(RevenueAtRiskTest::numbered);
    }

    private static List<ClientRisk<Integer>> numbered(List<ClientRisk<Integer>> risks) {
        List<ClientRisk<Integer>> numbered = new ArrayList<>();
        risks.forEach(risk -> numbered.add(ClientRisk.of(numbered.size(), risk.revenue(), risk.probability())));
        return numbered;
    }

    @Property(tries = 200)
    void theDistributionIsThatOfAllSubsets(@ForAll("books") List<ClientRisk<Integer>> book) {
        RevenueAtRiskResult<Integer> result = DEFAULTS.of(book);
        TreeMap<ExactMoney, Double> subsets = subsets(book);
        double above = 1;
        for (Map.Entry<ExactMoney, Double> sum : subsets.entrySet()) {
            above -= sum.getValue();
            assertEquals(above, result.probabilityOfMoreThan(sum.getKey()), 1e-12);
            if (sum.getValue() > 1e-9) {
                assertEquals(sum.getKey(), result.quantile(Math.max(0, Math.min(1, 1 - above - sum.getValue() / 2))));
            }
        }
    }

    private static TreeMap<ExactMoney, Double> subsets(List<ClientRisk<Integer>> book) {
        TreeMap<ExactMoney, Double> sums = new TreeMap<>();
        for (int subset = 0; subset < 1 << book.size(); subset++) {
            ExactMoney sum = exact("0");
            double probability = 1;
            for (int i = 0; i < book.size(); i++) {
                double leaves = book.get(i).probability().doubleValue();
                boolean left = (subset & 1 << i) != 0;
                sum = left ? sum.plus(book.get(i).revenue()) : sum;
                probability *= left ? leaves : 1 - leaves;
            }
            if (probability > 0) {
                sums.merge(sum, probability, Double::sum);
            }
        }
        return sums;
    }

    @Property(tries = 100)
    void contributionsAddUpToTheExpectedLoss_whichLiesWithinTheRevenue(
            @ForAll("books") List<ClientRisk<Integer>> book) {
        RevenueAtRiskResult<Integer> result = DEFAULTS.of(book);

        assertEquals(result.value(), result.contributions().values().stream().reduce(exact("0"), ExactMoney::plus));
        assertTrue(result.value().compareTo(result.revenue()) <= 0);
        assertTrue(result.interval().lower().compareTo(result.interval().upper()) <= 0);
    }

    @Property(tries = 100)
    void theOrderOfRowsAndOfMergingChangesNothing(
            @ForAll("books") List<ClientRisk<Integer>> book, @ForAll Random random, @ForAll @IntRange(max = 9) int cut)
            throws IOException, ClassNotFoundException {
        List<ClientRisk<Integer>> shuffled = new ArrayList<>(book);
        Collections.shuffle(shuffled, random);
        int middle = Math.min(cut, book.size());
        RevenueAtRiskAccumulator<Integer> first = DEFAULTS.accumulator();
        shuffled.subList(0, middle).forEach(first::add);
        RevenueAtRiskAccumulator<Integer> second = DEFAULTS.accumulator();
        shuffled.subList(middle, book.size()).forEach(second::add);

        assertEquals(DEFAULTS.of(book), copy(second).merge(first).result());
    }

    @Property(tries = 50)
    void moreRiskAtOneClientNeverLowersALimit(
            @ForAll("books") List<ClientRisk<Integer>> book, @ForAll @IntRange(min = 1, max = 500) int more) {
        List<ClientRisk<Integer>> larger = new ArrayList<>(book);
        larger.add(ClientRisk.of(book.size(), exact(more, 1), 0.3));
        RevenueAtRiskResult<Integer> before = DEFAULTS.of(book);
        RevenueAtRiskResult<Integer> after = DEFAULTS.of(larger);

        assertTrue(before.value().compareTo(after.value()) < 0);
        assertTrue(before.interval().upper().compareTo(after.interval().upper()) <= 0);
        assertTrue(before.interval().lower().compareTo(after.interval().lower()) <= 0);
    }

    // coarser distributions

    @Test
    void manyUnevenClients_areOnAGridThatKeepsMeanAndVariance() {
        Random random = new Random(1);
        List<ClientRisk<Integer>> clients = IntStream.range(0, 60)
                .mapToObj(i -> ClientRisk.of(
                        i, exact(100_000 + random.nextInt(900_000), 97), 0.02 + 0.3 * random.nextDouble()))
                .toList();
        RevenueAtRiskResult<Integer> result = DEFAULTS.of(clients);

        assertEquals(LossMethod.GRID, result.method());
        assertSimulated(clients, result, 0.012);
        assertEquals(result.quantile(0.5), ExactMoney.of(result.quantile(0.5).toMoney(RoundingMode.UNNECESSARY)));
    }

    @Test
    void aThousandUnevenClients_areOnTheGridOrNormal() {
        Random random = new Random(2);
        List<ClientRisk<Integer>> clients = IntStream.range(0, 1000)
                .mapToObj(i -> ClientRisk.of(
                        i,
                        exact((long) (1000 * Math.exp(1.5 * random.nextGaussian())) * 100 + random.nextInt(100), 89),
                        0.05))
                .toList();
        RevenueAtRiskResult<Integer> result = DEFAULTS.of(clients);

        assertEquals(LossMethod.GRID_AND_NORMAL, result.method());
        assertSimulated(clients, result, 0.012);
    }

    @Test
    void oneLargeClientThatHardlyLeaves_isNotTakenForNormalWithTheManySmall() {
        Random random = new Random(4);
        List<ClientRisk<Integer>> clients = new ArrayList<>();
        for (int i = 1; i <= 600; i++) {
            clients.add(ClientRisk.of(i, exact(100_000 + random.nextInt(900_000), 97), 0.1));
        }
        // of all the smallest loss to be expected, and the largest variance
        clients.add(ClientRisk.of(0, exact("10000000"), 1e-5));
        RevenueAtRiskResult<Integer> result = DEFAULTS.of(clients);

        assertEquals(LossMethod.GRID_AND_NORMAL, result.method());
        // the small ones lose some 300 000, never millions
        assertEquals(1e-5, result.probabilityOfMoreThan(exact("5000000")), 1e-9);
        assertEquals(1e-5, result.probabilityOfMoreThan(exact("9000000")), 1e-9);
    }

    private static void assertSimulated(
            List<ClientRisk<Integer>> clients, RevenueAtRiskResult<Integer> result, double tolerance) {
        Random random = new Random(3);
        double[] revenues = clients.stream()
                .mapToDouble(risk -> risk.revenue().dividedBy(exact("1")))
                .toArray();
        double[] probabilities = clients.stream()
                .mapToDouble(risk -> risk.probability().doubleValue())
                .toArray();
        int draws = 10_000;
        double[] losses = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            for (int i = 0; i < revenues.length; i++) {
                losses[draw] += random.nextDouble() < probabilities[i] ? revenues[i] : 0;
            }
        }
        Arrays.sort(losses);
        for (double level : new double[] {0.025, 0.25, 0.5, 0.75, 0.975}) {
            double quantile = losses[(int) (level * draws)];
            // 0.012 is about two and a half standard errors of a simulated probability
            assertEquals(1 - level, result.probabilityOfMoreThan(exact(Math.round(quantile * 100), 100)), tolerance);
        }
    }

    @Test
    void grid_keepsMeanAndVarianceOfSmallClients() {
        int clients = 900;
        double[] steps = IntStream.range(0, clients)
                .mapToDouble(i -> LossSums.GRID * (i + 1.0) / (clients * (clients + 1) / 2.0))
                .toArray();
        double[] largestFirst = IntStream.range(0, clients)
                .mapToDouble(i -> steps[clients - 1 - i])
                .toArray();
        double[] leaving = new double[clients];
        Arrays.fill(leaving, 0.1);
        double[] points = LossSums.grid(largestFirst, leaving);
        double total = 0;
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < points.length; i++) {
            total += points[i];
            mean += i * points[i];
            squares += (double) i * i * points[i];
        }
        double expected = 0.09 * Arrays.stream(steps).map(step -> step * step).sum();

        assertEquals(1, total, 1e-9);
        assertEquals(0.1 * LossSums.GRID, mean, 1e-5);
        assertEquals(expected, squares - mean * mean, 1e-3 * expected);
    }

    @Test
    void grid_whatIsLeftOutAtItsEndsIsNotMissed() {
        int clients = 300;
        Random random = new Random(5);
        double[] steps = random.doubles(clients, 10, 90).toArray();
        double[] leaving = random.doubles(clients, 0, 0.9).toArray();
        double[] whole = new double[LossSums.GRID + 1 + clients];
        whole[0] = 1;
        for (int client = 0; client < clients; client++) {
            double[] next = new double[whole.length];
            int step = (int) steps[client];
            double part = steps[client] - step;
            for (int i = 0; i < whole.length - step - 1; i++) {
                next[i] += (1 - leaving[client]) * whole[i];
                next[i + step] += leaving[client] * (1 - part) * whole[i];
                next[i + step + 1] += leaving[client] * part * whole[i];
            }
            whole = next;
        }

        assertArrayEquals(whole, LossSums.grid(steps, leaving), 1e-15);
    }

    @Test
    void sumsThatMustMeet_areAddedUpExactly() {
        List<ClientRisk<Integer>> twoFees = IntStream.range(0, 60)
                .mapToObj(i -> ClientRisk.of(i, exact(i < 30 ? "1234567.89" : "98765.43"), 0.1))
                .toList();
        List<ClientRisk<Integer>> thousands = IntStream.range(0, 40)
                .mapToObj(i -> ClientRisk.of(i, exact(1000L * (17 + (1L << Math.min(i, 11))), 1), 0.1))
                .toList();

        assertEquals(LossMethod.EXACT, DEFAULTS.of(twoFees).method());
        assertEquals(LossMethod.EXACT, DEFAULTS.of(thousands).method());
    }

    @Test
    void sumsThatNeverMeet_areExactUpToTwentyClients() {
        // powers of three: no two sums are equal
        List<ClientRisk<Integer>> clients = IntStream.range(0, 21)
                .mapToObj(i -> ClientRisk.of(i, exact(Math.round(Math.pow(3, i)), 1), 0.1))
                .toList();

        assertEquals(LossMethod.EXACT, DEFAULTS.of(clients.subList(0, 20)).method());
        assertEquals(LossMethod.GRID, DEFAULTS.of(clients).method());
    }

    @Test
    void grid_clientOfManyStepsIsSplitBetweenTwoPoints() {
        double[] points = LossSums.grid(new double[] {2.25}, new double[] {0.4});

        assertEquals(0.6, points[0], 1e-15);
        assertEquals(0.3, points[2], 1e-15);
        assertEquals(0.1, points[3], 1e-15);
    }

    @Test
    void grid_normalSumWithoutSpread_isItsMean() {
        double[] steps = new double[LossSums.ON_GRID + 2];
        double[] leaving = new double[steps.length];
        Arrays.fill(leaving, 1);
        steps[LossSums.ON_GRID] = 1.5;
        steps[LossSums.ON_GRID + 1] = 1.25;
        double[] points = LossSums.grid(steps, leaving);

        assertEquals(0.25, points[2], 1e-15);
        assertEquals(0.75, points[3], 1e-15);
    }

    @Test
    void amountsThatFitNoLong_areOnAGrid() {
        ExactMoney huge = exact("92233720368547758.07").multipliedBy(1_000_003, 1_000_033);
        RevenueAtRiskResult<String> result = DEFAULTS.of(List.of(
                ClientRisk.of("a", huge, 0.5),
                ClientRisk.of("b", exact("1000000000000").multipliedBy(1, 7), 0.5)));

        assertEquals(LossMethod.GRID, result.method());
        assertEquals(0.5, result.probabilityOfMoreThan(huge.multipliedBy(1, 2)), 1e-12);
        assertEquals(0, result.probabilityOfMoreThan(result.revenue()));
        assertEquals(ExactMoney.of(result.revenue().toMoney(RoundingMode.HALF_UP)), result.quantile(1));
    }

    @Test
    void countedProbability_onAGrid() {
        Map<Integer, ExactMoney> revenues = new LinkedHashMap<>();
        Random random = new Random(4);
        IntStream.range(0, 40).forEach(i -> revenues.put(i, exact(100_000 + random.nextInt(900_000), 97)));
        RevenueAtRiskResult<Integer> counted =
                DEFAULTS.of(revenues, Proportion.of(40, 400)).orElseThrow();
        RevenueAtRiskResult<Integer> fewer =
                DEFAULTS.of(revenues, Proportion.of(2, 20)).orElseThrow();

        assertEquals(LossMethod.GRID, counted.method());
        assertEquals(counted.value(), fewer.value());
        assertTrue(fewer.interval().upper().compareTo(counted.interval().upper()) > 0);
        assertTrue(fewer.standardDeviation().compareTo(counted.standardDeviation()) > 0);
    }

    // edges

    @Test
    void noClients_riskNothing() {
        RevenueAtRiskResult<String> result = DEFAULTS.of(List.of());

        assertEquals(exact("0"), result.value());
        assertEquals(LossInterval.of(exact("0"), exact("0"), ConfidenceLevel.P95), result.interval());
        assertEquals(Outcome.undefined(Reason.NO_DATA, "no revenue"), result.share());
        assertEquals(exact("0"), result.standardDeviation());
        assertEquals(0, result.probabilityOfMoreThan(exact("0")));
    }

    @Test
    void certainLosses_areLostInEveryCase() {
        RevenueAtRiskResult<String> result = DEFAULTS.of(List.of(
                ClientRisk.of("gone", exact("50"), 1),
                ClientRisk.of("safe", exact("70"), 0),
                ClientRisk.of("free", exact("0"), 0.5),
                ClientRisk.of("open", exact("30"), 0.5)));

        assertEquals(exact("65"), result.value());
        assertEquals(LossInterval.of(exact("50"), exact("80"), ConfidenceLevel.P95), result.interval());
        assertEquals(1, result.probabilityOfMoreThan(exact("49.99")));
        assertEquals(0.5, result.probabilityOfMoreThan(exact("50")));
        assertEquals(0, result.probabilityOfMoreThan(exact("80")));
    }

    @Test
    void nobodyObserved_isUndefined() {
        assertEquals(
                Outcome.undefined(Reason.NO_DATA, "no clients observed"),
                DEFAULTS.of(Map.of("a", exact("1")), Proportion.of(0, 0)));
    }

    @Test
    void nobodyLeftYet_isNoCertainty() {
        RevenueAtRiskResult<String> result = DEFAULTS.of(
                        Map.of("a", exact("100"), "b", exact("50")), Proportion.of(0, 12))
                .orElseThrow();

        assertEquals(exact("0"), result.value());
        // 150 * 0.5 / 13
        assertEquals(exact("75").multipliedBy(1, 13), result.meanOfDistribution());
        assertTrue(result.probabilityOfMoreThan(exact("0")) > 0.05);
        assertTrue(result.valueInterval().orElseThrow().upper().signum() > 0);
    }

    @Test
    void probabilitiesThatWereGiven_leaveNothingToEstimate() {
        assertEquals(
                Outcome.undefined(Reason.NOT_APPLICABLE, "the probabilities were given"),
                DEFAULTS.of(List.of(ClientRisk.of("a", exact("1"), 0.5))).valueInterval());
    }

    @Test
    void rowsOfOneClient_areAddedUp() {
        RevenueAtRiskAccumulator<String> accumulator = DEFAULTS.accumulator();
        accumulator.addAll(new String[] {"a", "b", "a"}, new long[] {100, 250, 50}, new double[] {0.1, 0.2, 0.1});
        accumulator.add(ClientRisk.of("a", exact("0.5"), Ratio.of(1, 10)));

        assertEquals(
                List.of(ClientRisk.of("b", exact("2.5"), 0.2), ClientRisk.of("a", exact("2"), 0.1)),
                accumulator.result().clients());
    }

    @Test
    void collector_addsUpLikeTheAccumulator() {
        List<ClientRisk<Integer>> rows = IntStream.range(0, 100)
                .mapToObj(i -> ClientRisk.of(i % 10, exact(String.valueOf(i)), 0.1))
                .toList();

        assertEquals(DEFAULTS.of(rows), rows.parallelStream().collect(DEFAULTS.collector()));
    }

    @Test
    void options_areKept() {
        RevenueAtRiskResult<String> result = DEFAULTS.with(ConfidenceLevel.P90)
                .with(ProportionInterval.JEFFREYS)
                .of(Map.of("a", exact("100")), Proportion.of(1, 10))
                .orElseThrow();

        assertEquals(ConfidenceLevel.P90, result.interval().level());
        assertEquals(ProportionInterval.JEFFREYS, result.intervalMethod());
        assertEquals(
                Proportion.of(1, 10)
                        .interval(ProportionInterval.JEFFREYS, ConfidenceLevel.P90)
                        .map(interval -> 100 * interval.upper())
                        .orElseThrow(),
                result.valueInterval().orElseThrow().upper().dividedBy(exact("1")),
                1e-9);
    }

    // messages

    @Test
    void explain_namesTheTenLargestAndAddsUpTheOthers() {
        List<ClientRisk<Integer>> clients = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> ClientRisk.of(i, exact(String.valueOf(100 * i)), 0.1))
                .toList();
        List<String> lines = DEFAULTS.of(clients).explain().toText().lines().toList();

        assertEquals(
                List.of(
                        "revenue at risk = USD 780.00   [sum over clients of revenue * probability; revenue = USD 7800.00,"
                                + " clients = 12]",
                        "  share of revenue = 10.00%   [expected loss / revenue]",
                        "  standard deviation = USD 764.85   [root of the sum of revenue^2 * probability * (1 - probability)]"),
                lines.subList(0, 3));
        assertTrue(lines.get(3).startsWith("  prediction interval at 0.95 = USD 0.00 to USD "), lines.get(3));
        assertTrue(lines.get(3).endsWith("   [every possible sum]"), lines.get(3));
        assertEquals(
                "  12 = USD 120.00   [revenue * probability; revenue = USD 1200.00, probability = 10.00%]",
                lines.get(4));
        assertEquals("  others = USD 30.00   [sum over 2 clients]", lines.get(14));
        assertEquals(15, lines.size());
    }

    @Test
    void explain_ofTenClients_namesThemAll() {
        List<ClientRisk<Integer>> clients = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> ClientRisk.of(i, exact(String.valueOf(100 * i)), 0.1))
                .toList();
        List<String> lines = DEFAULTS.of(clients).explain().toText().lines().toList();

        assertEquals(
                "  1 = USD 10.00   [revenue * probability; revenue = USD 100.00, probability = 10.00%]",
                lines.get(lines.size() - 1));
    }

    @Test
    void explain_countedProbability_showsItsCountsAndItsInterval() {
        String text = DEFAULTS.of(Map.of("a", exact("100")), Proportion.of(1, 10))
                .orElseThrow()
                .explain()
                .toText();

        assertTrue(text.contains("clients = 1, left = 1, observed = 10]"), text);
        // 100 * 1.5 / 11
        assertTrue(
                text.contains("  mean of the distribution = USD 13.64   [revenue * (left + 1/2) / (observed + 1)]"),
                text);
        assertTrue(
                text.contains(
                        "[root of the variance about the mean of the distribution, over what the probability may be]"),
                text);
        assertTrue(
                text.contains(
                        "  interval of the expected loss at 0.95 = USD 1.79 to USD 40.42   [WILSON interval of left /"
                                + " observed, times revenue]"),
                text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void probabilityOutOfRange_isRefused(double probability) {
        RevenueAtRiskAccumulator<String> accumulator = DEFAULTS.accumulator();
        String message = "probability must be in [0, 1]: " + probability;

        assertMessage(message, () -> ClientRisk.of("a", exact("1"), probability));
        assertMessage(message, () -> accumulator.add("a", 1, probability));
        assertMessage(message, () -> DEFAULTS.of(List.<ClientRisk<String>>of()).quantile(probability));
    }

    @Test
    void badRows_areRefused() {
        RevenueAtRiskAccumulator<String> accumulator = DEFAULTS.accumulator();
        accumulator.add("a", 1, 0.1);

        assertMessage("minorUnits must not be negative: -1", () -> accumulator.add("a", -1, 0.1));
        assertMessage("revenue must not be negative: USD -1", () -> ClientRisk.of("a", exact("-1"), 0.1));
        assertMessage("probability must be in [0, 1]: 3/2", () -> ClientRisk.of("a", exact("1"), Ratio.of(3, 2)));
        assertMessage("probability must be in [0, 1]: -1", () -> ClientRisk.of("a", exact("1"), Ratio.of(-1)));
        assertMessage("probability must be the 1/10 that client a has: 1/5", () -> accumulator.add("a", 1, 0.2));
        assertMessage(
                "minorUnits must have a value for each of 1 clients: 2",
                () -> accumulator.addAll(new String[1], new long[2], new double[1]));
        assertMessage(
                "probabilities must have a value for each of 1 clients: 0",
                () -> accumulator.addAll(new String[1], new long[1], new double[0]));
        assertMessage(
                "other must have the options and currency of this accumulator: EUR",
                () -> accumulator.merge(
                        RevenueAtRisk.withDefaults(CurrencyUnit.EUR).accumulator()));
        assertMessage(
                "other must have the options and currency of this accumulator: USD",
                () -> accumulator.merge(DEFAULTS.with(ConfidenceLevel.P90).accumulator()));
        assertMessage(
                "other must have the options and currency of this accumulator: USD",
                () -> accumulator.merge(
                        DEFAULTS.with(ProportionInterval.JEFFREYS).accumulator()));
        assertMessage(
                "lower must not exceed upper: USD 2, USD 1",
                () -> LossInterval.of(exact("2"), exact("1"), ConfidenceLevel.P95));
    }

    @Test
    void interval_containsItsLimits() {
        LossInterval interval = LossInterval.of(exact("1"), exact("2"), ConfidenceLevel.P95);

        assertTrue(interval.contains(exact("1")) && interval.contains(exact("2")));
        assertTrue(!interval.contains(exact("0.99")) && !interval.contains(exact("2.01")));
        assertEquals(
                "currency",
                assertThrows(NullPointerException.class, () -> RevenueAtRisk.withDefaults(null))
                        .getMessage());
    }
}
