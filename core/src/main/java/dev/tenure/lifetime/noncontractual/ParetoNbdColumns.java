package dev.tenure.lifetime.noncontractual;

import java.util.Arrays;

/**
 * What the Pareto/NBD model says of many clients at once.
 *
 * <p>The integral from a time to infinity is, relative to the product of powers there, \( \frac{s}{r+x+s} \cdot \frac{\alpha+u}{\beta+u} \cdot
 * {}_2F_1(1, s+1; r+x+s+1; \frac{\beta-\alpha}{\beta+u}) \), or \( \frac{s}{r+x+s} \cdot {}_2F_1(1, r+x; r+x+s+1; \frac{\alpha-\beta}{\alpha+u}) \) where {@code alpha} is the
 * larger: a series of positive terms that falls faster than a geometric one. What lies between the last purchase and the end is the difference of two of them; it loses digits only
 * where it is nothing beside the likelihood of being alive, so that P(alive) loses none. Each depends on the number of purchases and one time only, which many clients share: the latest are kept. Where the
 * series is slow, nodes take its place.
 */
final class ParetoNbdColumns {

    /** Up to this argument the series is fast enough. */
    private static final double LARGEST_ARGUMENT = 0.95;
    /** More than the series has terms at the largest argument. */
    private static final int MOST_TERMS = 800;

    private static final double NEGLIGIBLE = 1e-17;
    /** Ratios are kept for fewer repeats than this. */
    private static final int MOST_REPEATS = 1024;
    /** Above, the difference of two logarithms has fewer than eleven digits. */
    private static final double LARGEST_LOGARITHM = 20_000;
    /** How many pairs of purchases and a time are kept: two to the power of this. */
    private static final int KEPT_BITS = 15;

    private static final int HASH_SHIFT = Long.SIZE - KEPT_BITS;
    private static final long HASH_FACTOR = 0x9E37_79B9_7F4A_7C15L;
    private static final double[] NONE = {};

    private final ParetoNbd model;
    private final double horizon;
    private final double r;
    private final double alpha;
    private final double s;
    private final double beta;
    private final double larger;
    private final double gap;
    /** The ratios of consecutive terms by repeats, without the argument. */
    private final double[][] ratios = new double[MOST_REPEATS][];

    // what is kept, by a hash of the purchases and the time
    private final int[] keptRepeats = new int[1 << KEPT_BITS];
    private final double[] keptTime = new double[1 << KEPT_BITS];
    /** The logarithm of the product of powers at time zero to that at the time. */
    private final double[] falls = new double[1 << KEPT_BITS];
    /** The integral from the time to infinity, relative to the product of powers. */
    private final double[] tails = new double[1 << KEPT_BITS];
    /** The purchases expected within the horizon of one who is alive at the time. */
    private final double[] purchases = new double[1 << KEPT_BITS];

    private ParetoNbdColumns(ParetoNbd model, double horizon) {
        this.model = model;
        this.horizon = horizon;
        r = model.r();
        alpha = model.alpha();
        s = model.s();
        beta = model.beta();
        larger = Math.max(alpha, beta);
        gap = Math.abs(alpha - beta);
        Arrays.fill(ratios, NONE);
        Arrays.fill(keptTime, Double.NaN);
    }

    /** Fills in P(alive) of each client; all columns have the same length, and times are in the unit of the model. */
    static void probabilitiesAlive(ParetoNbd model, int[] repeats, double[] recency, double[] age, double[] into) {
        ParetoNbdColumns columns = new ParetoNbdColumns(model, 0);
        for (int i = 0; i < into.length; i++) {
            into[i] = columns.probabilityAlive(repeats[i], recency[i], age[i], columns.slot(repeats[i], age[i]));
        }
    }

    /** Fills in the purchases expected of each client within the horizon after his history. */
    static void expectedPurchases(
            ParetoNbd model, int[] repeats, double[] recency, double[] age, double horizon, double[] into) {
        ParetoNbdColumns columns = new ParetoNbdColumns(model, horizon);
        for (int i = 0; i < into.length; i++) {
            int end = columns.slot(repeats[i], age[i]);
            double ifAlive = columns.purchases[end];
            into[i] = columns.probabilityAlive(repeats[i], recency[i], age[i], end) * ifAlive;
        }
    }

    /** Returns where the figures of purchases and a time are. */
    private int slot(int x, double time) {
        long hash = (Double.doubleToRawLongBits(time) + x * HASH_FACTOR) * HASH_FACTOR;
        int slot = (int) ((hash ^ (hash << KEPT_BITS)) >>> HASH_SHIFT);
        if (keptTime[slot] != time || keptRepeats[slot] != x) {
            keptTime[slot] = time;
            keptRepeats[slot] = x;
            falls[slot] = fall(r + x, 0, time);
            tails[slot] = isQuick(x, time) ? tail(x, time) : 0;
            purchases[slot] = (r + x) / (alpha + time) * model.timeAsClient(time, horizon);
        }
        return slot;
    }

    /** Returns P(alive); the figures at the end are in their place. */
    private double probabilityAlive(int x, double recency, double age, int end) {
        if (!isQuick(x, recency) || falls[end] > LARGEST_LOGARITHM) {
            return 1 / (1 + oddsByNodes(r + x, recency, age - recency));
        }
        double atEnd = falls[end];
        double tailAtEnd = tails[end];
        int last = slot(x, recency);
        return 1 / (1 + Math.max(0, tails[last] * Math.exp(atEnd - falls[last]) - tailAtEnd));
    }

    private boolean isQuick(int x, double time) {
        return gap <= LARGEST_ARGUMENT * (larger + time) && x < MOST_REPEATS;
    }

    private double tail(int x, double from) {
        double[] ratio = ratios[x];
        if (ratio.length == 0) {
            ratio = ratios(r + x);
            ratios[x] = ratio;
        }
        double argument = gap / (larger + from);
        double term = 1;
        double sum = 1;
        for (int n = 0; n < ratio.length && term > NEGLIGIBLE; n++) {
            term *= ratio[n] * argument;
            sum += term;
        }
        return s / (r + x + s) * (alpha <= beta ? sum * (alpha + from) / (beta + from) : sum);
    }

    private double[] ratios(double shape) {
        double[] ratio = new double[MOST_TERMS];
        double upper = alpha <= beta ? s + 1 : shape;
        double term = 1;
        int n = 0;
        for (; n < MOST_TERMS && term > NEGLIGIBLE; n++) {
            ratio[n] = (upper + n) / (shape + s + 1 + n);
            term *= ratio[n] * LARGEST_ARGUMENT;
        }
        return Arrays.copyOf(ratio, n);
    }

    /** Returns the logarithm of the product of powers at a time to that later on. */
    private double fall(double shape, double from, double time) {
        return shape * log1p(time / (alpha + from)) + s * log1p(time / (beta + from));
    }

    private double oddsByNodes(double shape, double recency, double silence) {
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
        return s * byLeaving * until * sum * Math.exp(fall(shape, recency, silence));
    }

    private static double log1p(double value) {
        return ParetoNbdSums.log1p(value);
    }
}
