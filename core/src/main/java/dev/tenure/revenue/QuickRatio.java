package dev.tenure.revenue;

import java.util.Objects;

/**
 * Computes the quick ratio: how much recurring revenue was gained for each unit of it that was lost.
 *
 * <p><b>Formula.</b>
 *
 * <p>\[ \text{quick ratio} = \frac{\text{new} + \text{expansion}\,[{}+ \text{reactivation}]}{\text{churn} + \text{contraction}} \]
 *
 * <p><b>Units.</b> A pure number.
 *
 * <p><b>Conventions.</b> Indexation, exchange rates, pauses and resumptions count on neither side. Without losses there is no
 * ratio: that is the best state, and neither zero nor infinity.
 *
 * <p><b>Errors.</b> None.
 *
 * <p><b>Source.</b> made popular by Mamoon Hamid of Social Capital in 2015; with reactivation as an option, because tools differ on it.
 */
public final class QuickRatio {

    /** Whether the revenue of clients that came back is a gain. The order carries no meaning. */
    public enum Reactivations {
        /** It is not: the published formula. */
        LEFT_OUT,
        /** It is. */
        COUNTED
    }

    private static final QuickRatio DEFAULTS = new QuickRatio(Reactivations.LEFT_OUT);

    private final Reactivations reactivations;

    private QuickRatio(Reactivations reactivations) {
        this.reactivations = reactivations;
    }

    /**
     * Returns the calculator that leaves reactivation out.
     *
     * @return the calculator
     */
    public static QuickRatio withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another rule for reactivation.
     *
     * @param rule the rule
     * @return the changed calculator
     */
    public QuickRatio with(Reactivations rule) {
        return new QuickRatio(Objects.requireNonNull(rule, "rule"));
    }

    /**
     * Computes the quick ratio of a period.
     *
     * @param movements the period's movements
     * @return the ratio, zero or more, a pure number; its value is undefined if nothing was lost
     */
    public QuickRatioResult of(RevenueMovementsResult movements) {
        return new QuickRatioResultBuilder()
                .gained(movements.amount(MovementType.NEW).plus(movements.amount(MovementType.EXPANSION)))
                .returned(movements.amount(MovementType.REACTIVATION))
                .lost(movements
                        .amount(MovementType.CHURN)
                        .plus(movements.amount(MovementType.CONTRACTION))
                        .negated())
                .reactivations(reactivations)
                .build();
    }
}
