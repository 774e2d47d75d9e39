package dev.tenure.retention.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class BetaBinomialTest {

    @Test
    void withoutAnErrorItIsTheBinomialLaw() {
        for (int trials : new int[] {1, 7, 100, 20_000}) {
            for (double mean : new double[] {0.001, 0.2, 0.5, 0.97}) {
                BinomialDistribution law = BinomialDistribution.of(trials, mean);
                Interval interval = BetaBinomial.of(trials, mean, 0).interval(ConfidenceLevel.P95);

                assertEquals(law.inverseCumulativeProbability(0.025), interval.lower());
                assertEquals(law.inverseCumulativeProbability(0.975), interval.upper());
            }
        }
    }

    @Test
    void withAnErrorItIsTheBetaBinomialLaw() {
        int trials = 60;
        double mean = 0.3;
        double error = 0.08;
        double sum = mean * (1 - mean) / (error * error) - 1;
        Interval interval = BetaBinomial.of(trials, mean, error).interval(ConfidenceLevel.P90);

        assertEquals(quantile(trials, mean * sum, (1 - mean) * sum, 0.05), interval.lower());
        assertEquals(quantile(trials, mean * sum, (1 - mean) * sum, 0.95), interval.upper());
    }

    @Test
    void ends() {
        assertEquals(
                Interval.of(0, 0, ConfidenceLevel.P95),
                BetaBinomial.of(0, 0.4, 0.1).interval(ConfidenceLevel.P95));
        assertEquals(
                Interval.of(9, 9, ConfidenceLevel.P95), BetaBinomial.of(9, 1, 0).interval(ConfidenceLevel.P95));
        assertEquals(
                Interval.of(0, 0, ConfidenceLevel.P95), BetaBinomial.of(9, 0, 0).interval(ConfidenceLevel.P95));
        assertEquals(
                Interval.of(0, 9, ConfidenceLevel.P95),
                BetaBinomial.of(9, 0.5, 5).interval(ConfidenceLevel.P95));
    }

    @Test
    void millionsOfClients() {
        Interval interval = BetaBinomial.of(10_000_000, 0.4, 0.001).interval(ConfidenceLevel.P95);

        assertEquals(4_000_000, (interval.lower() + interval.upper()) / 2, 2000);
        assertTrue(Math.abs(interval.width() - 2 * 1.96 * 10_118) < 300, interval::toString);
    }

    private static int quantile(int trials, double a, double b, double probability) {
        double sum = 0;
        int number = -1;
        while (sum < probability) {
            number++;
            sum += Math.exp(LogBeta.value(number + a, trials - number + b)
                    - LogBeta.value(a, b)
                    - Math.log(trials + 1.0)
                    - LogBeta.value(trials - number + 1.0, number + 1.0));
        }
        return number;
    }
}
