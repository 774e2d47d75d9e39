package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.ExplanationBuilder;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;

/**
 * How much of what clients pay may be lost. Made by {@link RevenueAtRisk}.
 *
 * @param <K> what tells clients apart
 */
@ResultStyle
@Value.Immutable
public abstract class RevenueAtRiskResult<K> {

    /** How many parts of equal probability stand for what a counted probability may be. */
    private static final int PARTS = 64;

    /** How many clients an explanation names. */
    private static final int NAMED = 10;

    /** Decimal places of what is a root. */
    private static final int SCALE = 12;

    RevenueAtRiskResult() {}

    /**
     * Returns the clients with what they pay and how likely they leave.
     *
     * @return the clients, the largest expected loss first, then the largest revenue, then in the order of the clients
     */
    public abstract ImmutableList<ClientRisk<K>> clients();

    /**
     * Returns the currency of the amounts.
     *
     * @return the currency
     */
    public abstract CurrencyUnit currency();

    /**
     * Returns how likely the loss lies in its interval.
     *
     * @return the level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns how the interval of a probability that was counted is made.
     *
     * @return the method
     */
    public abstract ProportionInterval intervalMethod();

    /**
     * Returns the counts that the probability of all clients comes from.
     *
     * @return how many of how many clients left; empty if each client has a probability of its own, taken as known
     */
    public abstract Optional<Proportion> left();

    /**
     * Returns what all clients pay.
     *
     * @return the exact amount, zero or more
     */
    @Value.Lazy
    public ExactMoney revenue() {
        return clients().stream().map(ClientRisk::revenue).reduce(nothing(), ExactMoney::plus);
    }

    /**
     * Returns the expected loss. With a counted probability it is at the share that was counted, \(x/n\), where the limits of
     * {@link #valueInterval()} belong; the distribution then has a mean of its own, {@link #meanOfDistribution()}.
     *
     * @return the exact amount, from zero to {@link #revenue()}; the sum of the {@link #contributions()}
     */
    @Value.Lazy
    public ExactMoney value() {
        return clients().stream().map(ClientRisk::expectedLoss).reduce(nothing(), ExactMoney::plus);
    }

    /**
     * Returns the expected loss as a share of the revenue.
     *
     * @return a fraction in [0, 1]; undefined ({@link Reason#NO_DATA}) without revenue
     */
    public final Outcome<Double> share() {
        return revenue().signum() == 0
                ? Outcome.undefined(Reason.NO_DATA, "no revenue")
                : Outcome.of(value().dividedBy(revenue()));
    }

    /**
     * Returns what each client adds to the expected loss.
     *
     * @return exact amounts, largest first; their sum is {@link #value()}
     */
    public final ImmutableMap<K, ExactMoney> contributions() {
        return clients().stream().collect(ImmutableMap.toImmutableMap(ClientRisk::client, ClientRisk::expectedLoss));
    }

    /**
     * Returns the mean of the distribution that {@link #interval()}, {@link #quantile} and {@link #probabilityOfMoreThan} are of.
     *
     * @return the exact amount, from zero to {@link #revenue()}: {@link #value()} if each client has a probability of its own,
     *     and {@code revenue * (x + 1/2) / (n + 1)} if x of n were counted, nearer to half of the revenue than {@link #value()}
     */
    @Value.Lazy
    public ExactMoney meanOfDistribution() {
        return left().map(counts ->
                        revenue().multipliedBy(Ratio.of(2 * counts.successes() + 1, 2 * (counts.trials() + 1))))
                .orElseGet(this::value);
    }

    /**
     * Returns how far the loss is typically from {@link #meanOfDistribution()}.
     *
     * @return the root of the exact variance, rounded to twelve decimal places; with a counted probability that of the whole
     *     distribution, the uncertainty of the probability included
     */
    @Value.Lazy
    public ExactMoney standardDeviation() {
        BigDecimal squared = left().map(this::pooledVariance)
                .orElseGet(this::variance)
                .toBigDecimal(2 * SCALE, RoundingMode.HALF_EVEN);
        return ExactMoney.of(currency(), squared.sqrt(MathContext.DECIMAL128).setScale(SCALE, RoundingMode.HALF_EVEN));
    }

    /**
     * Returns where the loss will lie, which depends on chance even if the probabilities are known. Where the expected loss lies
     * is {@link #valueInterval()}.
     *
     * @return the prediction interval at {@link #level()}
     */
    public final LossInterval interval() {
        double tail = level().alpha() / 2;
        return LossInterval.of(quantile(tail), quantile(1 - tail), level());
    }

    /**
     * Returns where the expected loss lies if the probability was counted: how sure {@link #value()} is. Where the loss itself
     * will lie is {@link #interval()}, which is wider.
     *
     * @return the interval of the probability times the revenue, limits rounded to twelve decimal places; undefined
     *     ({@link Reason#NOT_APPLICABLE}) if each client has a probability of its own
     */
    public final Outcome<LossInterval> valueInterval() {
        return left().map(counts -> counts.interval(intervalMethod(), level()).map(this::timesRevenue))
                .orElseGet(() -> Outcome.undefined(Reason.NOT_APPLICABLE, "the probabilities were given"));
    }

    /**
     * Returns the loss that is not exceeded with a probability.
     *
     * @param probability in [0, 1]
     * @return the smallest such loss, exact by {@link LossMethod#EXACT}, otherwise rounded to the currency's minor unit
     * @throws IllegalArgumentException if the probability is out of range
     */
    public final ExactMoney quantile(double probability) {
        checkArgument(probability >= 0 && probability <= 1, "probability must be in [0, 1]: %s", probability);
        return loss().quantile(probability);
    }

    /**
     * Returns how likely more than an amount is lost.
     *
     * @param amount the amount
     * @return a probability in [0, 1]
     */
    public final double probabilityOfMoreThan(ExactMoney amount) {
        return loss().probabilityAbove(amount);
    }

    /**
     * Returns how the distribution of the loss was computed.
     *
     * @return the method
     */
    public final LossMethod method() {
        return loss().method();
    }

    /**
     * Explains the revenue at risk.
     *
     * @return the expected loss, its distribution, and the ten clients that add most to it with all others together
     */
    public final Explanation explain() {
        ExplanationBuilder builder = Explanation.builder()
                .name("revenue at risk")
                .formula("sum over clients of revenue * probability")
                .value(Quantities.amount(value()))
                .putInput("revenue", Quantities.amount(revenue()))
                .putInput("clients", new Quantity.Count(clients().size()));
        left().ifPresent(counts -> builder.putInput("left", new Quantity.Count(counts.successes()))
                .putInput("observed", new Quantity.Count(counts.trials())));
        builder.addPart(part("share of revenue", "expected loss / revenue", quantity(share(), Quantity.Share::new)));
        if (left().isPresent()) {
            builder.addPart(part(
                    "mean of the distribution",
                    "revenue * (left + 1/2) / (observed + 1)",
                    Quantities.amount(meanOfDistribution())));
        }
        builder.addPart(part(
                        "standard deviation",
                        left().isPresent()
                                ? "root of the variance about the mean of the distribution, over what the probability may be"
                                : "root of the sum of revenue^2 * probability * (1 - probability)",
                        Quantities.amount(standardDeviation())))
                .addPart(part(
                        "prediction interval at " + level().value(), method().words(), Quantities.amounts(interval())));
        if (left().isPresent()) {
            builder.addPart(part(
                    "interval of the expected loss at " + level().value(),
                    intervalMethod() + " interval of left / observed, times revenue",
                    quantity(valueInterval(), Quantities::amounts)));
        }
        clients().stream().limit(NAMED).forEach(risk -> builder.addPart(explain(risk)));
        return builder.addAllParts(explainOthers()).build();
    }

    private static Explanation explain(ClientRisk<?> risk) {
        return Explanation.builder()
                .name(risk.client().toString())
                .formula("revenue * probability")
                .value(Quantities.amount(risk.expectedLoss()))
                .putInput("revenue", Quantities.amount(risk.revenue()))
                .putInput("probability", new Quantity.Share(risk.probability().doubleValue()))
                .build();
    }

    private ImmutableList<Explanation> explainOthers() {
        if (clients().size() <= NAMED) {
            return ImmutableList.of();
        }
        ExactMoney others =
                clients().stream().skip(NAMED).map(ClientRisk::expectedLoss).reduce(nothing(), ExactMoney::plus);
        return ImmutableList.of(
                part("others", "sum over " + (clients().size() - NAMED) + " clients", Quantities.amount(others)));
    }

    private static Explanation part(String name, String formula, Quantity value) {
        return Explanation.builder().name(name).formula(formula).value(value).build();
    }

    @Value.Lazy
    Loss loss() {
        double[][] scenarios = left().map(this::scenarios).orElseGet(() -> new double[][] {
            clients().stream()
                    .mapToDouble(risk -> risk.probability().doubleValue())
                    .toArray()
        });
        return Loss.of(currency(), clients().stream().map(ClientRisk::revenue).toList(), scenarios);
    }

    private double[][] scenarios(Proportion counts) {
        BetaDistribution posterior = BetaDistribution.of(
                counts.successes() + 0.5, counts.complement().successes() + 0.5);
        return IntStream.range(0, PARTS)
                .mapToDouble(part -> posterior.inverseCumulativeProbability((part + 0.5) / PARTS))
                .mapToObj(probability -> {
                    double[] scenario = new double[clients().size()];
                    Arrays.fill(scenario, probability);
                    return scenario;
                })
                .toArray(double[][]::new);
    }

    private Ratio variance() {
        return clients().stream()
                .map(risk -> square(risk.revenue())
                        .multipliedBy(risk.probability())
                        .multipliedBy(Ratio.ONE.minus(risk.probability())))
                .reduce(Ratio.ZERO, Ratio::plus);
    }

    /** The mean of the variance and the variance of the mean, when the probability has a beta distribution. */
    private Ratio pooledVariance(Proportion counts) {
        Ratio a = Ratio.of(2 * counts.successes() + 1, 2);
        Ratio b = Ratio.of(2 * counts.complement().successes() + 1, 2);
        Ratio sum = a.plus(b);
        Ratio both = a.multipliedBy(b).dividedBy(sum.multipliedBy(sum.plus(Ratio.ONE)));
        Ratio squares = clients().stream().map(risk -> square(risk.revenue())).reduce(Ratio.ZERO, Ratio::plus);
        return squares.multipliedBy(both).plus(square(revenue()).multipliedBy(both.dividedBy(sum)));
    }

    private Ratio square(ExactMoney amount) {
        return Ratio.of(amount, ExactMoney.of(currency(), BigDecimal.ONE)).pow(2);
    }

    private LossInterval timesRevenue(Interval probability) {
        return LossInterval.of(times(probability.lower()), times(probability.upper()), level());
    }

    private ExactMoney times(double probability) {
        return revenue().multipliedBy(new BigDecimal(probability).setScale(SCALE, RoundingMode.HALF_EVEN));
    }

    private ExactMoney nothing() {
        return ExactMoney.zero(currency());
    }
}
