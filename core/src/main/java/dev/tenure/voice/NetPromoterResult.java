package dev.tenure.voice;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.ExplanationBuilder;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A net promoter score with the counts it comes from. Made by {@link NetPromoterScore}. */
@ResultStyle
@Value.Immutable
public abstract class NetPromoterResult {

    private static final String UNIT = "points";

    NetPromoterResult() {}

    /**
     * Returns how many answered 9 or 10.
     *
     * @return the count, zero or more
     */
    public abstract long promoters();

    /**
     * Returns how many answered 7 or 8.
     *
     * @return the count, zero or more
     */
    public abstract long passives();

    /**
     * Returns how many answered 0 to 6.
     *
     * @return the count, zero or more
     */
    public abstract long detractors();

    /**
     * Returns how the interval is made.
     *
     * @return the method
     */
    public abstract ScoreInterval intervalMethod();

    /**
     * Returns how often intervals made this way hold the true score.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns how many clients were there to be asked, if that is to be counted in.
     *
     * @return the size of the population, at least {@link #answers()}; empty if it is taken to be endless
     */
    public abstract OptionalLong population();

    /**
     * Returns how many answered.
     *
     * @return promoters, passives and detractors together, zero or more
     */
    public final long answers() {
        return promoters() + passives() + detractors();
    }

    /**
     * Returns the score.
     *
     * @return points in [-100, 100]; undefined ({@link Reason#NO_DATA}) without answers
     */
    public final Outcome<Double> value() {
        return answers() == 0 ? noAnswers() : Outcome.of(100.0 * (promoters() - detractors()) / answers());
    }

    /**
     * Returns the standard error of the score: the root of {@code (p + d - (p - d)²) / n} with the shares of promoters and
     * detractors, and of the factor for the finite population.
     *
     * @return points, zero or more; undefined ({@link Reason#NO_DATA}) without answers
     */
    public final Outcome<Double> standardError() {
        return answers() == 0
                ? noAnswers()
                : Outcome.of(100
                        * Math.sqrt(NetPromoterMath.plain(
                                        (double) promoters(),
                                        (double) detractors(),
                                        (double) answers(),
                                        varianceFactor())
                                .variance()));
    }

    /**
     * Returns the confidence interval of the score.
     *
     * @return points; undefined ({@link Reason#NO_DATA}) without answers
     */
    public final Outcome<Interval> interval() {
        return answers() == 0 ? noAnswers() : Outcome.of(intervalMethod().interval(this, level()));
    }

    /**
     * Explains the score.
     *
     * @return the counts, the score and its interval
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("net promoter score")
                .formula("100 * (promoters - detractors) / answers")
                .value(quantity(value(), NetPromoterResult::points))
                .putInput("promoters", new Quantity.Count(promoters()))
                .putInput("detractors", new Quantity.Count(detractors()))
                .putInput("answers", new Quantity.Count(answers()))
                .addPart(explainInterval())
                .build();
    }

    private Explanation explainInterval() {
        ExplanationBuilder explanation = Explanation.builder()
                .name("confidence interval")
                .formula("by method, at level")
                .value(quantity(interval(), NetPromoterResult::span))
                .putInput("method", new Quantity.Term(intervalMethod().name()))
                .putInput("level", new Quantity.Share(level().value()));
        population().ifPresent(size -> explanation.putInput("population", new Quantity.Count(size)));
        return explanation.build();
    }

    /** Returns what the variance is multiplied by, for the population is finite. */
    final double varianceFactor() {
        return population().isPresent()
                ? NetPromoterMath.finitePopulationFactor(
                        (double) answers(), (double) population().getAsLong())
                : 1;
    }

    @Value.Check
    void check() {
        long answers = Math.addExact(Math.addExact(promoters(), passives()), detractors());
        checkArgument(
                population().orElse(answers) >= answers,
                "population must not be below answers, %s: %s",
                answers,
                population().orElse(answers));
    }

    /** Returns a result; a population of 0 is endless. */
    static NetPromoterResult of(
            long promoters,
            long passives,
            long detractors,
            ScoreInterval method,
            ConfidenceLevel level,
            long population) {
        return new NetPromoterResultBuilder()
                .promoters(promoters)
                .passives(passives)
                .detractors(detractors)
                .intervalMethod(method)
                .level(level)
                .population(population == 0 ? OptionalLong.empty() : OptionalLong.of(population))
                .build();
    }

    static Quantity span(Interval interval) {
        return new Quantity.Span(points(interval.lower()), points(interval.upper()));
    }

    static Quantity points(double value) {
        return new Quantity.Measure(value, UNIT);
    }

    static <T> Outcome<T> noAnswers() {
        return Outcome.undefined(Reason.NO_DATA, "no answers");
    }
}
