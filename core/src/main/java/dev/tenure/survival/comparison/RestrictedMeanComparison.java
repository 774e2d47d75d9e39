package dev.tenure.survival.comparison;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.survival.SurvivalCurve;
import java.util.Objects;

/**
 * Compares how much of the first so-many days or months the clients of two segments stay, on average: a difference in time, which a
 * reader understands at once, and which is right whatever the shape of the two curves.
 *
 * <p><b>Formula.</b> With the restricted means \( \mu_1, \mu_2 \) up to the horizon and their standard errors \( s_1, s_2 \),
 *
 * <p>\[ \mu_1 - \mu_2 \mp z \sqrt{s_1^2 + s_2^2}, \qquad
 * \frac{\mu_1}{\mu_2} \exp\left(\mp z \sqrt{(s_1 / \mu_1)^2 + (s_2 / \mu_2)^2}\right) \]
 *
 * <p><b>Units.</b> The difference is in the unit of the curves, the ratio a pure number.
 *
 * <p><b>Conventions.</b> The curves are of different clients. The interval of the difference is cut at minus and plus the horizon. If one
 * of the curves has no spread before the horizon, because no one left or all at once, neither interval nor test can be given.
 *
 * <p><b>Errors.</b> Curves in different units are an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> P. Royston and M. K. B. Parmar, "Restricted Mean Survival Time: an Alternative to the Hazard Ratio", <i>BMC Medical
 * Research Methodology</i> 13 (2013), 152; H. Uno et al., "Moving Beyond the Hazard Ratio", <i>Journal of Clinical Oncology</i> 32 (2014),
 * 2380-2385.
 */
public final class RestrictedMeanComparison {

    private static final RestrictedMeanComparison DEFAULTS = new RestrictedMeanComparison(ConfidenceLevel.P95);

    private final ConfidenceLevel level;

    private RestrictedMeanComparison(ConfidenceLevel level) {
        this.level = level;
    }

    /**
     * Returns the calculator with intervals at 95 %.
     *
     * @return the calculator
     */
    public static RestrictedMeanComparison withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public RestrictedMeanComparison with(ConfidenceLevel confidence) {
        return new RestrictedMeanComparison(Objects.requireNonNull(confidence, "confidence"));
    }

    /**
     * Compares two curves up to a horizon.
     *
     * @param first the curve of one segment
     * @param second the curve of the other, in the same unit
     * @param horizon the time up to which is averaged, more than zero
     * @return the difference of the first from the second
     * @throws IllegalArgumentException if the curves are in different units, or the horizon is not positive and finite
     */
    public RestrictedMeanDifference of(SurvivalCurve first, SurvivalCurve second, double horizon) {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        checkArgument(first.unit() == second.unit(), "unit must be %s: %s", first.unit(), second.unit());
        return new RestrictedMeanDifferenceBuilder()
                .first(first.restrictedMean(horizon))
                .second(second.restrictedMean(horizon))
                .level(level)
                .build();
    }
}
