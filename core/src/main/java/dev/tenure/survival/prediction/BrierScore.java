package dev.tenure.survival.prediction;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.RadixOrder;
import java.util.Objects;

/**
 * Measures how far predicted probabilities of still being there are from what came to be: the mean square of the difference, with observations
 * that were lost before standing in for by others.
 *
 * <p><b>Formula.</b> With the predicted share \( p_i \) that survives {@code t}, and {@code G} the Kaplan–Meier share that is not censored,
 *
 * <p>\[ \mathrm{BS}(t) = \frac{1}{n} \left( \sum_{\text{ended by } t} \frac{p_i^2}{G(t_i-)} + \sum_{\text{lasted longer}}
 * \frac{(1 - p_i)^2}{G(t)} \right), \qquad R^2(t) = 1 - \frac{\mathrm{BS}(t)}{\mathrm{BS}_0(t)} \]
 *
 * <p>{@code BS0} is the score of the null model, which predicts the Kaplan–Meier share of all observations for each.
 *
 * <p><b>Units.</b> Times in any unit, the same for all; scores in [0, 1] and beyond, 0 being perfect and 0.25 that of a fair coin.
 *
 * <p><b>Conventions.</b> At one time observations end first, then they are last seen, so that those that end are not at risk of being censored.
 * What is made of an observation last seen at the very time {@code t} is {@link CensoredThen}. The integral is {@link BrierIntegration}. Censoring
 * must have nothing to do with the predictions. Judging a model by the data it was made from flatters it.
 *
 * <p><b>Errors.</b> Columns of different lengths, times that do not ascend, and predictions that are not in [0, 1] are
 * {@link IllegalArgumentException}s.
 *
 * <p><b>Source.</b> E. Graf, C. Schmoor, W. Sauerbrei and M. Schumacher, "Assessment and Comparison of Prognostic Classification Schemes for
 * Survival Data", <i>Statistics in Medicine</i> 18 (1999), 2529-2545.
 */
public final class BrierScore {

    private static final BrierScore DEFAULTS = new BrierScore(CensoredThen.SURVIVED, BrierIntegration.TRAPEZOID);

    private final CensoredThen censoredThen;
    private final BrierIntegration integration;

    private BrierScore(CensoredThen censoredThen, BrierIntegration integration) {
        this.censoredThen = censoredThen;
        this.integration = integration;
    }

    /**
     * Returns the calculator that counts who is last seen at a time as surviving it, and joins scores by straight lines.
     *
     * @return the calculator
     */
    public static BrierScore withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another rule for observations last seen at the very time.
     *
     * @param rule the rule
     * @return the changed calculator
     */
    public BrierScore with(CensoredThen rule) {
        return new BrierScore(Objects.requireNonNull(rule, "rule"), integration);
    }

    /**
     * Returns this calculator with another integral.
     *
     * @param rule the rule
     * @return the changed calculator
     */
    public BrierScore with(BrierIntegration rule) {
        return new BrierScore(censoredThen, Objects.requireNonNull(rule, "rule"));
    }

    /**
     * Measures predictions on some observations.
     *
     * @param durations how long they lasted, or have lasted so far; finite, zero or more
     * @param ended true if they ended then, false if they were still going on when last seen
     * @param times the times the predictions are for, finite, zero or more, each later than the one before
     * @param survival for each time a column of the predicted shares that survive it, fractions in [0, 1], one for each observation
     * @return the score at each time, beside that of the null model, and their integral
     * @throws IllegalArgumentException if the columns are not equally long, or a number is out of range
     */
    public BrierResult of(double[] durations, boolean[] ended, double[] times, double[][] survival) {
        Rows.checkObservations(durations, ended);
        checkTimes(times);
        Objects.requireNonNull(survival, "survival");
        checkArgument(
                survival.length == times.length,
                "survival must have as many columns as times, %s: %s",
                times.length,
                survival.length);
        for (int i = 0; i < times.length; i++) {
            Rows.checkShares("survival[" + i + "]", survival[i], durations.length);
        }
        SortedObservations sorted =
                new SortedObservations(durations, ended, RadixOrder.of(durations, durations.length));
        ImmutableList.Builder<BrierPoint> points = ImmutableList.builder();
        for (int i = 0; i < times.length; i++) {
            points.add(point(sorted, ended, times[i], survival[i]));
        }
        return new BrierResultBuilder()
                .points(points.build())
                .observations(durations.length)
                .ended(Rows.count(ended))
                .censoredThen(censoredThen)
                .integration(integration)
                .build();
    }

    private static void checkTimes(double[] times) {
        Objects.requireNonNull(times, "times");
        for (int i = 0; i < times.length; i++) {
            Rows.checkTime("times[" + i + "]", times[i]);
        }
        checkArgument(
                Comparators.isInStrictOrder(Doubles.asList(times), naturalOrder()),
                "times must ascend: %s",
                Doubles.asList(times));
    }

    private BrierPoint point(SortedObservations sorted, boolean[] ended, double time, double[] survival) {
        Outcome<BrierMath> reached = reached(sorted, ended, time);
        return new BrierPointBuilder()
                .time(time)
                .value(reached.map(math -> math.score(survival)))
                .nullModel(reached.map(BrierMath::nullScore))
                .build();
    }

    private Outcome<BrierMath> reached(SortedObservations sorted, boolean[] ended, double time) {
        if (sorted.rows() == 0) {
            return Outcome.undefined(Reason.NO_DATA, "no observations");
        }
        BrierMath math = new BrierMath(sorted, ended, time, censoredThen);
        return math.isKnown()
                ? Outcome.of(math)
                : Outcome.undefined(Reason.BEYOND_OBSERVATION, "no observation is known to be longer");
    }
}
