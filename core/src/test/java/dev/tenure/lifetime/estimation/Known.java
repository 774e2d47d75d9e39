package dev.tenure.lifetime.estimation;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;

/** Likelihoods whose answers are known in closed form or by one root. */
final class Known {

    private Known() {}

    /** A constant rate, after so many ends in so much time. */
    static ModelLikelihood<Double> rate(double ends, double time) {
        return one("exponential", Coordinate.logarithmOf("rate"), (point, gradient, hessian) -> {
            double rate = Math.exp(point[0]);
            gradient[0] = ends - rate * time;
            hessian[0][0] = -rate * time;
            return ends * point[0] - rate * time;
        });
    }

    /** A share, after so many of both kinds. */
    static ModelLikelihood<Double> share(double yes, double no) {
        return one("binomial", Coordinate.logitOf("share"), (point, gradient, hessian) -> {
            double odds = Math.exp(point[0]);
            double share = odds / (1 + odds);
            gradient[0] = yes - (yes + no) * share;
            hessian[0][0] = -(yes + no) * share / (1 + odds);
            return yes * point[0] - (yes + no) * Math.log1p(odds);
        });
    }

    /** A normal law with its mean and variance. */
    static ModelLikelihood<double[]> normal(double... values) {
        return ModelLikelihood.<double[]>builder()
                .name("normal")
                .coordinates(
                        ImmutableList.of(new Coordinate("mean", Scale.IDENTITY), Coordinate.logarithmOf("variance")))
                .parameterNames(ImmutableList.of("mean", "variance"))
                .observations(values.length)
                .start(ImmutableDoubleArray.of(0, 0))
                .logLikelihood((point, gradient, hessian) -> {
                    double variance = Math.exp(point[1]);
                    double sum = Arrays.stream(values).map(v -> v - point[0]).sum();
                    double squares = Arrays.stream(values)
                            .map(v -> (v - point[0]) * (v - point[0]))
                            .sum();
                    gradient[0] = sum / variance;
                    gradient[1] = squares / (2 * variance) - values.length / 2.0;
                    hessian[0][0] = -values.length / variance;
                    hessian[0][1] = -sum / variance;
                    hessian[1][0] = hessian[0][1];
                    hessian[1][1] = -squares / (2 * variance);
                    return -values.length / 2.0 * Math.log(2 * Math.PI * variance) - squares / (2 * variance);
                })
                .resampled(seed -> {
                    throw new UnsupportedOperationException();
                })
                .sample(SampleIdentity.of("", Arrays.stream(values)))
                .parameters(point -> new double[] {point[0], Math.exp(point[1])})
                .model(parameters -> parameters)
                .build();
    }

    static ModelLikelihood<Double> one(String name, Coordinate coordinate, LogLikelihood function) {
        return ModelLikelihood.<Double>builder()
                .name(name)
                .addCoordinates(coordinate)
                .addParameterNames(coordinate.name())
                .observations(1)
                .start(ImmutableDoubleArray.of(0.5))
                .logLikelihood(function)
                .resampled(seed -> one(name, coordinate, function))
                .sample(new SampleIdentity("", 1))
                .parameters(point -> new double[] {coordinate.scale().from(point[0])})
                .model(parameters -> parameters[0])
                .build();
    }
}
