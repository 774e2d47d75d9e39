package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.google.common.collect.ImmutableList;
import dev.tenure.examples.report.input.SurveyKind;
import dev.tenure.examples.report.input.SurveyRow;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Quantity;
import dev.tenure.voice.CustomerEffortResult;
import dev.tenure.voice.CustomerEffortScore;
import dev.tenure.voice.CustomerSatisfaction;
import dev.tenure.voice.CustomerSatisfactionResult;
import dev.tenure.voice.EffortScale;
import dev.tenure.voice.RatingScale;
import dev.tenure.voice.TopBox;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Satisfaction and effort: the answers of the last year, on the scale that most of them are on. */
final class Ratings {

    private final Facts facts;

    Ratings(Facts facts) {
        this.facts = facts;
    }

    ImmutableList<Figure> figures() {
        ImmutableList.Builder<Figure> figures = ImmutableList.builder();
        satisfaction(true)
                .ifPresent(result -> figures.add(yearly(Figure.of("csat", result.explain())
                        .withInterval(Shown.shares(result.interval()), result.level())
                        .withPolicy(
                                "satisfied from",
                                new Quantity.Count(result.topBox().lowestSatisfied()))
                        .withPolicy("scale", scale(result.topBox().scale()))
                        .withPolicy("interval", Shown.term(result.intervalMethod()))
                        .withReading(Text.phrase(
                                "reading.of",
                                Text.count(result.proportion().successes()),
                                Text.count(result.proportion().trials()))))));
        effort(true)
                .ifPresent(result -> figures.add(yearly(Figure.of("ces", result.explain())
                        .withInterval(Shown.span(result.interval(), Shown::number), result.level())
                        .withPolicy("scale", scale(result.effortScale().scale())))));
        return figures.build();
    }

    private Figure yearly(Figure figure) {
        return figure.withPolicy(
                "period", new Quantity.Span(Shown.day(facts.asOf().minusYears(1)), Shown.day(facts.lastDay())));
    }

    private static Quantity scale(RatingScale scale) {
        return new Quantity.Span(new Quantity.Count(scale.lowest()), new Quantity.Count(scale.highest()));
    }

    /** Returns the satisfaction, of the last year or of all time; empty if nobody answered. */
    Optional<CustomerSatisfactionResult> satisfaction(boolean lastYear) {
        ImmutableList<SurveyRow> rows = answered(SurveyKind.CSAT, lastYear);
        return usualScale(rows)
                .map(highest -> answers(rows, highest).stream()
                        .collect(CustomerSatisfaction.withDefaults()
                                .with(topBox(highest))
                                .collector()));
    }

    /** Returns the ease, of the last year or of all time; empty if nobody answered on a scale of five or seven. */
    Optional<CustomerEffortResult> effort(boolean lastYear) {
        ImmutableList<SurveyRow> rows = answered(SurveyKind.CES, lastYear);
        return usualScale(rows)
                .flatMap(highest -> effortScale(highest)
                        .map(scale -> answers(rows, highest).stream()
                                .collect(CustomerEffortScore.withDefaults()
                                        .with(scale)
                                        .collector())));
    }

    private ImmutableList<SurveyRow> answered(SurveyKind kind, boolean lastYear) {
        return facts.surveys().stream()
                .filter(row -> row.kind() == kind && row.score().isPresent())
                .filter(row -> !lastYear || !row.date().isBefore(facts.asOf().minusYears(1)))
                .collect(toImmutableList());
    }

    private static Optional<Integer> usualScale(ImmutableList<SurveyRow> rows) {
        return rows.stream().collect(groupingBy(SurveyRow::scale, counting())).entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey);
    }

    private static ImmutableList<Integer> answers(ImmutableList<SurveyRow> rows, int scale) {
        return rows.stream()
                .filter(row -> row.scale() == scale)
                .map(row -> row.score().orElseThrow())
                .collect(toImmutableList());
    }

    /** The best one of up to three, two of up to seven, three of more: about the upper two fifths at most. */
    private static TopBox topBox(int highest) {
        int upToSeven = highest <= 7 ? 2 : 3;
        return TopBox.of(RatingScale.of(1, highest), highest <= 3 ? 1 : upToSeven);
    }

    private static Optional<EffortScale> effortScale(int highest) {
        return switch (highest) {
            case 5 -> Optional.of(EffortScale.FIVE_POINT_EASE);
            case 7 -> Optional.of(EffortScale.SEVEN_POINT_EASE);
            default -> Optional.empty();
        };
    }
}
