package dev.tenure.lifetime.noncontractual;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the Pareto/NBD model says of many clients at once.
 *
 * <p>The integral from a time to infinity is, relative to the product of powers there, \( \frac{s}{r+x+s} \cdot \frac{\alpha+u}{\beta+u} \cdot
 * {}_2F_1(1, s+1; r+x+s+1; \frac{\beta-\alpha}{\beta+u}) \), or \( \frac{s}{r+x+s} \cdot {}_2F_1(1, r+x; r+x+s+1; \frac{\alpha-\beta}{\alpha+u}) \) where {@code alpha} is the
 * larger: a series of positive terms that falls faster than a geometric one. What lies between the last purchase and the end is the difference of two of them; it loses digits only
 * where it is nothing beside the likelihood of being alive, so that P(alive) loses none. Where the series is slow, nodes take its place.
 */
final class ParetoNbdColumns {

    /** Up to this argument the series is faster than the nodes. */
    private static final double LARGEST_ARGUMENT = 0.6;
    /** So many terms are right to the last digit at the largest argument. */
    private static final int TERMS = 80;

    private static final double NEGLIGIBLE = 1e-17;
    /** Ratios are kept for fewer repeats than this. */
    private static final int MOST_REPEATS = 4096;
    /** A power of two. */
    private static final int AGES = 1024;

    private static final int HASH_SHIFT = 32;
    private static final long HASH_FACTOR = 0x9E37_79B9_7F4A_7C15L;

    private final double r;
    private final double alpha;
    private final double s;
    private final double beta;
    private final double larger;
    private final double gap;
    /** The ratios of consecutive terms by repeats, without the argument. */
    private final double @Nullable [][] ratios = new double[MOST_REPEATS][];

    private final ParetoNbd model;
    private final double horizon;
    // many clients are of one age, and many of those have not bought again
    private final double[] ages = new double[AGES];
    private final double[] times = new double[AGES];
    private final double[] withoutRepeats = new double[AGES];

    private ParetoNbdColumns(ParetoNbd model, double horizon) {
        this.model = model;
        this.horizon = horizon;
        r = model.r();
        alpha = model.alpha();
        s = model.s();
        beta = model.beta();
        larger = Math.max(alpha, beta);
        gap = Math.abs(alpha - beta);
        Arrays.fill(ages, Double.NaN);
    }

    /** Fills in P(alive) of each client; all columns have the same length, and times are in the unit of the model. */
    static void probabilitiesAlive(ParetoNbd model, int[] repeats, double[] recency, double[] age, double[] into) {
        ParetoNbdColumns columns = new ParetoNbdColumns(model, 0);
        for (int i = 0; i < into.length; i++) {
            into[i] = columns.probabilityAlive(repeats[i], recency[i], age[i], columns.slot(age[i]));
        }
    }

    /** Fills in the purchases expected of each client within the horizon after his history. */
    static void expectedPurchases(
            ParetoNbd model, int[] repeats, double[] recency, double[] age, double horizon, double[] into) {
        ParetoNbdColumns columns = new ParetoNbdColumns(model, horizon);
        for (int i = 0; i < into.length; i++) {
            int slot = columns.slot(age[i]);
            into[i] = columns.probabilityAlive(repeats[i], recency[i], age[i], slot)
                    * (model.r() + repeats[i])
                    * columns.times[slot];
        }
    }

    /** Returns where the figures of an age are. */
    private int slot(double age) {
        int slot = (int) (Double.doubleToRawLongBits(age) * HASH_FACTOR >>> HASH_SHIFT) & (AGES - 1);
        if (ages[slot] != age) {
            ages[slot] = age;
            times[slot] = model.timeAsClient(age, horizon) / (alpha + age);
            withoutRepeats[slot] = Double.NaN;
        }
        return slot;
    }

    private double probabilityAlive(int x, double recency, double age, int slot) {
        if (x > 0) {
            return probabilityAlive(x, recency, age);
        }
        if (Double.isNaN(withoutRepeats[slot])) {
            withoutRepeats[slot] = probabilityAlive(0, 0, age);
        }
        return withoutRepeats[slot];
    }

    private double probabilityAlive(int x, double recency, double age) {
        double shape = r + x;
        double silence = age - recency;
        double fall = Math.exp(
                shape * log1p(silence / (alpha + recency)) + s * log1p(silence / (beta + recency)));
        double odds = gap > LARGEST_ARGUMENT * (larger + recency) || x >= MOST_REPEATS
                ? oddsByNodes(shape, recency, silence, fall)
                : oddsBySeries(x, recency, age, fall);
        return 1 / (1 + Math.max(0, odds));
    }

    private double oddsBySeries(int x, double recency, double age, double fall) {
        double[] ratio = ratios[x];
        if (ratio == null) {
            ratio = ratios(r + x);
            ratios[x] = ratio;
        }
        return s / (r + x + s) * (tail(ratio, recency) * fall - tail(ratio, age));
    }

    private double[] ratios(double shape) {
        double[] ratio = new double[TERMS];
        double upper = alpha <= beta ? s + 1 : shape;
        for (int n = 0; n < TERMS; n++) {
            ratio[n] = (upper + n) / (shape + s + 1 + n);
        }
        return ratio;
    }

    private double tail(double[] ratio, double from) {
        double argument = gap / (larger + from);
        double term = 1;
        double sum = 1;
        for (int n = 0; n < TERMS && term > NEGLIGIBLE; n++) {
            term *= ratio[n] * argument;
            sum += term;
        }
        return alpha <= beta ? sum * (alpha + from) / (beta + from) : sum;
    }

    private double oddsByNodes(double shape, double recency, double silence, double fall) {
        if (silence == 0) {
            return 0;
        }
        double byBuying = 1 / (alpha + recency);
        double byLeaving = 1 / (beta + recency);
        double until = ParetoNbdSums.end(silence, shape, byBuying, s + 1, byLeaving);
        SilenceNodes nodes = SilenceNodes.of(Math.log1p((Math.max(1, shape) * byBuying + (s + 1) * byLeaving) * until));
        double sum = 0;
        for (int i = 0; i < nodes.size(); i++) {
            double y = until * nodes.share(i);
            sum += nodes.weight(i) * Math.exp(-shape * log1p(y * byBuying) - (s + 1) * log1p(y * byLeaving));
        }
        return s * byLeaving * until * sum * fall;
    }

    private static double log1p(double value) {
        return ParetoNbdSums.log1p(value);
    }
}
