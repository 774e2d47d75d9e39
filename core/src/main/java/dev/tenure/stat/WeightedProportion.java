package dev.tenure.stat;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.io.Serializable;

/**
 * A share of trials that do not weigh the same, such as the share of revenue kept by clients of different size.
 *
 * <p><b>Formula.</b> With weights \(w_i\), {@code share} is the weighted mean of what each trial gave, and
 * \( n^* = (\sum w_i)^2 / \sum w_i^2 \) is how many equal trials would say as much. The interval is that of {@code share * n*}
 * successes in {@code n*} trials, which need not be whole numbers.
 *
 * <p><b>Units.</b> Fractions in [0, 1].
 *
 * <p><b>Conventions.</b> Equal weights give the interval of a {@link Proportion}. Without trials there is no value and no
 * interval. It takes the weights as given, and every trial as having the same chance; if that is not so the interval is rather
 * too wide than too narrow.
 *
 * <p><b>Source.</b> L. Kish, <i>Survey Sampling</i>, Wiley 1965, section 11.7, on the effective number; C. Franco, R. J. A.
 * Little, T. A. Louis and E. V. Slud, "Comparative Study of Confidence Intervals for Proportions in Complex Sample Surveys",
 * <i>Journal of Survey Statistics and Methodology</i> 7 (2019), 334-364, on putting it into intervals of a proportion.
 *
 * @param share the weighted share, in [0, 1]; 0 without trials
 * @param effectiveTrials how many equal trials say as much, 1 or more, or 0 without trials
 */
public record WeightedProportion(double share, double effectiveTrials) implements Serializable {

    /**
     * Creates a weighted proportion.
     *
     * @param share the weighted share, in [0, 1]
     * @param effectiveTrials how many equal trials say as much, 1 or more, or 0 without trials
     */
    public WeightedProportion {
        checkArgument(share >= 0 && share <= 1, "share must be in [0, 1]: %s", share);
        checkArgument(
                effectiveTrials == 0 || (effectiveTrials >= 1 && Double.isFinite(effectiveTrials)),
                "effectiveTrials must be 0 or at least 1, and finite: %s",
                effectiveTrials);
    }

    /**
     * Returns a weighted proportion.
     *
     * @param share the weighted share, in [0, 1]
     * @param effectiveTrials how many equal trials say as much, 1 or more, or 0 without trials
     * @return the weighted proportion
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static WeightedProportion of(double share, double effectiveTrials) {
        return new WeightedProportion(share, effectiveTrials);
    }

    /**
     * Returns the share.
     *
     * @return a fraction in [0, 1]; undefined ({@link Reason#NO_DATA}) without trials
     */
    public Outcome<Double> value() {
        return effectiveTrials == 0 ? noTrials() : Outcome.of(share);
    }

    /**
     * Returns a confidence interval of the share.
     *
     * @param method how it is made
     * @param level how often it should hold the true share
     * @return fractions, within [0, 1] unless the method says otherwise; undefined ({@link Reason#NO_DATA}) without trials
     */
    public Outcome<Interval> interval(ProportionInterval method, ConfidenceLevel level) {
        return effectiveTrials == 0
                ? noTrials()
                : Outcome.of(method.interval(share * effectiveTrials, effectiveTrials, level));
    }

    private static <T> Outcome<T> noTrials() {
        return Outcome.undefined(Reason.NO_DATA, "no trials");
    }
}
