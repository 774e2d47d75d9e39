package dev.tenure.lifetime.valuation;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.money.Ratio;
import java.util.Optional;

/** The rule for margins. */
final class Margins {

    private Margins() {}

    static void check(Optional<Ratio> grossMargin) {
        grossMargin.ifPresent(
                margin -> checkArgument(margin.compareTo(Ratio.ONE) <= 0, "grossMargin must not exceed 1: %s", margin));
    }
}
