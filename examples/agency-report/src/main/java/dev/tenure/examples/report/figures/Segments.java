package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import dev.tenure.client.Client;
import dev.tenure.client.Segment;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Table;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.ClientLifespan;
import dev.tenure.lifetime.ClientLifespanResult;
import dev.tenure.lifetime.LifespanGrade;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.PValueAdjustment;
import dev.tenure.survival.RestrictedMean;
import dev.tenure.survival.SurvivalCurve;
import dev.tenure.survival.comparison.LogRank;
import dev.tenure.survival.comparison.LogRankResult;
import dev.tenure.survival.comparison.PairwiseComparison;
import dev.tenure.survival.comparison.RestrictedMeanComparison;
import dev.tenure.survival.comparison.RestrictedMeanDifference;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How long the clients of each segment stay, and whether the segments differ more than chance would make them. */
final class Segments {

    /** More lines cannot be told apart, and more pairs are too many questions at once. */
    private static final int MOST_COMPARED = 5;
    /** The months that are drawn, if somebody has been observed for so long. */
    private static final int MOST_MONTHS = 36;
    /** The months up to which means are compared, if both segments have been observed for so long. */
    private static final int HORIZON = 24;

    private static final int GOOD = LifespanGrade.GOOD.months();
    private static final double SIGNIFICANT = 0.05;

    private final ImmutableMap<String, ImmutableList<Spell>> spells;
    private final ImmutableMap<String, ClientLifespanResult> lifespans;
    private final LogRankResult all;
    private final ImmutableList<String> largest;
    /** The whole months up to which the mean of each of the largest segments is known. */
    private final int within;

    private Segments(ImmutableMap<String, ImmutableList<Spell>> spells) {
        this.spells = spells;
        lifespans = spells.entrySet().stream()
                .collect(toImmutableMap(Map.Entry::getKey, segment -> lifespan(segment.getValue().stream())));
        all = logRank(spells.keySet());
        largest = spells.keySet().stream()
                .sorted(Comparator.comparing((String segment) -> spells(segment).size(), Comparator.reverseOrder()))
                .limit(MOST_COMPARED)
                .collect(toImmutableList());
        within = (int) Math.max(
                1,
                Math.min(
                        HORIZON,
                        Math.floor(
                                largest.stream().mapToDouble(this::reach).min().orElse(1))));
    }

    private static ClientLifespanResult lifespan(Stream<Spell> ofSegment) {
        return ofSegment.map(Spell::life).collect(ClientLifespan.withDefaults().collector());
    }

    /** Up to when a segment's mean is known: where everybody has left, to the end of time. */
    private double reach(String segment) {
        double longest = longest(segment);
        return curve(segment).survivalAt(longest).toOptional().orElse(1.0) == 0 ? HORIZON : longest;
    }

    /** Looks at the first spells of clients; empty if none of them is of a segment. Clients without one are in none of them. */
    static Optional<Segments> of(Facts facts, ImmutableList<Spell> spells) {
        ImmutableListMultimap<Segment, Spell> bySegment = Multimaps.index(
                spells.stream()
                        .filter(spell -> segment(facts, spell).isPresent())
                        .collect(toImmutableList()),
                spell -> segment(facts, spell).orElseThrow());
        return bySegment.isEmpty()
                ? Optional.empty()
                : Optional.of(new Segments(
                        bySegment.keySet().stream().sorted().collect(toImmutableMap(Segment::value, bySegment::get))));
    }

    private static Optional<Segment> segment(Facts facts, Spell spell) {
        return Optional.ofNullable(facts.clients().get(spell.client())).flatMap(Client::segment);
    }

    private LogRankResult logRank(Collection<String> segments) {
        return LogRank.withDefaults()
                .with(ChronoUnit.MONTHS)
                .of(segments.stream()
                        .collect(toImmutableMap(
                                segment -> segment,
                                segment -> spells(segment).stream()
                                        .map(Spell::observation)
                                        .collect(toImmutableList()))));
    }

    private ImmutableList<Spell> spells(String segment) {
        return Objects.requireNonNull(spells.get(segment), segment);
    }

    private SurvivalCurve curve(String segment) {
        return Objects.requireNonNull(lifespans.get(segment), segment).curve();
    }

    ImmutableList<Figure> figures() {
        return largest.size() < 2 ? ImmutableList.of(test()) : ImmutableList.of(test(), difference());
    }

    private Figure test() {
        Outcome<ChiSquareTest> value = all.value();
        Explanation explanation = Explanation.builder()
                .name("p-value")
                .formula("probability of a chi-square as large as this one or larger if the segments did not differ")
                .value(Shown.pValue(value.map(ChiSquareTest::pValue)))
                .putInput("chi-square", Explanation.quantity(value, test -> Shown.number(test.statistic())))
                .putInput(
                        "degrees of freedom",
                        Explanation.quantity(value, test -> new Quantity.Count(test.degreesOfFreedom())))
                .addPart(all.explain())
                .build();
        Figure figure = Figure.of("segments-test", explanation)
                .withPolicy("test", new Quantity.Term("log-rank test"))
                .withPolicy("weight", new Quantity.Term(all.weight().toString()))
                .withPolicy("segments", new Quantity.Count(spells.size()));
        Figure read = value.toOptional()
                .map(test -> figure.withReading(reading(test)))
                .orElse(figure);
        return value.isDefined() && !all.notCompared().isEmpty()
                ? read.withWarning(
                        Text.phrase("warning.not-compared", Text.plain(String.join(", ", all.notCompared()))))
                : read;
    }

    private static Text reading(ChiSquareTest test) {
        return Text.phrase(
                test.pValue() < SIGNIFICANT ? "reading.segments.differ" : "reading.segments.alike",
                Text.of(Shown.number(test.statistic())),
                Text.count(test.degreesOfFreedom()));
    }

    /** Compares the two largest segments up to the last whole month in which both are observed. */
    private Figure difference() {
        double horizon = Math.min(HORIZON, Math.floor(Math.min(longest(largest.get(0)), longest(largest.get(1)))));
        return horizon < 1 ? noDifference() : difference(horizon);
    }

    private static Figure noDifference() {
        return Figure.of(
                "segments-difference",
                Explanation.builder()
                        .name("difference of restricted means")
                        .formula("first - second, up to horizon")
                        .value(new Quantity.Missing(Reason.BEYOND_OBSERVATION, "no observation is that long"))
                        .putInput("horizon", Shown.months(1))
                        .build());
    }

    /** Of the segment whose clients stay longer, so that the difference is not negative. */
    private Figure difference(double horizon) {
        ImmutableList<String> order = ImmutableList.sortedCopyOf(
                Comparator.comparing((String segment) -> mean(segment, horizon), Comparator.reverseOrder()),
                largest.subList(0, 2));
        String longer = order.get(0);
        String shorter = order.get(1);
        RestrictedMeanDifference difference =
                RestrictedMeanComparison.withDefaults().of(curve(longer), curve(shorter), horizon);
        return Figure.of("segments-difference", difference.explain())
                .withInterval(Shown.span(difference.interval(), Shown::months), difference.level())
                .withPolicy("horizon", Shown.months(horizon))
                .withReading(Text.phrase(
                        "reading.segments.difference",
                        Text.count((long) horizon),
                        Text.plain(longer),
                        Text.of(Shown.months(difference.first().value())),
                        Text.plain(shorter),
                        Text.of(Shown.months(difference.second().value()))));
    }

    private double mean(String segment, double horizon) {
        return curve(segment).restrictedMean(horizon).value().orElseThrow();
    }

    private double longest(String segment) {
        return curve(segment).longest().toOptional().orElse(0.0);
    }

    ImmutableList<Chart> charts() {
        return Stream.of(curves(), means()).flatMap(Optional::stream).collect(toImmutableList());
    }

    /** The mean times of the largest segments, and of all clients. */
    private Optional<Chart> means() {
        if (largest.size() < 2) {
            return Optional.empty();
        }
        RestrictedMean together =
                lifespan(spells.values().stream().flatMap(List::stream)).curve().restrictedMean(within);
        ImmutableList<Chart.Bars.Bar> bars = Stream.concat(
                        largest.stream()
                                .map(segment ->
                                        bar(Text.plain(segment), curve(segment).restrictedMean(within))),
                        Stream.of(bar(Text.phrase("segment.all"), together)))
                .flatMap(Optional::stream)
                .collect(toImmutableList());
        return bars.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart.Bars(
                        "lifespan-segments",
                        Text.phrase("chart.lifespan-segments.text", Text.count(within)),
                        Text.phrase("column.segment"),
                        bars));
    }

    /** A segment that nobody has observed for so long has no bar: the table says why. */
    private static Optional<Chart.Bars.Bar> bar(Text label, RestrictedMean mean) {
        return mean.value()
                .toOptional()
                .map(value -> new Chart.Bars.Bar(
                        label,
                        Shown.months(value),
                        mean.interval()
                                .toOptional()
                                .map(limits -> new Quantity.Span(
                                        Shown.months(limits.lower()), Shown.months(limits.upper())))));
    }

    private Optional<Chart> curves() {
        int months = (int) Math.min(
                MOST_MONTHS,
                Math.floor(largest.stream().mapToDouble(this::longest).max().orElse(0)));
        if (largest.size() < 2 || months < 1) {
            return Optional.empty();
        }
        return Optional.of(new Chart.Lines(
                "survival-segments",
                Text.phrase("chart.survival-segments.text", Text.count(largest.size())),
                Text.phrase("column.months"),
                IntStream.rangeClosed(0, months).mapToObj(Text::count).collect(toImmutableList()),
                largest.stream()
                        .map(segment -> new Chart.Lines.Series(
                                Text.plain(segment),
                                IntStream.rangeClosed(0, months)
                                        .mapToObj(month ->
                                                Shown.share(curve(segment).survivalAt(month)))
                                        .collect(toImmutableList())))
                        .collect(toImmutableList()),
                true));
    }

    ImmutableList<Table> tables() {
        return largest.size() < 2 ? ImmutableList.of(bySegment()) : ImmutableList.of(bySegment(), pairs());
    }

    private Table bySegment() {
        return new Table(
                Text.phrase("table.segments", Text.count(within)),
                ImmutableList.of(
                        Text.phrase("column.segment"),
                        Text.phrase("column.clients"),
                        Text.phrase("column.left"),
                        Text.phrase("column.median-lifespan"),
                        Text.phrase("column.interval"),
                        Text.phrase("column.mean-within", Text.count(within)),
                        Text.phrase("column.interval"),
                        Text.phrase("figure.survive-12.title"),
                        Text.phrase("column.interval")),
                lifespans.entrySet().stream()
                        .map(segment -> row(segment.getKey(), segment.getValue()))
                        .collect(toImmutableList()));
    }

    private ImmutableList<Text> row(String segment, ClientLifespanResult ofSegment) {
        RestrictedMean mean = ofSegment.curve().restrictedMean(within);
        return ImmutableList.of(
                Text.plain(segment),
                Text.count(ofSegment.clients()),
                Text.count(ofSegment.curve().ended()),
                Text.of(Shown.months(ofSegment.value())),
                Text.of(Lifespans.span(ofSegment.median())),
                Text.of(Shown.months(mean.value())),
                Text.of(Shown.span(mean.interval(), Shown::months)),
                Text.of(Shown.share(ofSegment.reaching(GOOD))),
                Text.of(Shown.shares(ofSegment.reachingInterval(GOOD))));
    }

    private Table pairs() {
        LogRankResult compared = largest.size() == spells.size() ? all : logRank(largest);
        return new Table(
                Text.phrase("table.segment-pairs", Text.count(largest.size())),
                ImmutableList.of(
                        Text.phrase("column.segments"),
                        Text.phrase("column.chi-square"),
                        Text.phrase("column.p-value"),
                        Text.phrase("column.p-value-holm"),
                        Text.phrase("column.difference")),
                compared.pairwise(PValueAdjustment.HOLM).comparisons().stream()
                        .map(Segments::row)
                        .collect(toImmutableList()));
    }

    private static ImmutableList<Text> row(PairwiseComparison pair) {
        Outcome<ChiSquareTest> test = pair.test().value();
        return ImmutableList.of(
                Text.phrase("cell.pair", Text.plain(pair.first()), Text.plain(pair.second())),
                Text.of(Explanation.quantity(test, value -> Shown.number(value.statistic()))),
                Text.of(Shown.pValue(test.map(ChiSquareTest::pValue))),
                Text.of(Shown.pValue(pair.adjustedPValue())),
                Text.phrase(pair.adjustedPValue()
                        .map(value -> value < SIGNIFICANT ? "cell.differ" : "cell.alike")
                        .toOptional()
                        .orElse("cell.not-compared")));
    }
}
