package dev.tenure.voice;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.stat.ConfidenceLevel;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * Computes the net promoter score: how many more clients recommend the agency than advise against it.
 *
 * <p><b>Formula.</b> With {@code p} promoters (9 and 10), {@code d} detractors (0 to 6) and {@code n} answers,
 *
 * <p>\[ \mathrm{NPS} = 100 \cdot \frac{p - d}{n} \]
 *
 * <p><b>Units.</b> Answers are whole numbers from 0 to 10. The score is in points, from -100 to 100.
 *
 * <p><b>Conventions.</b> Passives (7 and 8) count in {@code n}. Who did not answer counts nowhere. Without answers there is
 * no score. The interval
 * takes the population to be endless unless {@link #withPopulation} says how many clients there are.
 *
 * <p><b>Errors.</b> An answer outside 0 to 10 is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> F. F. Reichheld, "The One Number You Need to Grow", <i>Harvard Business Review</i>, December 2003.
 */
public final class NetPromoterScore {

    private static final long ENDLESS = 0;

    private static final NetPromoterScore DEFAULTS =
            new NetPromoterScore(ScoreInterval.ADJUSTED_WALD, ConfidenceLevel.P95, ENDLESS);

    private final ScoreInterval method;
    private final ConfidenceLevel level;
    private final long population;

    private NetPromoterScore(ScoreInterval method, ConfidenceLevel level, long population) {
        this.method = method;
        this.level = level;
        this.population = population;
    }

    /**
     * Returns the calculator with adjusted Wald intervals at 95 %.
     *
     * @return the calculator
     */
    public static NetPromoterScore withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another method for the interval.
     *
     * @param interval the method
     * @return the changed calculator
     */
    public NetPromoterScore with(ScoreInterval interval) {
        return new NetPromoterScore(Objects.requireNonNull(interval, "interval"), level, population);
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public NetPromoterScore with(ConfidenceLevel confidence) {
        return new NetPromoterScore(method, Objects.requireNonNull(confidence, "confidence"), population);
    }

    /**
     * Returns this calculator for answers from a population of known size: an agency with 15 clients, of whom 12 answered,
     * knows more than the 12 answers alone would say.
     *
     * @param clients how many could have answered, one or more
     * @return the changed calculator
     * @throws IllegalArgumentException if the number is not positive
     */
    public NetPromoterScore withPopulation(long clients) {
        checkArgument(clients >= 1, "clients must be positive: %s", clients);
        return new NetPromoterScore(method, level, clients);
    }

    /**
     * Computes the score of some answers.
     *
     * @param answers whole numbers from 0 to 10, in any order
     * @return the score, in points from -100 to 100, with its counts and interval; undefined without answers
     * @throws IllegalArgumentException if an answer is out of range, or there are more than the population has clients
     */
    public NetPromoterResult of(Iterable<Integer> answers) {
        NetPromoterAccumulator accumulator = accumulator();
        answers.forEach(accumulator::add);
        return accumulator.result();
    }

    /**
     * Computes the score from counts that somebody else made.
     *
     * @param promoters how many answered 9 or 10, zero or more
     * @param passives how many answered 7 or 8, zero or more
     * @param detractors how many answered 0 to 6, zero or more
     * @return the score, in points from -100 to 100, with its counts and interval; undefined without answers
     * @throws IllegalArgumentException if a count is negative, or there are more answers than the population has clients
     */
    public NetPromoterResult ofCounts(long promoters, long passives, long detractors) {
        checkArgument(promoters >= 0, "promoters must not be negative: %s", promoters);
        checkArgument(passives >= 0, "passives must not be negative: %s", passives);
        checkArgument(detractors >= 0, "detractors must not be negative: %s", detractors);
        return NetPromoterResult.of(promoters, passives, detractors, method, level, population);
    }

    /**
     * Computes the score from counts that somebody else made, and holds them against the number of answers that came with
     * them.
     *
     * @param promoters how many answered 9 or 10, zero or more
     * @param passives how many answered 7 or 8, zero or more
     * @param detractors how many answered 0 to 6, zero or more
     * @param answers how many answered in all
     * @return the score, in points from -100 to 100, with its counts and interval; undefined without answers
     * @throws IllegalArgumentException if a count is negative, or the counts do not sum to the answers, or there are more answers
     *     than the population has clients
     */
    public NetPromoterResult ofCounts(long promoters, long passives, long detractors, long answers) {
        NetPromoterResult result = ofCounts(promoters, passives, detractors);
        checkArgument(
                answers == result.answers(),
                "answers must be the sum of the counts, %s: %s",
                result.answers(),
                answers);
        return result;
    }

    /**
     * Returns an empty accumulator, for answers that arrive one by one or on several machines.
     *
     * @return a new accumulator
     */
    public NetPromoterAccumulator accumulator() {
        return new NetPromoterAccumulator(method, level, population);
    }

    /**
     * Returns a collector of answers.
     *
     * @return a collector over {@link #accumulator()}
     */
    public Collector<Integer, ?, NetPromoterResult> collector() {
        return Collector.of(
                this::accumulator,
                NetPromoterAccumulator::add,
                NetPromoterAccumulator::merge,
                NetPromoterAccumulator::result);
    }
}
