package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.examples.report.page.Answer;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Section;
import dev.tenure.examples.report.page.Table;
import dev.tenure.examples.report.page.Text;
import dev.tenure.examples.report.service.ServiceRules;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import dev.tenure.sla.BreachCause;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaCycle;
import dev.tenure.sla.SlaCycleState;
import dev.tenure.sla.SlaOutcome;
import dev.tenure.sla.SlaTargetKind;
import dev.tenure.sla.SlaVerdict;
import dev.tenure.sla.performance.ComplianceTrend;
import dev.tenure.sla.performance.ResponseTimeResult;
import dev.tenure.sla.performance.SilenceGapResult;
import dev.tenure.sla.performance.SlaComplianceResult;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Proportion;
import dev.tenure.survival.SurvivalCurve;
import dev.tenure.survival.SurvivalQuantile;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How well the service is kept: compliance, times, breaches, what is about to breach, silence. */
final class Service {

    private static final int MOST_ROWS = 15;
    private static final int MOST_POINTS = 96;
    private static final double SECONDS_AN_HOUR = Duration.ofHours(1).toSeconds();
    private static final double QUARTERS_AN_HOUR = 4;
    private static final double PERCENT = 100;
    private static final Text NOTHING = Text.plain("–");
    private static final double NEARLY_ALL = 0.98;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy\u2011MM\u2011dd\u00a0HH:mm");

    private final Facts facts;
    private final Kept kept;

    Service(Facts facts, Kept kept) {
        this.facts = facts;
        this.kept = kept;
    }

    Kept kept() {
        return kept;
    }

    Answer answer() {
        ImmutableList.Builder<Text> points = ImmutableList.builder();
        points.add(point(median()), point(silence()));
        ImmutableList<Kept.AtRisk> open = kept.atRisk();
        points.add(Text.phrase("point.open", Text.count(open.size()), Text.count(likely(open))));
        return new Answer("service", compliance(), points.build());
    }

    private static Text point(Figure figure) {
        return Text.phrase("point.named", Text.phrase("figure." + figure.id() + ".title"), Text.of(figure.value()));
    }

    private static long likely(ImmutableList<Kept.AtRisk> open) {
        return open.stream()
                .filter(one -> one.breach().value().toOptional().orElse(0.0) >= 0.5)
                .count();
    }

    Section section() {
        ImmutableList.Builder<Chart> charts = ImmutableList.builder();
        byKind().ifPresent(charts::add);
        trendChart().ifPresent(charts::add);
        curve().ifPresent(charts::add);
        causes().ifPresent(charts::add);
        return new Section(
                "service",
                charts.build(),
                ImmutableList.of(compliance(), first(), resolution(), trend(), median(), p90(), breaches(), silence()),
                Stream.of(byPriority(), atRisk(), silences())
                        .flatMap(Optional::stream)
                        .collect(toImmutableList()));
    }

    private Figure ruled(Figure figure) {
        ServiceRules rules = kept.rules();
        Figure ruled = figure.withPolicy("targets", new Quantity.Term(targets()))
                .withPolicy("working hours", new Quantity.Term(rules.hours().toString()))
                .withPolicy("holidays", new Quantity.Term(holidays(rules)))
                .withPolicy("zone", new Quantity.Term(kept.zone().toString()));
        return ruled;
    }

    private String targets() {
        return facts.book().targets().isEmpty() ? "usual targets" : "sla.csv";
    }

    private static String holidays(ServiceRules rules) {
        return rules.holidays() == ServiceRules.Holidays.NONE ? "no holidays" : "Russian production calendar";
    }

    Figure compliance() {
        return compliance("sla-compliance", kept.compliance());
    }

    Figure first() {
        return compliance(
                "sla-first-response",
                kept.compliance(SlaTargetKind.FIRST_RESPONSE).orElse(kept.compliance()));
    }

    private Figure resolution() {
        return compliance(
                "sla-resolution", kept.compliance(SlaTargetKind.RESOLUTION).orElse(kept.compliance()));
    }

    private Figure compliance(String id, SlaComplianceResult result) {
        return ruled(Figure.of(id, result.explain())
                .withInterval(Shown.shares(result.interval()), result.level())
                .withPolicy("denominator", Shown.term(result.denominator()))
                .withPolicy("interval", Shown.term(result.intervalMethod()))
                .withReading(Text.phrase(
                        "reading.sla",
                        Text.count(result.proportion().successes()),
                        Text.count(result.proportion().trials()),
                        Text.count(result.count(SlaVerdict.OPEN_BREACHED)),
                        Text.count(result.count(SlaVerdict.OPEN)))));
    }

    private ComplianceTrend complianceTrend() {
        return kept.compliance().trend();
    }

    private Figure trend() {
        ComplianceTrend trend = complianceTrend();
        // the periods are in the picture
        Explanation steps = Explanation.builder()
                .name(trend.explain().name())
                .formula("100 * slope of the least squares, each promise a point")
                .value(Explanation.quantity(trend.slope(), slope -> Shown.points(100 * slope)))
                .addAllParts(trend.explain().parts().stream()
                        .filter(part -> part.name().equals("p-value"))
                        .collect(toImmutableList()))
                .build();
        return Figure.of("sla-trend", steps)
                .withInterval(Shown.span(trend.interval(), limit -> Shown.points(100 * limit)), trend.level())
                .withPolicy("denominator", Shown.term(trend.denominator()));
    }

    Figure median() {
        return quantile(
                "response-median", kept.firstResponse(), kept.firstResponse().median());
    }

    private Figure p90() {
        return quantile(
                "response-p90", kept.firstResponse(), kept.firstResponse().p90());
    }

    private Figure quantile(String id, ResponseTimeResult times, SurvivalQuantile quantile) {
        return ruled(Figure.of(id, quantile.explain())
                .withInterval(limits(quantile), times.curve().level())
                .withPolicy("interval", Shown.term(times.curve().intervalMethod()))
                .withReading(Text.phrase("reading.responses", Text.count(times.promises()), Text.count(times.open()))));
    }

    private static Quantity limits(SurvivalQuantile quantile) {
        Quantity lower = Explanation.quantity(quantile.lower(), Shown::seconds);
        return quantile.lower().isDefined() || quantile.upper().isDefined()
                ? new Quantity.Span(lower, Explanation.quantity(quantile.upper(), Shown::seconds))
                : lower;
    }

    private Figure breaches() {
        SlaComplianceResult all = kept.compliance();
        return ruled(Figure.of("sla-breaches", all.explainCauses())
                .withReading(Text.phrase(
                        "reading.breaches",
                        Text.count(all.count(SlaVerdict.BREACHED)),
                        Text.count(all.count(SlaVerdict.OPEN_BREACHED)))));
    }

    private Proportion overdue() {
        return Proportion.of(
                kept.silences().stream().filter(one -> one.gap().isOverdue()).count(),
                kept.silences().size());
    }

    Figure silence() {
        Proportion overdue = overdue();
        return ruled(Figure.of("silence", Steps.share("silent clients", overdue, "clients without news", "clients"))
                .withInterval(Steps.span(overdue), ConfidenceLevel.P95)
                .withPolicy("interval", Shown.term(Steps.METHOD))
                .withPolicy("threshold", Shown.days(kept.rules().silence().count()))
                .withReading(Text.phrase("reading.of", Text.count(overdue.successes()), Text.count(overdue.trials()))));
    }

    private static Text name(SlaTargetKind kind) {
        return Text.phrase("promise." + Keys.of(kind));
    }

    private static Text name(Priority priority) {
        return Text.phrase("priority." + Keys.of(priority));
    }

    private Optional<Chart> byKind() {
        ImmutableList<Chart.Bars.Bar> bars = kept.compliance().byKind().entrySet().stream()
                .filter(entry -> entry.getValue().value().isDefined())
                .map(entry -> bar(name(entry.getKey()), entry.getValue().proportion()))
                .collect(toImmutableList());
        return bars.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart.Bars(
                        "sla-kinds",
                        Text.phrase(
                                "chart.sla-kinds.text",
                                Text.of(Shown.share(kept.compliance().value()))),
                        Text.phrase("column.promise"),
                        bars));
    }

    private static Chart.Bars.Bar bar(Text label, Proportion share) {
        return new Chart.Bars.Bar(
                label,
                Shown.share(share.value()),
                Steps.span(share) instanceof Quantity.Span span ? Optional.of(span) : Optional.empty());
    }

    private Optional<Chart> trendChart() {
        ImmutableList<Map.Entry<ReportingPeriod, Proportion>> periods =
                complianceTrend().proportions().entrySet().asList();
        return periods.size() < 2
                ? Optional.empty()
                : Optional.of(new Chart.Lines(
                        "sla-trend",
                        Text.phrase("chart.sla-trend.text"),
                        Text.phrase("column.period"),
                        periods.stream().map(period -> Text.of(period.getKey())).collect(toImmutableList()),
                        ImmutableList.of(new Chart.Lines.Series(
                                Text.phrase("column.compliance"),
                                periods.stream()
                                        .map(period ->
                                                Shown.share(period.getValue().value()))
                                        .collect(toImmutableList()),
                                periods.stream()
                                        .map(period -> Steps.span(period.getValue()))
                                        .collect(toImmutableList())))));
    }

    private Optional<Chart> curve() {
        SurvivalCurve curve = kept.firstResponse().curve();
        if (curve.ended() == 0) {
            return Optional.empty();
        }
        double most = curve.quantile(NEARLY_ALL)
                .value()
                .toOptional()
                .orElseGet(() -> curve.longest().orElseThrow());
        double step =
                Math.max(1, Math.ceil(QUARTERS_AN_HOUR * most / SECONDS_AN_HOUR / MOST_POINTS)) / QUARTERS_AN_HOUR;
        int last = Math.max(1, (int) Math.ceil(most / SECONDS_AN_HOUR / step));
        return Optional.of(new Chart.SurvivalCurve(
                "response",
                Text.phrase("chart.response.text", Text.of(median().value()), Text.of(p90().value())),
                Chart.SurvivalCurve.Scale.HOURS,
                IntStream.rangeClosed(0, last)
                        .mapToObj(k -> point(curve, k * step))
                        .flatMap(Optional::stream)
                        .collect(toImmutableList()),
                ImmutableList.of()));
    }

    private static Optional<Chart.SurvivalCurve.Point> point(SurvivalCurve curve, double hours) {
        double seconds = hours * SECONDS_AN_HOUR;
        return curve.survivalAt(seconds)
                .toOptional()
                .map(share -> new Chart.SurvivalCurve.Point(
                        hours,
                        curve.given(seconds).observations(),
                        share,
                        hours == 0
                                ? Optional.empty()
                                : curve.intervalAt(seconds).toOptional()));
    }

    private Optional<Chart> causes() {
        SlaComplianceResult all = kept.compliance();
        ImmutableList<BreachCause> causes = Stream.of(BreachCause.values())
                .filter(cause -> all.causeShare(cause).successes() > 0)
                .sorted(Comparator.comparingLong(
                        (BreachCause cause) -> -all.causeShare(cause).successes()))
                .collect(toImmutableList());
        return causes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart.Bars(
                        "breaches",
                        Text.phrase("chart.breaches.text", breach(causes.get(0)), Text.count(all.broken())),
                        Text.phrase("column.cause"),
                        causes.stream()
                                .map(cause -> bar(breach(cause), all.causeShare(cause)))
                                .collect(toImmutableList())));
    }

    private static Text breach(BreachCause cause) {
        return Text.phrase("breach." + Keys.of(cause));
    }

    private Optional<Table> byPriority() {
        ImmutableList<ImmutableList<Text>> rows = kept.compliance().byKind().entrySet().stream()
                .flatMap(kind -> kind.getValue().byPriority().entrySet().stream()
                        .map(priority -> ImmutableList.of(
                                name(kind.getKey()),
                                name(priority.getKey()),
                                Text.of(Shown.share(priority.getValue().value())),
                                Text.of(Shown.shares(priority.getValue().interval())),
                                Text.count(priority.getValue().proportion().trials()),
                                Text.of(Explanation.quantity(
                                        kept.times(kind.getKey(), priority.getKey())
                                                .median()
                                                .value(),
                                        Shown::seconds)))))
                .collect(toImmutableList());
        return table(
                "table.sla",
                rows,
                "column.promise",
                "column.priority",
                "column.compliance",
                "column.interval",
                "column.decided",
                "column.median");
    }

    private static Optional<Table> table(String caption, ImmutableList<ImmutableList<Text>> rows, String... columns) {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        Text.phrase(caption),
                        Stream.of(columns).map(Text::phrase).collect(toImmutableList()),
                        rows));
    }

    private Optional<Table> atRisk() {
        ImmutableList<ImmutableList<Text>> rows =
                kept.atRisk().stream().limit(MOST_ROWS).map(this::row).collect(toImmutableList());
        return table(
                "table.at-risk",
                rows,
                "column.ticket",
                "column.client",
                "column.promise",
                "column.priority",
                "column.deadline",
                "column.left",
                "column.breach-probability",
                "column.passed",
                "column.level-due");
    }

    private ImmutableList<Text> row(Kept.AtRisk one) {
        SlaOutcome outcome = one.promise().outcome();
        SlaCycle cycle = one.promise().cycle();
        return ImmutableList.of(
                Text.plain(facts.book().tickets().id(one.promise().ticket())),
                Text.plain(facts.name(outcome.client())),
                name(outcome.kind()),
                name(outcome.priority()),
                cycle.deadline()
                        .toOptional()
                        .map(deadline -> Text.plain(time(deadline)))
                        .orElse(Text.phrase(cycle.state() == SlaCycleState.PAUSED ? "cell.waits" : "cell.unknown")),
                Text.of(Shown.time(cycle.remaining())),
                Text.of(Shown.share(one.breach().value())),
                threshold(cycle),
                cycle.escalation()
                        .map(level -> Text.phrase("level." + level.name()))
                        .orElse(NOTHING));
    }

    private String time(Instant instant) {
        return TIME.format(instant.atZone(kept.zone()));
    }

    /** The highest part of the target that is over. */
    private Text threshold(SlaCycle cycle) {
        return cycle.thresholds().descendingMap().entrySet().stream()
                .filter(mark -> mark.getValue()
                        .toOptional()
                        .map(at -> !at.isAfter(kept.asOf()))
                        .orElse(false))
                .findFirst()
                .map(mark -> Text.share(mark.getKey() / PERCENT))
                .orElse(NOTHING);
    }

    private Optional<Table> silences() {
        ImmutableList<ImmutableList<Text>> rows = kept.silences().stream()
                .limit(MOST_ROWS)
                .map(one -> {
                    SilenceGapResult gap = one.gap();
                    return ImmutableList.of(
                            Text.plain(facts.name(one.client())),
                            Text.of(Shown.days(gap.current().businessDays().count())),
                            Text.of(Shown.time(gap.current().workingTime())),
                            Text.of(Shown.days(gap.longest().businessDays().count())),
                            Text.of(Shown.time(gap.longest().workingTime())),
                            Text.count(gap.exceedances()),
                            Text.phrase(gap.isOverdue() ? "cell.overdue" : "cell.in-time"));
                })
                .collect(toImmutableList());
        return table(
                "table.silence",
                rows,
                "column.client",
                "column.silent-days",
                "column.silent-time",
                "column.longest-days",
                "column.longest-time",
                "column.exceedances",
                "column.state");
    }
}
