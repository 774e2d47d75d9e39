package dev.tenure.voice;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.primitives.ImmutableLongArray;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.SampleMean;
import org.immutables.value.Value;

/** The change of a net promoter score among clients who answered twice. Made by {@link NetPromoterChange}. */
@ResultStyle
@Value.Immutable
public abstract class PairedChangeResult {

    private static final int CATEGORIES = NetPromoterCategory.values().length;

    /** How many moves there are from category to category. */
    static final int MOVES = CATEGORIES * CATEGORIES;

    private static final double POINTS = 100;
    private static final double LARGEST = 200;

    PairedChangeResult() {}

    /** Returns how many clients made each move. */
    abstract ImmutableLongArray moves();

    /**
     * Returns how many clients answered before and not after; they do not count.
     *
     * @return the count, zero or more
     */
    public abstract long earlierOnly();

    /**
     * Returns how many clients answered after and not before; they do not count.
     *
     * @return the count, zero or more
     */
    public abstract long laterOnly();

    /**
     * Returns how often intervals made this way hold the true change.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns how many clients moved from one category to another.
     *
     * @param earlier the category before
     * @param later the category after; the same for those who stayed
     * @return the count, zero or more
     */
    public final long moved(NetPromoterCategory earlier, NetPromoterCategory later) {
        return moves().get(move(earlier, later));
    }

    /**
     * Returns how many clients answered twice.
     *
     * @return the count, zero or more
     */
    public final long pairs() {
        return moves().stream().reduce(0, Math::addExact);
    }

    /**
     * Returns the change.
     *
     * @return points in [-200, 200], positive if the score rose; undefined ({@link Reason#NO_DATA}) without pairs
     */
    public final Outcome<Double> value() {
        return mean().map(SampleMean::mean);
    }

    /**
     * Returns the confidence interval of the change. If it holds 0, chance alone may explain the change.
     *
     * @return points, cut at -200 and 200; undefined ({@link Reason#NO_DATA}) without pairs,
     *     ({@link Reason#TOO_FEW_DATA}) with one, and ({@link Reason#NOT_ESTIMABLE}) if all clients moved alike
     */
    public final Outcome<Interval> interval() {
        return mean().flatMap(mean -> mean.interval(level()))
                .map(interval -> Interval.of(
                        Math.max(-LARGEST, interval.lower()), Math.min(LARGEST, interval.upper()), level()));
    }

    /**
     * Explains the change.
     *
     * @return the change, its interval and the counts
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("change of net promoter score")
                .formula("100 * mean of (later - earlier), by client")
                .value(quantity(value(), NetPromoterResult::points))
                .putInput("interval", quantity(interval(), NetPromoterResult::span))
                .putInput("level", new Quantity.Share(level().value()))
                .putInput("pairs", new Quantity.Count(pairs()))
                .putInput("earlier only", new Quantity.Count(earlierOnly()))
                .putInput("later only", new Quantity.Count(laterOnly()))
                .build();
    }

    /** Returns the index of a move. */
    static int move(NetPromoterCategory earlier, NetPromoterCategory later) {
        return (1 - earlier.weight()) * CATEGORIES + 1 - later.weight();
    }

    /** Returns the mean of the clients' changes, in points. */
    private Outcome<SampleMean> mean() {
        long pairs = pairs();
        if (pairs == 0) {
            return Outcome.undefined(Reason.NO_DATA, "nobody answered twice");
        }
        long sum = 0;
        long squares = 0;
        for (NetPromoterCategory earlier : NetPromoterCategory.values()) {
            for (NetPromoterCategory later : NetPromoterCategory.values()) {
                long change = (long) later.weight() - earlier.weight();
                long count = moved(earlier, later);
                sum = Math.addExact(sum, Math.multiplyExact(change, count));
                squares = Math.addExact(squares, Math.multiplyExact(change * change, count));
            }
        }
        double mean = (double) sum / pairs;
        // exactly zero where all clients moved alike
        double deviations = Math.max(0, squares - mean * sum);
        double deviation = pairs == 1 ? 0 : Math.sqrt(deviations / (pairs - 1));
        return Outcome.of(SampleMean.of(pairs, POINTS * mean, POINTS * deviation));
    }
}
