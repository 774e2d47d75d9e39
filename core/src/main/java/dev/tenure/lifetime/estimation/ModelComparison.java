package dev.tenure.lifetime.estimation;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import java.util.Comparator;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * Several models fitted to the same sample, the best first.
 *
 * <p><b>Formula.</b> By a criterion; the weight of a model is \( e^{-\Delta_i / 2} / \sum_j e^{-\Delta_j / 2} \), with the difference
 * \( \Delta_i \) of its criterion to the lowest one.
 *
 * <p><b>Units.</b> Criteria and differences are pure numbers, weights fractions in [0, 1].
 *
 * <p><b>Conventions.</b> Equal criteria keep the order in which the fits were given; fits without a criterion come last. A difference below 2 says
 * little, one above 10 nearly all. Likelihoods can be compared only if they are of the same observations in the same unit of time.
 *
 * <p><b>Errors.</b> Fits to different samples, or to the same clients in different units, are {@link IllegalArgumentException}s.
 *
 * <p><b>Source.</b> K. P. Burnham and D. R. Anderson, <i>Model Selection and Multimodel Inference</i>, 2nd edition, Springer 2002, sections 2.4,
 * 2.6 and 2.9.
 */
@ResultStyle
@Value.Immutable
public abstract class ModelComparison {

    ModelComparison() {}

    /**
     * Compares fits.
     *
     * @param criterion by what
     * @param fits the fits, of the same sample
     * @return the comparison
     * @throws IllegalArgumentException if the fits are of different samples, or in different units
     */
    public static ModelComparison of(Criterion criterion, Iterable<? extends ModelFit<?>> fits) {
        Objects.requireNonNull(criterion, "criterion");
        ImmutableList<ModelFit<?>> given = ImmutableList.copyOf(fits);
        given.forEach(fit -> SampleIdentity.check("fits", given.get(0), fit));
        return new ModelComparisonBuilder()
                .criterion(criterion)
                .fits(given.stream()
                        .sorted(Comparator.comparingDouble(
                                fit -> criterion.of(fit).toOptional().orElse(Double.POSITIVE_INFINITY)))
                        .toList())
                .build();
    }

    /**
     * Returns by what the models are ranked.
     *
     * @return the criterion
     */
    public abstract Criterion criterion();

    /**
     * Returns the fits.
     *
     * @return the fits, by ascending criterion, those without one last
     */
    public abstract ImmutableList<ModelFit<?>> fits();

    /**
     * Returns the fit with the lowest criterion.
     *
     * @return the fit; undefined ({@link Reason#NO_DATA}) if no fits were given, and where no fit has a criterion
     */
    public final Outcome<ModelFit<?>> best() {
        return lowest().map(lowest -> fits().get(0));
    }

    /**
     * Returns the models with their differences and weights.
     *
     * @return the models, in the order of {@link #fits()}
     */
    public final ImmutableList<RankedModel> ranking() {
        double sum = fits().stream()
                .flatMap(fit -> difference(fit).toOptional().stream())
                .mapToDouble(ModelComparison::likelihood)
                .sum();
        return fits().stream()
                .map(fit -> new RankedModel(
                        fit, difference(fit), difference(fit).map(difference -> likelihood(difference) / sum)))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Explains the comparison.
     *
     * @return the best model, and each model with its criterion, difference and weight
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("best model")
                .formula("lowest " + criterion())
                .value(quantity(best(), fit -> new Quantity.Term(fit.name())))
                .addAllParts(ranking().stream().map(this::explain).toList())
                .build();
    }

    private Explanation explain(RankedModel ranked) {
        return Explanation.builder()
                .name(ranked.fit().name())
                .formula(criterion().toString())
                .value(quantity(criterion().of(ranked.fit()), ModelComparison::pure))
                .putInput("difference", quantity(ranked.difference(), ModelComparison::pure))
                .putInput("weight", quantity(ranked.weight(), Quantity.Share::new))
                .build();
    }

    private static Quantity pure(double value) {
        return new Quantity.Measure(value, "");
    }

    private Outcome<Double> lowest() {
        return fits().isEmpty()
                ? Outcome.undefined(Reason.NO_DATA, "no models")
                : criterion().of(fits().get(0));
    }

    private Outcome<Double> difference(ModelFit<?> fit) {
        return criterion().of(fit).flatMap(its -> lowest().map(lowest -> its - lowest));
    }

    private static double likelihood(double difference) {
        return Math.exp(-difference / 2);
    }
}
