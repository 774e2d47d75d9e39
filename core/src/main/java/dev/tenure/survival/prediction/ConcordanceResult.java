package dev.tenure.survival.prediction;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.util.Locale;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/** How well a score says who leaves first, with the pairs it is counted from. Made by {@link Concordance}. */
@ResultStyle
@Value.Immutable
public abstract class ConcordanceResult {

    ConcordanceResult() {}

    /**
     * Returns how many observations there are.
     *
     * @return the count, zero or more
     */
    public abstract long observations();

    /**
     * Returns how many observations ended.
     *
     * @return the count, from 0 to {@link #observations()}
     */
    public abstract long ended();

    /**
     * Returns how many observations entered late.
     *
     * @return the count, from 0 to {@link #observations()}
     */
    public abstract long delayed();

    /**
     * Returns how many strata there are, within which alone pairs are compared.
     *
     * @return the count: 1 if all are compared with all, 0 without observations
     */
    public abstract int strata();

    /**
     * Returns whether observations count unequally.
     *
     * @return true if some case weight is not 1
     */
    public abstract boolean isWeighted();

    /**
     * Returns the pairs of which the one that ended first had the higher score.
     *
     * @return how many, or with case weights or {@link ConcordanceWeight#UNO} the sum of their weights; zero or more
     */
    public abstract double concordant();

    /**
     * Returns the pairs of which the one that ended first had the lower score.
     *
     * @return how many, or with case weights or {@link ConcordanceWeight#UNO} the sum of their weights; zero or more
     */
    public abstract double discordant();

    /**
     * Returns the pairs that can be compared, but have the same score.
     *
     * @return how many, or with case weights or {@link ConcordanceWeight#UNO} the sum of their weights; zero or more
     */
    public abstract double tiedScores();

    /**
     * Returns how many pairs ended at the same time with different scores; they are not compared.
     *
     * @return the count, zero or more
     */
    public abstract long tiedTimes();

    /**
     * Returns how many pairs ended at the same time with the same score; they are not compared.
     *
     * @return the count, zero or more
     */
    public abstract long tiedBoth();

    /**
     * Returns the standard error of the concordance.
     *
     * @return a fraction, zero or more; undefined where {@link #value()} is
     */
    public abstract Outcome<Double> standardError();

    /**
     * Returns how much each pair counts.
     *
     * @return the weight
     */
    public abstract ConcordanceWeight weight();

    /**
     * Returns up to when pairs are compared.
     *
     * @return the horizon of the earlier time of each pair; empty if all pairs are compared
     */
    public abstract OptionalDouble horizon();

    /**
     * Returns how often intervals made this way hold the true concordance.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns the concordance.
     *
     * @return a fraction in [0, 1]; undefined ({@link Reason#NO_DATA}) without observations, and ({@link Reason#TOO_FEW_DATA}) if no pair
     *     can be compared
     */
    public final Outcome<Double> value() {
        double all = concordant() + discordant() + tiedScores();
        return all == 0 ? ConcordanceMath.noPairs(observations()) : Outcome.of((concordant() + tiedScores() / 2) / all);
    }

    /**
     * Returns the confidence interval of the concordance: the concordance plus and minus normal quantiles of its standard error, cut at 0 and
     * 1.
     *
     * @return an interval within [0, 1]; undefined where {@link #value()} is, and ({@link Reason#NOT_ESTIMABLE}) if each observation
     *     says the same, where the formula would claim to know the concordance exactly
     */
    public final Outcome<Interval> interval() {
        return value().flatMap(c -> standardError().flatMap(error -> {
            double half = level().normalQuantile() * error;
            return error == 0
                    ? Outcome.undefined(
                            Reason.NOT_ESTIMABLE, "all observations say the same, the variance has no estimate")
                    : Outcome.of(Interval.of(Math.max(0, c - half), Math.min(1, c + half), level()));
        }));
    }

    /**
     * Explains the concordance.
     *
     * @return the concordance, its pairs and its interval
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("concordance")
                .formula("(concordant + tied scores / 2) / (concordant + discordant + tied scores)")
                .value(quantity(value(), c -> new Quantity.Measure(c, "")))
                .putInput("concordant", number(concordant()))
                .putInput("discordant", number(discordant()))
                .putInput("tied scores", number(tiedScores()))
                .putInput("tied times", new Quantity.Count(tiedTimes()))
                .putInput("tied times and scores", new Quantity.Count(tiedBoth()))
                .putInput("observations", new Quantity.Count(observations()))
                .putInput("ended", new Quantity.Count(ended()))
                .putInput("delayed entries", new Quantity.Count(delayed()))
                .putInput("strata", new Quantity.Count(strata()))
                .putInput("case weights", new Quantity.Term(isWeighted() ? "unequal" : "equal"))
                .putInput("weight", new Quantity.Term(weight().name()))
                .putInput(
                        "horizon", horizon().isPresent() ? number(horizon().getAsDouble()) : new Quantity.Term("none"))
                .addPart(Explanation.builder()
                        .name("confidence interval")
                        .formula("concordance -/+ normal quantile * standard error, at level")
                        .value(quantity(
                                interval(),
                                limits -> new Quantity.Span(
                                        new Quantity.Measure(limits.lower(), ""),
                                        new Quantity.Measure(limits.upper(), ""))))
                        .putInput("standard error", quantity(standardError(), error -> new Quantity.Measure(error, "")))
                        .putInput("level", new Quantity.Share(level().value()))
                        .build())
                .build();
    }

    private static Quantity number(double value) {
        return new Quantity.Term(
                value == Math.rint(value)
                        ? String.format(Locale.ROOT, "%.0f", value)
                        : String.format(Locale.ROOT, "%.4f", value));
    }
}
