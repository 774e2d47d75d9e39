package dev.tenure.lifetime.contractual;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.lifetime.DiscountRate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/** What every number of renewals, period and parameter must be. */
final class Renewals {

    /** The most renewals a client can have been through: those of a day for 27 years. */
    static final int MOST = 10_000;

    private Renewals() {}

    @CanIgnoreReturnValue
    static int notNegative(String name, int value) {
        checkArgument(value >= 0, "%s must not be negative: %s", name, value);
        return value;
    }

    @CanIgnoreReturnValue
    static int positive(String name, int value) {
        checkArgument(value > 0, "%s must be positive: %s", name, value);
        return value;
    }

    static void positive(String name, double value) {
        checkArgument(value > 0 && value < Double.POSITIVE_INFINITY, "%s must be positive and finite: %s", name, value);
    }

    static void positive(Period period) {
        boolean isPositive = !period.isNegative() && !period.isZero();
        checkArgument(isPositive, "period must be positive: %s", period);
    }

    /** Returns the force of interest by a period. */
    static double force(DiscountRate discount, Period period) {
        return discount.forceBy(ChronoUnit.MONTHS) * period.toTotalMonths()
                + discount.forceBy(ChronoUnit.DAYS) * period.get(ChronoUnit.DAYS);
    }
}
