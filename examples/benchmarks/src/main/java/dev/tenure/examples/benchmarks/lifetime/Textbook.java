package dev.tenure.examples.benchmarks.lifetime;

import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * A BG/NBD fit as one writes it without a library for it: the likelihood of P. S. Fader, B. G. S. Hardie and K. L. Lee (2005) customer by customer, searched by
 * the simplex of Nelder and Mead, from Commons Math, as most packages do.
 */
final class Textbook {

    private static final double DAYS_A_WEEK = 7;
    private static final double PRECISION = 1e-10;
    private static final int MOST_EVALUATIONS = 2000;

    private Textbook() {}

    /** Returns r, alpha in weeks, a and b. */
    static double[] bgNbd(Customers customers) {
        double[] logs = new SimplexOptimizer(new SimpleValueChecker(PRECISION, -1))
                .optimize(
                        new MaxEval(MOST_EVALUATIONS),
                        new ObjectiveFunction(logLikelihood(customers)),
                        GoalType.MAXIMIZE,
                        new InitialGuess(new double[4]),
                        new NelderMeadSimplex(4))
                .getPoint();
        double[] parameters = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            parameters[i] = Math.exp(logs[i]);
        }
        return parameters;
    }

    private static MultivariateFunction logLikelihood(Customers customers) {
        return logs -> {
            double sum = 0;
            for (int i = 0; i < customers.rows(); i++) {
                sum += logLikelihood(
                        logs, customers.repeats[i], customers.recency[i] / DAYS_A_WEEK, customers.age[i] / DAYS_A_WEEK);
            }
            return sum;
        };
    }

    private static double logLikelihood(double[] logs, int x, double recency, double age) {
        double r = Math.exp(logs[0]);
        double alpha = Math.exp(logs[1]);
        double a = Math.exp(logs[2]);
        double b = Math.exp(logs[3]);
        double common = Gamma.logGamma(r + x) - Gamma.logGamma(r) + r * logs[1];
        double stays = Beta.logBeta(a, b + x) - Beta.logBeta(a, b) - (r + x) * Math.log(alpha + age);
        if (x == 0) {
            return common + stays;
        }
        double leaves = Beta.logBeta(a + 1, b + x - 1) - Beta.logBeta(a, b) - (r + x) * Math.log(alpha + recency);
        double larger = Math.max(stays, leaves);
        return common + larger + Math.log(Math.exp(stays - larger) + Math.exp(leaves - larger));
    }
}
