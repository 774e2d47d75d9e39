package dev.tenure.voice;

import dev.tenure.client.ClientId;
import dev.tenure.stat.ConfidenceLevel;
import java.util.Map;
import java.util.Objects;

/**
 * Computes by how many points the net promoter score changed between two surveys, and whether that is more than chance.
 *
 * <p><b>Formula.</b> {@code change = later - earlier}. <i>Independent</i> samples (other people were asked): the variances of the
 * two scores add up. <i>Paired</i> (the same clients were asked twice): each client is worth 1 as a promoter, 0 as a passive and
 * -1 as a detractor; the change is 100 times the mean of the clients' differences, with Student's interval. Pairs cancel what
 * is peculiar to a client, so that the same change is seen with fewer of them.
 *
 * <p><b>Units.</b> Points, from -200 to 200.
 *
 * <p><b>Conventions.</b> In the paired comparison clients who answered only once are counted and left out. Adjusted Wald and 95 %
 * unless set otherwise; the method is for independent samples only.
 *
 * <p><b>Errors.</b> An answer outside 0 to 10 is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> B. Rocks, <i>The American Statistician</i> 70 (2016), 365-372; Student, <i>Biometrika</i> 6 (1908), 1-25.
 */
public final class NetPromoterChange {

    private static final NetPromoterChange DEFAULTS =
            new NetPromoterChange(ScoreInterval.ADJUSTED_WALD, ConfidenceLevel.P95);

    private final ScoreInterval method;
    private final ConfidenceLevel level;

    private NetPromoterChange(ScoreInterval method, ConfidenceLevel level) {
        this.method = method;
        this.level = level;
    }

    /**
     * Returns the calculator with adjusted Wald intervals at 95 %.
     *
     * @return the calculator
     */
    public static NetPromoterChange withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another method for the interval of independent samples.
     *
     * @param interval the method
     * @return the changed calculator
     */
    public NetPromoterChange with(ScoreInterval interval) {
        return new NetPromoterChange(Objects.requireNonNull(interval, "interval"), level);
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public NetPromoterChange with(ConfidenceLevel confidence) {
        return new NetPromoterChange(method, Objects.requireNonNull(confidence, "confidence"));
    }

    /**
     * Compares two independent samples.
     *
     * @param earlier the score before; its own method and level do not matter, its population does
     * @param later the score after
     * @return the change, in points from -200 to 200, with its interval; undefined without answers
     */
    public IndependentChangeResult independent(NetPromoterResult earlier, NetPromoterResult later) {
        return new IndependentChangeResultBuilder()
                .earlier(earlier)
                .later(later)
                .intervalMethod(method)
                .level(level)
                .build();
    }

    /**
     * Compares the answers of clients who were asked twice.
     *
     * @param earlier the answers before, whole numbers from 0 to 10, one a client
     * @param later the answers after
     * @return the change, in points from -200 to 200, with its interval; undefined without answers
     * @throws IllegalArgumentException if an answer is out of range
     */
    public PairedChangeResult paired(Map<ClientId, Integer> earlier, Map<ClientId, Integer> later) {
        PairedChangeAccumulator accumulator = pairedAccumulator();
        earlier.forEach((client, before) -> {
            Integer after = later.get(client);
            if (after == null) {
                accumulator.addEarlierOnly(before);
            } else {
                accumulator.add(before, after);
            }
        });
        later.forEach((client, after) -> {
            if (!earlier.containsKey(client)) {
                accumulator.addLaterOnly(after);
            }
        });
        return accumulator.result();
    }

    /**
     * Returns an empty accumulator of pairs.
     *
     * @return a new accumulator
     */
    public PairedChangeAccumulator pairedAccumulator() {
        return new PairedChangeAccumulator(level);
    }
}
