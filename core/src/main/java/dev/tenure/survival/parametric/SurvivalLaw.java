package dev.tenure.survival.parametric;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;

/**
 * A law of how long something lasts, up to its parameters.
 *
 * <p><b>Formula.</b> The share that lasts longer than {@code t}:
 *
 * <ul>
 *   <li>exponential: {@code exp(-rate t)};
 *   <li>Weibull: {@code exp(-(t / scale)^shape)};
 *   <li>log-normal: {@code 1 - Phi((log t - mu) / sigma)};
 *   <li>log-logistic: {@code 1 / (1 + (t / scale)^shape)};
 *   <li>piecewise exponential: {@code exp(-sum of rate x time spent in the piece)}.
 * </ul>
 *
 * <p><b>Units.</b> Scales are times in the unit of the calculator, rates are per that unit, {@code mu} is the logarithm of a time in
 * it; shapes and {@code sigma} are pure numbers.
 *
 * <p><b>Conventions.</b> A piece holds its end but not its start. The last piece has no end.
 *
 * <p><b>Errors.</b> Cuts that are not positive, finite and ascending are {@link IllegalArgumentException}s.
 *
 * <p><b>Source.</b> J. D. Kalbfleisch and R. L. Prentice, <i>The Statistical Analysis of Failure Time Data</i>, 2nd edition, Wiley 2002,
 * chapters 2 and 3.
 *
 * @param family the family
 * @param cuts the times at which the hazard may change, ascending; empty unless piecewise exponential
 */
public record SurvivalLaw(LawFamily family, ImmutableList<Double> cuts) implements Serializable {

    /** A constant hazard: parameter {@code rate}. */
    public static final SurvivalLaw EXPONENTIAL = new SurvivalLaw(LawFamily.EXPONENTIAL, ImmutableList.of());

    /** A hazard that is a power of time: parameters {@code shape} and {@code scale}. */
    public static final SurvivalLaw WEIBULL = new SurvivalLaw(LawFamily.WEIBULL, ImmutableList.of());

    /** A normal logarithm of time: parameters {@code mu} and {@code sigma}. */
    public static final SurvivalLaw LOG_NORMAL = new SurvivalLaw(LawFamily.LOG_NORMAL, ImmutableList.of());

    /** A logistic logarithm of time: parameters {@code shape} and {@code scale}. */
    public static final SurvivalLaw LOG_LOGISTIC = new SurvivalLaw(LawFamily.LOG_LOGISTIC, ImmutableList.of());

    /**
     * Creates a law.
     *
     * @param family the family
     * @param cuts the times at which the hazard may change, positive, finite and ascending; empty unless piecewise exponential
     */
    public SurvivalLaw {
        Objects.requireNonNull(family, "family");
        checkArgument(
                cuts.isEmpty() || family == LawFamily.PIECEWISE_EXPONENTIAL,
                "cuts must be empty unless the law is piecewise exponential: %s",
                cuts);
        double previous = 0;
        for (double cut : cuts) {
            checkArgument(
                    cut > previous && cut < Double.POSITIVE_INFINITY,
                    "cuts must be positive, finite and ascending: %s",
                    cuts);
            previous = cut;
        }
    }

    /**
     * Returns the law with a constant hazard in each piece of time.
     *
     * @param cuts the times at which the hazard may change, positive, finite and ascending
     * @return the law; with one more piece than cuts
     * @throws IllegalArgumentException if the cuts are out of range or order
     */
    public static SurvivalLaw piecewiseExponential(double... cuts) {
        return new SurvivalLaw(LawFamily.PIECEWISE_EXPONENTIAL, ImmutableList.copyOf(Doubles.asList(cuts)));
    }

    /**
     * Returns the names of the parameters.
     *
     * @return the names in the order of a fit's parameters, one or more
     */
    public ImmutableList<String> parameterNames() {
        return switch (family) {
            case EXPONENTIAL -> ImmutableList.of("rate");
            case WEIBULL, LOG_LOGISTIC -> ImmutableList.of("shape", "scale");
            case LOG_NORMAL -> ImmutableList.of("mu", "sigma");
            case PIECEWISE_EXPONENTIAL -> Pieces.of(this).names();
        };
    }

    /**
     * Tells whether this law is a special case of another, so that a likelihood-ratio test can compare them.
     *
     * @param other the other law
     * @return true if the other law can be just like this one and has more parameters
     */
    public boolean isNestedIn(SurvivalLaw other) {
        return switch (family) {
            case EXPONENTIAL ->
                other.family == LawFamily.WEIBULL
                        || (other.family == LawFamily.PIECEWISE_EXPONENTIAL && !other.cuts.isEmpty());
            case PIECEWISE_EXPONENTIAL ->
                (cuts.isEmpty() && other.family == LawFamily.WEIBULL)
                        || (other.family == LawFamily.PIECEWISE_EXPONENTIAL
                                && other.cuts.size() > cuts.size()
                                && other.cuts.containsAll(cuts));
            case WEIBULL, LOG_NORMAL, LOG_LOGISTIC -> false;
        };
    }

    @Override
    public String toString() {
        String name = family.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return cuts.isEmpty() ? name : name + " cut at " + Pieces.of(this).cutsText();
    }
}
