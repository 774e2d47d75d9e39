package dev.tenure.survival.comparison;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.stat.ChiSquareTest;
import java.util.Locale;
import java.util.stream.IntStream;

/** How the tests explain themselves. */
final class ComparisonExplanation {

    private ComparisonExplanation() {}

    static Explanation of(LogRankResult result) {
        return Explanation.builder()
                .name("log-rank test")
                .formula("chi-square of observed - expected of each group by their variances")
                .value(statistic(result.value()))
                .putInput("p-value", pValue(result.value().map(ChiSquareTest::pValue)))
                .putInput(
                        "degrees of freedom",
                        quantity(result.value(), test -> new Quantity.Count(test.degreesOfFreedom())))
                .putInput("weight", new Quantity.Term(result.weight().toString()))
                .putInput("observations", number(result.observations()))
                .putInput("ended", number(result.ended()))
                .putInput("strata", new Quantity.Count(result.strata()))
                .addAllParts(groups(result))
                .build();
    }

    private static ImmutableList<Explanation> groups(LogRankResult result) {
        return result.groups().stream()
                .map(group -> Explanation.builder()
                        .name(group.name())
                        .formula("observed - expected")
                        .value(new Quantity.Measure(group.difference(), ""))
                        .putInput("observed", number(group.observed()))
                        .putInput("expected", number(group.expected()))
                        .putInput("observations", number(group.observations()))
                        .build())
                .collect(ImmutableList.toImmutableList());
    }

    static Explanation of(LogRankTrend trend) {
        return Explanation.builder()
                .name("log-rank test for trend")
                .formula("z squared, z = sum of score * (observed - expected) by its standard error")
                .value(statistic(trend.value()))
                .putInput("p-value", pValue(trend.value().map(ChiSquareTest::pValue)))
                .putInput("z", quantity(trend.z(), z -> new Quantity.Measure(z, "")))
                .putInput("weight", new Quantity.Term(trend.weight().toString()))
                .addAllParts(IntStream.range(0, trend.groups().size())
                        .mapToObj(group -> Explanation.builder()
                                .name(trend.groups().get(group))
                                .formula("score")
                                .value(number(trend.scores().get(group)))
                                .build())
                        .collect(ImmutableList.toImmutableList()))
                .build();
    }

    static Explanation of(PairwiseLogRank pairwise) {
        return Explanation.builder()
                .name("pairwise log-rank tests")
                .formula("number of pairs, p-values by adjustment")
                .value(new Quantity.Count(pairwise.comparisons().size()))
                .putInput("adjustment", new Quantity.Term(pairwise.adjustment().name()))
                .putInput("weight", new Quantity.Term(pairwise.weight().toString()))
                .addAllParts(pairwise.comparisons().stream()
                        .map(ComparisonExplanation::of)
                        .collect(ImmutableList.toImmutableList()))
                .build();
    }

    private static Explanation of(PairwiseComparison pair) {
        return Explanation.builder()
                .name(pair.first() + " and " + pair.second())
                .formula("adjusted p-value")
                .value(pValue(pair.adjustedPValue()))
                .putInput("p-value", pValue(pair.test().value().map(ChiSquareTest::pValue)))
                .putInput("statistic", statistic(pair.test().value()))
                .build();
    }

    private static Quantity statistic(Outcome<ChiSquareTest> test) {
        return quantity(test, value -> new Quantity.Measure(value.statistic(), ""));
    }

    static Quantity pValue(Outcome<Double> value) {
        return quantity(value, p -> new Quantity.Term(String.format(Locale.ROOT, "%.4g", p)));
    }

    private static Quantity number(double value) {
        return new Quantity.Term(
                value == Math.rint(value)
                        ? String.format(Locale.ROOT, "%.0f", value)
                        : String.format(Locale.ROOT, "%.4f", value));
    }
}
