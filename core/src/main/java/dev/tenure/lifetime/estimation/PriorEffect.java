package dev.tenure.lifetime.estimation;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import java.util.stream.IntStream;

/**
 * What a prior has changed in a fit, so that nobody takes for data what was held likely before. Made by {@link ModelFit#priorEffect()}.
 *
 * <p><b>Formula.</b> A parameter is shifted by {@code (with - without) / standard error with}. The share of a prior in what is known of its
 * quantity is {@code w = variance with all / variance of the prior}, both on the scale of the coordinate; the prior weighs as much as {@code n w / (1 - w)}
 * observations if the sample has {@code n}.
 *
 * <p><b>Source.</b> D. J. C. MacKay, <i>Bayesian Interpolation</i>, Neural Computation 4 (1992), 415-447, for the number of parameters
 * that data determine, of which the shares are the parts that they do not.
 *
 * @param shifts the parameters with and without the prior, in the order of the model
 * @param shares how much each prior weighs, in the order of the coordinates; those without a prior are left out
 */
public record PriorEffect(ImmutableList<PriorShift> shifts, ImmutableList<PriorShare> shares) {

    /**
     * Explains the
     *
     * @return the shift of each parameter and the share of each prior
     */
    public Explanation explain() {
        return Explanation.builder()
                .name("effect of the prior")
                .formula("estimates with and without it, and its share in what is known")
                .value(new Quantity.Count(shares.size()))
                .addAllParts(shifts.stream().map(PriorEffect::explain).toList())
                .addAllParts(shares.stream().map(PriorEffect::explain).toList())
                .build();
    }

    static PriorEffect of(ModelFit<?> fit) {
        ModelFit<?> without = MaximumLikelihood.withDefaults()
                .with(fit.level())
                .with(IntervalMethod.delta())
                .of(fit.likelihood());
        return new PriorEffect(
                fit.parameters().stream()
                        .map(parameter -> shift(
                                parameter, without.parameter(parameter.name()).value()))
                        .collect(ImmutableList.toImmutableList()),
                IntStream.range(0, fit.likelihood().coordinates().size())
                        .filter(i -> fit.surface().precision(i) > 0)
                        .mapToObj(i -> share(fit, i))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static PriorShift shift(FittedParameter with, Outcome<Double> without) {
        Outcome<Double> errors = with.value()
                .flatMap(ours -> without.flatMap(theirs -> with.standardError().map(error -> (ours - theirs) / error)));
        return new PriorShift(with.name(), with.value(), without, errors);
    }

    private static PriorShare share(ModelFit<?> fit, int coordinate) {
        int size = fit.likelihood().coordinates().size();
        double variance = fit.search().covariance().get(coordinate * size + coordinate);
        double share = Math.min(1, fit.surface().precision(coordinate) * variance);
        String name = fit.likelihood().coordinates().get(coordinate).name();
        return new PriorShare(
                name,
                share,
                share < 1
                        ? Outcome.of(fit.observations() * share / (1 - share))
                        : Outcome.undefined(Reason.NOT_FINITE, "the sample says nothing of " + name));
    }

    private static Explanation explain(PriorShift shift) {
        return Explanation.builder()
                .name(shift.parameter())
                .formula("(with - without) / standard error")
                .value(quantity(shift.standardErrors(), FitExplanation::pure))
                .putInput("with", quantity(shift.with(), FitExplanation::pure))
                .putInput("without", quantity(shift.without(), FitExplanation::pure))
                .build();
    }

    private static Explanation explain(PriorShare share) {
        return Explanation.builder()
                .name("prior of " + share.coordinate())
                .formula("variance with all / variance of the prior")
                .value(new Quantity.Share(share.share()))
                .putInput("worth", quantity(share.observations(), count -> new Quantity.Measure(count, "observations")))
                .build();
    }
}
