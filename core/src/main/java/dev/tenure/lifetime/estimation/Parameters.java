package dev.tenure.lifetime.estimation;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.util.Optional;
import java.util.stream.IntStream;

/** The estimates of the parameters of a fit. */
final class Parameters {

    private final ModelFit<?> fit;

    Parameters(ModelFit<?> fit) {
        this.fit = fit;
    }

    ImmutableList<FittedParameter> all() {
        return IntStream.range(0, fit.likelihood().parameterNames().size())
                .mapToObj(this::estimate)
                .collect(ImmutableList.toImmutableList());
    }

    Outcome<Double> covariance(int one, int other) {
        Optional<String> problem = problem(one).or(() -> problem(other));
        return problem.isPresent()
                ? open(problem.get())
                : Outcome.of(fit.search().covariance(gradient(one), gradient(other)));
    }

    private FittedParameter estimate(int index) {
        Optional<String> problem = problem(index);
        if (problem.isPresent()) {
            return new FittedParameter(name(index), open(problem.get()), open(problem.get()), open(problem.get()));
        }
        Prediction estimate = Estimator.predict(fit, name(index), figure(index));
        return new FittedParameter(name(index), estimate.value(), estimate.standardError(), estimate.interval());
    }

    /** Returns why a parameter has no estimate; empty if it has one. */
    private Optional<String> problem(int index) {
        if (!fit.search().hasModel()) {
            return Optional.of(fit.status().detail());
        }
        return figure(index).isLost(fit.search())
                ? Optional.of(Boundary.parameter(name(index), fit.search().growth(figure(index)::value)))
                : Optional.empty();
    }

    private static <T> Outcome<T> open(String problem) {
        return Outcome.undefined(Reason.NOT_ESTIMABLE, problem);
    }

    private String name(int index) {
        return fit.likelihood().parameterNames().get(index);
    }

    private Figure figure(int index) {
        return Figure.ofParameter(point -> fit.likelihood().parameters().apply(point)[index]);
    }

    private double[] gradient(int index) {
        return figure(index).gradient(fit.search().point().toArray());
    }
}
