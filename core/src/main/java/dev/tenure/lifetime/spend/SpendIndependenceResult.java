package dev.tenure.lifetime.spend;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.lifetime.estimation.Prediction;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.ConfidenceLevel;
import org.immutables.value.Value;

/** Whether what clients spend depends on how often they buy. Made by {@link SpendIndependence}. */
@ResultStyle
@Value.Immutable
public abstract class SpendIndependenceResult {

    SpendIndependenceResult() {}

    /**
     * Returns how many clients had transactions.
     *
     * @return the number, zero or more
     */
    public abstract long clients();

    /**
     * Returns how often intervals made this way hold the true figure.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns the correlation of the values.
     *
     * @return Pearson's coefficient
     */
    public abstract Correlation pearson();

    /**
     * Returns the correlation of the ranks.
     *
     * @return Spearman's coefficient
     */
    public abstract Correlation spearman();

    /**
     * Returns by which power of the number of transactions spend grows.
     *
     * @return the elasticity, zero without a dependence, by maximum likelihood; its value is undefined ({@link Reason#NOT_ESTIMABLE}) if the sample does not determine it
     */
    public abstract Prediction elasticity();

    /**
     * Returns the test of an elasticity of zero.
     *
     * @return the likelihood-ratio test with one degree of freedom; undefined where the elasticity is, or the model without it
     */
    public abstract Outcome<ChiSquareTest> likelihoodRatio();

    /**
     * Explains the figures.
     *
     * @return both correlations, the elasticity and its test
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("independence of spend and frequency")
                .formula("rank correlation of transactions and mean spend, and beside it the other tests")
                .value(quantity(spearman().value(), SpendIndependenceResult::pure))
                .putInput("clients", new Quantity.Count(clients()))
                .addPart(correlation("Spearman's rank correlation", "correlation of the ranks", spearman()))
                .addPart(correlation("Pearson's correlation", "correlation of the values", pearson()))
                .addPart(elasticity().explain())
                .addPart(Explanation.builder()
                        .name("likelihood-ratio test")
                        .formula("p-value of 2 (log L - log L without elasticity), chi-square with 1 degree of freedom")
                        .value(quantity(likelihoodRatio(), test -> pure(test.pValue())))
                        .addPart(part(
                                "statistic",
                                "2 (log L - log L without elasticity)",
                                likelihoodRatio().map(ChiSquareTest::statistic)))
                        .build())
                .build();
    }

    private Explanation correlation(String name, String formula, Correlation correlation) {
        return Explanation.builder()
                .name(name)
                .formula(formula)
                .value(quantity(correlation.value(), SpendIndependenceResult::pure))
                .addPart(part(
                        "p-value", "two-sided, Student's t with clients - 2 degrees of freedom", correlation.pValue()))
                .addPart(Explanation.builder()
                        .name("confidence interval")
                        .formula("symmetric for the inverse hyperbolic tangent, at level")
                        .value(quantity(
                                correlation.interval(),
                                limits -> new Quantity.Span(pure(limits.lower()), pure(limits.upper()))))
                        .putInput("level", new Quantity.Share(level().value()))
                        .build())
                .build();
    }

    private static Explanation part(String name, String formula, Outcome<Double> value) {
        return Explanation.builder()
                .name(name)
                .formula(formula)
                .value(quantity(value, SpendIndependenceResult::pure))
                .build();
    }

    private static Quantity pure(double value) {
        return new Quantity.Measure(value, "");
    }
}
