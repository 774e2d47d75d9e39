package dev.tenure.lifetime.discrete;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.DiscountRate;
import java.io.Serializable;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * The beta-geometric/beta-Bernoulli model (BG/BB) with known parameters: in each window a client may leave for good, unseen, and if he has not, buys or does
 * not buy. Fitted by {@link DiscreteBuyTillYouDie}.
 *
 * <p><b>Formula.</b> Before each window a client leaves with probability \( \theta \), else he buys in it with probability {@code p}; over the clients
 * \( p \sim \mathrm{Beta}(\alpha, \beta) \) and \( \theta \sim \mathrm{Beta}(\gamma, \delta) \), independent. The likelihood of a history is
 * \[ L = \frac{B(\alpha + x, \beta + n - x)}{B(\alpha, \beta)} \frac{B(\gamma, \delta + n)}{B(\gamma, \delta)} + \sum_{s = t_x}^{n - 1} \frac{B(\alpha +
 * x, \beta + s - x)}{B(\alpha, \beta)} \frac{B(\gamma + 1, \delta + s)}{B(\gamma, \delta)} \]
 * and the probability of being alive at {@code n} is the share of its first term. Who is alive at {@code n} is a new client of the model with \( \alpha +
 * x, \beta + n - x, \gamma, \delta + n \); every conditional figure follows from that.
 *
 * <p><b>Units.</b> Time is counted in windows, each as long as {@link #window()}.
 *
 * <p><b>Conventions.</b> Purchases are repeat purchases: the window in which a client was won is not counted. A client just won has the history
 * {@code (0, 0, 0)}. All figures keep nine digits or more at any parameters; a probability below \(10^{-300}\) may be 0.
 *
 * <p><b>Errors.</b> Numbers of windows or purchases below zero are {@link IllegalArgumentException}s.
 *
 * <p><b>Source.</b> P. S. Fader, B. G. S. Hardie and J. Shang, "Customer-Base Analysis in a Discrete-Time Noncontractual Setting", <i>Marketing
 * Science</i> 29 (2010), 1086-1108.
 *
 * @param alpha the first parameter of the probability to buy, above zero: its mean is {@code alpha / (alpha + beta)}
 * @param beta the second parameter of the probability to buy, above zero
 * @param gamma the first parameter of the probability to leave, above zero: its mean is {@code gamma / (gamma + delta)}
 * @param delta the second parameter of the probability to leave, above zero
 * @param window the length of a window, above zero
 */
public record BgBb(double alpha, double beta, double gamma, double delta, Period window) implements Serializable {

    /**
     * Creates a model.
     *
     * @param alpha the first parameter of the probability to buy, positive and finite
     * @param beta the second parameter of the probability to buy, positive and finite
     * @param gamma the first parameter of the probability to leave, positive and finite
     * @param delta the second parameter of the probability to leave, positive and finite
     * @param window the length of a window, positive
     */
    public BgBb {
        checkParameter("alpha", alpha);
        checkParameter("beta", beta);
        checkParameter("gamma", gamma);
        checkParameter("delta", delta);
        checkWindow(window);
    }

    /**
     * Returns a model.
     *
     * @param alpha the first parameter of the probability to buy, positive and finite
     * @param beta the second parameter of the probability to buy, positive and finite
     * @param gamma the first parameter of the probability to leave, positive and finite
     * @param delta the second parameter of the probability to leave, positive and finite
     * @param window the length of a window, positive
     * @return the model
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static BgBb of(double alpha, double beta, double gamma, double delta, Period window) {
        return new BgBb(alpha, beta, gamma, delta, window);
    }

    /**
     * Returns the logarithm of the likelihood of a history.
     *
     * @param history the history
     * @return the logarithm of the probability of just this row of windows with and without a purchase, zero or less
     */
    public double logLikelihood(RenewalHistory history) {
        return math().logLikelihood(history.repeats(), history.lastWindow(), history.windows());
    }

    /**
     * Returns how likely it is that a client still was one in the last window of his history. {@link #probabilityAliveNext} is the one for the window that
     * comes.
     *
     * @param history the history
     * @return the probability to be alive at {@code n}, in [0, 1]; 1 if there was a purchase in the last window, and for a client just won
     */
    public double probabilityAlive(RenewalHistory history) {
        return 1 / (1 + oddsOfHavingLeft(history));
    }

    /**
     * Returns how likely it is that a client will be one in the window after his history, in which alone he can buy again. This is the figure of table 6 of
     * the source.
     *
     * @param history the history
     * @return the probability to be alive at {@code n + 1}, in [0, 1)
     */
    public double probabilityAliveNext(RenewalHistory history) {
        return probabilityAlive(history) * given(history).survival(1);
    }

    /**
     * Returns how likely it is that a client just won is one after some windows.
     *
     * @param windows how many windows, zero or more
     * @return the probability, in [0, 1]
     * @throws IllegalArgumentException if the number is negative
     */
    public double probabilityAlive(int windows) {
        return math().survival(checked("windows", windows));
    }

    /**
     * Returns how many purchases a client just won is expected to make.
     *
     * @param windows in how many windows after that in which he was won, zero or more
     * @return the number of windows with a purchase, zero or more
     * @throws IllegalArgumentException if the number is negative
     */
    public double expectedPurchases(int windows) {
        return math().expected(checked("windows", windows));
    }

    /**
     * Returns how many purchases a client just won is expected to make in some windows after some others.
     *
     * @param after how many windows come before, in which purchases do not count; zero or more
     * @param windows in how many windows after those, zero or more
     * @return the number of windows with a purchase, zero or more
     * @throws IllegalArgumentException if a number is negative
     */
    public double expectedPurchases(int after, int windows) {
        BgBbMath math = math();
        return math.survival(checked("after", after))
                * new BgBbMath(alpha, beta, gamma, delta + after).expected(checked("windows", windows));
    }

    /**
     * Returns how many purchases a client is expected to make after his history.
     *
     * @param history the history
     * @param windows in how many windows, zero or more
     * @return the number of windows with a purchase, zero or more
     * @throws IllegalArgumentException if the number is negative
     */
    public double expectedPurchases(RenewalHistory history, int windows) {
        return probabilityAlive(history) * given(history).expected(checked("windows", windows));
    }

    /**
     * Returns how likely a number of purchases by a client just won is.
     *
     * @param purchases the number of windows with a purchase, zero or more
     * @param windows in how many windows, zero or more
     * @return the probability, in [0, 1]
     * @throws IllegalArgumentException if a number is negative
     */
    public double probability(int purchases, int windows) {
        return math().probability(checked("purchases", purchases), checked("windows", windows));
    }

    /**
     * Returns how likely a number of purchases by a client just won is, in some windows after some others.
     *
     * @param purchases the number of windows with a purchase, zero or more
     * @param after how many windows come before, in which purchases do not count; zero or more
     * @param windows in how many windows after those, zero or more
     * @return the probability, in [0, 1]
     * @throws IllegalArgumentException if a number is negative
     */
    public double probability(int purchases, int after, int windows) {
        double alive = math().survival(checked("after", after))
                * new BgBbMath(alpha, beta, gamma, delta + after)
                        .probability(checked("purchases", purchases), checked("windows", windows));
        return purchases == 0 ? math().departure(after) + alive : alive;
    }

    /**
     * Returns how likely a number of purchases after a history is.
     *
     * @param purchases the number of windows with a purchase, zero or more
     * @param history the history
     * @param windows in how many windows after the history, zero or more
     * @return the probability, in [0, 1]
     * @throws IllegalArgumentException if a number is negative
     */
    public double probability(int purchases, RenewalHistory history, int windows) {
        double odds = oddsOfHavingLeft(history);
        double alive =
                given(history).probability(checked("purchases", purchases), checked("windows", windows)) / (1 + odds);
        return purchases == 0 ? 1 / (1 + 1 / odds) + alive : alive;
    }

    /**
     * Returns the discounted expected residual transactions (DERT): how many purchases a client is expected to make after his history, for all time, one in
     * the {@code j}-th window from there discounted over {@code j} windows.
     *
     * @param history the history
     * @param discount what money loses with time
     * @return the number, zero or more; undefined ({@link Reason#NOT_FINITE}) without a discount if {@code gamma} is 1 or less: so many stay so long
     *     that the sum has no end
     */
    public Outcome<Double> discountedExpectedPurchases(RenewalHistory history, DiscountRate discount) {
        double sum = probabilityAlive(history) * given(history).discounted(forceByWindow(discount));
        return sum < Double.POSITIVE_INFINITY
                ? Outcome.of(sum)
                : Outcome.undefined(Reason.NOT_FINITE, "without a discount the purchases of all time are infinite");
    }

    /**
     * Returns how likely a client is to buy in a window in which he is one: the mean of {@code p} after his history.
     *
     * @param history the history
     * @return the probability, in (0, 1)
     */
    public double buyingProbability(RenewalHistory history) {
        return math().buyingProbability(history.repeats(), history.lastWindow(), history.windows());
    }

    /**
     * Returns how likely a client is to leave, or was while he was one, before a window: the mean of \( \theta \) after his history.
     *
     * @param history the history
     * @return the probability, in (0, 1)
     */
    public double dropOutProbability(RenewalHistory history) {
        return math().dropOutProbability(history.repeats(), history.lastWindow(), history.windows());
    }

    @CanIgnoreReturnValue
    static Period checkWindow(Period window) {
        Objects.requireNonNull(window, "window");
        checkArgument(!window.isZero() && !window.isNegative(), "window must be positive: %s", window);
        return window;
    }

    private double oddsOfHavingLeft(RenewalHistory history) {
        return math().oddsOfHavingLeft(history.repeats(), history.lastWindow(), history.windows());
    }

    private BgBbMath given(RenewalHistory history) {
        return math().given(history.repeats(), history.windows());
    }

    private BgBbMath math() {
        return new BgBbMath(alpha, beta, gamma, delta);
    }

    /** Not by the logarithm of a factor, which near 1 has lost its digits. */
    private double forceByWindow(DiscountRate discount) {
        return window.toTotalMonths() * discount.forceBy(ChronoUnit.MONTHS)
                + window.get(ChronoUnit.DAYS) * discount.forceBy(ChronoUnit.DAYS);
    }

    private static void checkParameter(String name, double value) {
        checkArgument(value > 0 && value < Double.POSITIVE_INFINITY, "%s must be positive and finite: %s", name, value);
    }

    private static int checked(String name, int number) {
        checkArgument(number >= 0, "%s must not be negative: %s", name, number);
        return number;
    }
}
