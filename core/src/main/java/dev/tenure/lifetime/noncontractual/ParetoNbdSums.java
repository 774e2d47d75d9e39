package dev.tenure.lifetime.noncontractual;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.Trigamma;

/**
 * The log-likelihood of the Pareto/NBD model with its first and second derivatives by the logarithms of {@code r}, {@code alpha}, {@code s} and {@code beta}, added up over
 * histories in ascending order of repeats.
 *
 * <p>The likelihood of a history is a sum of products of powers: that of being alive and, at each node of the integral, that of having left then. Its derivatives are moments of the
 * derivatives of the logarithms of these products, so that one pass over the nodes serves all.
 */
final class ParetoNbdSums {

    static final int PARAMETERS = 4;

    /** Gaps between numbers of repeats up to which sums over them are taken term by term. */
    private static final double LONGEST_SUM = 100_000;
    /** A product of powers that is lower than its highest by as many powers of e is below the last digit. */
    private static final double NEGLIGIBLE = 42;
    /** Where an exponent is lower, the integral may not end early. */
    private static final double STEEP = 8;

    private final double r;
    private final double alpha;
    private final double s;
    private final double beta;

    /** The repeats for which the three sums below stand. */
    private long repeats;

    private double logRising;
    private double firstRising;
    private double secondRising;

    private double logLikelihood;
    private final double[] first = new double[PARAMETERS];
    private final double[][] second = new double[PARAMETERS][PARAMETERS];

    // moments over the nodes of one history: the mass, the derivatives and their products, all times the mass
    private double mass;
    private double n0;
    private double n1;
    private double n2;
    private double n3;
    private double n00;
    private double n01;
    private double n02;
    private double n03;
    private double n11;
    private double n12;
    private double n13;
    private double n22;
    private double n23;
    private double n33;
    // the curvature by beta differs between those who left and those who are alive
    private double curvatureByBeta;
    private double curvatureByBoth;

    ParetoNbdSums(double r, double alpha, double s, double beta) {
        this.r = r;
        this.alpha = alpha;
        this.s = s;
        this.beta = beta;
    }

    double logLikelihood() {
        return logLikelihood;
    }

    double first(int parameter) {
        return first[parameter];
    }

    double second(int parameter, int other) {
        return parameter <= other ? second[parameter][other] : second[other][parameter];
    }

    /** Adds histories; their repeats are not below those added before. */
    void add(long x, double recency, double age, double count) {
        riseTo(x);
        double shape = r + x;
        double buying = alpha + recency;
        double leaving = beta + recency;
        double silence = age - recency;
        double logBuying = log1p(recency / alpha);
        double logLeaving = log1p(recency / beta);
        double silentBuying = log1p(silence / buying);
        double silentLeaving = log1p(silence / leaving);
        if (silence > 0) {
            integrate(x, recency, logBuying, logLeaving, end(silence, shape, 1 / buying, s + 1, 1 / leaving));
        } else {
            clear();
        }
        double alive = Math.exp(-shape * silentBuying - s * silentLeaving);
        double total = alive + mass;
        double before = logRising - x * Math.log(buying) - r * logBuying - s * logLeaving;
        logLikelihood += count * (before + Math.log(total));
        addAlive(x, age, alive, -r * (logBuying + silentBuying), -s * (logLeaving + silentLeaving));
        addDerivatives(x, total, count);
    }

    /** Returns how far into the silence the integrand matters. */
    static double end(double silence, double shape, double byBuying, double other, double byLeaving) {
        return Math.min(end(silence, shape, byBuying), end(silence, other, byLeaving));
    }

    private static double end(double silence, double exponent, double by) {
        return exponent >= STEEP && exponent * silence * by > NEGLIGIBLE
                ? Math.min(silence, Math.expm1(NEGLIGIBLE / exponent) / by)
                : silence;
    }

    private void clear() {
        mass = 0;
        n0 = n1 = n2 = n3 = 0;
        n00 = n01 = n02 = n03 = 0;
        n11 = n12 = n13 = 0;
        n22 = n23 = n33 = 0;
    }

    /** Fills in the moments. One loop over locals, because most of the time of a fit is spent here. */
    private void integrate(long x, double recency, double logBuying, double logLeaving, double until) {
        double shape = r + x;
        double other = s + 1;
        double byBuying = 1 / (alpha + recency);
        double byLeaving = 1 / (beta + recency);
        SilenceNodes nodes = SilenceNodes.of(Math.log1p((Math.max(1, shape) * byBuying + other * byLeaving) * until));
        double scale = s * byLeaving * until;
        double m = 0;
        double m0 = 0;
        double m1 = 0;
        double m2 = 0;
        double m3 = 0;
        double m00 = 0;
        double m01 = 0;
        double m02 = 0;
        double m03 = 0;
        double m11 = 0;
        double m12 = 0;
        double m13 = 0;
        double m22 = 0;
        double m23 = 0;
        double m33 = 0;
        int size = nodes.size();
        for (int i = 0; i < size; i++) {
            double y = until * nodes.share(i);
            double a = y * byBuying;
            double b = y * byLeaving;
            double logA = log1p(a);
            double logB = log1p(b);
            double p = scale * nodes.weight(i) * Math.exp(-shape * logA - other * logB);
            double d0 = -r * (logBuying + logA);
            double d1 = shape * (recency + y) * byBuying / (1 + a) - x;
            double d2 = 1 - s * (logLeaving + logB);
            double d3 = other * (recency + y) * byLeaving / (1 + b) - 1;
            double p0 = p * d0;
            double p1 = p * d1;
            double p2 = p * d2;
            double p3 = p * d3;
            m += p;
            m0 += p0;
            m1 += p1;
            m2 += p2;
            m3 += p3;
            m00 += p0 * d0;
            m01 += p0 * d1;
            m02 += p0 * d2;
            m03 += p0 * d3;
            m11 += p1 * d1;
            m12 += p1 * d2;
            m13 += p1 * d3;
            m22 += p2 * d2;
            m23 += p2 * d3;
            m33 += p3 * d3;
        }
        mass = m;
        n0 = m0;
        n1 = m1;
        n2 = m2;
        n3 = m3;
        n00 = m00;
        n01 = m01;
        n02 = m02;
        n03 = m03;
        n11 = m11;
        n12 = m12;
        n13 = m13;
        n22 = m22;
        n23 = m23;
        n33 = m33;
    }

    /** Adds to the moments that of being alive, as one more node. */
    private void addAlive(long x, double age, double alive, double d0, double d2) {
        double d1 = (r + x) * age / (alpha + age) - x;
        double d3 = s * age / (beta + age);
        double other = s + 1;
        double leftShares = (n3 + mass) / other;
        curvatureByBoth = s * leftShares + alive * d3;
        curvatureByBeta = (n33 + 2 * n3 + mass) / other - (n3 + mass) + alive * (d3 * d3 / s - d3);
        n0 += alive * d0;
        n1 += alive * d1;
        n2 += alive * d2;
        n3 += alive * d3;
        n00 += alive * d0 * d0;
        n01 += alive * d0 * d1;
        n02 += alive * d0 * d2;
        n03 += alive * d0 * d3;
        n11 += alive * d1 * d1;
        n12 += alive * d1 * d2;
        n13 += alive * d1 * d3;
        n22 += alive * d2 * d2;
        n23 += alive * d2 * d3;
        n33 += alive * d3 * d3;
    }

    private void addDerivatives(long x, double total, double count) {
        double shape = r + x;
        double e0 = n0 / total;
        double e1 = n1 / total;
        double e2 = n2 / total;
        double e3 = n3 / total;
        double left = mass / total;
        double squares = (n11 + 2.0 * x * n1) / total + (double) x * x;
        first[0] += count * (firstRising + e0);
        first[1] += count * e1;
        first[2] += count * e2;
        first[3] += count * e3;
        second[0][0] += count * (n00 / total - e0 * e0 + secondRising + e0);
        second[0][1] += count * (n01 / total - e0 * e1 + r * (e1 + x) / shape);
        second[0][2] += count * (n02 / total - e0 * e2);
        second[0][3] += count * (n03 / total - e0 * e3);
        second[1][1] += count * (n11 / total - e1 * e1 + squares / shape - (e1 + x));
        second[1][2] += count * (n12 / total - e1 * e2);
        second[1][3] += count * (n13 / total - e1 * e3);
        second[2][2] += count * (n22 / total - e2 * e2 + e2 - left);
        second[2][3] += count * (n23 / total - e2 * e3 + curvatureByBoth / total);
        second[3][3] += count * (n33 / total - e3 * e3 + curvatureByBeta / total);
    }

    /** Takes the logarithm of {@code r (r + 1) ... (r + x - 1)} and its derivatives by that of {@code r} on to more repeats. */
    private void riseTo(long x) {
        if (x - repeats > LONGEST_SUM) {
            logRising = LogGamma.value((double) x) - LogBeta.value(r, (double) x);
            double digamma = r * (Digamma.value(r + x) - Digamma.value(r));
            firstRising = digamma;
            secondRising = digamma + r * r * (Trigamma.value(r + x) - Trigamma.value(r));
            repeats = x;
        }
        for (; repeats < x; repeats++) {
            double share = r / (r + repeats);
            logRising += Math.log(r + repeats);
            firstRising += share;
            secondRising += share * repeats / (r + repeats);
        }
    }

    /** As {@link Math#log1p} for numbers not below zero, to the last digits but one, in less time. */
    static double log1p(double value) {
        double sum = 1 + value;
        double exact = sum - 1;
        return exact > 0 ? Math.log(sum) * (value / exact) : value;
    }
}
