package dev.tenure.lifetime.noncontractual;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.DiscountRate;
import java.io.Serializable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * BG/NBD: clients buy at random, each at a rate of his own, and after each repeat purchase leave with a chance of their own.
 *
 * <p><b>Formula.</b> Rates have the law \( \mathrm{Gamma}(r, \alpha) \), with mean \( r / \alpha \), chances to leave \( \mathrm{Beta}(a, b) \), with mean
 * \( a / (a + b) \), independent of each other. The likelihood of a history is
 *
 * <p>\[ \frac{\Gamma(r + x) \alpha^r}{\Gamma(r)} \left( \frac{B(a, b + x)}{B(a, b) (\alpha + T)^{r + x}} + [x > 0] \frac{B(a + 1, b + x - 1)}{B(a, b) (\alpha +
 * t_x)^{r + x}} \right), \]
 *
 * <p>of which the first part is that of clients who are still there. Given that, the rate has the law \( \mathrm{Gamma}(r + x, \alpha + T) \) and the chance \( \mathrm{Beta}(a, b + x)
 * \); every expectation is one over these.
 *
 * <p><b>Units.</b> Rates are by {@code unit}; probabilities are fractions in [0, 1].
 *
 * <p><b>Conventions.</b> A client has no chance to leave before his first repeat purchase: whoever bought once is there with probability 1, however long ago it was. Where that is
 * not so, {@link MbgNbd} is the model. All values have at least nine digits, for any parameters from a millionth to a million.
 *
 * <p><b>Errors.</b> Expected purchases for all time without a discount are finite only if {@code a} exceeds 1.
 *
 * <p><b>Source.</b> P. S. Fader, B. G. S. Hardie and K. L. Lee, "Counting your customers" the easy way: an alternative to the Pareto/NBD model, <i>Marketing Science</i> 24
 * (2005), 275-284.
 *
 * @param r the shape of the rates' law, positive and finite; the smaller, the more clients differ
 * @param alpha the inverse scale of the rates' law, positive and finite, in units of time
 * @param a the first parameter of the law of the chance to leave, positive and finite
 * @param b the second parameter of that law, positive and finite
 * @param unit the unit of time, of a fixed length: weeks or a shorter one
 */
public record BgNbd(double r, double alpha, double a, double b, ChronoUnit unit)
        implements PurchaseModel, Serializable {

    /**
     * Creates a model.
     *
     * @param r the shape of the rates' law, positive and finite
     * @param alpha the inverse scale of the rates' law, positive and finite, in units of time
     * @param a the first parameter of the law of the chance to leave, positive and finite
     * @param b the second parameter of that law, positive and finite
     * @param unit the unit of time, of a fixed length: weeks or a shorter one
     */
    public BgNbd {
        BetaGeometric.checkParameters(r, alpha, a, b);
        unit = PurchaseHistory.fixed(unit);
    }

    @Override
    public double logLikelihood(PurchaseHistory history) {
        double repeats = (double) history.repeats();
        return BetaGeometric.logLikelihood(
                r, alpha, a, b, repeats, history.recencyIn(unit), history.ageIn(unit), chances(repeats));
    }

    @Override
    public double probabilityAlive(PurchaseHistory history) {
        return after(history).alive();
    }

    @Override
    public double expectedPurchases(Duration horizon) {
        return atFirstPurchase().expected(units(horizon));
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, Duration horizon) {
        return after(history).expected(units(horizon));
    }

    @Override
    public double probability(long purchases, Duration horizon) {
        return atFirstPurchase().probability(checked(purchases), units(horizon));
    }

    @Override
    public double probability(long purchases, PurchaseHistory history, Duration horizon) {
        return after(history).probability(checked(purchases), units(horizon));
    }

    /**
     * {@inheritDoc}
     *
     * @return the number, zero or more; undefined ({@link Reason#NOT_FINITE}) without a discount if {@code a} is not above 1
     */
    @Override
    public Outcome<Double> discountedExpectedPurchases(PurchaseHistory history, DiscountRate discount) {
        return after(history).discounted(discount.forceBy(unit));
    }

    @Override
    public double discountedExpectedPurchases(PurchaseHistory history, DiscountRate discount, Duration horizon) {
        return after(history).discounted(discount.forceBy(unit), units(horizon));
    }

    /** Returns what is known after a history whose times are in the unit of the model. */
    BetaGeometric after(double repeats, double recency, double age) {
        return BetaGeometric.after(r, alpha, a, b, repeats, recency, age, chances(repeats));
    }

    private BetaGeometric after(PurchaseHistory history) {
        return after((double) history.repeats(), history.recencyIn(unit), history.ageIn(unit));
    }

    private BetaGeometric atFirstPurchase() {
        return after(0, 0, 0);
    }

    /** Returns how many chances to leave a client had. */
    private static double chances(double repeats) {
        return repeats;
    }

    private double units(Duration horizon) {
        checkArgument(!horizon.isNegative(), "horizon must not be negative: %s", horizon);
        return PurchaseHistory.in(horizon, unit);
    }

    private static double checked(long purchases) {
        checkArgument(purchases >= 0, "purchases must not be negative: %s", purchases);
        return (double) purchases;
    }
}
