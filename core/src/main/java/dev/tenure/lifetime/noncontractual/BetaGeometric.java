package dev.tenure.lifetime.noncontractual;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * What BG/NBD and MBG/NBD know of a client after a history. If he is still one, his rate has the law \( \mathrm{Gamma}(A, \beta) \) and his chance to
 * leave at a purchase, independent of it, \( \mathrm{Beta}(a, b) \), with the {@code b} of the model raised by the number of chances to leave that
 * he let pass.
 *
 * @param logOddsOfDeath the logarithm of how much likelier it is that he has left than that he has not; minus infinity if he cannot have left
 * @param shape \( A = r + x \)
 * @param scale \( \beta = \alpha + T \)
 * @param a the first parameter of the law of the chance to leave
 * @param b the second one
 */
record BetaGeometric(double logOddsOfDeath, double shape, double scale, double a, double b) {

    private static final double SERIES = 0.5;
    private static final double PRECISION = 1e-17;
    /** Below, the likelihood is one minus the chance of a purchase. */
    private static final double LITTLE = 0.5;
    /** Below, a regularized beta function may have lost digits to a factor of it that underflows. */
    private static final double TINY = 1e-200;

    /**
     * Returns what is known after a history.
     *
     * @param chances how many chances to leave the client had: one a repeat purchase, and in MBG/NBD one at the first purchase
     */
    static BetaGeometric after(
            double r, double alpha, double a, double b, double repeats, double recency, double age, double chances) {
        double shape = r + repeats;
        double odds = chances == 0
                ? Double.NEGATIVE_INFINITY
                : Math.log(a / (b + (chances - 1))) + shape * Math.log1p((age - recency) / (alpha + recency));
        return new BetaGeometric(odds, shape, alpha + age, a, b + chances);
    }

    /** Returns the log-likelihood of a history, whose chances to leave are counted as in {@link #after}. */
    static double logLikelihood(
            double r, double alpha, double a, double b, double repeats, double recency, double age, double chances) {
        double bought = b / (a + b) * -Math.expm1(-r * Math.log1p(age / alpha));
        if (repeats == 0 && chances > 0 && bought < LITTLE) {
            return Math.log1p(-bought);
        }
        double odds = after(r, alpha, a, b, repeats, recency, age, chances).logOddsOfDeath();
        // the likelier of the two parts, so that the other one is a small correction
        double likelier = odds > 0
                ? Math.log(a / (b + (chances - 1))) - (r + repeats) * Math.log1p(recency / alpha)
                : -(r + repeats) * Math.log1p(age / alpha);
        return LogGammaRatio.rising(r, repeats)
                - repeats * Math.log(alpha)
                + LogGammaRatio.of(b, a + b, chances)
                + likelier
                + Math.log1p(Math.exp(-Math.abs(odds)));
    }

    double alive() {
        return 1 / (1 + Math.exp(logOddsOfDeath));
    }

    /** Returns how many purchases are expected within a horizon. */
    double expected(double horizon) {
        return alive() * expectedIfAlive(horizon);
    }

    /** Returns how many purchases are expected of a client who is still one. */
    double expectedIfAlive(double horizon) {
        return horizon == 0 ? 0 : expectedIfAliveBy(horizon / scale);
    }

    /** Returns the mean of \( (1 - e^{-\lambda p t}) / p \), which over the rate is \( (1 - (1 + p w)^{-A}) / p \) with \( w = t / \beta \) above zero. */
    double expectedIfAliveBy(double w) {
        return BetaNodes.mean(a, b, purchases(w));
    }

    /** Returns nodes for all {@link #purchases} between two values of {@code w}. */
    BetaNodes nodes(double low, double high) {
        return BetaNodes.of(a, b, purchases(low), purchases(high));
    }

    /** Returns what is expected given the chance to leave. */
    BetaNodes.Falling purchases(double w) {
        return (p, weight) -> expectedBy(p, w, weight);
    }

    private double expectedBy(double p, double w, double weight) {
        double z = p * w;
        double logLeft = -shape * log1p(z);
        // where nothing is lost, without the slower function of the library
        double left = logLeft < -SERIES ? 1 - Math.exp(logLeft) : -Math.expm1(logLeft);
        return (left + weight * slope(z, left) / p) / p;
    }

    /** By hand, which is quicker than the library's. */
    private static double log1p(double z) {
        double ratio = 1 + z;
        return Math.log(ratio) + (z - (ratio - 1)) / ratio;
    }

    /** Returns \( 1 - (1 + z)^{-A} - A z (1 + z)^{-A - 1} \). */
    private double slope(double z, double left) {
        return (shape + 2) * z > SERIES ? left - shape * z / (1 + z) * (1 - left) : slopeSeries(z);
    }

    private double slopeSeries(double z) {
        double term = shape * (shape + 1) * z * z;
        double sum = term / 2;
        for (int j = 1; Math.abs(term) > PRECISION * sum; j++) {
            term *= -(shape + 1 + j) * z / j;
            sum += term / (j + 2);
        }
        return sum;
    }

    /** Returns how likely a number of purchases within a horizon is. */
    double probability(double purchases, double horizon) {
        double w = horizon / scale;
        if (purchases == 0) {
            return 1 / (1 + Math.exp(-logOddsOfDeath)) + alive() * Math.exp(-shape * Math.log1p(w));
        }
        return w == 0 ? 0 : alive() * (staying(purchases, w) + leaving(purchases, w));
    }

    /** Returns the probability of so many purchases and that the client stays after each. */
    private double staying(double k, double w) {
        return Math.exp(LogGammaRatio.of(b, a + b, k) + logOfPurchases(k, w));
    }

    /** Returns the logarithm of the probability of so many purchases if the client stays. */
    private double logOfPurchases(double k, double w) {
        return LogGammaRatio.of(shape, 1, k) - shape * Math.log1p(w) - k * Math.log1p(1 / w);
    }

    /** Returns the probability that there is time for so many purchases and that the client leaves at the last one. */
    private double leaving(double k, double w) {
        return Math.exp(LogGammaRatio.of(b, a + b, k - 1)) * a / (a + b + (k - 1)) * inTime(k, w);
    }

    /** Returns the probability that there is time for so many purchases if the client stays. */
    private double inTime(double k, double w) {
        double inTime = w < 1
                ? RegularizedBeta.value(w / (1 + w), k, shape)
                : RegularizedBeta.complement(1 / (1 + w), shape, k);
        return inTime < TINY ? tail(k, w) : inTime;
    }

    /** Returns the same as a sum over the numbers of purchases, which falls at once if it is tiny. */
    private double tail(double k, double w) {
        double term = 1;
        double sum = 1;
        for (double j = k; term > PRECISION * sum; j++) {
            term *= (shape + j) / (j + 1) * (w / (1 + w));
            sum += term;
        }
        return Math.exp(logOfPurchases(k, w)) * sum;
    }

    /**
     * Returns how many purchases are expected for all time, discounted at a force by the unit of time: the mean of \( \lambda / (\delta + p \lambda) \), which over the rate
     * is \( \frac{A}{p} F_{A+1}(\delta \beta / p) \), with {@link ExponentialIntegral}.
     */
    Outcome<Double> discounted(double force) {
        if (force > 0) {
            double delay = force * scale;
            return Outcome.of(alive() * BetaNodes.mean(a, b, (p, weight) -> discountedBy(p, delay, weight)));
        }
        return a > 1
                ? Outcome.of(alive() * (a + b - 1) / (a - 1))
                : Outcome.undefined(
                        Reason.NOT_FINITE, "without a discount the purchases have no finite mean unless a exceeds 1");
    }

    /** Returns how many purchases are expected within a horizon, discounted at a force by the unit of time. */
    double discounted(double force, double horizon) {
        if (force == 0 || horizon == 0) {
            return expected(horizon);
        }
        return alive() * DiscountedStream.of(this, force, horizon).value();
    }

    /** Returns what share of the purchases of those who are clients now is still expected, given the chance to leave: the mean of \( (1 + p w)^{-A - 1} \). */
    BetaNodes.Falling share(double w, double order) {
        return (p, weight) -> {
            double z = p * w;
            return Math.exp(-order * log1p(z)) * (1 + weight * order * w / (1 + z));
        };
    }

    private double discountedBy(double p, double delay, double weight) {
        double argument = delay / p;
        double remainder = ExponentialIntegral.remainder(shape + 1, argument);
        return shape / p / (argument + shape + 1 - remainder) * (1 + weight * remainder / p);
    }

    /** Throws unless the parameters are positive and finite. */
    static void checkParameters(double r, double alpha, double a, double b) {
        checkParameter("r", r);
        checkParameter("alpha", alpha);
        checkParameter("a", a);
        checkParameter("b", b);
    }

    private static void checkParameter(String name, double value) {
        checkArgument(value > 0 && value < Double.POSITIVE_INFINITY, "%s must be positive and finite: %s", name, value);
    }
}
