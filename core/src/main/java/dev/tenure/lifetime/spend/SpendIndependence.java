package dev.tenure.lifetime.spend;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.estimation.IntervalMethod;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.Scale;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.util.Objects;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Tests what {@link GammaGamma} takes for granted: that what a client spends does not depend on how often he buys.
 *
 * <p><b>Formula.</b> Over the clients with transactions, with their numbers {@code x} and mean spends {@code m}: the correlation {@code r} of Pearson, of the values,
 * and that of Spearman, of their ranks, with \( t = r \sqrt{(n - 2) / (1 - r^2)} \) in the distribution of Student with {@code n - 2} degrees of freedom, and
 * limits \( \tanh(\operatorname{artanh} r \pm z s) \), where \( s = 1 / \sqrt{n - 3} \), times \( \sqrt{1 + r^2 / 2} \) for ranks. The
 * elasticity {@code b} is that of a Gamma-Gamma model with \( \gamma x^b \) in the place of \( \gamma \), by maximum likelihood, and the likelihood-ratio
 * test is that of {@code b = 0}.
 *
 * <p><b>Units.</b> Pure numbers. With an elasticity of 0.1, who buys twice as often spends 2^0.1, or 7 % more, each time.
 *
 * <p><b>Conventions.</b> Equal values have the mean of their ranks. Rely on the ranks and on the elasticity: spends have long tails, and a few large clients can make or
 * hide a correlation of the values. A small p-value tells that there is a dependence; the elasticity tells whether it is large enough to matter.
 *
 * <p><b>Errors.</b> Correlations need four clients, and different numbers and spends.
 *
 * <p><b>Source.</b> P. S. Fader, B. G. S. Hardie and K. L. Lee, <i>Journal of Marketing Research</i> 42 (2005), 415-430, who look at the correlation; D. G. Bonett and
 * T. A. Wright, <i>Psychometrika</i> 65 (2000), 23-28, for the interval of ranks. The elasticity is a nested model of our own.
 */
public final class SpendIndependence {

    private static final SpendIndependence DEFAULTS = new SpendIndependence(ConfidenceLevel.P95);
    private static final int FEWEST_CLIENTS = 4;
    private static final double LARGEST_TRANSFORMED = 20;

    private final ConfidenceLevel level;

    private SpendIndependence(ConfidenceLevel level) {
        this.level = level;
    }

    /**
     * Returns the calculator with intervals of 95 %.
     *
     * @return the calculator
     */
    public static SpendIndependence withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public SpendIndependence with(ConfidenceLevel confidence) {
        return new SpendIndependence(Objects.requireNonNull(confidence, "confidence"));
    }

    /**
     * Tests the clients of an accumulator.
     *
     * @param sample the accumulator, which stays as it is
     * @return the correlations and the elasticity
     */
    public SpendIndependenceResult of(SpendAccumulator sample) {
        SpendSample clients = sample.sample();
        MaximumLikelihood estimation =
                MaximumLikelihood.withDefaults().with(level).with(IntervalMethod.delta());
        ModelFit<Double> elastic = estimation.of(GammaGammaLikelihood.withElasticity(clients, sample.currency()));
        return new SpendIndependenceResultBuilder()
                .level(level)
                .clients(clients.clients())
                .pearson(correlation(clients, CorrelationMath::pearson, 0))
                .spearman(correlation(clients, CorrelationMath::spearman, 1.0 / 2))
                .elasticity(elastic.predict("elasticity", Scale.IDENTITY, value -> value))
                .likelihoodRatio(elastic.testAgainst(estimation.of(sample.result())))
                .build();
    }

    /** A coefficient of correlation of a sample. */
    @FunctionalInterface
    private interface Coefficient {
        double of(SpendSample sample);
    }

    private Correlation correlation(SpendSample sample, Coefficient coefficient, double inflation) {
        long n = sample.clients();
        if (n < FEWEST_CLIENTS) {
            return Correlation.undefined(Reason.TOO_FEW_DATA, "fewer than four clients with transactions");
        }
        if (sample.hasOneFrequency()) {
            return Correlation.undefined(Reason.NOT_ESTIMABLE, "all clients have the same number of transactions");
        }
        if (sample.hasOneMean()) {
            return Correlation.undefined(Reason.NOT_ESTIMABLE, "all clients spend the same");
        }
        double r = coefficient.of(sample);
        double error = Math.sqrt((1 + inflation * r * r) / (n - 3));
        return new Correlation(Outcome.of(r), Outcome.of(interval(r, error)), Outcome.of(pValue(r, n)));
    }

    private Interval interval(double r, double error) {
        // infinite for 1, whose interval is 1 alone
        double centre = (Math.log1p(r) - Math.log1p(-r)) / 2;
        if (Math.abs(centre) > LARGEST_TRANSFORMED) {
            return Interval.of(r, r, level);
        }
        double half = level.normalQuantile() * error;
        return Interval.of(Math.tanh(centre - half), Math.tanh(centre + half), level);
    }

    private static double pValue(double r, long n) {
        double t = Math.abs(r) * Math.sqrt((n - 2) / ((1 - r) * (1 + r)));
        return t < Double.POSITIVE_INFINITY ? 2 * TDistribution.of(n - 2.0).survivalProbability(t) : 0;
    }
}
