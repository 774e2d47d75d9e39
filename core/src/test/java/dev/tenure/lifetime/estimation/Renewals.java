package dev.tenure.lifetime.estimation;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * Renewals of clients whose chance to leave at each renewal is drawn from a beta law: lost[t - 1] left at renewal t, kept are still there after the last.
 * The likelihood of the tests, written as sums of logarithms of odds.
 */
final class Renewals {

    private final long[] lost;
    private final long kept;

    Renewals(long kept, long... lost) {
        this.kept = kept;
        this.lost = lost;
    }

    /** A law of the chance to leave. */
    record Law(double alpha, double beta) {

        double survival(int renewals) {
            double share = 1;
            for (int t = 1; t <= renewals; t++) {
                share *= (beta + (t - 1)) / (alpha + beta + (t - 1));
            }
            return share;
        }

        double mean() {
            return alpha / (alpha + beta);
        }

        /** The expected number of renewals still to come, discounted, of a client who was there after some. */
        double residual(int renewals, double discount) {
            double sum = 0;
            double share = 1;
            for (int t = renewals + 1; t <= renewals + 200; t++) {
                share *= (beta + (t - 1)) / (alpha + beta + (t - 1)) / (1 + discount);
                sum += share;
            }
            return sum;
        }
    }

    static Renewals drawn(Law law, int clients, int renewals, SplittableRandom random) {
        long[] lost = new long[renewals];
        long kept = 0;
        for (int i = 0; i < clients; i++) {
            // the survival does not depend on how the chance is drawn: the next loss has probability alpha / (alpha +
            // beta + t - 1)
            int t = 1;
            while (t <= renewals && random.nextDouble() >= law.alpha() / (law.alpha() + law.beta() + (t - 1))) {
                t++;
            }
            if (t <= renewals) {
                lost[t - 1]++;
            } else {
                kept++;
            }
        }
        return new Renewals(kept, lost);
    }

    long clients() {
        long sum = kept;
        for (long count : lost) {
            sum += count;
        }
        return sum;
    }

    ModelLikelihood<Law> likelihood() {
        return ModelLikelihood.<Law>builder()
                .name("sBG")
                .coordinates(ImmutableList.of(Coordinate.logarithmOf("alpha"), Coordinate.logarithmOf("beta")))
                .parameterNames(ImmutableList.of("alpha", "beta"))
                .observations(clients())
                .start(ImmutableDoubleArray.of(0, 0))
                .logLikelihood(this::at)
                .resampled(seed -> resampled(seed).likelihood())
                .sample(SampleIdentity.of(
                        "renewals",
                        LongStream.concat(LongStream.of(kept), LongStream.of(lost))
                                .asDoubleStream()))
                .parameters(point -> new double[] {Math.exp(point[0]), Math.exp(point[1])})
                .model(parameters -> new Law(parameters[0], parameters[1]))
                .build();
    }

    Renewals resampled(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] drawn = new long[lost.length + 1];
        for (long i = 0; i < clients(); i++) {
            long rank = random.nextLong(clients());
            int row = 0;
            while (row < lost.length && rank >= lost[row]) {
                rank -= lost[row++];
            }
            drawn[row]++;
        }
        return new Renewals(drawn[lost.length], java.util.Arrays.copyOf(drawn, lost.length));
    }

    private double at(double[] point, double[] gradient, double[][] hessian) {
        double alpha = Math.exp(point[0]);
        double beta = Math.exp(point[1]);
        double sum = 0;
        double[] first = new double[2];
        double[] second = new double[3];
        long there = clients();
        for (int t = 1; t <= lost.length; t++) {
            long stayed = there - lost[t - 1];
            double all = alpha + beta + (t - 1);
            double good = beta + (t - 1);
            sum += lost[t - 1] * Math.log(alpha / all) + stayed * Math.log(good / all);
            first[0] += lost[t - 1] / alpha - there / all;
            first[1] += stayed / good - there / all;
            second[0] += -lost[t - 1] / (alpha * alpha) + there / (all * all);
            second[1] += there / (all * all);
            second[2] += -stayed / (good * good) + there / (all * all);
            there = stayed;
        }
        gradient[0] = alpha * first[0];
        gradient[1] = beta * first[1];
        hessian[0][0] = alpha * alpha * second[0] + gradient[0];
        hessian[0][1] = alpha * beta * second[1];
        hessian[1][0] = hessian[0][1];
        hessian[1][1] = beta * beta * second[2] + gradient[1];
        return sum;
    }
}
