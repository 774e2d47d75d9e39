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
    private static final ImmutableList<Problem> ONE_FREQUENCY =
            ImmutableList.of(Problem.of("all clients have the same number of transactions", ImmutableList.of(ELASTIC)));

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
        return sample.hasOneMean()
                ? Optional.of(Problem.of("all clients spend the same", COORDINATES.subList(0, SCALE)))
                : Optional.empty();
    }

    private static double centre(SpendSample sample) {
        return sample.clients() == 0 ? 0 : sample.meanOfLogs();
    }

    private static double[] parameters(double[] point) {
        double[] parameters = point.clone();
        parameters[P] = bounded(Math.exp(point[P]));
        parameters[Q] = bounded(Math.exp(point[Q]));
        parameters[SCALE] = bounded(Math.exp(point[SCALE] + point[Q] - point[P]));
        return parameters;
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

    /**
     * The sums over the clients, at one point. Every term is one of a deviation: of a client's mean from the harmonic mean spend, or of the gamma function
     * from Stirling's formula. So nothing cancels where {@code p} or {@code q} is huge, and the search still sees the slope towards a boundary.
     */
    private static final class Sums {

        private final double p;
        private final double q;
        private final double logScale;
        private final double elasticity;
        private final double[] gradient;
        private final double[][] hessian;
        private double value;

        // what depends on the number of transactions alone
        private double transactions = -1;
        private double shape;
        private double share;
        private double rest;
        private double logUnit;
        private double constant;
        private double slopeP;
        private double slopeQ;
        private double bendP;
        private double bendQ;
        private double bendPq;
        /** The derivatives of the logarithm of the harmonic mean spend by the coordinates. */
        private final double[] along;

        Sums(double[] point) {
            int size = point.length;
            p = Math.exp(point[P]);
            q = Math.exp(point[Q]);
            logScale = point[SCALE];
            elasticity = size > ELASTICITY ? point[ELASTICITY] : 0;
            gradient = new double[size];
            hessian = new double[size][size];
            along = new double[size];
            along[SCALE] = 1;
        }

        void add(double x, double total, long count) {
            if (x != transactions) {
                move(x);
            }
            double logMean = Math.log(total / x);
            double logRatio = logMean - logUnit;
            double logMixture = Deviation.logMixture(share, rest, logRatio);
            double excess = Math.expm1(logRatio);
            double mixture = rest + share * (excess + 1);
            double own = rest * excess / mixture;
            double others = -share * excess / mixture;
            value += count * (constant - logMean - Deviation.depth(shape, q, logRatio));
            double byP = shape * Deviation.beyondLinear(own, logRatio - logMixture);
            double byQ = q * Deviation.beyondLinear(others, -logMixture);
            gradient[P] += count * (byP + slopeP);
            gradient[Q] += count * (byQ + slopeQ);
            double common = shape * share * own * own;
            hessian[P][P] += count * (bendP + byP + common);
            hessian[Q][P] += count * (bendPq - common);
            hessian[Q][Q] += count * (bendQ + byQ + q * rest * others * others);
            double twice = -shape * rest * (1 + own) * (1 + others);
            for (int i = SCALE; i < gradient.length; i++) {
                gradient[i] += count * shape * own * along[i];
                hessian[i][P] += count * shape * rest * own * (1 + others) * along[i];
                hessian[i][Q] += count * shape * share * own * (1 + own) * along[i];
                for (int j = SCALE; j <= i; j++) {
                    hessian[i][j] += count * twice * along[i] * along[j];
                }
            }
        }

        private void move(double x) {
            transactions = x;
            shape = p * x;
            share = 1 / (1 + q / shape);
            rest = 1 / (1 + shape / q);
            double both = StirlingRemainder.slope(shape + q);
            double ofShape = StirlingRemainder.slope(shape);
            double ofRate = StirlingRemainder.slope(q);
            double bend = StirlingRemainder.bend(shape + q);
            constant = GammaGammaMath.logHeight(shape, q);
            slopeP = rest / 2 + share * both - ofShape;
            slopeQ = share / 2 + rest * both - ofRate;
            bendPq = share * rest * (bend + 0.5);
            bendP = share * both + share * share * bend - ofShape - StirlingRemainder.bend(shape) - share * rest / 2;
            bendQ = rest * both + rest * rest * bend - ofRate - StirlingRemainder.bend(q) - share * rest / 2;
            logUnit = logScale + elasticity * Math.log(x);
            if (along.length > ELASTICITY) {
                along[ELASTICITY] = Math.log(x);
            }
        }
    }
}
