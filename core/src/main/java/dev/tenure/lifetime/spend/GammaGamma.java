package dev.tenure.lifetime.spend;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import org.joda.money.CurrencyUnit;

/**
 * The Gamma-Gamma model of what clients spend per transaction, with known parameters. Fitted by {@link ClientSpend}.
 *
 * <p><b>Formula.</b> A transaction of a client is gamma distributed with shape {@code p} and rate \( \nu \), so that he spends \( p / \nu \) on average; over the
 * clients \( \nu \) is gamma distributed with shape {@code q} and rate \( \gamma \). The density of the mean {@code m} of {@code x} transactions is
 * \[ f(m) = \frac{1}{m B(p x, q)} \left(\frac{\gamma}{\gamma + m x}\right)^q \left(\frac{m x}{\gamma + m x}\right)^{p x}. \]
 * The mean over all clients is \( p \gamma / (q - 1) \). Who has spent {@code m x} in {@code x} transactions is one of a population with \( p, q + p x,
 * \gamma + m x \): {@link #given}; every figure here is one of a population, and of one client if taken from there.
 *
 * <p><b>Units.</b> \( \gamma \) is in major units of the currency; scaling all amounts scales it alone. What is estimated in floating point becomes money at
 * twelve decimal places, half to even.
 *
 * <p><b>Conventions.</b> A client's <em>spend</em> is what he spends per transaction in the long run, not what he happened to spend. Spend does not depend on how
 * often he buys; {@link SpendIndependence} tests that.
 *
 * <p><b>Errors.</b> With \( q \le 1 \) the mean is infinite and refused, not negative; the median is always there.
 *
 * <p><b>Source.</b> P. S. Fader and B. G. S. Hardie, "The Gamma-Gamma Model of Monetary Value" (note 025), 2013; P. S. Fader, B. G. S. Hardie and K. L. Lee,
 * "RFM and CLV", <i>Journal of Marketing Research</i> 42 (2005), 415-430.
 *
 * @param p the shape of the transactions of one client, above zero: the larger the less they vary
 * @param q the shape of the distribution over the clients, above zero: the larger the more alike they are
 * @param gamma the rate of the distribution over the clients, in major units, above zero
 * @param currency the currency
 */
public record GammaGamma(double p, double q, double gamma, CurrencyUnit currency) implements Serializable {

    private static final int SCALE = 12;

    /**
     * Creates a model.
     *
     * @param p the shape of the transactions of one client, positive and finite
     * @param q the shape of the distribution over the clients, positive and finite
     * @param gamma the rate of the distribution over the clients, in major units, positive and finite
     * @param currency the currency
     */
    public GammaGamma {
        checkParameter("p", p);
        checkParameter("q", q);
        checkParameter("gamma", gamma);
        Objects.requireNonNull(currency, "currency");
    }

    /**
     * Returns a model.
     *
     * @param p the shape of the transactions of one client, positive and finite
     * @param q the shape of the distribution over the clients, positive and finite
     * @param gamma the rate of the distribution over the clients, in major units, positive and finite
     * @param currency the currency
     * @return the model
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static GammaGamma of(double p, double q, double gamma, CurrencyUnit currency) {
        return new GammaGamma(p, q, gamma, currency);
    }

    /**
     * Returns the model of one client, by what he has spent so far.
     *
     * @param history the history; without transactions the model stays as it is
     * @return the model whose figures are those of the client
     * @throws IllegalArgumentException if the history is in another currency
     */
    public GammaGamma given(SpendHistory history) {
        return new GammaGamma(p, p * history.transactions() + q, gamma + total(history), currency);
    }

    /**
     * Returns the logarithm of the likelihood of a history.
     *
     * @param history the history
     * @return the logarithm of the density of its mean spend, by major unit; zero without transactions
     * @throws IllegalArgumentException if the history is in another currency
     */
    public double logLikelihood(SpendHistory history) {
        double total = total(history);
        return history.transactions() == 0
                ? 0
                : GammaGammaMath.logDensity(p, q, gamma, (double) history.transactions(), total);
    }

    /**
     * Returns the mean spend as a number, for figures that are computed on.
     *
     * @return the mean of the clients' mean spends, which is that of all transactions, in major units, above zero; undefined ({@link Reason#NOT_FINITE}) if
     *     {@code q} is 1 or less, with the median in the detail
     */
    public Outcome<Double> mean() {
        return q > 1 ? finite(p * (gamma / (q - 1))) : Outcome.undefined(Reason.NOT_FINITE, infiniteMean());
    }

    /**
     * Returns the median spend as a number, for figures that are computed on.
     *
     * @return what half of the clients spend on average per transaction at most, in major units, above zero; undefined ({@link Reason#NOT_FINITE}) if it is beyond
     *     the largest number, as it can be with {@code q} near zero
     */
    public Outcome<Double> median() {
        return finite(GammaGammaMath.quantileOfMean(p, q, gamma, 1.0 / 2));
    }

    /**
     * Returns the mean spend.
     *
     * @return {@link #mean()} as money
     */
    public Outcome<ExactMoney> meanSpend() {
        return mean().map(this::money);
    }

    /**
     * Returns the median spend, which exists where the mean does not.
     *
     * @return {@link #median()} as money
     */
    public Outcome<ExactMoney> medianSpend() {
        return median().map(this::money);
    }

    /**
     * Returns a quantile of the clients' mean spends: of one client, what is believed of him.
     *
     * @param share the share of the clients, in (0, 1)
     * @return what this share of the clients spends on average per transaction at most; undefined ({@link Reason#NOT_FINITE}) beyond the largest number
     * @throws IllegalArgumentException if the share is out of range
     */
    public Outcome<ExactMoney> spendQuantile(double share) {
        checkShare(share);
        return finite(GammaGammaMath.quantileOfMean(p, q, gamma, share)).map(this::money);
    }

    /**
     * Returns a quantile of a single transaction: the next one of a client taken at random.
     *
     * @param share the share of the transactions, in (0, 1)
     * @return what the transaction amounts to at most with this probability; undefined ({@link Reason#NOT_FINITE}) beyond the largest number
     * @throws IllegalArgumentException if the share is out of range
     */
    public Outcome<ExactMoney> transactionQuantile(double share) {
        checkShare(share);
        return finite(GammaGammaMath.quantileOfTransaction(p, q, gamma, share)).map(this::money);
    }

    private String infiniteMean() {
        return medianSpend()
                .map(median -> String.format(
                        Locale.ROOT,
                        "infinite mean, as q is 1 or less; the median is %s",
                        median.toMoney(RoundingMode.HALF_UP)))
                .toOptional()
                .orElse("infinite mean, as q is 1 or less");
    }

    private ExactMoney money(double amount) {
        return ExactMoney.of(currency, new BigDecimal(amount).setScale(SCALE, RoundingMode.HALF_EVEN));
    }

    private double total(SpendHistory history) {
        checkArgument(
                currency.equals(history.total().getCurrencyUnit()),
                "currency must be %s: %s",
                currency,
                history.total().getCurrencyUnit());
        return history.total().getAmount().doubleValue();
    }

    private static Outcome<Double> finite(double amount) {
        return amount < Double.POSITIVE_INFINITY
                ? Outcome.of(amount)
                : Outcome.undefined(Reason.NOT_FINITE, "beyond the largest number");
    }

    private static void checkParameter(String name, double value) {
        checkArgument(value > 0 && value < Double.POSITIVE_INFINITY, "%s must be positive and finite: %s", name, value);
    }

    private static void checkShare(double share) {
        checkArgument(share > 0 && share < 1, "share must be in (0, 1): %s", share);
    }
}
