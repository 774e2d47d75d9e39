package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.client.ClientId;
import dev.tenure.examples.report.input.SurveyKind;
import dev.tenure.examples.report.input.SurveyRow;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Section;
import dev.tenure.examples.report.page.Table;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Quantity;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.voice.DetractorReview;
import dev.tenure.voice.DetractorReviewResult;
import dev.tenure.voice.IndependentChangeResult;
import dev.tenure.voice.NetPromoterChange;
import dev.tenure.voice.NetPromoterResult;
import dev.tenure.voice.NetPromoterScore;
import dev.tenure.voice.PairedChangeResult;
import dev.tenure.voice.SurveyAnswer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What clients say of the agency, quarter by quarter. */
final class Voice {

    private static final int MOST_DETRACTORS = 50;

    private static final ReportingCalendar QUARTERS = ReportingCalendar.of(Granularity.QUARTER);

    private final Facts facts;
    private final Tenures tenures;
    private final ImmutableList<SurveyRow> recommendations;
    private final ImmutableList<ReportingPeriod> quarters;
    private final ImmutableList<NetPromoterResult> scores;
    private final Ratings ratings;

    Voice(Facts facts, Tenures tenures) {
        this.facts = facts;
        this.tenures = tenures;
        recommendations = facts.surveys().stream()
                .filter(row -> row.kind() == SurveyKind.NPS && row.score().isPresent())
                .collect(toImmutableList());
        quarters =
                recommendations.stream()
                        .map(row -> QUARTERS.periodOf(row.date()))
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .collect(toImmutableList());
        scores = quarters.stream().map(this::score).collect(toImmutableList());
        ratings = new Ratings(facts);
    }

    private NetPromoterResult score(ReportingPeriod quarter) {
        ImmutableList<SurveyRow> rows = recommendations.stream()
                .filter(row -> quarter.contains(row.date()))
                .collect(toImmutableList());
        return rows.stream()
                .map(row -> row.score().orElseThrow())
                .collect(calculator(quarter, rows).collector());
    }

    /** The clients of the quarter are the population, unless somebody answered twice or more answered than were here. */
    private NetPromoterScore calculator(ReportingPeriod quarter, ImmutableList<SurveyRow> rows) {
        long here = tenures.here(quarter, facts.lastDay());
        boolean onceEach = rows.stream().map(SurveyRow::client).distinct().count() == rows.size();
        return onceEach && rows.size() <= here
                ? NetPromoterScore.withDefaults().withPopulation(here)
                : NetPromoterScore.withDefaults();
    }

    /** Returns the score of all answers of all times. */
    NetPromoterResult overall() {
        return recommendations.stream()
                .map(row -> row.score().orElseThrow())
                .collect(NetPromoterScore.withDefaults().collector());
    }

    Ratings ratings() {
        return ratings;
    }

    boolean isEmpty() {
        return facts.surveys().stream().noneMatch(row -> row.score().isPresent());
    }

    ImmutableList<Text> points() {
        if (scores.size() < 2) {
            return ImmutableList.of();
        }
        IndependentChangeResult change = change();
        return ImmutableList.of(Text.phrase(
                "point.nps",
                Text.of(Shown.points(change.value().orElseThrow())),
                Text.of(Shown.span(change.interval(), Shown::points)),
                Text.of(quarters.get(quarters.size() - 2)),
                Text.of(quarters.get(quarters.size() - 1))));
    }

    private IndependentChangeResult change() {
        return NetPromoterChange.withDefaults()
                .independent(scores.get(scores.size() - 2), scores.get(scores.size() - 1));
    }

    Section section() {
        ImmutableList.Builder<Figure> figures = ImmutableList.builder();
        if (!scores.isEmpty()) {
            figures.add(scoreFigure());
        }
        if (scores.size() > 1) {
            figures.add(changeFigure(), pairedFigure());
        }
        figures.addAll(ratings.figures());
        ImmutableList.Builder<Table> tables = ImmutableList.builder();
        if (!scores.isEmpty()) {
            figures.add(detractorFigure());
            detractors().ifPresent(tables::add);
        }
        return new Section(
                "voice",
                scores.isEmpty() ? ImmutableList.of() : ImmutableList.of(chart()),
                figures.build(),
                tables.build());
    }

    private Figure scoreFigure() {
        NetPromoterResult last = scores.get(scores.size() - 1);
        ReportingPeriod quarter = quarters.get(quarters.size() - 1);
        Figure figure = Figure.of("nps", last.explain())
                .withInterval(Shown.span(last.interval(), Shown::points), last.level())
                .withPolicy("period", span(quarter, quarter))
                .withPolicy("interval", Shown.term(last.intervalMethod()))
                .withReading(Text.phrase(
                        "reading.answers",
                        Text.count(last.answers()),
                        Text.count(facts.surveys().stream()
                                .filter(row -> row.kind() == SurveyKind.NPS && quarter.contains(row.date()))
                                .map(SurveyRow::client)
                                .distinct()
                                .count())));
        return last.population().isPresent()
                ? figure.withPolicy(
                        "population", new Quantity.Count(last.population().getAsLong()))
                : figure;
    }

    private Figure changeFigure() {
        IndependentChangeResult change = change();
        return Figure.of("nps-change", change.explain())
                .withInterval(Shown.span(change.interval(), Shown::points), change.level())
                .withPolicy("periods", lastTwo())
                .withPolicy("interval", Shown.term(change.intervalMethod()));
    }

    private Figure pairedFigure() {
        PairedChangeResult change = NetPromoterChange.withDefaults()
                .paired(answers(quarters.get(quarters.size() - 2)), answers(quarters.get(quarters.size() - 1)));
        return Figure.of("nps-change-paired", change.explain())
                .withInterval(Shown.span(change.interval(), Shown::points), change.level())
                .withPolicy("periods", lastTwo())
                .withReading(Text.phrase("reading.pairs", Text.count(change.pairs())));
    }

    private Quantity lastTwo() {
        return span(quarters.get(quarters.size() - 2), quarters.get(quarters.size() - 1));
    }

    private static Quantity span(ReportingPeriod first, ReportingPeriod last) {
        return new Quantity.Span(Shown.day(first.start()), Shown.day(last.end().minusDays(1)));
    }

    /** Who answered more than once in a quarter counts with the last answer. */
    private Map<ClientId, Integer> answers(ReportingPeriod quarter) {
        Map<ClientId, SurveyRow> rows = new HashMap<>();
        recommendations.stream()
                .filter(row -> quarter.contains(row.date()))
                .forEach(row -> rows.merge(
                        client(row), row, (one, other) -> other.date().isBefore(one.date()) ? one : other));
        Map<ClientId, Integer> answers = new TreeMap<>();
        rows.forEach((client, row) -> answers.put(client, row.score().orElseThrow()));
        return answers;
    }

    private ClientId client(SurveyRow row) {
        return ClientId.of(facts.keys().id(row.client()));
    }

    private Stream<SurveyRow> ofTheYear() {
        return recommendations.stream()
                .filter(row -> !row.date().isBefore(facts.asOf().minusYears(1)));
    }

    private DetractorReviewResult review() {
        return ofTheYear()
                .map(this::answer)
                .collect(DetractorReview.withDefaults().collector());
    }

    private SurveyAnswer answer(SurveyRow row) {
        return SurveyAnswer.of(client(row), row.score().orElseThrow(), row.reason());
    }

    private Figure detractorFigure() {
        DetractorReviewResult review = review();
        return Figure.of("detractors-with-reason", review.explain())
                .withInterval(Steps.span(review.proportion()), ConfidenceLevel.P95)
                .withPolicy(
                        "period", new Quantity.Span(Shown.day(facts.asOf().minusYears(1)), Shown.day(facts.lastDay())))
                .withReading(Text.phrase(
                        "reading.of",
                        Text.count(review.proportion().successes()),
                        Text.count(review.proportion().trials())));
    }

    private Optional<Table> detractors() {
        ImmutableList<ImmutableList<Text>> rows = ofTheYear()
                .filter(row -> answer(row).lacksReason())
                .sorted(Comparator.comparing(SurveyRow::date).reversed())
                .limit(MOST_DETRACTORS)
                .map(row -> ImmutableList.of(
                        Text.plain(facts.name(client(row))),
                        Text.of(Shown.day(row.date())),
                        Text.count(row.score().orElseThrow())))
                .collect(toImmutableList());
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        Text.phrase("table.detractors"),
                        ImmutableList.of(
                                Text.phrase("column.client"), Text.phrase("column.day"), Text.phrase("column.score")),
                        rows));
    }

    private Chart chart() {
        ImmutableList.Builder<Chart.ScoreHistory.Score> history = ImmutableList.builder();
        for (int i = 0; i < quarters.size(); i++) {
            NetPromoterResult score = scores.get(i);
            history.add(new Chart.ScoreHistory.Score(
                    Text.of(quarters.get(i)),
                    score.promoters(),
                    score.passives(),
                    score.detractors(),
                    score.value().orElseThrow(),
                    score.interval().toOptional()));
        }
        return new Chart.ScoreHistory(
                "nps",
                Text.phrase(
                        "chart.nps.text",
                        Text.of(Shown.points(
                                scores.get(scores.size() - 1).value().orElseThrow()))),
                history.build());
    }
}
