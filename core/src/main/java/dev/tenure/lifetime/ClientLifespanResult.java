package dev.tenure.lifetime;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.ExplanationBuilder;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.survival.RestrictedMean;
import dev.tenure.survival.SurvivalCurve;
import dev.tenure.survival.SurvivalQuantile;
import java.util.Locale;
import java.util.Objects;
import org.immutables.value.Value;

/** How long clients stay, with the counts it comes from. Made by {@link ClientLifespan}. */
@ResultStyle
@Value.Immutable
public abstract class ClientLifespanResult {

    private static final String MONTHS = "months";

    ClientLifespanResult() {}

    /**
     * Returns how many clients have left, by the grade of their lifespan.
     *
     * @return the counts of all grades, shortest first
     */
    public abstract ImmutableMap<LifespanGrade, Long> ended();

    /**
     * Returns how many clients are still here, by the highest grade they have reached. Those who have reached
     * {@link LifespanGrade#GOOD} have their grade, the others may yet reach a higher one.
     *
     * @return the counts of all grades, shortest first
     */
    public abstract ImmutableMap<LifespanGrade, Long> ongoing();

    /**
     * Returns the survival curve of the lifespans.
     *
     * @return the curve, in months with the elapsed share of the running one
     */
    public abstract SurvivalCurve curve();

    /**
     * Returns how many clients there are.
     *
     * @return the count, zero or more
     */
    public final long clients() {
        return curve().observations();
    }

    /**
     * Returns how many clients have a grade, by grade: those who have left, and those still here who have reached the
     * highest.
     *
     * @param grade the grade
     * @return the count, zero or more
     */
    public final long graded(LifespanGrade grade) {
        long here = grade == LifespanGrade.GOOD ? count(ongoing(), grade) : 0;
        return count(ended(), grade) + here;
    }

    /**
     * Returns how many clients are still here and have no grade yet, having reached this one and not the next.
     *
     * @param reached the highest grade they have reached
     * @return the count, zero or more; zero for {@link LifespanGrade#GOOD}
     */
    public final long undecided(LifespanGrade reached) {
        return reached == LifespanGrade.GOOD ? 0 : count(ongoing(), reached);
    }

    /**
     * Returns the median lifespan.
     *
     * @return months, zero or more; undefined ({@link Reason#NO_DATA}) without clients, and for the reason the curve gives
     *     if less than half have left by the end of observation
     */
    public final Outcome<Double> value() {
        return median().value();
    }

    /**
     * Returns the confidence interval of the median.
     *
     * @return months; undefined where one of its limits is, which for small samples is often the upper
     */
    public final Outcome<Interval> interval() {
        return median().lower().flatMap(lower -> median().upper().map(upper -> Interval.of(lower, upper, level())));
    }

    /**
     * Returns the median lifespan with both limits, each of which may be undefined by itself.
     *
     * @return the median, in months, zero or more; a limit that the observed time does not determine is undefined
     */
    public final SurvivalQuantile median() {
        return curve().median();
    }

    /**
     * Returns the mean lifespan up to the longest that was seen.
     *
     * @return the mean with its horizon and interval, in months; undefined ({@link Reason#NO_DATA}) if no lifespan is
     *     longer than zero
     */
    public final Outcome<RestrictedMean> restrictedMean() {
        return curve().longest()
                .flatMap(longest -> longest > 0
                        ? Outcome.of(curve().restrictedMean(longest))
                        : Outcome.undefined(Reason.NO_DATA, "no lifespan longer than zero"));
    }

    /**
     * Returns the share of clients who stay so many months or more; six and twelve are where grades begin.
     *
     * @param months whole months, one or more
     * @return a fraction in [0, 1]; undefined ({@link Reason#NO_DATA}) without clients,
     *     ({@link Reason#BEYOND_OBSERVATION}) if no client has been seen that long and someone is left
     * @throws IllegalArgumentException if the number is not positive
     */
    public final Outcome<Double> reaching(int months) {
        return curve().survivalAt(justBefore(months));
    }

    /**
     * Returns the confidence interval of the share of clients who stay so many months or more.
     *
     * @param months whole months, one or more
     * @return an interval within [0, 1]; undefined where {@link SurvivalCurve#intervalAt} is
     * @throws IllegalArgumentException if the number is not positive
     */
    public final Outcome<Interval> reachingInterval(int months) {
        return curve().intervalAt(justBefore(months));
    }

    /**
     * Returns how often intervals made this way hold the true value.
     *
     * @return the confidence level
     */
    public final ConfidenceLevel level() {
        return curve().level();
    }

    /**
     * Explains the median.
     *
     * @return the median with its interval, the restricted mean, the shares that reach six and twelve months, and the
     *     grades
     */
    public final Explanation explain() {
        ExplanationBuilder explanation = Explanation.builder()
                .name("client lifespan")
                .formula("median of the survival curve")
                .value(quantity(value(), ClientLifespanResult::months))
                .putInput("clients", new Quantity.Count(clients()))
                .putInput("left", new Quantity.Count(curve().ended()))
                .addPart(explainInterval());
        if (restrictedMean() instanceof Outcome.Defined<RestrictedMean> mean) {
            explanation.addPart(mean.value().explain());
        }
        return explanation
                .addPart(explainReaching(LifespanGrade.MINIMUM.months()))
                .addPart(explainReaching(LifespanGrade.GOOD.months()))
                .addPart(explainGrades())
                .build();
    }

    private Explanation explainInterval() {
        return Explanation.builder()
                .name("confidence interval")
                .formula("by method, at level")
                .value(quantity(interval(), span -> new Quantity.Span(months(span.lower()), months(span.upper()))))
                .putInput("method", Shown.term(curve().intervalMethod()))
                .putInput("level", new Quantity.Share(level().value()))
                .build();
    }

    private Explanation explainReaching(int months) {
        Outcome<Interval> interval = reachingInterval(months);
        return Explanation.builder()
                .name("share that reaches " + months + " months")
                .formula("S just before " + months + " months")
                .value(quantity(reaching(months), Quantity.Share::new))
                .putInput(
                        "interval",
                        quantity(
                                interval,
                                span -> new Quantity.Span(
                                        new Quantity.Share(span.lower()), new Quantity.Share(span.upper()))))
                .build();
    }

    private Explanation explainGrades() {
        ExplanationBuilder grades = Explanation.builder()
                .name("clients with a grade")
                .formula("by whole months; still here and below 12 months have none yet")
                .value(new Quantity.Count(
                        clients() - undecided(LifespanGrade.BELOW_MINIMUM) - undecided(LifespanGrade.MINIMUM)));
        for (LifespanGrade grade : LifespanGrade.values()) {
            grades.putInput(grade.name().toLowerCase(Locale.ROOT).replace('_', ' '), new Quantity.Count(graded(grade)));
        }
        return grades.build();
    }

    private static long count(ImmutableMap<LifespanGrade, Long> counts, LifespanGrade grade) {
        return Objects.requireNonNull(counts.get(grade), "every grade has a count");
    }

    /** Who left after exactly six months has stayed six months, and is gone right after. */
    private static double justBefore(int months) {
        checkArgument(months > 0, "months must be positive: %s", months);
        return Math.nextDown((double) months);
    }

    private static Quantity months(double value) {
        return new Quantity.Measure(value, MONTHS);
    }
}
