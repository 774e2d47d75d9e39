package dev.tenure.lifetime.contractual;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.DiscountRate;
import java.util.Arrays;
import java.util.Objects;

/**
 * Sums of survival, discounted by the renewal.
 *
 * <p>The first terms are summed one by one. The rest is an integral with Gregory's correction by differences, which for a function as smooth as survival
 * at that age leaves nothing; the integral is over the logarithm of time, in which also the slowest tail is short.
 */
final class RenewalSums {

    /** How many terms are summed one by one. */
    private static final int DIRECT = 128;
    /** Up to which horizon all terms are. */
    private static final int MOST_DIRECT = 2048;

    private static final double NEGLIGIBLE = 1e-18;
    private static final double PANEL = 0.5;
    /** Beyond such a power of time, relative to the parameters, survival is a power of time to the last digit. */
    private static final double LOGARITHM_OF_PRECISION = 40;

    /** The positive half of the nodes of Gauss and Legendre's rule of 16, with their weights. */
    private static final double[] NODES = {
        0.09501250983763744, 0.2816035507792589, 0.45801677765722737, 0.6178762444026438,
        0.755404408355003, 0.8656312023878318, 0.9445750230732326, 0.9894009349916499
    };

    private static final double[] WEIGHTS = {
        0.1894506104550685, 0.18260341504492358, 0.16915651939500254, 0.14959598881657674,
        0.12462897125553388, 0.09515851168249279, 0.06225352393864789, 0.02715245941175409
    };

    /** The coefficients of the differences from the zeroth on: those of {@code x / log(1 + x)} from {@code x} on. */
    private static final double[] GREGORY = gregory(13);

    private final double alpha;
    private final double beta;
    private final double power;
    private final double survived;
    private final double force;

    private RenewalSums(double alpha, double beta, double power, int survived, double force) {
        this.alpha = alpha;
        this.beta = beta;
        this.power = power;
        this.survived = survived;
        this.force = force;
    }

    /** Returns the number of the next renewal. */
    static int next(int survived) {
        return Math.addExact(Renewals.notNegative("survived", survived), 1);
    }

    /** Returns what the next payment is worth if it comes. */
    static double weight(RetentionModel model, RenewalTiming timing, DiscountRate discount) {
        return switch (Objects.requireNonNull(timing, "timing")) {
            case BEFORE_RENEWAL -> 1;
            case AFTER_RENEWAL -> Math.exp(-Renewals.force(discount, model.period()));
        };
    }

    /** Returns the sum over all {@code k >= 0} of the discounted survival of {@code k} more renewals. */
    static Outcome<Double> whole(RetentionModel model, int survived, DiscountRate discount) {
        Renewals.notNegative("survived", survived);
        double force = Renewals.force(discount, model.period());
        double sum = model instanceof Geometric alike
                ? 1 / lossOf(alike.theta(), force)
                : of(model, survived, force).whole();
        return sum < Double.POSITIVE_INFINITY
                ? Outcome.of(sum)
                : Outcome.undefined(Reason.NOT_FINITE, "the mean lifetime is infinite");
    }

    /** Returns the sum over {@code k < terms}. */
    static double first(RetentionModel model, int survived, DiscountRate discount, int terms) {
        Renewals.notNegative("survived", survived);
        Renewals.notNegative("periods", terms);
        double force = Renewals.force(discount, model.period());
        return model instanceof Geometric alike
                ? -Math.expm1(terms * (Math.log1p(-alike.theta()) - force)) / lossOf(alike.theta(), force)
                : of(model, survived, force).first(terms);
    }

    /** Returns what of a payment is lost from one period to the next, by leaving or by discounting. */
    private static double lossOf(double theta, double force) {
        return theta - (1 - theta) * Math.expm1(-force);
    }

    private static RenewalSums of(RetentionModel model, int survived, double force) {
        if (model instanceof ShiftedBetaGeometric mixed) {
            return new RenewalSums(mixed.alpha(), mixed.beta(), 1, survived, force);
        }
        BetaDiscreteWeibull ageing = (BetaDiscreteWeibull) model;
        return new RenewalSums(ageing.alpha(), ageing.beta(), ageing.c(), survived, force);
    }

    private double whole() {
        if (force == 0 && alpha * power <= 1) {
            return Double.POSITIVE_INFINITY;
        }
        if (force == 0 && power == 1) {
            return (alpha + beta + survived - 1) / (alpha - 1);
        }
        double sum = direct(DIRECT);
        return term(DIRECT) * DIRECT <= NEGLIGIBLE * NEGLIGIBLE
                ? sum
                : sum + integral(Math.log(DIRECT), Double.POSITIVE_INFINITY) + correction(DIRECT);
    }

    private double first(int terms) {
        return terms <= MOST_DIRECT
                ? direct(terms)
                : direct(DIRECT) + integral(Math.log(DIRECT), Math.log(terms)) + correction(DIRECT) - correction(terms);
    }

    private double direct(int terms) {
        return power == 1 ? stepped(terms) : termwise(terms);
    }

    private double termwise(int terms) {
        double sum = 0;
        for (int k = terms - 1; k >= 0; k--) {
            sum += term(k);
        }
        return sum;
    }

    /** Without ageing each term follows from the one before, without a logarithm. */
    private double stepped(int terms) {
        double discounted = Math.exp(-force);
        double term = 1;
        double sum = 0;
        for (int k = 0; k < terms; k++) {
            sum += term;
            double kept = beta + survived + k;
            term *= discounted * (kept / (alpha + kept));
        }
        return sum;
    }

    private double term(double more) {
        return Math.exp(logSurvival(more, Math.log(survived + more)) - force * more);
    }

    private double logSurvival(double more, double logTo) {
        if (more == 0) {
            return 0;
        }
        return power == 1 && more < Double.POSITIVE_INFINITY
                ? BetaRatio.log(alpha, beta + survived, more)
                : BetaRatio.logOfPowers(alpha, beta, power, survived, more, logTo);
    }

    /** Returns the integral of the discounted survival over the number of renewals, between two logarithms of it. */
    private double integral(double from, double to) {
        double width = PANEL / Math.max(1, power);
        double sum = 0;
        double before = 0;
        for (double u = from; u < to; u += width) {
            double panel = panel(u, Math.min(width, to - u));
            sum += panel;
            double ratio = panel / before;
            // past its peak the integrand falls ever faster, so that the rest is less than a geometric series
            if (ratio < 1 && panel * ratio <= NEGLIGIBLE * (1 - ratio) * sum) {
                return sum;
            }
            if (force == 0 && to == Double.POSITIVE_INFINITY && isPowerFrom(u + width)) {
                return sum + integrand(u + width) / (alpha * power - 1) * (1 + survived * Math.exp(-u - width));
            }
            before = panel;
        }
        return sum;
    }

    private boolean isPowerFrom(double u) {
        double logTo = u + Math.log1p(survived * Math.exp(-u));
        return power * logTo > LOGARITHM_OF_PRECISION + Math.log1p(alpha) + Math.log1p(alpha + beta);
    }

    private double panel(double from, double width) {
        double half = width / 2;
        double middle = from + half;
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            double offset = half * NODES[i];
            sum += WEIGHTS[i] * (integrand(middle - offset) + integrand(middle + offset));
        }
        return half * sum;
    }

    private double integrand(double u) {
        double more = Math.exp(u);
        double logTo = u + Math.log1p(survived * Math.exp(-u));
        double discounted = force == 0 ? 0 : force * more;
        return Math.exp(u + logSurvival(more, logTo) - discounted);
    }

    /** Returns what the sum from a term on exceeds the integral by. */
    private double correction(int start) {
        double[] differences = new double[GREGORY.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = term((double) start + i);
        }
        double sum = 0;
        for (int order = 0; order < GREGORY.length; order++) {
            sum += GREGORY[order] * differences[0];
            for (int i = 0; i + 1 < GREGORY.length - order; i++) {
                differences[i] = differences[i + 1] - differences[i];
            }
        }
        return sum;
    }

    private static double[] gregory(int orders) {
        double[] series = new double[orders + 1];
        series[0] = 1;
        for (int n = 1; n <= orders; n++) {
            double sign = -1;
            for (int k = n - 1; k >= 0; k--) {
                series[n] -= sign * series[k] / (n - k + 1);
                sign = -sign;
            }
        }
        return Arrays.copyOfRange(series, 1, orders + 1);
    }
}
