package dev.tenure.survival.prediction;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.Interval;
import org.immutables.value.Value;

/** What was predicted and observed of one group of a {@link CalibrationResult}, or of all. */
@ResultStyle
@Value.Immutable
public abstract class CalibrationGroup {

    CalibrationGroup() {}

    /**
     * Returns the number of the group.
     *
     * @return the number, from 1 for the lowest risk on; 0 for all
     */
    public abstract int number();

    /**
     * Returns how many observations the group has.
     *
     * @return the count; more than zero but for all of none
     */
    public abstract long observations();

    /**
     * Returns how many observations of the group ended, at whatever time.
     *
     * @return the count, from 0 to {@link #observations()}
     */
    public abstract long ended();

    /**
     * Returns the mean of the predicted shares that survive the time.
     *
     * @return a fraction in [0, 1]; undefined ({@link Reason#NO_DATA}) without observations
     */
    public abstract Outcome<Double> predicted();

    /**
     * Returns the Kaplan–Meier share that survives the time.
     *
     * @return a fraction in [0, 1]; undefined ({@link Reason#NO_DATA}) without observations, ({@link Reason#BEYOND_OBSERVATION}) if the
     *     time lies past the longest of the group and someone is left
     */
    public abstract Outcome<Double> observed();

    /**
     * Returns the standard error of the observed share.
     *
     * @return a fraction, zero or more; undefined where the share is, and ({@link Reason#NOT_ESTIMABLE}) where it is 0
     */
    public abstract Outcome<Double> standardError();

    /**
     * Returns the confidence interval of the observed share.
     *
     * @return an interval within [0, 1]; undefined where the share is, and ({@link Reason#NOT_ESTIMABLE}) where no one is left, or with most
     *     methods no one has left yet
     */
    public abstract Outcome<Interval> interval();

    /**
     * Returns how much more survived than was predicted.
     *
     * @return the observed share less the predicted one, in [-1, 1]; undefined where one of them is
     */
    public final Outcome<Double> difference() {
        return observed().flatMap(share -> predicted().map(mean -> share - mean));
    }
}
