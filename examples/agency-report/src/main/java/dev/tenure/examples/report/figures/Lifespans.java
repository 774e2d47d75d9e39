package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Section;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.lifetime.ClientLifespanResult;
import dev.tenure.lifetime.LifespanGrade;
import dev.tenure.survival.RestrictedMean;
import dev.tenure.survival.SurvivalCurve;
import dev.tenure.survival.SurvivalQuantile;
import dev.tenure.survival.SurvivalStep;
import java.util.Optional;
import java.util.stream.IntStream;

/** How long clients stay. */
final class Lifespans {

    /** More steps make a picture no finer, and its table endless. */
    private static final int MOST_STEPS = 120;

    private static final int MINIMUM = LifespanGrade.MINIMUM.months();
    private static final int GOOD = LifespanGrade.GOOD.months();

    private final Tenures tenures;
    private final ClientLifespanResult result;

    Lifespans(Tenures tenures) {
        this.tenures = tenures;
        this.result = tenures.lifespans();
    }

    ClientLifespanResult result() {
        return result;
    }

    Figure median() {
        return ruled(
                Figure.of("lifespan-median", result.explain()).withInterval(span(result.median()), result.level()));
    }

    /** Returns the interval of a median: without a limit where the data give none, and a reason where they give neither. */
    static Quantity span(SurvivalQuantile median) {
        return median.lower().isDefined() || median.upper().isDefined()
                ? new Quantity.Span(Shown.months(median.lower()), Shown.months(median.upper()))
                : Shown.months(median.lower());
    }

    Figure reaching(int months) {
        Explanation explanation = Steps.part(result.explain(), "share that reaches " + months + " months");
        return ruled(Figure.of("survive-" + months, explanation)
                .withInterval(Shown.shares(result.reachingInterval(months)), result.level()));
    }

    Figure restrictedMean() {
        Outcome<RestrictedMean> mean = result.restrictedMean();
        Explanation explanation = mean.toOptional()
                .map(RestrictedMean::explain)
                .orElseGet(() -> Explanation.builder()
                        .name("restricted mean")
                        .formula("area under the survival curve")
                        .value(Explanation.quantity(mean, some -> Shown.months(some.value())))
                        .build());
        Figure figure = Figure.of("lifespan-restricted-mean", explanation)
                .withInterval(Shown.span(mean.flatMap(RestrictedMean::interval), Shown::months), result.level());
        return ruled(mean.toOptional()
                .map(some -> figure.withPolicy("horizon", Shown.months(some.horizon())))
                .orElse(figure));
    }

    private Figure ruled(Figure figure) {
        return tenures.ruled(figure)
                .withPolicy("interval", Shown.term(result.curve().intervalMethod()))
                .withReading(Text.phrase(
                        "reading.observed",
                        Text.count(result.clients()),
                        Text.count(result.curve().ended())));
    }

    ImmutableList<Text> points() {
        ImmutableList.Builder<Text> points = ImmutableList.builder();
        for (int months : new int[] {MINIMUM, GOOD}) {
            result.reaching(months)
                    .toOptional()
                    .ifPresent(share -> points.add(Text.phrase(
                            "point.named",
                            Text.phrase("figure.survive-" + months + ".title"),
                            withInterval(
                                    Shown.share(result.reaching(months)),
                                    Shown.shares(result.reachingInterval(months))))));
        }
        return points.build();
    }

    private static Text withInterval(Quantity value, Quantity span) {
        return span instanceof Quantity.Missing
                ? Text.of(value)
                : Text.phrase("point.interval", Text.of(value), Text.of(span));
    }

    Section section(Optional<Segments> segments) {
        ImmutableList.Builder<Chart> charts = ImmutableList.builder();
        if (!result.curve().steps().isEmpty()) {
            charts.add(curve());
        }
        grades().ifPresent(charts::add);
        segments.map(Segments::charts).ifPresent(charts::addAll);
        return new Section(
                "lifespan",
                charts.build(),
                ImmutableList.<Figure>builder()
                        .add(median(), reaching(MINIMUM), reaching(GOOD), restrictedMean())
                        .addAll(segments.map(Segments::figures).orElse(ImmutableList.of()))
                        .build(),
                segments.map(Segments::tables).orElse(ImmutableList.of()));
    }

    private Chart curve() {
        SurvivalCurve curve = result.curve();
        ImmutableList.Builder<Chart.SurvivalCurve.Point> points = ImmutableList.builder();
        points.add(new Chart.SurvivalCurve.Point(0, curve.observations(), 1, Optional.empty()));
        ImmutableList<SurvivalStep> falls =
                curve.steps().stream().filter(step -> step.ended() > 0).collect(toImmutableList());
        thinned(falls).forEach(step -> points.add(point(curve, step)));
        SurvivalStep end = curve.steps().get(curve.steps().size() - 1);
        if (end.ended() == 0) {
            points.add(point(curve, end));
        }
        return new Chart.SurvivalCurve(
                "survival",
                description(),
                Chart.SurvivalCurve.Scale.MONTHS,
                points.build(),
                ImmutableList.of(MINIMUM, GOOD));
    }

    private static ImmutableList<SurvivalStep> thinned(ImmutableList<SurvivalStep> steps) {
        int shown = Math.min(MOST_STEPS, steps.size());
        return IntStream.range(0, shown)
                .mapToObj(k -> steps.get(shown == 1 ? 0 : (int) ((long) k * (steps.size() - 1) / (shown - 1))))
                .collect(toImmutableList());
    }

    private static Chart.SurvivalCurve.Point point(SurvivalCurve curve, SurvivalStep step) {
        return new Chart.SurvivalCurve.Point(
                step.time(),
                Math.round(step.atRisk()),
                step.survival(),
                curve.intervalAt(step.time()).toOptional());
    }

    private Text description() {
        return result.reaching(GOOD).isDefined()
                ? Text.phrase(
                        "chart.survival.text",
                        Text.of(Shown.share(result.reaching(MINIMUM))),
                        Text.of(Shown.share(result.reaching(GOOD))))
                : Text.phrase("chart.survival.young", Text.count(result.clients()));
    }

    private Optional<Chart> grades() {
        if (!result.reaching(GOOD).isDefined()) {
            return Optional.empty();
        }
        double minimum = result.reaching(MINIMUM).orElseThrow();
        double good = result.reaching(GOOD).orElseThrow();
        Quantity reached = Shown.shares(result.reachingInterval(MINIMUM));
        return Optional.of(new Chart.Bars(
                "grades",
                Text.phrase("chart.grades.text", Text.share(good), Text.share(1 - minimum)),
                Text.phrase("column.grade"),
                ImmutableList.of(
                        grade(LifespanGrade.BELOW_MINIMUM, 1 - minimum, complement(reached)),
                        grade(LifespanGrade.MINIMUM, minimum - good, Optional.empty()),
                        grade(LifespanGrade.GOOD, good, span(Shown.shares(result.reachingInterval(GOOD)))))));
    }

    private static Chart.Bars.Bar grade(LifespanGrade grade, double share, Optional<Quantity.Span> interval) {
        return new Chart.Bars.Bar(Text.phrase("grade." + Keys.of(grade)), new Quantity.Share(share), interval);
    }

    private static Optional<Quantity.Span> span(Quantity interval) {
        return interval instanceof Quantity.Span span ? Optional.of(span) : Optional.empty();
    }

    private static Optional<Quantity.Span> complement(Quantity interval) {
        return span(interval).map(span -> new Quantity.Span(complementOf(span.upper()), complementOf(span.lower())));
    }

    private static Quantity complementOf(Quantity limit) {
        return new Quantity.Share(1 - ((Quantity.Share) limit).value());
    }
}
