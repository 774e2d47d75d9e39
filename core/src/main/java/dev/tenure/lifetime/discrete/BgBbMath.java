package dev.tenure.lifetime.discrete;

import static dev.tenure.lifetime.discrete.RisingFactorials.logShare;

/**
 * The functions of {@link BgBb} on numbers. A client with {@code x} purchases, the last in window {@code t} of {@code n}, either still was one in
 * window {@code n} or left before a window {@code s + 1}, with {@code s} from {@code t} to {@code n - 1}: each of these has a probability, and consecutive
 * ones a simple ratio, so that all figures are sums of positive terms.
 */
final class BgBbMath {

    private static final double LARGE = 1e200;

    private final double alpha;
    private final double beta;
    private final double gamma;
    private final double delta;

    BgBbMath(double alpha, double beta, double gamma, double delta) {
        this.alpha = alpha;
        this.beta = beta;
        this.gamma = gamma;
        this.delta = delta;
    }

    /** Returns the functions for clients of whom it is known that they still were clients at the end of the history. */
    BgBbMath given(int x, int n) {
        return new BgBbMath(alpha + x, beta + (n - x), gamma, delta + n);
    }

    double logLikelihood(int x, int t, int n) {
        if (x == n) {
            return logShare(alpha, beta, n) + logShare(delta, gamma, n);
        }
        double before = logShare(alpha, beta, x)
                + logShare(beta, alpha + x, t - x)
                + logShare(delta, gamma, t)
                - Math.log(gamma + delta + t);
        double log = before + Math.log(new History(x, t, n).total);
        // near zero the complement keeps the digits
        return x == 0 && log > -Math.log(2) ? Math.log1p(-anyPurchase(n)) : log;
    }

    /** Returns the probability of a purchase in the first {@code n} windows: the sum of those that the first one is in a certain window. */
    private double anyPurchase(int n) {
        double term = alpha / (alpha + beta) * (delta / (gamma + delta));
        double sum = term;
        for (int k = 1; k < n; k++) {
            term *= (beta + (k - 1)) / (alpha + beta + k) * ((delta + k) / (gamma + delta + k));
            sum += term;
        }
        return sum;
    }

    /** Returns how many times likelier it is that somebody has left than that he has not. */
    double oddsOfHavingLeft(int x, int t, int n) {
        double term = 1;
        double sum = 0;
        for (int s = n - 1; s >= t; s--) {
            term *= (alpha + beta + s) / (beta + (s - x));
            sum += term * (gamma / (delta + s));
            term *= (gamma + delta + s) / (delta + s);
        }
        return sum;
    }

    double buyingProbability(int x, int t, int n) {
        return new History(x, t, n).buying();
    }

    double dropOutProbability(int x, int t, int n) {
        return new History(x, t, n).dropOut();
    }

    /** Returns the probability that a client of today still is one after some windows. */
    double survival(int windows) {
        return Math.exp(logShare(delta, gamma, windows));
    }

    double departure(int windows) {
        return -Math.expm1(logShare(delta, gamma, windows));
    }

    /** Returns the purchases that a client of today is expected to make. */
    double expected(int windows) {
        return alpha / (alpha + beta) * RisingFactorials.survived(gamma, delta, windows);
    }

    double discounted(double force) {
        return alpha / (alpha + beta) * BetaGeometric.discounted(gamma, delta, force);
    }

    /** Returns the probability that a client of today makes {@code x} purchases in the next {@code n} windows. */
    double probability(int x, int n) {
        if (x > n) {
            return 0;
        }
        double log = logShare(alpha, beta, x) + logShare(delta, gamma, x) - Math.log(gamma + delta + x);
        double term = 1;
        double sum = 0;
        for (int s = x; s < n; s++) {
            sum += term * gamma;
            term *= next(x, s) * ((s + 1.0) / (s + 1.0 - x));
            if (term > LARGE) {
                log += Math.log(LARGE);
                term /= LARGE;
                sum /= LARGE;
            }
        }
        return Math.exp(log + Math.log(sum + term * (gamma + delta + n)));
    }

    /** Returns by how much the term of window {@code s} grows to that of the next. */
    private double next(int x, int s) {
        return (beta + (s - x)) / (alpha + beta + s) * ((delta + s) / (gamma + delta + s + 1));
    }

    /** The terms of a history, relative to that of having left just after the last purchase and without its factor {@code gamma}. */
    private final class History {

        private final int x;
        private final int t;
        private final int n;
        private final double[] terms;
        private final double total;

        History(int x, int t, int n) {
            this.x = x;
            this.t = t;
            this.n = n;
            terms = new double[n - t + 1];
            double term = 1;
            double sum = 0;
            for (int s = t; s < n; s++) {
                terms[s - t] = term * gamma;
                sum += terms[s - t];
                term *= next(x, s);
            }
            terms[n - t] = term * (gamma + delta + n);
            total = sum + terms[n - t];
        }

        double buying() {
            double sum = 0;
            for (int s = t; s <= n; s++) {
                sum += terms[s - t] * ((alpha + x) / (alpha + beta + s));
            }
            return sum / total;
        }

        double dropOut() {
            double sum = terms[n - t] * (gamma / (gamma + delta + n));
            for (int s = t; s < n; s++) {
                sum += terms[s - t] * ((gamma + 1) / (gamma + delta + s + 1));
            }
            return sum / total;
        }
    }
}
