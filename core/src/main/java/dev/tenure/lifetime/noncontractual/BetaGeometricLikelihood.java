package dev.tenure.lifetime.noncontractual;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.lifetime.estimation.Coordinate;
import dev.tenure.lifetime.estimation.ModelLikelihood;
import dev.tenure.lifetime.estimation.ModelLikelihoodBuilder;
import dev.tenure.lifetime.estimation.Problem;
import java.util.Optional;
import java.util.function.Function;

/**
 * The log-likelihood of BG/NBD and MBG/NBD over a sample, with first and second derivatives.
 *
 * <p>The coordinates are the logarithms of the mean rate \( \mu = r / \alpha \), of \( r \) and of \( \kappa = a + b \), and the log-odds of the mean
 * chance to leave \( \pi = a / (a + b) \). A change of the unit of time shifts one of them, and each bound of the model is one of them alone without end:
 * clients who do not differ in their rate (\( r \to \infty \)) or in their chance (\( \kappa \to \infty \)), clients who never leave (\( \pi \to 0 \)).
 */
final class BetaGeometricLikelihood {

    private static final double START_SHARE = 0.25;
    private static final double START_CONCENTRATION = 3;
    private static final double START_SHAPE = 0.5;
    private static final ImmutableList<Coordinate> COORDINATES = ImmutableList.of(
            Coordinate.logarithmOf("r / alpha"),
            Coordinate.logarithmOf("r"),
            Coordinate.logitOf("a / (a + b)"),
            Coordinate.logarithmOf("a + b"));

    private BetaGeometricLikelihood() {}

    /**
     * Returns the likelihood.
     *
     * @param chancesAtFirst how many chances to leave there are at the first purchase: 0 in BG/NBD, 1 in MBG/NBD
     */
    static ModelLikelihood<PurchaseModel> of(
            String name, PurchaseSample sample, int chancesAtFirst, Function<double[], PurchaseModel> model) {
        ModelLikelihoodBuilder<PurchaseModel> likelihood = ModelLikelihood.<PurchaseModel>builder()
                .name(name)
                .coordinates(COORDINATES)
                .parameterNames(ImmutableList.of("r", "alpha", "a", "b"))
                .observations(sample.clients())
                .start(start(sample))
                .logLikelihood((point, gradient, hessian) ->
                        BetaGeometricSums.at(sample, chancesAtFirst, point, gradient, hessian))
                .resampled(seed -> of(name, sample.resampled(seed), chancesAtFirst, model))
                .sample(sample.identity())
                .parameters(BetaGeometricLikelihood::parameters)
                .model(model);
        return likelihood
                .problems(problem(sample).stream()
                        .map(detail -> Problem.of(detail, COORDINATES))
                        .toList())
                .build();
    }

    private static double[] parameters(double[] point) {
        double r = Math.exp(point[1]);
        double concentration = Math.exp(point[3]);
        return new double[] {
            r,
            r / Math.exp(point[0]),
            concentration / (1 + Math.exp(-point[2])),
            concentration / (1 + Math.exp(point[2]))
        };
    }

    /** As if all clients had been there for all their time, and a fair share of them had not. */
    private static ImmutableDoubleArray start(PurchaseSample sample) {
        double purchases = 0;
        double time = 0;
        for (int i = 0; i < sample.size(); i++) {
            purchases += (double) sample.repeats(i) * (double) sample.count(i);
            time += (sample.recency(i) + sample.age(i)) / 2 * (double) sample.count(i);
        }
        double rate = purchases > 0 && time > 0 ? purchases / time : 1;
        return ImmutableDoubleArray.of(
                Math.log(rate),
                Math.log(START_SHAPE),
                Math.log(START_SHARE / (1 - START_SHARE)),
                Math.log(START_CONCENTRATION));
    }

    private static Optional<String> problem(PurchaseSample sample) {
        long again = 0;
        double oldest = 0;
        for (int i = 0; i < sample.size(); i++) {
            again += sample.repeats(i) > 0 && sample.count(i) > 0 ? 1 : 0;
            oldest = sample.count(i) > 0 ? Math.max(oldest, sample.age(i)) : oldest;
        }
        if (sample.clients() == 0) {
            return Optional.of("no clients");
        }
        if (oldest == 0) {
            return Optional.of("no client was observed after his first purchase");
        }
        return again == 0 ? Optional.of("nobody bought again") : Optional.empty();
    }
}
