package dev.tenure.survival.prediction;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.tenure.internal.RadixOrder;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.SurvivalAccumulator;
import dev.tenure.survival.SurvivalCurve;
import dev.tenure.survival.SurvivalInterval;

/**
 * Holds predicted probabilities of still being there at a time against what came to be, by groups of like risk: of those of whom 90 % were to
 * stay a year, did 90 % stay?
 *
 * <p><b>Formula.</b> The groups are the {@code g} quantile groups of the predicted risk: an observation is of group
 * {@code 1 + floor(g * lower / n)}, {@code lower} being how many of all {@code n} have a lower risk. In each group the mean of the predicted
 * shares \( \bar p_j \) stands beside the Kaplan–Meier share \( \hat S_j \) with Greenwood's variance, and
 *
 * <p>\[ \chi^2 = \sum_j \frac{(\hat S_j - \bar p_j)^2}{\widehat{\mathrm{var}}\,\hat S_j} \]
 *
 * <p>is a chi-square with one degree of freedom less than there are groups.
 *
 * <p><b>Units.</b> Times in any unit, the same for all; shares are fractions in [0, 1].
 *
 * <p><b>Conventions.</b> Observations of the same prediction are in the same group, so that there may be fewer groups than asked for; they are
 * numbered without gaps. Group 1 has the lowest risk. The test needs a variance in each group; a handful of ends a group is the least it should
 * have.
 *
 * <p><b>Errors.</b> Columns of different lengths and predictions that are not in [0, 1] are {@link IllegalArgumentException}s.
 *
 * <p><b>Source.</b> O. V. Demler, N. P. Paynter and N. R. Cook, "Tests of Calibration and Goodness-of-Fit in the Survival Setting", <i>Statistics
 * in Medicine</i> 34 (2015), 1659-1680: the Greenwood–Nam–D'Agostino test.
 */
public final class Calibration {

    private static final int FIVE = 5;

    private static final Calibration DEFAULTS =
            new Calibration(FIVE, KaplanMeier.withDefaults(), SurvivalInterval.LOG_LOG, ConfidenceLevel.P95);

    private final int groups;
    private final KaplanMeier curves;
    private final SurvivalInterval method;
    private final ConfidenceLevel level;

    private Calibration(int groups, KaplanMeier curves, SurvivalInterval method, ConfidenceLevel level) {
        this.groups = groups;
        this.curves = curves;
        this.method = method;
        this.level = level;
    }

    /**
     * Returns the calculator for five groups, with log-log intervals at 95 %.
     *
     * @return the calculator
     */
    public static Calibration withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator for another number of groups.
     *
     * @param number how many groups, one or more
     * @return the changed calculator
     * @throws IllegalArgumentException if the number is not positive
     */
    public Calibration withGroups(int number) {
        checkArgument(number > 0, "groups must be positive: %s", number);
        return new Calibration(number, curves, method, level);
    }

    /**
     * Returns this calculator with another method for the intervals.
     *
     * @param interval the method
     * @return the changed calculator
     */
    public Calibration with(SurvivalInterval interval) {
        return new Calibration(groups, curves.with(interval), interval, level);
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public Calibration with(ConfidenceLevel confidence) {
        return new Calibration(groups, curves.with(confidence), method, confidence);
    }

    /**
     * Holds predictions against observations.
     *
     * @param durations how long they lasted, or have lasted so far; finite, zero or more
     * @param ended true if they ended then, false if they were still going on when last seen
     * @param time the time the predictions are for, finite, zero or more
     * @param survival the predicted shares that survive the time, fractions in [0, 1]
     * @return what was predicted and observed of all and of each group, and the test
     * @throws IllegalArgumentException if the columns are not equally long, or a number is out of range
     */
    public CalibrationResult of(double[] durations, boolean[] ended, double time, double[] survival) {
        Rows.checkObservations(durations, ended);
        Rows.checkTime("time", time);
        Rows.checkShares("survival", survival, durations.length);
        Members members = new Members(durations, ended, time, survival);
        return new CalibrationResultBuilder()
                .time(time)
                .all(members.group(0, 0, durations.length))
                .groups(groups(members))
                .intervalMethod(method)
                .level(level)
                .build();
    }

    private ImmutableList<CalibrationGroup> groups(Members members) {
        ImmutableList.Builder<CalibrationGroup> built = ImmutableList.builder();
        int number = 0;
        for (int start = 0; start < members.order.length; ) {
            int end = members.end(start, groups);
            built.add(members.group(++number, start, end));
            start = end;
        }
        return built.build();
    }

    /** The observations in the order of their predicted risk. */
    private final class Members {

        private final double[] durations;
        private final boolean[] ended;
        private final double time;
        private final double[] survival;
        private final int[] order;

        Members(double[] durations, boolean[] ended, double time, double[] survival) {
            this.durations = durations;
            this.ended = ended;
            this.time = time;
            this.survival = survival;
            double[] risks = new double[survival.length];
            for (int i = 0; i < risks.length; i++) {
                risks[i] = -survival[i];
            }
            order = RadixOrder.of(risks, risks.length);
        }

        /** Returns where the group that begins at a place ends. */
        int end(int start, int number) {
            long group = group(start, number);
            int end = start + 1;
            int lower = start;
            while (end < order.length) {
                lower = survival[order[end]] == survival[order[end - 1]] ? lower : end;
                if (group(lower, number) > group) {
                    break;
                }
                end++;
            }
            return end;
        }

        private long group(int lower, int number) {
            return (long) number * lower / order.length;
        }

        CalibrationGroup group(int number, int start, int end) {
            SurvivalAccumulator accumulator = curves.accumulator();
            double sum = 0;
            for (int place = start; place < end; place++) {
                accumulator.add(durations[order[place]], ended[order[place]]);
                sum += survival[order[place]];
            }
            SurvivalCurve curve = accumulator.result();
            return new CalibrationGroupBuilder()
                    .number(number)
                    .observations(end - start)
                    .ended(curve.ended())
                    .predicted(CalibrationResult.mean(sum, end - start))
                    .observed(curve.survivalAt(time))
                    .standardError(curve.standardErrorAt(time))
                    .interval(curve.intervalAt(time))
                    .build();
        }
    }
}
