package dev.tenure.survival.parametric;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import java.util.Comparator;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * Several laws fitted to the same observations, the best first. Made by {@link ParametricSurvival}.
 *
 * <p><b>Formula.</b> By Akaike's criterion; the weight of a law is \( e^{-\Delta_i / 2} / \sum_j e^{-\Delta_j / 2} \), with the difference
 * \( \Delta_i \) of its criterion to the lowest one.
 *
 * <p><b>Units.</b> Criteria and differences are pure numbers, weights fractions in [0, 1].
 *
 * <p><b>Conventions.</b> Equal criteria keep the order in which the laws were given; laws without a criterion come last. A difference below 2 says
 * little, one above 10 nearly all.
 *
 * <p><b>Source.</b> K. P. Burnham and D. R. Anderson, <i>Model Selection and Multimodel Inference</i>, 2nd edition, Springer 2002, sections 2.6 and
 * 2.9.
 */
@ResultStyle
@Value.Immutable
public abstract class LawComparison {

    LawComparison() {}

    /**
     * Returns the fits.
     *
     * @return the fits, by ascending AIC, those without one last
     */
    public abstract ImmutableList<ParametricFit> fits();

    static LawComparison of(Stream<ParametricFit> fits) {
        return new LawComparisonBuilder()
                .fits(fits.sorted(Comparator.comparingDouble(
                                fit -> fit.aic().toOptional().orElse(Double.POSITIVE_INFINITY)))
                        .toList())
                .build();
    }

    /**
     * Returns the law with the lowest AIC.
     *
     * @return its fit; undefined ({@link Reason#NO_DATA}) if no laws were given, and where no law has an AIC
     */
    public final Outcome<ParametricFit> best() {
        return lowest().map(aic -> fits().get(0));
    }

    /**
     * Returns the laws with their differences and weights.
     *
     * @return the laws, in the order of {@link #fits()}
     */
    public final ImmutableList<RankedLaw> ranking() {
        double sum = fits().stream()
                .flatMap(fit -> difference(fit).toOptional().stream())
                .mapToDouble(LawComparison::likelihood)
                .sum();
        return fits().stream()
                .map(fit -> new RankedLaw(
                        fit, difference(fit), difference(fit).map(difference -> likelihood(difference) / sum)))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Explains the comparison.
     *
     * @return the best law, and each law with its criterion, difference and weight
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("best law")
                .formula("lowest AIC")
                .value(quantity(best(), fit -> new Quantity.Term(fit.law().toString())))
                .addAllParts(ranking().stream().map(LawComparison::explain).toList())
                .build();
    }

    private static Explanation explain(RankedLaw ranked) {
        return Explanation.builder()
                .name(ranked.fit().law().toString())
                .formula("2 k - 2 log-likelihood")
                .value(quantity(ranked.fit().aic(), LawComparison::pure))
                .putInput(
                        "k",
                        new Quantity.Count(ranked.fit().law().parameterNames().size()))
                .putInput("difference", quantity(ranked.difference(), LawComparison::pure))
                .putInput("weight", quantity(ranked.weight(), Quantity.Share::new))
                .build();
    }

    private static Quantity pure(double value) {
        return new Quantity.Measure(value, "");
    }

    private Outcome<Double> lowest() {
        return fits().isEmpty()
                ? Outcome.undefined(Reason.NO_DATA, "no laws")
                : fits().get(0).aic();
    }

    private Outcome<Double> difference(ParametricFit fit) {
        return fit.aic().flatMap(aic -> lowest().map(lowest -> aic - lowest));
    }

    private static double likelihood(double difference) {
        return Math.exp(-difference / 2);
    }
}
