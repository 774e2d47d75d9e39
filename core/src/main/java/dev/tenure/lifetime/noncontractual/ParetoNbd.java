package dev.tenure.lifetime.noncontractual;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.DiscountRate;
import java.io.Serializable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The Pareto/NBD model with known parameters: as long as he is one, a client buys at his own rate at any time, and he may leave at any time, whether he buys or not.
 *
 * <p><b>Formula.</b> A client buys as a Poisson process with rate \( \lambda \) until he leaves after an exponential time with rate \( \mu \); over the clients,
 * \( \lambda \) follows a gamma law with shape {@code r} and rate {@code alpha}, and \( \mu \), independently, one with shape {@code s} and rate {@code beta}. With
 * \( h(u) = (\alpha+u)^{-(r+x)} (\beta+u)^{-s} \), \[ L = \frac{\Gamma(r+x)}{\Gamma(r)} \alpha^r \beta^s \left( h(T) + s \int_{t_x}^{T} \frac{h(u)}{\beta+u} du \right), \quad
 * P(\text{alive}) = \frac{h(T)}{h(T) + s \int_{t_x}^{T} h(u) / (\beta+u) \, du} . \] Given that a client is alive at {@code T}, the model goes on for him
 * with {@code r + x}, {@code alpha + T}, {@code s} and {@code beta + T}. A new client is expected to make \( \frac{r \beta}{\alpha} \cdot \frac{1 - (1 + t/\beta)^{1-s}}{s-1} \) purchases.
 *
 * <p><b>Units.</b> {@code alpha} and {@code beta} are times in the unit: {@code r / alpha} is the mean number of purchases and {@code s / beta} the mean
 * rate of leaving in one unit. {@code r} and {@code s} are numbers.
 *
 * <p><b>Conventions.</b> Integrals of positive functions take the place of the hypergeometric functions of the literature, which lose their digits
 * or overflow where clients buy often. Where {@code s} is 1 the limit is taken.
 *
 * <p><b>Source.</b> D. C. Schmittlein, D. G. Morrison and R. Colombo, "Counting Your Customers: Who Are They and What Will They Do Next?", <i>Management Science</i> 33 (1987), 1-24; P. S. Fader and
 * B. G. S. Hardie, "A Note on Deriving the Pareto/NBD Model and Related Expressions" (2005); the residual value: P. S. Fader, B. G. S. Hardie and K. L. Lee, "RFM and CLV: Using
 * Iso-Value Curves for Customer Base Analysis", <i>Journal of Marketing Research</i> 42 (2005), 415-430.
 *
 * @param r the shape of the rates of buying, above zero, finite; the smaller, the more the clients differ
 * @param alpha the rate of the rates of buying, in units of time, above zero, finite
 * @param s the shape of the rates of leaving, above zero, finite; the smaller, the more the clients differ
 * @param beta the rate of the rates of leaving, in units of time, above zero, finite
 * @param unit the unit of time, of a fixed length: weeks or a shorter one
 */
public record ParetoNbd(double r, double alpha, double s, double beta, ChronoUnit unit)
        implements PurchaseModel, Serializable {

    /** Below, the likelihood is one minus what has been lost since the last purchase. */
    private static final double LITTLE = 0.5;

    /**
     * Creates a model.
     *
     * @param r the shape of the rates of buying, above zero, finite
     * @param alpha the rate of the rates of buying, in units of time, above zero, finite
     * @param s the shape of the rates of leaving, above zero, finite
     * @param beta the rate of the rates of leaving, in units of time, above zero, finite
     * @param unit the unit of time, of a fixed length: weeks or a shorter one
     */
    public ParetoNbd {
        checkParameter("r", r);
        checkParameter("alpha", alpha);
        checkParameter("s", s);
        checkParameter("beta", beta);
        unit = PurchaseHistory.fixed(unit);
    }

    private static void checkParameter(String name, double value) {
        checkArgument(value > 0 && value < Double.POSITIVE_INFINITY, "%s must be positive and finite: %s", name, value);
    }

    @Override
    public double logLikelihood(PurchaseHistory history) {
        double x = (double) history.repeats();
        double recency = history.recencyIn(unit);
        double before =
                -x * Math.log(alpha + recency) - r * Math.log1p(recency / alpha) - s * Math.log1p(recency / beta);
        return logRising(r, x) + before + logSilence(x, recency, silence(history));
    }

    /** Returns the logarithm of the likelihood of the time since the last purchase, relative to that of what came before. */
    private double logSilence(double x, double recency, double silence) {
        double buying = alpha + recency;
        double leaving = beta + recency;
        double most = Math.min((r + x) * Math.log1p(silence / buying), (r + x) / buying * leaving / s);
        if (most < LITTLE) {
            PowerIntegral bought = new PowerIntegral(0, buying, r + x + 1, leaving, s, 0, silence);
            return Math.log1p(-(r + x) / buying * Math.exp(bought.log()));
        }
        double alive = -(r + x) * Math.log1p(silence / buying) - s * Math.log1p(silence / leaving);
        double left = logLeft(x, recency, silence);
        return Math.max(alive, left) + Math.log1p(Math.exp(-Math.abs(alive - left)));
    }

    /** Returns the logarithm of the likelihood that a client left since his last purchase, relative to that of what came before. */
    private double logLeft(double x, double recency, double silence) {
        double leaving = beta + recency;
        return Math.log(s / leaving) + new PowerIntegral(0, alpha + recency, r + x, leaving, s + 1, 0, silence).log();
    }

    @Override
    public double probabilityAlive(PurchaseHistory history) {
        return 1 / (1 + oddsOfLeaving(history));
    }

    /** Returns the odds of having left; infinite where they exceed all numbers. */
    private double oddsOfLeaving(PurchaseHistory history) {
        return oddsOfLeaving((double) history.repeats(), history.recencyIn(unit), silence(history));
    }

    double oddsOfLeaving(double x, double recency, double silence) {
        return Math.exp(logLeft(x, recency, silence)
                + (r + x) * Math.log1p(silence / (alpha + recency))
                + s * Math.log1p(silence / (beta + recency)));
    }

    @Override
    public double expectedPurchases(Duration horizon) {
        return r / alpha * timeAsClient(0, horizonIn(horizon));
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, Duration horizon) {
        double age = history.ageIn(unit);
        double rate = (r + history.repeats()) / (alpha + age);
        return probabilityAlive(history) * rate * timeAsClient(age, horizonIn(horizon));
    }

    /** Returns the mean time until the horizon for which one who is a client now will be one. */
    double timeAsClient(double age, double horizon) {
        double growth = Math.log1p(horizon / (beta + age));
        double excess = s - 1;
        return (beta + age) * (excess == 0 ? growth : -Math.expm1(-excess * growth) / excess);
    }

    @Override
    public double probability(long purchases, Duration horizon) {
        return probability(purchases, horizonIn(horizon));
    }

    @Override
    public double probability(long purchases, PurchaseHistory history, Duration horizon) {
        double odds = oddsOfLeaving(history);
        double age = history.ageIn(unit);
        ParetoNbd next = new ParetoNbd(r + history.repeats(), alpha + age, s, beta + age, unit);
        double alive = 1 / (1 + odds) * next.probability(purchases, horizonIn(horizon));
        return purchases > 0 ? alive : Math.min(1, alive + (odds < 1 ? odds / (1 + odds) : 1 / (1 + 1 / odds)));
    }

    private double probability(long purchases, double horizon) {
        checkArgument(purchases >= 0, "purchases must not be negative: %s", purchases);
        if (horizon == 0) {
            return purchases == 0 ? 1 : 0;
        }
        double k = (double) purchases;
        double ways = k == 0 ? 0 : -Math.log(k) - LogBeta.value(r, k);
        double bought = k == 0 ? 0 : -k * Math.log1p(alpha / horizon);
        double alive = bought - r * Math.log1p(horizon / alpha) - s * Math.log1p(horizon / beta);
        double left = Math.log(s / beta) + new PowerIntegral(k, alpha, r, beta, s + 1, 0, horizon).log();
        return Math.min(1, Math.exp(ways + alive) + Math.exp(ways + left));
    }

    @Override
    public Outcome<Double> discountedExpectedPurchases(PurchaseHistory history, DiscountRate discount) {
        double force = discount.forceBy(unit);
        if (force == 0 && s <= 1) {
            return Outcome.undefined(Reason.NOT_FINITE, "without a discount, purchases have no end unless s exceeds 1");
        }
        double age = history.ageIn(unit);
        double rate = (r + history.repeats()) / (alpha + age);
        double value = probabilityAlive(history) * rate * discountedTimeAsClient(age, force);
        return Double.isFinite(value)
                ? Outcome.of(value)
                : Outcome.undefined(Reason.NOT_FINITE, "with so low a discount, purchases exceed all numbers");
    }

    @Override
    public double discountedExpectedPurchases(PurchaseHistory history, DiscountRate discount, Duration horizon) {
        double force = discount.forceBy(unit);
        if (force == 0) {
            return expectedPurchases(history, horizon);
        }
        double age = history.ageIn(unit);
        PowerIntegral time = new PowerIntegral(0, beta + age, s, 1, 0, force, horizonIn(horizon));
        return probabilityAlive(history) * (r + history.repeats()) / (alpha + age) * Math.exp(time.log());
    }

    private double discountedTimeAsClient(double age, double force) {
        return force == 0
                ? (beta + age) / (s - 1)
                : Math.exp(new PowerIntegral(0, beta + age, s, 1, 0, force, Double.POSITIVE_INFINITY).log());
    }

    private double silence(PurchaseHistory history) {
        return PurchaseHistory.in(history.age().minus(history.recency()), unit);
    }

    private double horizonIn(Duration horizon) {
        checkArgument(!horizon.isNegative(), "horizon must not be negative: %s", horizon);
        return PurchaseHistory.in(horizon, unit);
    }

    /** Returns the logarithm of {@code r (r + 1) ... (r + x - 1)}. */
    private static double logRising(double r, double x) {
        return x == 0 ? 0 : LogGamma.value(x) - LogBeta.value(r, x);
    }
}
