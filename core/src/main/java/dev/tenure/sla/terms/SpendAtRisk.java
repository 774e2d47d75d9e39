package dev.tenure.sla.terms;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.explain.Explanation;
import dev.tenure.internal.Durations;
import dev.tenure.money.ExactMoney;
import java.io.Serializable;
import java.time.Duration;
import org.joda.money.Money;

/**
 * How much advertising money runs to nothing, or is not spent, while something is down.
 *
 * <p><b>Formula.</b> {@code spend at risk = daily spend * downtime / 24 h}.
 *
 * <p><b>Units.</b> Money, as an exact fraction; a day is 24 hours, whatever the clocks do.
 *
 * <p><b>Conventions.</b> The spend is taken to be even over the day. Downtime is elapsed time and not working time: an
 * advertisement runs at night too. Rounded only in text.
 *
 * <p><b>Errors.</b> A negative spend or downtime is an {@link IllegalArgumentException}.
 *
 * @param dailySpend what the client spends on advertising a day, zero or more
 * @param downtime how long it was down, zero or more
 */
public record SpendAtRisk(Money dailySpend, Duration downtime) implements Serializable {

    private static final long SECONDS_A_DAY = 86_400;

    /**
     * Creates a spend at risk.
     *
     * @param dailySpend what the client spends on advertising a day, zero or more
     * @param downtime how long it was down, zero or more
     */
    public SpendAtRisk {
        checkArgument(!dailySpend.isNegative(), "dailySpend must not be negative: %s", dailySpend);
        checkArgument(!downtime.isNegative(), "downtime must not be negative: %s", downtime);
    }

    /**
     * Returns a spend at risk.
     *
     * @param dailySpend what the client spends on advertising a day, zero or more
     * @param downtime how long it was down, zero or more
     * @return the spend at risk
     * @throws IllegalArgumentException if an argument is negative
     */
    public static SpendAtRisk of(Money dailySpend, Duration downtime) {
        return new SpendAtRisk(dailySpend, downtime);
    }

    /**
     * Returns the amount.
     *
     * @return the exact amount, zero or more, in the currency of the spend
     */
    public ExactMoney value() {
        return ExactMoney.of(dailySpend)
                .multipliedBy(Durations.seconds(downtime))
                .multipliedBy(1, SECONDS_A_DAY);
    }

    /**
     * Explains the amount.
     *
     * @return the amount, the daily spend and the downtime
     */
    public Explanation explain() {
        return Explanation.builder()
                .name("spend at risk")
                .formula("daily spend * downtime / 24 h")
                .value(TermQuantities.amount(value()))
                .putInput("daily spend", TermQuantities.amount(dailySpend))
                .putInput("downtime", TermQuantities.minutes(downtime))
                .build();
    }
}
