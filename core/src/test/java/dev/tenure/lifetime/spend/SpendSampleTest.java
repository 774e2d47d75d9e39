package dev.tenure.lifetime.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.lifetime.estimation.ModelLikelihood;
import dev.tenure.stat.Interval;
import java.util.Arrays;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class SpendSampleTest {

    private static final CurrencyUnit USD = CurrencyUnit.USD;

    private static SpendAccumulator clients(long[] transactions, long[] cents) {
        SpendAccumulator accumulator = ClientSpend.withDefaults().accumulator(USD);
        accumulator.addAll(transactions, cents);
        return accumulator;
    }

    /** 1000 clients of one transaction, 3000 of two, 6000 of three; nobody spends the same. */
    private static SpendSample crowd() {
        long[] transactions = new long[10_000];
        Arrays.fill(transactions, 0, 1000, 1);
        Arrays.fill(transactions, 1000, 4000, 2);
        Arrays.fill(transactions, 4000, 10_000, 3);
        long[] cents = Arrays.stream(transactions).map(x -> 100 * x * (x + 1)).toArray();
        return clients(transactions, cents).sample();
    }

    @Test
    void amountsAreInMajorUnits_andEqualClientsCounted() {
        SpendSample sample = crowd();

        assertEquals(3, sample.size());
        assertEquals(10_000, sample.clients());
        for (int row = 0; row < 3; row++) {
            int x = row + 1;
            assertEquals(x, sample.transactions(row));
            assertEquals(x * (x + 1.0), sample.total(row));
            assertEquals(x + 1.0, sample.mean(row));
        }
        assertEquals(3000, sample.count(1));
    }

    @Test
    void meanOfLogs_weighsByClients() {
        assertEquals(0.1 * Math.log(2) + 0.3 * Math.log(3) + 0.6 * Math.log(4), crowd().meanOfLogs(), 1e-14);
    }

    @Test
    void whoIsDrawn_isAsManyAsThereAre_eachAsOftenAsHeOccurs() {
        SpendSample sample = crowd();
        SpendSample drawn = sample.resampled(5);

        assertEquals(10_000, drawn.clients());
        // within five standard deviations of the binomial law
        assertEquals(1000, drawn.count(0), 5 * Math.sqrt(10_000 * 0.1 * 0.9));
        assertEquals(3000, drawn.count(1), 5 * Math.sqrt(10_000 * 0.3 * 0.7));
        assertEquals(6000, drawn.count(2), 5 * Math.sqrt(10_000 * 0.6 * 0.4));
        assertEquals(sample.total(2), drawn.total(2));
    }

    @Test
    void fromOneClient_heIsDrawn() {
        SpendSample one = clients(new long[] {2}, new long[] {500}).sample().resampled(1);

        assertEquals(1, one.clients());
        assertEquals(1, one.count(0));
    }

    @Test
    void oneMean_andOneFrequency_areSeen() {
        assertTrue(clients(new long[] {1, 2}, new long[] {500, 1000}).sample().hasOneMean());
        assertFalse(clients(new long[] {1, 2}, new long[] {500, 1100}).sample().hasOneMean());
        assertTrue(clients(new long[] {2, 2}, new long[] {500, 1000}).sample().hasOneFrequency());
        assertFalse(clients(new long[] {2, 1}, new long[] {500, 1000}).sample().hasOneFrequency());
        assertTrue(clients(new long[0], new long[0]).sample().hasOneMean());
    }

    @Test
    void theModelWithElasticity_drawsItsClientsToo() {
        SpendAccumulator accumulator = clients(new long[] {1, 2, 3, 4}, new long[] {1000, 4000, 3000, 9000});
        ModelLikelihood<Double> elastic =
                GammaGammaLikelihood.withElasticity(accumulator.sample(), accumulator.currency());
        ModelLikelihood<GammaGamma> plain = accumulator.result();
        double withElasticity = elastic.resampled()
                .apply(3)
                .logLikelihood()
                .at(new double[] {1, 1, 3, 0}, new double[4], new double[4][4]);
        double without =
                plain.resampled().apply(3).logLikelihood().at(new double[] {1, 1, 3}, new double[3], new double[3][3]);

        // an elasticity of zero is no elasticity, and the same seed draws the same clients
        assertEquals(without, withElasticity, 1e-12);
        assertEquals(
                withElasticity,
                elastic.resampled()
                        .apply(3)
                        .logLikelihood()
                        .at(new double[] {1, 1, 3, 0}, new double[4], new double[4][4]));
    }

    /** Ranks 1 2 3 4 5 and 2 1 4 3 5, which are the values also: both coefficients are 1 - 6 x 4 / (5 x 24) = 0.8. */
    @Test
    void intervalsOfFiveClients_areByHand() {
        SpendAccumulator five =
                clients(new long[] {1, 2, 3, 4, 5}, new long[] {2 * 100, 2 * 100, 3 * 400, 4 * 300, 5 * 500});
        SpendIndependenceResult result = SpendIndependence.withDefaults().of(five);
        double centre = Math.log(9) / 2;
        double half = 1.959963984540054 / Math.sqrt(2);

        assertEquals(0.8, result.pearson().value().orElseThrow(), 1e-14);
        assertInterval(centre, half, result.pearson().interval().orElseThrow());
        assertInterval(
                centre, half * Math.sqrt(1.32), result.spearman().interval().orElseThrow());
        // Student's t with three degrees of freedom: 1/2 - (a + sin(a) cos(a)) / pi beyond sqrt(3) tan(a), here with
        // tan(a) = 4/3
        double angle = Math.atan(4.0 / 3);
        assertEquals(
                2 * (1.0 / 2 - (angle + 12.0 / 25) / Math.PI),
                result.pearson().pValue().orElseThrow(),
                1e-12);
    }

    private static void assertInterval(double centre, double half, Interval actual) {
        assertEquals(Math.tanh(centre - half), actual.lower(), 1e-12);
        assertEquals(Math.tanh(centre + half), actual.upper(), 1e-12);
    }

    @Test
    void amountsUpTo2To53_areTaken() {
        SpendAccumulator accumulator = ClientSpend.withDefaults().accumulator(USD);
        accumulator.add(1L << 53, 1L << 53);

        assertEquals(0x1p53, accumulator.sample().transactions(0));
        assertEquals(
                "totalMinorUnits must be at most 2^53: 9007199254740993",
                assertThrows(IllegalArgumentException.class, () -> accumulator.add(1, (1L << 53) + 1))
                        .getMessage());
        assertEquals(
                "transactions must be in [0, 2^53]: 9007199254740993",
                assertThrows(IllegalArgumentException.class, () -> accumulator.add((1L << 53) + 1, 1))
                        .getMessage());
        assertEquals(1, accumulator.sample().clients());
    }
}
