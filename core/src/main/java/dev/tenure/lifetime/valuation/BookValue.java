package dev.tenure.lifetime.valuation;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.lifetime.MoneyInterval;
import dev.tenure.lifetime.ValueUnit;
import dev.tenure.money.ExactMoney;
import dev.tenure.stat.ConfidenceLevel;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * What all clients of a book are worth together. Made by {@link ClientValuation}.
 *
 * <p><b>Formula.</b> \( total = historic + residual - acquisition - onboarding \), exactly; each the sum over all clients.
 *
 * <p><b>Conventions.</b> All clients are valued by the same fits, and if a fit says too much of one, it says too much of all: the interval is one of the
 * sum and not a sum of independent ones, which would be too narrow by far.
 */
@ResultStyle
@Value.Immutable
public abstract class BookValue {

    BookValue() {}

    /**
     * Returns the day to which everything is discounted.
     *
     * @return the day of the valuation
     */
    public abstract LocalDate asOf();

    /**
     * Returns the rules of the valuation.
     *
     * @return the policy
     */
    public abstract ValuationPolicy policy();

    /**
     * Returns what the amounts stand for.
     *
     * @return revenue or gross margin, the same of all clients
     */
    public abstract ValueUnit unit();

    /**
     * Returns how many clients there are.
     *
     * @return the number, one or more, those who have left included
     */
    public abstract int clients();

    /**
     * Returns what the clients have brought so far.
     *
     * @return the amount
     */
    public abstract ExactMoney historic();

    /**
     * Returns what was spent to win the clients.
     *
     * @return the amount, zero or more
     */
    public abstract ExactMoney acquisition();

    /**
     * Returns what was spent to start working with the clients.
     *
     * @return the amount, zero or more
     */
    public abstract ExactMoney onboarding();

    /**
     * Returns what is to come, by where it comes from.
     *
     * @return the amount of every part, zero where nothing is to come; undefined where the value of one of its streams is
     */
    public abstract ImmutableMap<ValuePart, Outcome<ExactMoney>> parts();

    /**
     * Returns how often intervals made this way hold the true value if the models are right.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    abstract ImmutableList<RankedClient> valued();

    abstract Outcome<Spread> spread();

    /**
     * Returns what is to come.
     *
     * @return the sum of {@link #parts()}; undefined where one of them is
     */
    public final Outcome<ExactMoney> residual() {
        return parts().values().stream()
                .reduce(
                        Outcome.of(ExactMoney.zero(historic().currency())),
                        (sum, part) -> sum.flatMap(before -> part.map(before::plus)));
    }

    /**
     * Returns the confidence interval of what is to come.
     *
     * @return the interval; undefined where the residual value is, and ({@link Reason#NOT_APPLICABLE}) if nothing was estimated
     */
    public final Outcome<MoneyInterval> residualInterval() {
        return interval(residual());
    }

    /**
     * Returns what the book is worth.
     *
     * @return the value; undefined where the residual value is
     */
    public final Outcome<ExactMoney> total() {
        return residual()
                .map(value -> historic().plus(value).minus(acquisition()).minus(onboarding()));
    }

    /**
     * Returns the confidence interval of what the book is worth.
     *
     * @return the interval; undefined as {@link #residualInterval()} is
     */
    public final Outcome<MoneyInterval> totalInterval() {
        return interval(total());
    }

    /**
     * Returns the clients of whom most is to come.
     *
     * @param most how many at most, zero or more
     * @return the clients, the highest residual value first, those of equal value by their identifiers; without those whose value is undefined
     * @throws IllegalArgumentException if the number is negative
     */
    public final ImmutableList<RankedClient> top(int most) {
        checkArgument(most >= 0, "most must not be negative: %s", most);
        return valued().stream()
                .sorted(Comparator.comparing(RankedClient::residual).reversed().thenComparing(RankedClient::client))
                .limit(most)
                .collect(toImmutableList());
    }

    /**
     * Explains the value.
     *
     * @return the historic value, every part to come, the costs and the interval
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("value of the book")
                .formula("historic + residual - acquisition - onboarding")
                .value(quantity(total(), Shown::money))
                .putInput("clients", new Quantity.Count(clients()))
                .putInput("as of", new Quantity.Day(asOf()))
                .putInput("unit", Shown.term(unit()))
                .putInput("horizon", Shown.term(policy().horizon()))
                .putInput(
                        "force of interest a year",
                        new Quantity.Measure(policy().discount().force(), ""))
                .addAllParts(explainParts())
                .addPart(Shown.interval(totalInterval()))
                .build();
    }

    private ImmutableList<Explanation> explainParts() {
        Explanation residual = Explanation.builder()
                .name("residual")
                .formula("sum of the parts")
                .value(quantity(residual(), Shown::money))
                .addAllParts(parts().entrySet().stream()
                        .map(part -> Shown.leaf(
                                part.getKey()
                                        .toString()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'),
                                "sum over the clients",
                                quantity(part.getValue(), Shown::money)))
                        .toList())
                .build();
        return Stream.of(
                        Shown.leaf("historic", "sum over the clients", Shown.money(historic())),
                        residual,
                        Shown.leaf("acquisition", "sum over the clients", Shown.money(acquisition())),
                        Shown.leaf("onboarding", "sum over the clients", Shown.money(onboarding())))
                .collect(toImmutableList());
    }

    private Outcome<MoneyInterval> interval(Outcome<ExactMoney> figure) {
        return figure.flatMap(value -> spread().map(distances -> Estimates.interval(value, distances, level())));
    }
}
