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
 * {@code exp(-d t) E(t)}, by parts. The integral is taken over the logarithm of the client's age, in which {@code E} bends evenly: 32 nodes give 11 digits up to a hundred years.
 */
final class DiscountedPurchases {

    /** Beyond this product of force and time an amount is worth nothing. */
    private static final double NOTHING = 40;
    /** The horizon over the least scale of time. */
    private static final double SCALES = 64;

    private static final double DAY = 86_400e9;

    /** The positive half of the nodes of Gauss and Legendre's rule of 32, with their weights. */
    private static final double[] NODES = {
        0.048307665687738324, 0.1444719615827965, 0.23928736225213706, 0.33186860228212767,
        0.42135127613063533, 0.5068999089322294, 0.5877157572407623, 0.6630442669302152,
        0.7321821187402897, 0.7944837959679424, 0.84936761373257, 0.8963211557660521,
        0.9349060759377397, 0.9647622555875064, 0.9856115115452684, 0.9972638618494816
    };

    private static final double[] WEIGHTS = {
        0.09654008851472766, 0.09563872007927471, 0.09384439908080451, 0.09117387869576378,
        0.08765209300440378, 0.08331192422694671, 0.07819389578707023, 0.07234579410884834,
        0.06582222277636168, 0.058684093478535565, 0.05099805926237609, 0.042835898022226836,
        0.034273862913021765, 0.025392065309262024, 0.016274394730905743, 0.007018610009470506
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
        if (force == 0) {
            return model.expectedPurchases(history, horizon);
        }
        double days = Math.min((double) horizon.toDays(), NOTHING / force);
        double scale = Math.max((double) history.age().toDays(), days / SCALES);
        DoubleUnaryOperator discounted = day -> Math.exp(-force * day) * expected(model, history, day);
        return discounted.applyAsDouble(days) + force * integral(discounted, scale, Math.log1p(days / scale));
    }

    private static double expected(PurchaseModel model, PurchaseHistory history, double days) {
        return model.expectedPurchases(history, Duration.ofNanos(Math.round(days * DAY)));
    }

    /** Returns the integral up to {@code scale * (exp(end) - 1)}, taken over the logarithm. */
    private static double integral(DoubleUnaryOperator function, double scale, double end) {
        double half = end / 2;
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            double distance = half * NODES[i];
            sum += WEIGHTS[i] * (at(function, scale, half - distance) + at(function, scale, half + distance));
        }
        return half * sum;
    }

    private static double at(DoubleUnaryOperator function, double scale, double logarithm) {
        return scale * Math.exp(logarithm) * function.applyAsDouble(scale * Math.expm1(logarithm));
    }
}
