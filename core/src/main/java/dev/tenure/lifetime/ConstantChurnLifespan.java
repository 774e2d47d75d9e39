package dev.tenure.lifetime;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Proportion;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How long a client stays if the same share of clients leaves in every period: the common reciprocal of churn.
 *
 * <p><b>Formula.</b> {@code lifespan = 1 / churn}. The share left after {@code n} periods is {@code (1 - churn)^n}.
 *
 * <p><b>Units.</b> Periods of the churn, months as a rule.
 *
 * <p><b>Conventions.</b> It holds only if churn is the same at every age, which it rarely is: new clients leave more
 * often. Where the dates of clients are known, {@link ClientLifespan} assumes nothing of the kind. If nobody left there is
 * no value, only a lower bound, from counts.
 *
 * <p><b>Errors.</b> A churn outside [0, 1] is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> The mean of the geometric distribution.
 */
@ResultStyle
@Value.Immutable
public abstract class ConstantChurnLifespan {

    private static final String PERIODS = "periods";

    ConstantChurnLifespan() {}

    /**
     * Returns the share of clients that leaves in one period.
     *
     * @return a fraction in [0, 1]
     */
    public abstract Ratio churn();

    /**
     * Returns the counts the churn comes from.
     *
     * @return how many of how many left; empty if the churn was given as a rate
     */
    public abstract Optional<Proportion> churned();

    /**
     * Returns the lifespan at a churn that is known, or assumed.
     *
     * @param churn the share of clients that leaves in one period, in [0, 1]
     * @return the lifespan in periods, whose value is undefined if no one leaves
     * @throws IllegalArgumentException if the churn is out of range
     */
    public static ConstantChurnLifespan of(Ratio churn) {
        return new ConstantChurnLifespanBuilder().churn(churn).build();
    }

    /**
     * Returns the lifespan at the churn of a period that was counted.
     *
     * @param churned how many of how many clients left in one period; of at least one
     * @return the lifespan in periods, whose value is undefined if no one left; it has a lower bound all the same
     * @throws IllegalArgumentException if there are no clients
     */
    public static ConstantChurnLifespan of(Proportion churned) {
        return new ConstantChurnLifespanBuilder()
                .churn(Estimate.of(churned))
                .churned(churned)
                .build();
    }

    /**
     * Returns the mean lifespan.
     *
     * @return a number of periods, one or more, exact; undefined ({@link Reason#NOT_FINITE}) if nobody leaves
     */
    public final Outcome<Ratio> value() {
        return churn().signum() == 0
                ? Outcome.undefined(Reason.NOT_FINITE, "nobody leaves")
                : Outcome.of(Ratio.ONE.dividedBy(churn()));
    }

    /**
     * Returns the least the mean lifespan may be: the reciprocal of the exact one-sided upper limit of churn.
     *
     * @param level how often such bounds hold, above 0.5
     * @return a number of periods; undefined ({@link Reason#NOT_APPLICABLE}) if the churn was not counted
     * @throws IllegalArgumentException if the level is not above 0.5
     */
    public final Outcome<Ratio> lowerBound(ConfidenceLevel level) {
        checkArgument(level.value() > 0.5, "level must be above 0.5: %s", level.value());
        return churned()
                .map(counts -> PaymentMath.highestChurn(counts, level).map(Ratio.ONE::dividedBy))
                .orElseGet(() -> Outcome.undefined(Reason.NOT_APPLICABLE, "the rate is given, not counted"));
    }

    /**
     * Returns after how many periods at most a share of the clients is left.
     *
     * @param share the share that is left, in (0, 1)
     * @return the first whole number of periods {@code n} with {@code (1 - churn)^n <= share}, from 1 to 1200; undefined
     *     ({@link Reason#NEVER_REACHED}) if it takes more than 1200
     * @throws IllegalArgumentException if the share is out of range
     */
    public final Outcome<Integer> periodsUntilLeft(Ratio share) {
        checkArgument(share.signum() > 0 && share.compareTo(Ratio.ONE) < 0, "share must be in (0, 1): %s", share);
        int low = 1;
        int high = Horizon.LONGEST + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (left(middle).compareTo(share) <= 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low > Horizon.LONGEST
                ? Outcome.undefined(Reason.NEVER_REACHED, "more than " + share + " is left after 1200 periods")
                : Outcome.of(low);
    }

    /**
     * Explains the mean lifespan.
     *
     * @return the lifespan and the churn
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("lifespan at constant churn")
                .formula("1 / churn")
                .value(quantity(value(), periods -> Shown.measure(periods, PERIODS)))
                .putInput("churn", Shown.share(churn()))
                .putInput(
                        "clients",
                        churned()
                                .<Quantity>map(counts -> new Quantity.Count(counts.trials()))
                                .orElseGet(() -> new Quantity.Term("not counted")))
                .build();
    }

    private Ratio left(int periods) {
        return Ratio.ONE.minus(churn()).pow(periods);
    }

    @Value.Check
    void check() {
        checkArgument(
                churn().signum() >= 0 && churn().compareTo(Ratio.ONE) <= 0, "churn must be in [0, 1]: %s", churn());
    }
}
