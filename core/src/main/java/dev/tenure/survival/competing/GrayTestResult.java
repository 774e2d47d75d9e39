package dev.tenure.survival.competing;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ChiSquareTest;
import java.util.Map;
import java.util.Objects;
import org.immutables.value.Value;

/** For each cause, whether groups lose different shares to it. Made by {@link GrayTest}. */
@ResultStyle
@Value.Immutable
public abstract class GrayTestResult {

    GrayTestResult() {}

    /**
     * Returns the tests by cause.
     *
     * @return one for each cause, in the order of the incidences; each undefined ({@link Reason#NOT_ESTIMABLE}) if too few have ended for the
     *     cause, ({@link Reason#NOT_APPLICABLE}) if an observation entered late
     */
    public abstract ImmutableMap<String, Outcome<ChiSquareTest>> tests();

    /**
     * Returns the groups that were compared.
     *
     * @return their names, in alphabetical order, two or more
     */
    public abstract ImmutableList<String> groups();

    /**
     * Returns within how many strata they were compared.
     *
     * @return the number, 1 unless there are strata
     */
    public abstract int strata();

    /**
     * Returns the power by which early differences weigh more.
     *
     * @return a number, 0 unless set
     */
    public abstract double rho();

    /**
     * Returns how many observations there are, over all groups.
     *
     * @return the count, zero or more
     */
    public abstract long observations();

    /**
     * Returns how many observations ended, for whatever cause.
     *
     * @return the count, from 0 to {@link #observations()}
     */
    public abstract long ended();

    /**
     * Returns how many ended for a cause nobody recorded; they compete as a cause of their own.
     *
     * @return the count, from 0 to {@link #ended()}
     */
    public abstract long unknown();

    /**
     * Returns the test of a cause.
     *
     * @param cause the name of the cause
     * @return the statistic with its degrees of freedom and p-value; undefined as {@link #tests()} says
     * @throws IllegalArgumentException if there is no such cause
     */
    public final Outcome<ChiSquareTest> test(String cause) {
        Objects.requireNonNull(cause, "cause");
        Outcome<ChiSquareTest> test = tests().get(cause);
        checkArgument(test != null, "cause must be one of %s: %s", tests().keySet(), cause);
        return test;
    }

    /**
     * Explains the tests.
     *
     * @return the counts, and the p-value of each cause with its statistic
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("Gray's test")
                .formula("score' * inverse of its variance * score, a chi-square for each cause")
                .value(new Quantity.Term(groups().size() + " groups"))
                .putInput("observations", new Quantity.Count(observations()))
                .putInput("ended", new Quantity.Count(ended()))
                .putInput("ended for an unknown cause", new Quantity.Count(unknown()))
                .putInput("strata", new Quantity.Count(strata()))
                .putInput("rho", new Quantity.Measure(rho(), ""))
                .addAllParts(
                        tests().entrySet().stream().map(GrayTestResult::part).collect(ImmutableList.toImmutableList()))
                .build();
    }

    private static Explanation part(Map.Entry<String, Outcome<ChiSquareTest>> test) {
        Outcome<ChiSquareTest> outcome = test.getValue();
        return Explanation.builder()
                .name("p-value for " + test.getKey())
                .formula("probability of such a chi-square or a larger one if the groups lose the same shares")
                .value(quantity(outcome, its -> new Quantity.Share(its.pValue())))
                .putInput("chi-square", quantity(outcome, its -> new Quantity.Measure(its.statistic(), "")))
                .putAllInputs(outcome.toOptional()
                        .map(its -> ImmutableMap.<String, Quantity>of(
                                "degrees of freedom", new Quantity.Count(its.degreesOfFreedom())))
                        .orElse(ImmutableMap.of()))
                .build();
    }
}
