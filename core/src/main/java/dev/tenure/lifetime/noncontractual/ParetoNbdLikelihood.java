package dev.tenure.lifetime.noncontractual;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.lifetime.estimation.Coordinate;
import dev.tenure.lifetime.estimation.LogLikelihood;
import dev.tenure.lifetime.estimation.ModelLikelihood;
import dev.tenure.lifetime.estimation.Problem;
import java.util.Optional;

/**
 * The likelihood of the Pareto/NBD model and a sample.
 *
 * <p>The coordinates are the logarithms of {@code r} and {@code s}, which tell how much the clients differ, and of {@code r / alpha} and {@code s / beta}, the mean rates of buying and of leaving: a
 * sample that does not show any difference leads the former to infinity and leaves the latter where they are.
 */
final class ParetoNbdLikelihood implements LogLikelihood {

    private static final int BUYING_SHAPE = 0;
    private static final int BUYING_RATE = 1;
    private static final int LEAVING_SHAPE = 2;
    private static final int LEAVING_RATE = 3;
    /** The derivatives of the logarithms of r, alpha, s and beta by the coordinates. */
    private static final double[][] BY_COORDINATES = {{1, 0, 0, 0}, {1, -1, 0, 0}, {0, 0, 1, 0}, {0, 0, 1, -1}};

    private static final ImmutableList<Coordinate> COORDINATES = ImmutableList.of(
            Coordinate.logarithmOf("r"),
            Coordinate.logarithmOf("r / alpha"),
            Coordinate.logarithmOf("s"),
            Coordinate.logarithmOf("s / beta"));

    private final PurchaseSample sample;

    private ParetoNbdLikelihood(PurchaseSample sample) {
        this.sample = sample;
    }

    static ModelLikelihood<PurchaseModel> of(PurchaseSample sample) {
        return ModelLikelihood.<PurchaseModel>builder()
                .name("Pareto/NBD")
                .coordinates(COORDINATES)
                .parameterNames(ImmutableList.of("r", "alpha", "s", "beta"))
                .observations(sample.clients())
                .start(start(sample))
                .logLikelihood(new ParetoNbdLikelihood(sample))
                .resampled(seed -> of(sample.resampled(seed)))
                .sample(sample.identity())
                .parameters(ParetoNbdLikelihood::parameters)
                .model(values -> new ParetoNbd(values[0], values[1], values[2], values[3], sample.unit()))
                .problems(problem(sample).stream()
                        .map(detail -> Problem.of(detail, COORDINATES))
                        .toList())
                .build();
    }

    private static double[] parameters(double[] coordinates) {
        return new double[] {
            Math.exp(coordinates[BUYING_SHAPE]),
            Math.exp(coordinates[BUYING_SHAPE] - coordinates[BUYING_RATE]),
            Math.exp(coordinates[LEAVING_SHAPE]),
            Math.exp(coordinates[LEAVING_SHAPE] - coordinates[LEAVING_RATE])
        };
    }

    @Override
    public double at(double[] coordinates, double[] gradient, double[][] hessian) {
        double[] values = parameters(coordinates);
        for (double value : values) {
            if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        ParetoNbdSums sums = new ParetoNbdSums(values[0], values[1], values[2], values[3]);
        for (int row = 0; row < sample.size(); row++) {
            if (sample.count(row) > 0) {
                sums.add(sample.repeats(row), sample.recency(row), sample.age(row), (double) sample.count(row));
            }
        }
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = 0;
            for (int k = 0; k < ParetoNbdSums.PARAMETERS; k++) {
                gradient[i] += BY_COORDINATES[k][i] * sums.first(k);
            }
            for (int j = 0; j < gradient.length; j++) {
                hessian[i][j] = second(sums, i, j);
            }
        }
        return sums.logLikelihood();
    }

    private static double second(ParetoNbdSums sums, int i, int j) {
        double sum = 0;
        for (int k = 0; k < ParetoNbdSums.PARAMETERS; k++) {
            for (int l = 0; l < ParetoNbdSums.PARAMETERS; l++) {
                sum += BY_COORDINATES[k][i] * BY_COORDINATES[l][j] * sums.second(k, l);
            }
        }
        return sum;
    }

    /** Clients who buy at unlike rates, half of whom have left by the end. */
    private static ImmutableDoubleArray start(PurchaseSample sample) {
        double purchases = 0;
        double time = 0;
        for (int row = 0; row < sample.size(); row++) {
            purchases += (double) sample.repeats(row) * sample.count(row);
            time += sample.age(row) * sample.count(row);
        }
        double rate = Math.log(1.5 * (purchases + 1) / Math.max(time, Double.MIN_NORMAL));
        double leaving = Math.log((double) sample.clients() / Math.max(time, Double.MIN_NORMAL));
        return ImmutableDoubleArray.of(0, rate, 0, leaving);
    }

    private static Optional<String> problem(PurchaseSample sample) {
        if (sample.clients() == 0) {
            return Optional.of("there are no clients");
        }
        double oldest = 0;
        long most = 0;
        for (int row = 0; row < sample.size(); row++) {
            if (sample.count(row) > 0) {
                oldest = Math.max(oldest, sample.age(row));
                most = Math.max(most, sample.repeats(row));
            }
        }
        if (oldest == 0) {
            return Optional.of("no client was observed for any time");
        }
        return most == 0 ? Optional.of("nobody bought again") : Optional.empty();
    }
}
