package dev.tenure.lifetime.noncontractual;

import java.util.Arrays;

/**
 * One evaluation of the log-likelihood of BG/NBD or MBG/NBD and its derivatives, in a pass over the rows of a sample.
 *
 * <p>With \( m \) chances to leave and \( A = r + x \), that of a row is
 *
 * <p>\[ x \log \mu + \sum_{j < x} \log(1 + j / r) - \sum_{j < m} \log(1 + a / (b + j)) - A \ell + \log(1 + e^d), \qquad d = \log \frac{a}{b + m - 1} + A D, \]
 *
 * <p>where \( \ell = \log(1 + T / \alpha) \) and \( D = \log((\alpha + T) / (\alpha + t_x)) \). With \( \tau = T / (\alpha + T) \) and \( \theta = \tau (1 - \tau) \), \( \ell \) falls
 * with the logarithm of \( \alpha \) by \( \tau \), and \( \tau \) by \( \theta \); their differences between \( T \) and \( t_x \) do likewise. Rows ascend by \( x \): what depends on it alone
 * is carried along, and a block of rows that share it is a few sums. No term is a difference of large ones, however near a bound the point is.
 */
final class BetaGeometricSums {

    private static final int RATE = 0;
    private static final int SIZE = 1;
    private static final int SHARE = 2;
    private static final int CONCENTRATION = 3;
    private static final int COORDINATES = 4;
    private static final int VALUE = COORDINATES;
    private static final int BLOCK = 128;

    private final PurchaseSample sample;
    private final int chancesAtFirst;
    private final double logRate;
    private final double r;
    private final double alpha;
    private final ChanceSums chances;
    private final CompensatedSums sums = new CompensatedSums(COORDINATES + 1);
    private final double[][] curvature;

    private BetaGeometricSums(PurchaseSample sample, int chancesAtFirst, double[] point, double[][] curvature) {
        this.sample = sample;
        this.chancesAtFirst = chancesAtFirst;
        this.curvature = curvature;
        logRate = point[RATE];
        r = Math.exp(point[SIZE]);
        alpha = Math.exp(point[SIZE] - point[RATE]);
        chances = new ChanceSums(r, 1 / (1 + Math.exp(-point[SHARE])), Math.exp(point[CONCENTRATION]));
    }

    /**
     * Returns the log-likelihood and fills in its derivatives.
     *
     * @param chancesAtFirst how many chances to leave there are at the first purchase: 0 in BG/NBD, 1 in MBG/NBD
     */
    static double at(PurchaseSample sample, int chancesAtFirst, double[] point, double[] gradient, double[][] hessian) {
        for (double[] row : hessian) {
            Arrays.fill(row, 0);
        }
        BetaGeometricSums sums = new BetaGeometricSums(sample, chancesAtFirst, point, hessian);
        sums.addAll();
        for (int i = 0; i < COORDINATES; i++) {
            gradient[i] = sums.sums.get(i);
            for (int j = 0; j < i; j++) {
                hessian[i][j] = hessian[j][i];
            }
        }
        return sums.sums.get(VALUE);
    }

    private void addAll() {
        int from = 0;
        while (from < sample.size()) {
            long repeats = sample.repeats(from);
            chances.advance((double) repeats, (double) repeats + chancesAtFirst);
            int most = Math.min(from + BLOCK, sample.size());
            int to = from + 1;
            while (to < most && sample.repeats(to) == repeats) {
                to++;
            }
            add(from, to, (double) repeats);
            if (chances.chances() > 0) {
                addLeaving(from, to, r + (double) repeats);
            }
            from = to;
        }
    }

    /** Adds the rows as if none could have left. */
    private void add(int from, int to, double repeats) {
        double count = 0;
        double sumOfLogs = 0;
        double sumOfTau = 0;
        double sumOfTheta = 0;
        double inverse = 1 / alpha;
        for (int i = from; i < to; i++) {
            double weight = (double) sample.count(i);
            double age = sample.age(i);
            double rest = alpha / (alpha + age);
            double tau = age / (alpha + age);
            count += weight;
            sumOfLogs += weight * log1p(age * inverse, rest);
            sumOfTau += weight * tau;
            sumOfTheta += weight * (tau * rest);
        }
        double shape = r + repeats;
        sums.add(VALUE, count * (repeats * logRate + chances.value()) - shape * sumOfLogs);
        sums.add(RATE, count * repeats - shape * sumOfTau);
        sums.add(SIZE, count * chances.bySize() + (shape * sumOfTau - r * sumOfLogs));
        sums.add(SHARE, count * chances.byShare());
        sums.add(CONCENTRATION, count * chances.byConcentration());
        curvature[RATE][RATE] -= shape * sumOfTheta;
        curvature[RATE][SIZE] += shape * sumOfTheta - r * sumOfTau;
        curvature[SIZE][SIZE] += count * chances.bySizeTwice() + r * (2 * sumOfTau - sumOfLogs) - shape * sumOfTheta;
        curvature[SHARE][SHARE] += count * chances.byShareTwice();
        curvature[SHARE][CONCENTRATION] += count * chances.byShareAndConcentration();
        curvature[CONCENTRATION][CONCENTRATION] += count * chances.byConcentrationTwice();
    }

    /** Adds what it changes that the clients of the rows may have left at their last chance; {@code q} is the probability that they have. */
    private void addLeaving(int from, int to, double shape) {
        double lastLogOdds = chances.lastLogOdds();
        double value = 0;
        double product = 1;
        double q0 = 0;
        double q1 = 0;
        double qDelta = 0;
        double qTheta = 0;
        double v0 = 0;
        double v1 = 0;
        double vDelta = 0;
        double v2 = 0;
        double v1Delta = 0;
        double vDelta2 = 0;
        for (int i = from; i < to; i++) {
            double weight = (double) sample.count(i);
            double age = sample.age(i);
            double recency = sample.recency(i);
            double now = 1 / (alpha + age);
            double then = 1 / (alpha + recency);
            double silence = (age - recency) * then;
            double logs = log1p(silence, (alpha + recency) * now);
            double delta = alpha * now * silence;
            double theta = alpha * now * (age * now) - alpha * then * (recency * then);
            double odds = lastLogOdds + shape * logs;
            double small = Math.exp(-Math.abs(odds));
            double probable = 1 / (1 + small);
            value += weight * Math.max(odds, 0);
            if (weight == 1) {
                product *= 1 + small;
            } else {
                value += weight * Math.log1p(small);
            }
            double q = weight * (odds > 0 ? probable : small * probable);
            double v = weight * small * probable * probable;
            q0 += q;
            q1 += q * logs;
            qDelta += q * delta;
            qTheta += q * theta;
            v0 += v;
            v1 += v * logs;
            vDelta += v * delta;
            v2 += v * logs * logs;
            v1Delta += v * logs * delta;
            vDelta2 += v * delta * delta;
        }
        sums.add(VALUE, value + Math.log(product));
        addFirst(shape, q0, q1, qDelta);
        double square = shape * shape * vDelta2;
        double cross = r * shape * v1Delta;
        curvature[RATE][RATE] += shape * qTheta + square;
        curvature[RATE][SIZE] += r * qDelta - shape * qTheta + cross - square;
        curvature[SIZE][SIZE] += r * (q1 - 2 * qDelta) + shape * qTheta + r * r * v2 - 2 * cross + square;
        addMixed(RATE, shape * vDelta);
        addMixed(SIZE, r * v1 - shape * vDelta);
        addChances(q0, v0);
    }

    private void addFirst(double shape, double q0, double q1, double qDelta) {
        sums.add(RATE, shape * qDelta);
        sums.add(SIZE, r * q1 - shape * qDelta);
        sums.add(SHARE, chances.lastByShare() * q0);
        sums.add(CONCENTRATION, chances.lastByConcentration() * q0);
    }

    private void addMixed(int coordinate, double v) {
        curvature[coordinate][SHARE] += chances.lastByShare() * v;
        curvature[coordinate][CONCENTRATION] += chances.lastByConcentration() * v;
    }

    private void addChances(double q0, double v0) {
        double share = chances.lastByShare();
        double concentration = chances.lastByConcentration();
        curvature[SHARE][SHARE] += chances.lastByShareTwice() * q0 + share * share * v0;
        curvature[SHARE][CONCENTRATION] += chances.lastByShareAndConcentration() * q0 + share * concentration * v0;
        curvature[CONCENTRATION][CONCENTRATION] +=
                chances.lastByConcentrationTwice() * q0 + concentration * concentration * v0;
    }

    /** Returns the logarithm of {@code 1 + x} with the digits that the sum loses, given the inverse of the sum: much quicker than the library's. */
    private static double log1p(double x, double inverse) {
        double sum = 1 + x;
        return Math.log(sum) + (x - (sum - 1)) * inverse;
    }
}
