package dev.tenure.lifetime.spend;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.lifetime.estimation.Coordinate;
import dev.tenure.lifetime.estimation.LogLikelihood;
import dev.tenure.lifetime.estimation.ModelLikelihood;
import dev.tenure.lifetime.estimation.Problem;
import dev.tenure.lifetime.estimation.SampleIdentity;
import dev.tenure.lifetime.estimation.Scale;
import java.util.Optional;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.Trigamma;
import org.joda.money.CurrencyUnit;

/**
 * The likelihood of {@link GammaGamma}, over the logarithms of {@code p}, of {@code q} and of \( p \gamma / q \), the harmonic mean of the clients' spends,
 * which amounts determine well, while \( \gamma \) alone and {@code p} hardly can be told apart. With a fourth coordinate, the elasticity, \( \gamma \) is
 * multiplied by a power of the number of transactions.
 */
final class GammaGammaLikelihood implements LogLikelihood {

    private static final int P = 0;
    private static final int Q = 1;
    private static final int SCALE = 2;
    private static final int ELASTICITY = 3;

    private static final int FEWEST_CLIENTS = 3;
    private static final double START_P = 2;
    private static final double START_Q = 4;
    private static final double SMALLEST = 1e-150;
    private static final double LARGEST = 1e150;

    private static final ImmutableList<Coordinate> COORDINATES = ImmutableList.of(
            Coordinate.logarithmOf("p"), Coordinate.logarithmOf("q"), Coordinate.logarithmOf("harmonic mean spend"));

    private static final Coordinate ELASTIC = new Coordinate("elasticity", Scale.IDENTITY);
    private static final ImmutableList<Problem> ONE_FREQUENCY = ImmutableList.of(
            Problem.of("all clients have the same number of transactions", ImmutableList.of(ELASTIC)));

    private final SpendSample sample;

    private GammaGammaLikelihood(SpendSample sample) {
        this.sample = sample;
    }

    static ModelLikelihood<GammaGamma> of(SpendSample sample, CurrencyUnit currency) {
        return ModelLikelihood.<GammaGamma>builder()
                .name("Gamma-Gamma")
                .coordinates(COORDINATES)
                .addParameterNames("p", "q", "gamma")
                .observations(sample.clients())
                .start(ImmutableDoubleArray.of(Math.log(START_P), Math.log(START_Q), centre(sample)))
                .logLikelihood(new GammaGammaLikelihood(sample))
                .resampled(seed -> of(sample.resampled(seed), currency))
                .sample(SampleIdentity.of(currency.getCode(), sample.numbers()))
                .parameters(GammaGammaLikelihood::parameters)
                .model(values -> GammaGamma.of(values[0], values[1], values[2], currency))
                .problems(problem(sample).stream().toList())
                .build();
    }

    /** Returns the likelihood of the model in which spend grows with a power of the number of transactions. */
    static ModelLikelihood<Double> withElasticity(SpendSample sample, CurrencyUnit currency) {
        return ModelLikelihood.<Double>builder()
                .name("Gamma-Gamma with elasticity")
                .coordinates(COORDINATES)
                .addCoordinates(ELASTIC)
                .addParameterNames("p", "q", "gamma", "elasticity")
                .observations(sample.clients())
                .start(ImmutableDoubleArray.of(Math.log(START_P), Math.log(START_Q), centre(sample), 0))
                .logLikelihood(new GammaGammaLikelihood(sample))
                .resampled(seed -> withElasticity(sample.resampled(seed), currency))
                .sample(SampleIdentity.of(currency.getCode(), sample.numbers()))
                .addSpecialCase("Gamma-Gamma")
                .parameters(GammaGammaLikelihood::parameters)
                .model(values -> values[ELASTICITY])
                .addAllProblems(problem(sample).stream().toList())
                .addAllProblems(sample.hasOneFrequency() ? ONE_FREQUENCY : ImmutableList.of())
                .build();
    }

    private static Optional<Problem> problem(SpendSample sample) {
        if (sample.clients() < FEWEST_CLIENTS) {
            return Optional.of(Problem.of("fewer than three clients with transactions", COORDINATES));
        }
        return sample.hasOneMean() ? Optional.of(Problem.of("all clients spend the same", COORDINATES.subList(0, SCALE))) : Optional.empty();
    }

    private static double centre(SpendSample sample) {
        return sample.clients() == 0 ? 0 : sample.meanOfLogs();
    }

    private static double[] parameters(double[] point) {
        double[] parameters = point.clone();
        parameters[P] = bounded(Math.exp(point[P]));
        parameters[Q] = bounded(Math.exp(point[Q]));
        parameters[SCALE] = bounded(Math.exp(logGamma(point)));
        return parameters;
    }

    private static double logGamma(double[] point) {
        return point[SCALE] + point[Q] - point[P];
    }

    private static double bounded(double parameter) {
        return Math.max(SMALLEST, Math.min(LARGEST, parameter));
    }

    @Override
    public double at(double[] coordinates, double[] gradient, double[][] hessian) {
        Sums sums = new Sums(coordinates);
        for (int row = 0; row < sample.size(); row++) {
            if (sample.count(row) > 0) {
                sums.add(sample.transactions(row), sample.total(row), sample.count(row));
            }
        }
        for (int i = 0; i < coordinates.length; i++) {
            gradient[i] = sums.gradient[i];
            for (int j = 0; j < coordinates.length; j++) {
                hessian[i][j] = i < j ? sums.hessian[j][i] : sums.hessian[i][j];
            }
        }
        return sums.value;
    }

    /** The sums over the clients, at one point. */
    private static final class Sums {

        private final double p;
        private final double q;
        private final double logGamma;
        private final double elasticity;
        private final double[] gradient;
        private final double[][] hessian;
        private double value;

        // what depends on the number of transactions alone
        private double transactions = -1;
        private double gamma;
        private double logBeta;
        private double slopeP;
        private double slopeQ;
        private double bendP;
        private double bendQ;
        private double bendPq;
        /** The derivatives of log gamma by the coordinates. */
        private final double[] along;

        Sums(double[] point) {
            int size = point.length;
            p = Math.exp(point[P]);
            q = Math.exp(point[Q]);
            logGamma = logGamma(point);
            elasticity = size > ELASTICITY ? point[ELASTICITY] : 0;
            gradient = new double[size];
            hessian = new double[size][size];
            along = new double[size];
            along[P] = -1;
            along[Q] = 1;
            along[SCALE] = 1;
        }

        void add(double x, double total, long count) {
            if (x != transactions) {
                move(x);
            }
            double shape = p * x;
            double ratio = gamma / total;
            double share = ratio < 1 ? ratio / (1 + ratio) : 1 / (1 + total / gamma);
            double rest = ratio < 1 ? 1 / (1 + ratio) : total / gamma / (1 + total / gamma);
            double logRest = Math.log1p(ratio);
            double logShare = Math.log1p(total / gamma);
            value += count * (-logBeta - shape * logRest - q * logShare - Math.log(total / x));
            double byP = p * (slopeP - x * logRest);
            double byQ = q * (slopeQ - logShare);
            double byGamma = q * rest - shape * share;
            double[] own = {byP, byQ};
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += count * (byGamma * along[i] + (i < own.length ? own[i] : 0));
            }
            double twice = -(shape + q) * share * rest;
            double crossP = -shape * share;
            double crossQ = q * rest;
            for (int i = 0; i < gradient.length; i++) {
                for (int j = 0; j <= i; j++) {
                    double mixed = cross(i, crossP, crossQ) * along[j] + cross(j, crossP, crossQ) * along[i];
                    hessian[i][j] += count * (twice * along[i] * along[j] + mixed);
                }
            }
            hessian[P][P] += count * (bendP + byP);
            hessian[Q][P] += count * bendPq;
            hessian[Q][Q] += count * (bendQ + byQ);
        }

        private static double cross(int coordinate, double crossP, double crossQ) {
            if (coordinate == P) {
                return crossP;
            }
            return coordinate == Q ? crossQ : 0;
        }

        private void move(double x) {
            transactions = x;
            double shape = p * x;
            logBeta = LogBeta.value(shape, q);
            slopeP = x * GammaSlopes.slope(shape, q);
            slopeQ = GammaSlopes.slope(q, shape);
            bendP = shape * shape * GammaSlopes.bend(shape, q);
            bendQ = q * q * GammaSlopes.bend(q, shape);
            bendPq = shape * q * Trigamma.value(shape + q);
            gamma = Math.exp(logGamma + elasticity * Math.log(x));
            if (along.length > ELASTICITY) {
                along[ELASTICITY] = Math.log(x);
            }
        }
    }
}
