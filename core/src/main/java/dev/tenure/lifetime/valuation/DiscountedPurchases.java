package dev.tenure.lifetime.valuation;

import dev.tenure.lifetime.DiscountRate;
import dev.tenure.lifetime.noncontractual.PurchaseHistory;
import dev.tenure.lifetime.noncontractual.PurchaseModel;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * How many purchases are to be expected, each discounted from its own moment and not from the end of a month.
 *
 * <p>With {@code E(t)} expected up to {@code t}, the discounted number up to {@code H} is {@code exp(-d H) E(H)} and {@code d} times the integral of
 * {@code exp(-d t) E(t)}, by parts. The integral is taken in panels that double in length, because {@code E} bends most at its beginning.
 */
final class DiscountedPurchases {

    private static final int PANELS = 12;
    private static final double DAY = 86_400e9;
    private static final double[] NODES = {
        0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363
    };
    private static final double[] WEIGHTS = {
        0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
    };

    private DiscountedPurchases() {}

    /** Returns the number of repeat purchases; infinite if they have no end. */
    static double expected(
            PurchaseModel model, PurchaseHistory history, DiscountRate discount, Optional<Duration> horizon) {
        return horizon.map(length -> within(model, history, discount.forceBy(ChronoUnit.DAYS), length))
                .orElseGet(() -> model.discountedExpectedPurchases(history, discount)
                        .toOptional()
                        .orElse(Double.POSITIVE_INFINITY));
    }

    private static double within(PurchaseModel model, PurchaseHistory history, double force, Duration horizon) {
        double days = horizon.toDays();
        double undiscounted = model.expectedPurchases(history, horizon);
        return force == 0
                ? undiscounted
                : Math.exp(-force * days) * undiscounted
                        + force * integral(day -> Math.exp(-force * day) * expected(model, history, day), days);
    }

    private static double expected(PurchaseModel model, PurchaseHistory history, double days) {
        return model.expectedPurchases(history, Duration.ofNanos(Math.round(days * DAY)));
    }

    private static double integral(DoubleUnaryOperator function, double end) {
        double sum = 0;
        double upper = end;
        for (int panel = 1; panel <= PANELS; panel++) {
            double lower = panel == PANELS ? 0 : upper / 2;
            sum += panel(function, (lower + upper) / 2, (upper - lower) / 2);
            upper = lower;
        }
        return sum;
    }

    private static double panel(DoubleUnaryOperator function, double middle, double half) {
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            double distance = half * NODES[i];
            sum += WEIGHTS[i] * (function.applyAsDouble(middle - distance) + function.applyAsDouble(middle + distance));
        }
        return half * sum;
    }
}
