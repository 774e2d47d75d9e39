package dev.tenure.lifetime.discrete;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.lifetime.estimation.Coordinate;
import dev.tenure.lifetime.estimation.LogLikelihood;
import dev.tenure.lifetime.estimation.ModelLikelihood;
import dev.tenure.lifetime.estimation.Problem;
import dev.tenure.lifetime.estimation.SampleIdentity;
import java.time.Period;
import java.util.Optional;

/**
 * The likelihood of {@link BgBb}, over the means of the two probabilities and the sums of their parameters, which tell how alike the clients are: of the one
 * the estimates hardly depend on the other.
 */
final class BgBbLikelihood implements LogLikelihood {

    private static final int PARAMETERS = 4;
    /** With fewer there are fewer probabilities of histories than parameters. */
    private static final int FEWEST_WINDOWS = 3;

    private static final double SMALLEST = 1e-150;
    private static final double LARGEST = 1e150;
    private static final double NEITHER = 0.05;
    private static final double LEAVING = 0.1;

    private static final Coordinate BUYING = Coordinate.logitOf("buying probability");
    private static final Coordinate DROP_OUT = Coordinate.logitOf("drop-out probability");
    private static final ImmutableList<Coordinate> COORDINATES = ImmutableList.of(
            BUYING, Coordinate.logarithmOf("alpha + beta"), DROP_OUT, Coordinate.logarithmOf("gamma + delta"));

    private final RenewalSample sample;

    private BgBbLikelihood(RenewalSample sample) {
        this.sample = sample;
    }

    static ModelLikelihood<BgBb> of(RenewalSample sample, Period window) {
        return ModelLikelihood.<BgBb>builder()
                .name("BG/BB")
                .coordinates(COORDINATES)
                .addParameterNames("alpha", "beta", "gamma", "delta")
                .observations(sample.clients())
                .start(start(sample))
                .logLikelihood(new BgBbLikelihood(sample))
                .resampled(seed -> of(sample.resampled(seed), window))
                .sample(SampleIdentity.of(window.toString(), sample.numbers()))
                .parameters(BgBbLikelihood::parameters)
                .model(values -> BgBb.of(values[0], values[1], values[2], values[3], window))
                .problems(problem(sample).stream().toList())
                .build();
    }

    private static Optional<Problem> problem(RenewalSample sample) {
        if (sample.clients() == 0) {
            return Optional.of(Problem.of("no clients", COORDINATES));
        }
        if (sample.mostWindows() < FEWEST_WINDOWS) {
            return Optional.of(Problem.of("fewer than three windows were observed", COORDINATES));
        }
        if (sample.repeats() == 0) {
            return Optional.of(Problem.of("nobody bought again", COORDINATES));
        }
        return sample.repeats() == sample.windows()
                ? Optional.of(Problem.of("everybody bought in every window", ImmutableList.of(BUYING, DROP_OUT)))
                : Optional.empty();
    }

    private static ImmutableDoubleArray start(RenewalSample sample) {
        double buying = (double) sample.repeats() / Math.max(1, sample.lastWindows());
        double bounded = Math.max(NEITHER, Math.min(1 - NEITHER, buying));
        return ImmutableDoubleArray.of(logit(bounded), Math.log(2), logit(LEAVING), Math.log(4));
    }

    private static double logit(double share) {
        return Math.log(share) - Math.log1p(-share);
    }

    private static double[] parameters(double[] point) {
        return new double[] {
            bounded(Math.exp(point[1] + logShare(point[0]))),
            bounded(Math.exp(point[1] + logShare(-point[0]))),
            bounded(Math.exp(point[3] + logShare(point[2]))),
            bounded(Math.exp(point[3] + logShare(-point[2])))
        };
    }

    /** Returns the logarithm of the share that has these log odds. */
    private static double logShare(double logit) {
        return Math.min(0, logit) - Math.log1p(Math.exp(-Math.abs(logit)));
    }

    private static double bounded(double parameter) {
        return Math.max(SMALLEST, Math.min(LARGEST, parameter));
    }

    @Override
    public double at(double[] coordinates, double[] gradient, double[][] hessian) {
        Sums sums = new Sums(parameters(coordinates), sample.mostWindows());
        for (int row = 0; row < sample.size(); row++) {
            if (sample.count(row) > 0) {
                sums.add(sample.repeats(row), sample.lastWindow(row), sample.windows(row), sample.count(row));
            }
        }
        for (int block = 0; block < PARAMETERS; block += 2) {
            sums.transform(block);
        }
        for (int i = 0; i < PARAMETERS; i++) {
            gradient[i] = sums.gradient[i];
            hessian[i] = sums.hessian[i].clone();
        }
        return sums.value;
    }

    /** The sums over the histories, at one point. */
    private static final class Sums {

        private final double gamma;
        private final double[] parameters;
        private final RisingTable alphas;
        private final RisingTable betas;
        private final RisingTable purchases;
        private final RisingTable deltas;
        private final RisingTable stays;
        private final double[] gradient = new double[PARAMETERS];
        private final double[][] hessian = new double[PARAMETERS][PARAMETERS];
        private double value;

        private final double[] mean = new double[PARAMETERS];
        private final double[][] square = new double[PARAMETERS][PARAMETERS];
        private final double[] slope = new double[PARAMETERS];

        Sums(double[] parameters, int most) {
            this.parameters = parameters;
            gamma = parameters[2];
            double purchase = parameters[0] + parameters[1];
            double stay = gamma + parameters[3];
            alphas = new RisingTable(parameters[0], purchase, most);
            betas = new RisingTable(parameters[1], purchase, most);
            purchases = new RisingTable(purchase, purchase, most);
            deltas = new RisingTable(parameters[3], stay, most);
            stays = new RisingTable(stay, stay, most + 1);
        }

        /**
         * Adds a history. The likelihood is a sum of terms; the derivatives of its logarithm are the means of those of the logarithms of the terms, the
         * second ones with the covariance of the first ones added.
         */
        void add(int x, int t, int n, long count) {
            clear();
            double total = 0;
            double term = 1;
            for (int s = t; s < n; s++) {
                left(x, s, term * gamma);
                total += term * gamma;
                term *= betas.factor(s - x) / purchases.factor(s) * (deltas.factor(s) / stays.factor(s + 1));
            }
            double stayed = term * stays.factor(n);
            stayed(x, n, stayed);
            total += stayed;
            double before = alphas.log(x) + betas.log(t - x) - purchases.log(t) + deltas.log(t) - stays.log(t + 1);
            value += count * (before - Math.log(stays.base()) + Math.log(total));
            collect(total, count);
        }

        private void left(int x, int s, double weight) {
            slope[2] = 1 / gamma - stays.slope(s + 1);
            slope[3] = deltas.slope(s) - stays.slope(s + 1);
            double bend = stays.bend(s + 1);
            square[2][2] += weight * (bend - 1 / (gamma * gamma));
            square[3][2] += weight * bend;
            square[3][3] += weight * (bend - deltas.bend(s));
            purchase(x, s, weight);
        }

        private void stayed(int x, int n, double weight) {
            slope[2] = -stays.slope(n);
            slope[3] = deltas.slope(n) - stays.slope(n);
            double bend = stays.bend(n);
            square[2][2] += weight * bend;
            square[3][2] += weight * bend;
            square[3][3] += weight * (bend - deltas.bend(n));
            purchase(x, n, weight);
        }

        private void purchase(int x, int s, double weight) {
            slope[0] = alphas.slope(x) - purchases.slope(s);
            slope[1] = betas.slope(s - x) - purchases.slope(s);
            double bend = purchases.bend(s);
            square[0][0] += weight * (bend - alphas.bend(x));
            square[1][0] += weight * bend;
            square[1][1] += weight * (bend - betas.bend(s - x));
            for (int i = 0; i < PARAMETERS; i++) {
                mean[i] += weight * slope[i];
                for (int j = 0; j <= i; j++) {
                    square[i][j] += weight * slope[i] * slope[j];
                }
            }
        }

        private void clear() {
            for (int i = 0; i < PARAMETERS; i++) {
                mean[i] = 0;
                for (int j = 0; j <= i; j++) {
                    square[i][j] = 0;
                }
            }
        }

        private void collect(double total, long count) {
            for (int i = 0; i < PARAMETERS; i++) {
                gradient[i] += count * (mean[i] / total);
                for (int j = 0; j <= i; j++) {
                    double second = square[i][j] / total - mean[i] / total * (mean[j] / total);
                    hessian[i][j] += count * second;
                    hessian[j][i] = hessian[i][j];
                }
            }
        }

        /** Turns the derivatives by two parameters into those by the log odds of the first's share and the logarithm of their sum. */
        void transform(int block) {
            double first = parameters[block];
            double second = parameters[block + 1];
            double sum = first + second;
            double[][] jacobian = {{first * (second / sum), first}, {-first * (second / sum), second}};
            double bend = first * (second / sum) * ((second - first) / sum);
            double tilt = gradient[block] - gradient[block + 1];
            double byShare = tilt * first * (second / sum);
            double bySum = gradient[block] * first + gradient[block + 1] * second;
            multiply(block, jacobian);
            hessian[block][block] += tilt * bend;
            hessian[block][block + 1] += byShare;
            hessian[block + 1][block] += byShare;
            hessian[block + 1][block + 1] += bySum;
            gradient[block] = byShare;
            gradient[block + 1] = bySum;
        }

        /** Replaces the matrix by {@code J' H J}, where {@code J} is the given one in the block and the identity elsewhere. */
        private void multiply(int block, double[][] jacobian) {
            for (int i = 0; i < PARAMETERS; i++) {
                double left = hessian[i][block];
                double right = hessian[i][block + 1];
                hessian[i][block] = left * jacobian[0][0] + right * jacobian[1][0];
                hessian[i][block + 1] = left * jacobian[0][1] + right * jacobian[1][1];
            }
            for (int i = 0; i < PARAMETERS; i++) {
                double upper = hessian[block][i];
                double lower = hessian[block + 1][i];
                hessian[block][i] = upper * jacobian[0][0] + lower * jacobian[1][0];
                hessian[block + 1][i] = upper * jacobian[0][1] + lower * jacobian[1][1];
            }
        }
    }
}
