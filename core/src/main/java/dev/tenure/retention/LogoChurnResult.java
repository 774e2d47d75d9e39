package dev.tenure.retention;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.ExplanationBuilder;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;
import java.util.Optional;
import org.immutables.value.Value;

/** A logo churn with the counts it comes from. Made by {@link LogoChurn}. */
@ResultStyle
@Value.Immutable
public abstract class LogoChurnResult {

    LogoChurnResult() {}

    /**
     * Returns what happened in the period.
     *
     * @return the counts; those of the days so far if the period is not over
     */
    public abstract ChurnCounts counts();

    /**
     * Returns which definition the rate follows.
     *
     * @return the definition
     */
    public abstract ChurnPolicy policy();

    /**
     * Returns how the interval is made.
     *
     * @return the method
     */
    public abstract ProportionInterval intervalMethod();

    /**
     * Returns how often intervals made this way hold the true rate.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns the period.
     *
     * @return the period; empty if only counts were given
     */
    public abstract Optional<ReportingPeriod> period();

    /**
     * Tells whether the period was over on the day the question was asked.
     *
     * @return true if it was, and if only counts were given
     */
    @Value.Default
    public boolean isComplete() {
        return true;
    }

    /**
     * Returns how much was lost, by the definition.
     *
     * @return clients or events, zero or more
     */
    public final long lost() {
        return policy().numerator().of(counts());
    }

    /**
     * Returns the rate without rounding.
     *
     * @return a fraction, zero or more; undefined if there is no base ({@link Reason#NO_DATA}) or the period is not over
     *     ({@link Reason#BEYOND_OBSERVATION})
     */
    public final Outcome<Ratio> exact() {
        return isComplete()
                ? policy().denominator().rate(lost(), counts())
                : Outcome.undefined(Reason.BEYOND_OBSERVATION, "the period is not over");
    }

    /**
     * Returns the rate.
     *
     * @return a fraction, zero or more, at most 1 if it is a {@link #proportion()}; undefined as {@link #exact()} is
     */
    public final Outcome<Double> value() {
        return exact().map(Ratio::doubleValue);
    }

    /**
     * Returns how many of how many clients were lost.
     *
     * @return the counts; undefined as {@link #exact()} is, and if the definition is not a share of one group of clients
     *     ({@link Reason#NOT_APPLICABLE})
     */
    public final Outcome<Proportion> proportion() {
        return exact().flatMap(rate -> policy().isProportion()
                ? Outcome.of(Proportion.of(lost(), base()))
                : Outcome.undefined(Reason.NOT_APPLICABLE, "the rate is not a share of one group of clients"));
    }

    /**
     * Returns how many of how many clients stayed.
     *
     * @return the complement of {@link #proportion()}; undefined as it is
     */
    public final Outcome<Proportion> retention() {
        return proportion().map(Proportion::complement);
    }

    /**
     * Returns the confidence interval of the rate.
     *
     * @return an interval within [0, 1]; undefined as {@link #proportion()} is
     */
    public final Outcome<Interval> interval() {
        return proportion().flatMap(share -> share.interval(intervalMethod(), level()));
    }

    /**
     * Estimates the rate of a longer or shorter time, as if every such period lost the same share.
     *
     * @param factor how many of this period the other has, positive: 12 from a month to a year, 1/3 from a quarter to a month
     * @return the estimate; undefined as {@link #exact()} is, and for a rate above 1 ({@link Reason#NOT_APPLICABLE})
     * @throws IllegalArgumentException if the factor is not positive and finite
     */
    public final Outcome<RescaledChurn> rescaled(double factor) {
        return value().flatMap(rate -> rate > 1
                ? Outcome.undefined(Reason.NOT_APPLICABLE, "a rate above 100% cannot be compounded")
                : Outcome.of(RescaledChurn.of(rate, factor)));
    }

    /**
     * Explains the rate.
     *
     * @return the counts without the undecided, so that the formula holds for them; the definition, the rate, and its
     *     interval or its days
     */
    public final Explanation explain() {
        ExplanationBuilder explanation = Explanation.builder()
                .name(period().map(period -> "logo churn of " + period).orElse("logo churn"))
                .formula(policy().denominator().formula())
                .value(quantity(value(), Quantity.Share::new))
                .putInput("start", new Quantity.Count(counts().openingAtRisk()))
                .putInput("joined", new Quantity.Count(counts().everAtRisk() - counts().openingAtRisk()))
                .putInput("end", new Quantity.Count(counts().closingAtRisk()))
                .putInput("lost", new Quantity.Count(lost()));
        if (counts().undecided() > 0) {
            explanation.putInput("undecided", new Quantity.Count(counts().undecided()));
        }
        if (policy().denominator() == ChurnDenominator.CLIENT_DAYS) {
            explanation
                    .putInput("client days", new Quantity.Count(counts().clientDays()))
                    .putInput("days", new Quantity.Count(counts().days()));
        }
        return explanation
                .putInput("lost are", new Quantity.Term(policy().numerator().name()))
                .putInput("base is", new Quantity.Term(policy().denominator().name()))
                .addAllParts(explainDays())
                .addPart(RetentionMath.explainInterval(interval(), intervalMethod(), level()))
                .build();
    }

    private Iterable<Explanation> explainDays() {
        if (policy().denominator() != ChurnDenominator.SUM_OF_DAILY_RATES) {
            return ImmutableList.of();
        }
        return counts().daily().stream()
                .filter(day -> day.lost() > 0)
                .map(LogoChurnResult::explain)
                .toList();
    }

    private static Explanation explain(ChurnDay day) {
        return Explanation.builder()
                .name("rate of a day")
                .formula("lost / start of day")
                .value(new Quantity.Share(Ratio.of(day.lost(), day.atRisk()).doubleValue()))
                .putInput("lost", new Quantity.Count(day.lost()))
                .putInput("start of day", new Quantity.Count(day.atRisk()))
                .build();
    }

    private long base() {
        return policy().denominator() == ChurnDenominator.START ? counts().openingAtRisk() : counts().everAtRisk();
    }
}
