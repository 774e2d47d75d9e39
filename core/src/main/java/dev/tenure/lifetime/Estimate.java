package dev.tenure.lifetime;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.money.Ratio;
import dev.tenure.stat.Proportion;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Exact numbers of what was estimated. */
final class Estimate {

    private static final int SCALE = 12;

    private Estimate() {}

    /**
     * Returns an estimate at twelve decimal places, so that 0.8 times 0.75 is 0.6 and not the double next to it: what is
     * computed from it can then be checked by hand, and a boundary that is met exactly counts as met.
     */
    static Ratio of(double estimate) {
        return Ratio.of(new BigDecimal(estimate).setScale(SCALE, RoundingMode.HALF_EVEN));
    }

    static Ratio of(Proportion proportion) {
        checkArgument(proportion.trials() > 0, "trials must be positive: %s", proportion.trials());
        return Ratio.of(proportion.successes(), proportion.trials());
    }
}
