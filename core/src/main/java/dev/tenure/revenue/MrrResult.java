package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.ExplanationBuilder;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.money.ExactMoney;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.immutables.value.Value;

/** The monthly recurring revenue of a book on one day. Made by {@link MonthlyRecurringRevenue}. */
@ResultStyle
@Value.Immutable
public abstract class MrrResult {

    MrrResult() {}

    /**
     * Returns the day.
     *
     * @return the day
     */
    public abstract LocalDate asOf();

    /**
     * Returns the revenue.
     *
     * @return the exact amount a month, zero or more
     */
    public abstract ExactMoney value();

    /**
     * Returns how many clients have recurring revenue on the day.
     *
     * @return the count, zero or more; with clients whose contracts rest if the policy keeps them as accounts
     */
    public abstract int accounts();

    /**
     * Returns how many contracts count on the day and how many do not, by reason.
     *
     * @return positive counts by status; a status without an entry has no contract
     */
    public abstract ImmutableMap<MrrStatus, Long> contracts();

    /**
     * Returns what counts as monthly recurring revenue.
     *
     * @return the policy
     */
    public abstract MrrPolicy policy();

    /**
     * Returns twelve times the revenue.
     *
     * @return the exact annual recurring revenue (ARR), zero or more; not a forecast
     */
    public final ExactMoney annual() {
        return value().multipliedBy(12, 1);
    }

    /**
     * Returns the average revenue per account (ARPA): the revenue by the accounts of the same day.
     *
     * @return the exact amount a month, zero or more; undefined ({@link Reason#NO_DATA}) without accounts
     */
    public final Outcome<ExactMoney> averageRevenuePerAccount() {
        return accounts() == 0
                ? Outcome.undefined(Reason.NO_DATA, "no accounts on " + asOf())
                : Outcome.of(value().multipliedBy(1, accounts()));
    }

    /**
     * Returns the revenue of these clients and others together. It is exact, and as good as merging the accumulators, provided
     * that no client is in both: as when rows were partitioned by client.
     *
     * @param others the revenue of other clients on the same day, by the same policy and in the same currency
     * @return the revenue of all of them
     * @throws IllegalArgumentException if day, policy or currency differ
     */
    public final MrrResult plus(MrrResult others) {
        checkArgument(
                asOf().equals(others.asOf())
                        && policy().equals(others.policy())
                        && value().currency().equals(others.value().currency()),
                "others must have the day, policy and currency of this revenue: %s, %s",
                others.asOf(),
                others.value().currency());
        Map<MrrStatus, Long> counts = new EnumMap<>(MrrStatus.class);
        counts.putAll(contracts());
        others.contracts().forEach((status, count) -> counts.merge(status, count, Math::addExact));
        return new MrrResultBuilder()
                .asOf(asOf())
                .value(value().plus(others.value()))
                .accounts(Math.addExact(accounts(), others.accounts()))
                .contracts(Maps.immutableEnumMap(counts))
                .policy(policy())
                .build();
    }

    /**
     * Explains the revenue.
     *
     * @return the counts of contracts, the policy, and the average revenue per account
     */
    public final Explanation explain() {
        ExplanationBuilder builder = Explanation.builder()
                .name("monthly recurring revenue")
                .formula("sum over counted contracts of fee after discounts and tax * cycles a month * rate")
                .value(Quantities.amount(value()))
                .putInput("day", new Quantity.Day(asOf()));
        contracts().forEach((status, count) -> builder.putInput(words(status), new Quantity.Count(count)));
        return builder.putAllInputs(policy().terms()).addPart(explainAverage()).build();
    }

    private static String words(MrrStatus status) {
        String words = status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return status == MrrStatus.PAST_DUE ? words + " contracts" : words; // a rule of the policy has the short name
    }

    private Explanation explainAverage() {
        return Explanation.builder()
                .name("average revenue per account")
                .formula("monthly recurring revenue / accounts")
                .value(quantity(averageRevenuePerAccount(), Quantities::amount))
                .putInput("accounts", new Quantity.Count(accounts()))
                .build();
    }
}
