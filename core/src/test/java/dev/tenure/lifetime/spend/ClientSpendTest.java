package dev.tenure.lifetime.spend;

import static dev.tenure.lifetime.spend.GammaGammaTest.assertClose;
import static dev.tenure.lifetime.spend.GammaGammaTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.estimation.FitStatus;
import dev.tenure.lifetime.estimation.IntervalMethod;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.ModelLikelihood;
import dev.tenure.stat.ConfidenceLevel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ClientSpendTest {

    private static final CurrencyUnit USD = CurrencyUnit.USD;
    private static final ClientSpend SPEND =
            ClientSpend.withDefaults().with(MaximumLikelihood.withDefaults().with(IntervalMethod.delta()));

    private static SpendAccumulator accumulator(List<SpendHistory> clients) {
        SpendAccumulator accumulator = SPEND.accumulator(USD);
        clients.forEach(accumulator::add);
        return accumulator;
    }

    /** Clients with p = 3, q = 4, gamma = 20, who buy up to ten times; spend grows with a power of how often. */
    private static List<SpendHistory> simulated(int clients, double elasticity, Random random) {
        List<SpendHistory> histories = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int x = 1 + random.nextInt(10);
            double rate = gamma(4, random) / 20;
            double total = gamma(3 * x, random) / rate * Math.pow(x, elasticity);
            histories.add(SpendHistory.of(x, Money.ofMinor(USD, Math.max(1, Math.round(100 * total)))));
        }
        return histories;
    }

    private static double gamma(int shape, Random random) {
        double sum = 0;
        for (int i = 0; i < shape; i++) {
            sum -= Math.log(1 - random.nextDouble());
        }
        return sum;
    }

    // laws

    @Test
    void fit_recoversWhatWasSimulated() {
        ModelFit<GammaGamma> fit = SPEND.of(USD, simulated(5000, 0, new Random(3)));

        assertEquals(FitStatus.Ending.CONVERGED, fit.status().ending());
        assertEquals(3, fit.parameter("p").value().orElseThrow(), 0.3);
        assertEquals(4, fit.parameter("q").value().orElseThrow(), 0.4);
        assertEquals(20, fit.parameter("gamma").value().orElseThrow(), 3);
        assertEquals(20, fit.model().orElseThrow().mean().orElseThrow(), 1);
    }

    @Test
    void scalingMoneyScalesGammaOnly() {
        List<SpendHistory> clients = simulated(300, 0, new Random(4));
        ModelFit<GammaGamma> fit = SPEND.of(USD, clients);
        ModelFit<GammaGamma> scaled = SPEND.of(
                USD,
                clients.stream()
                        .map(client -> SpendHistory.of(
                                client.transactions(), client.total().multipliedBy(90)))
                        .toList());

        assertClose(fit.bestPoint().get("p"), scaled.bestPoint().get("p"), 1e-8);
        assertClose(fit.bestPoint().get("q"), scaled.bestPoint().get("q"), 1e-8);
        assertClose(90 * fit.bestPoint().get("gamma"), scaled.bestPoint().get("gamma"), 1e-8);
    }

    @Property(tries = 5)
    void orderAndMergingChangeNothing(@ForAll Random random) {
        List<SpendHistory> clients = simulated(100, 0, random);
        ModelFit<GammaGamma> whole = SPEND.of(USD, clients);
        Collections.shuffle(clients, random);
        SpendAccumulator first = SPEND.accumulator(USD);
        SpendAccumulator second = SPEND.accumulator(USD);
        clients.forEach(client -> (random.nextBoolean() ? first : second).add(client));

        assertEquals(whole.bestPoint(), SPEND.of(first.merge(second)).bestPoint());
        assertEquals(
                whole.bestPoint(),
                clients.stream().collect(SPEND.collector(USD)).bestPoint());
    }

    @Test
    void derivatives_areThoseOfTheLikelihood() {
        SpendAccumulator clients = accumulator(simulated(50, 0.2, new Random(5)));
        double[] point = {0.8, 0.9, 3.1, 0.15};
        for (ModelLikelihood<?> likelihood : ImmutableList.of(
                clients.result(), GammaGammaLikelihood.withElasticity(clients.sample(), clients.currency()))) {
            assertDerivatives(
                    likelihood,
                    java.util.Arrays.copyOf(point, likelihood.coordinates().size()));
        }
    }

    private static void assertDerivatives(ModelLikelihood<?> likelihood, double[] point) {
        int size = point.length;
        double[] gradient = new double[size];
        double[][] hessian = new double[size][size];
        double step = 1e-5;
        likelihood.logLikelihood().at(point, gradient, hessian);
        for (int i = 0; i < size; i++) {
            double[] above = point.clone();
            double[] below = point.clone();
            above[i] += step;
            below[i] -= step;
            double[] upper = new double[size];
            double[] lower = new double[size];
            double rise = likelihood.logLikelihood().at(above, upper, new double[size][size])
                    - likelihood.logLikelihood().at(below, lower, new double[size][size]);
            assertEquals(rise / (2 * step), gradient[i], 1e-4);
            for (int j = 0; j < size; j++) {
                assertEquals((upper[j] - lower[j]) / (2 * step), hessian[i][j], 1e-4);
            }
        }
    }

    @Test
    void likelihoodOfASample_isTheSumOfThoseOfItsClients() {
        List<SpendHistory> clients = simulated(50, 0, new Random(6));
        ModelLikelihood<GammaGamma> likelihood = accumulator(clients).result();
        double[] point = {0.8, 0.9, 3.1};
        GammaGamma model = likelihood.model().apply(likelihood.parameters().apply(point));

        assertClose(
                clients.stream().mapToDouble(model::logLikelihood).sum(),
                likelihood.logLikelihood().at(point, new double[3], new double[3][3]),
                1e-12);
        double drawn = likelihood.resampled().apply(1).logLikelihood().at(point, new double[3], new double[3][3]);
        assertEquals(drawn, likelihood.resampled().apply(1).logLikelihood().at(point, new double[3], new double[3][3]));
        assertTrue(drawn != likelihood.resampled().apply(2).logLikelihood().at(point, new double[3], new double[3][3]));
    }

    // independence

    /** By hand: x = 1, 2, 3, 4 and m = 10, 20, 40, 30; ranks 1, 2, 4, 3: 1 - 6 x 2 / (4 x 15) = 0.8, and Pearson's also. */
    @Test
    void correlations_ofFourClients_areThoseByHand() {
        SpendAccumulator clients = SPEND.accumulator(USD);
        clients.addAll(new long[] {1, 2, 3, 4}, new long[] {1000, 4000, 12_000, 12_000});
        SpendIndependenceResult result = SpendIndependence.withDefaults().of(clients);

        assertEquals(0.8, result.spearman().value().orElseThrow(), 1e-14);
        assertEquals(0.8, result.pearson().value().orElseThrow(), 1e-14);
        // Student's t with two degrees of freedom has the p-value 1 - t / sqrt(2 + t^2), here 1 - 0.8
        assertEquals(0.2, result.spearman().pValue().orElseThrow(), 1e-12);
        assertEquals(4, result.clients());
        double half = 1.959963984540054;
        double centre = Math.log(9) / 2;
        assertEquals(
                Math.tanh(centre - half),
                result.pearson().interval().orElseThrow().lower(),
                1e-12);
        assertEquals(
                Math.tanh(centre + half * Math.sqrt(1.32)),
                result.spearman().interval().orElseThrow().upper(),
                1e-12);
    }

    @Test
    void ties_haveTheMeanOfTheirRanks() {
        SpendAccumulator clients = SPEND.accumulator(USD);
        clients.addAll(new long[] {1, 1, 2, 3}, new long[] {1000, 1000, 4000, 3000});

        // ranks 1.5 1.5 3 4 and 2 2 4 2 by means 10 10 20 10: covariance 1.5 x ... over sqrt(4.5 x 3)
        assertEquals(
                1 / Math.sqrt(4.5 * 3),
                SpendIndependence.withDefaults().of(clients).spearman().value().orElseThrow(),
                1e-14);
    }

    @Test
    void perfectCorrelation_isAnIntervalOfOnePoint() {
        SpendAccumulator clients = SPEND.accumulator(USD);
        clients.addAll(new long[] {1, 2, 3, 4}, new long[] {1000, 4000, 9000, 16_000});
        Correlation perfect = SpendIndependence.withDefaults().of(clients).spearman();

        assertEquals(1, perfect.value().orElseThrow());
        assertEquals(0, perfect.pValue().orElseThrow());
        assertEquals(0, perfect.interval().orElseThrow().width());
    }

    @Test
    void dependence_isFound_andMeasured() {
        SpendIndependenceResult with = SpendIndependence.withDefaults()
                .with(ConfidenceLevel.P99)
                .of(accumulator(simulated(2000, 0.3, new Random(8))));
        SpendIndependenceResult without =
                SpendIndependence.withDefaults().of(accumulator(simulated(2000, 0, new Random(9))));

        assertEquals(0.3, with.elasticity().value().orElseThrow(), 0.06);
        assertEquals(ConfidenceLevel.P99, with.elasticity().level());
        assertTrue(with.likelihoodRatio().orElseThrow().pValue() < 1e-10);
        assertTrue(with.spearman().pValue().orElseThrow() < 1e-10);
        assertTrue(without.elasticity().interval().orElseThrow().contains(0));
        assertTrue(without.likelihoodRatio().orElseThrow().pValue() > 0.01);
        assertTrue(without.spearman().pValue().orElseThrow() > 0.01);
        assertTrue(with.explain()
                .toText()
                .startsWith("independence of spend and frequency = "
                        + with.explain().parts().get(0).value()
                        + "   [rank correlation of transactions and mean spend, and beside it the other tests;"
                        + " clients = 2000]\n"));
        assertEquals(4, with.explain().parts().size());
    }

    @Test
    void tooLittle_isNamed() {
        SpendAccumulator few = SPEND.accumulator(USD);
        few.addAll(new long[] {1, 2, 3}, new long[] {1000, 4000, 1000});
        SpendAccumulator once = SPEND.accumulator(USD);
        once.addAll(new long[] {1, 1, 1, 1}, new long[] {1000, 4000, 1000, 500});
        SpendAccumulator same = SPEND.accumulator(USD);
        same.addAll(new long[] {1, 2, 1, 1}, new long[] {1000, 2000, 1000, 1000});

        assertEquals(
                Outcome.undefined(Reason.TOO_FEW_DATA, "fewer than four clients with transactions"),
                SpendIndependence.withDefaults().of(few).pearson().value());
        assertEquals(
                Outcome.undefined(Reason.NOT_ESTIMABLE, "all clients have the same number of transactions"),
                SpendIndependence.withDefaults().of(once).spearman().pValue());
        assertEquals(
                Outcome.undefined(Reason.NOT_ESTIMABLE, "all clients have the same number of transactions"),
                SpendIndependence.withDefaults().of(once).elasticity().value());
        assertEquals(
                "undefined (all clients spend the same)",
                SpendIndependence.withDefaults().of(same).spearman().interval().toString());
        assertEquals("all clients spend the same", SPEND.of(same).status().detail());
    }

    // edges

    @Test
    void fewClients_areNotEstimable() {
        SpendAccumulator clients = SPEND.accumulator(USD);
        clients.add(1, 1000);
        clients.add(2, 1000);
        clients.add(0, 0);

        assertEquals(FitStatus.Ending.NOT_ESTIMABLE, SPEND.of(clients).status().ending());
        assertEquals(
                "fewer than three clients with transactions",
                SPEND.of(clients).status().detail());
        assertEquals(2, clients.result().observations());
        assertEquals(1, clients.withoutTransactions());
        assertEquals(
                FitStatus.Ending.NOT_ESTIMABLE,
                SPEND.of(SPEND.accumulator(USD)).status().ending());
    }

    @Test
    void spendsThatAreNotPositive_areRefused_orCounted() {
        SpendAccumulator refusing = SPEND.accumulator(USD);
        SpendAccumulator counting = SPEND.with(NonPositiveSpend.LEAVE_OUT).accumulator(USD);
        counting.add(1, 0);
        counting.add(2, -5);
        counting.merge(counting);

        assertMessage("totalMinorUnits must be positive: 0", () -> refusing.add(1, 0));
        assertEquals(4, counting.leftOut());
        assertEquals(0, counting.result().observations());
    }

    @Test
    void accumulators_travel() throws IOException, ClassNotFoundException {
        SpendAccumulator original = accumulator(simulated(30, 0, new Random(1)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(
                    SPEND.of(original).bestPoint(),
                    SPEND.of((SpendAccumulator) in.readObject()).bestPoint());
        }
    }

    // messages

    @Test
    void badArguments_areNamed() {
        SpendAccumulator clients = SPEND.accumulator(USD);

        assertMessage("transactions must be in [0, 2^53]: -1", () -> clients.add(-1, 1));
        assertMessage("totalMinorUnits must be at most 2^53: 9007199254740993", () -> clients.add(1, (1L << 53) + 1));
        assertMessage("totalMinorUnits must be zero without transactions: 1", () -> clients.add(0, 1));
        assertMessage("totalMinorUnits must have 1 values: 0", () -> clients.addAll(new long[1], new long[0]));
        assertMessage("currency must be USD: EUR", () -> clients.add(SpendHistory.none(CurrencyUnit.EUR)));
        assertMessage("currency must be USD: EUR", () -> clients.merge(SPEND.accumulator(CurrencyUnit.EUR)));
        assertMessage(
                "rule must be REFUSE: LEAVE_OUT",
                () -> clients.merge(SPEND.with(NonPositiveSpend.LEAVE_OUT).accumulator(USD)));
    }
}
