package dev.tenure.examples.report.page;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** A report as an agency of some forty clients would get it, with figures made up by hand. */
final class ReportFixture {

    static final String HOSTILE = "<script>alert(1)</script>";
    static final String CLOSING = "</script><img src=x onerror=alert(2)> \"'&{a|b}";

    private static final CurrencyUnit RUB = CurrencyUnit.of("RUB");
    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.P95;

    private ReportFixture() {}

    static Report report() {
        return new Report(header(), lead(), answers(), sections(), caveats());
    }

    static Report withoutCaveats() {
        return new Report(header(), lead(), answers(), sections(), Caveats.NONE);
    }

    private static ReportHeader header() {
        return new ReportHeader(
                "Агентство «Берег»",
                AS_OF,
                quarter(2025, 10),
                LocalDate.of(2022, 1, 1),
                RUB,
                new Quantity.Term("standard"));
    }

    private static ImmutableList<Text> lead() {
        return ImmutableList.of(
                Text.phrase("lead.stay", Text.count(39), Text.count(31)),
                Text.phrase("lead.long", months(21.4)),
                Text.phrase("lead.worth", months(36), money("1284500.40")),
                Text.phrase("lead.change.up", quarter(2025, 10), money("212400"), money("4318600")),
                Text.phrase("lead.reason", Text.phrase("cause.kpi-missed")));
    }

    private static ImmutableList<Answer> answers() {
        return ImmutableList.of(
                new Answer("stay", logoRetention(), ImmutableList.of()),
                new Answer(
                        "long",
                        median(),
                        ImmutableList.of(
                                Text.phrase("point.grade", Text.phrase("grade.below-minimum"), Text.share(0.118)),
                                Text.phrase("point.grade", Text.phrase("grade.good"), Text.share(0.713)))),
                new Answer(
                        "worth",
                        lifetimeValue(),
                        ImmutableList.of(Text.phrase("lead.payback", money("148300"), Text.count(4)))),
                new Answer(
                        "change",
                        mrrChange(),
                        ImmutableList.of(
                                Text.phrase("point.named", Text.phrase("movement.new"), money("384000")),
                                Text.phrase("point.named", Text.phrase("movement.churn"), money("-296000")),
                                Text.phrase("point.previous", quarter(2025, 7), money("-12000")),
                                Text.phrase(
                                        "point.reason",
                                        Text.phrase("cause.kpi-missed"),
                                        Text.count(9),
                                        Text.count(22)))));
    }

    private static Figure logoRetention() {
        Explanation explanation = Explanation.builder()
                .name("retention")
                .formula("retained / opening")
                .value(new Quantity.Share(31.0 / 39))
                .putInput("retained", new Quantity.Count(31))
                .putInput("opening", new Quantity.Count(39))
                .addPart(interval(0.6447, 0.8926))
                .build();
        return Figure.of("logo-retention", explanation)
                .withInterval(shares(0.6447, 0.8926), LEVEL)
                .withPolicy("denominator", new Quantity.Term("OPENING"))
                .withPolicy("interval", new Quantity.Term("WILSON"))
                .withReading(Text.phrase("reading.logo-retention", Text.count(31), Text.count(39), Text.count(8)));
    }

    private static Explanation interval(double lower, double upper) {
        return Explanation.builder()
                .name("confidence interval")
                .formula("by method, at level")
                .value(shares(lower, upper))
                .putInput("method", new Quantity.Term("WILSON"))
                .putInput("level", new Quantity.Share(0.95))
                .build();
    }

    private static Figure median() {
        return figure("lifespan-median", new Quantity.Measure(21.4, "months"))
                .withInterval(
                        new Quantity.Span(new Quantity.Measure(15.9, "months"), new Quantity.Measure(33.1, "months")),
                        LEVEL)
                .withPolicy("interval", new Quantity.Term("LOG_LOG"))
                .withReading(Text.phrase("reading.observed", Text.count(60), Text.count(22)));
    }

    private static Figure lifetimeValue() {
        return figure("ltv-survival", amount("1284500.40"))
                .withInterval(new Quantity.Span(amount("968200"), amount("1611900")), LEVEL)
                .withPolicy("horizon", new Quantity.Measure(36, "months"))
                .withPolicy("margin", new Quantity.Share(0.42))
                .withWarning(Text.phrase("warning.revenue"));
    }

    private static Figure mrrChange() {
        return figure("mrr-change", amount("212400"))
                .withReading(Text.phrase("reading.change", money("4106200"), money("4318600")));
    }

    private static ImmutableList<Section> sections() {
        return ImmutableList.of(
                new Section(
                        "retention",
                        ImmutableList.of(cohorts(), quarterlyRetention()),
                        ImmutableList.of(
                                figure("logo-churn", new Quantity.Share(0.0171))
                                        .withInterval(shares(0.0085, 0.0336), LEVEL)
                                        .withPolicy("denominator", new Quantity.Term("OPENING")),
                                figure("gross-revenue-retention", new Quantity.Share(0.8124)),
                                figure("net-revenue-retention", new Quantity.Share(0.9467))),
                        ImmutableList.of()),
                new Section(
                        "lifespan",
                        ImmutableList.of(survival(), grades(), projected(), frequencies()),
                        ImmutableList.of(
                                figure("survive-6", new Quantity.Share(0.882))
                                        .withInterval(shares(0.769, 0.942), LEVEL),
                                figure("survive-12", new Quantity.Share(0.713))
                                        .withInterval(shares(0.578, 0.812), LEVEL),
                                figure("lifespan-restricted-mean", new Quantity.Measure(24.7, "months"))),
                        ImmutableList.of()),
                new Section(
                        "worth",
                        ImmutableList.of(worth()),
                        ImmutableList.of(
                                lifetimeValue(),
                                figure("ltv-simple", new Quantity.Missing(Reason.NOT_FINITE, "no churn in the period")),
                                figure("cac", amount("148300")),
                                figure("break-even", new Quantity.Count(4))),
                        ImmutableList.of()),
                new Section(
                        "revenue",
                        ImmutableList.of(bridge(), mrr(), largestClients()),
                        ImmutableList.of(
                                figure("mrr", amount("4318600")),
                                figure("arpa", amount("113647.37")),
                                figure("quick-ratio", new Quantity.Measure(1.5437, "")),
                                figure("largest-share", new Quantity.Share(0.1105))),
                        ImmutableList.of()),
                new Section(
                        "reasons",
                        ImmutableList.of(reasons()),
                        ImmutableList.of(figure("agency-side", new Quantity.Share(15.0 / 22))
                                .withInterval(shares(0.473, 0.836), LEVEL)
                                .withWarning(Text.phrase("warning.small-sample", Text.count(22)))),
                        ImmutableList.of()),
                new Section(
                        "voice",
                        ImmutableList.of(nps()),
                        ImmutableList.of(
                                figure("nps", new Quantity.Measure(28.6, "points"))
                                        .withInterval(
                                                new Quantity.Span(
                                                        new Quantity.Measure(-1.2, "points"),
                                                        new Quantity.Measure(52.4, "points")),
                                                LEVEL)
                                        .withReading(Text.phrase("reading.answers", Text.count(28), Text.count(38))),
                                figure("csat", new Quantity.Share(0.786)).withInterval(shares(0.605, 0.898), LEVEL),
                                figure("detractors-with-reason", new Quantity.Share(0.6))),
                        ImmutableList.of(new Table(
                                Text.phrase("table.detractors"),
                                ImmutableList.of(Text.phrase("column.client"), Text.phrase("column.score")),
                                ImmutableList.of(
                                        ImmutableList.of(Text.plain(HOSTILE), Text.count(4)),
                                        ImmutableList.of(Text.plain(CLOSING), Text.count(6)))))));
    }

    private static Chart cohorts() {
        double[] hazards = {
            0.02, 0.05, 0.07, 0.09, 0.05, 0.04, 0.06, 0.03, 0.05, 0.04, 0.03, 0.04, 0.02, 0.05, 0.03, 0.02
        };
        int[] sizes = {6, 4, 3, 5, 4, 3, 2, 5, 4, 4, 3, 5, 4, 3, 2, 3};
        ImmutableList.Builder<Chart.CohortHeatMap.Cohort> rows = ImmutableList.builder();
        for (int row = 0; row < sizes.length; row++) {
            ImmutableList.Builder<Optional<Double>> shares = ImmutableList.builder();
            double left = sizes[row];
            for (int age = 0; age < sizes.length - row; age++) {
                left *= 1 - hazards[age] * (1 + 0.3 * ((row * 7 + age) % 5 - 2));
                shares.add(Optional.of(Math.rint(left) / sizes[row]));
            }
            rows.add(new Chart.CohortHeatMap.Cohort(
                    quarter(2022 + row / 4, 1 + row % 4 * 3), sizes[row], shares.build()));
        }
        return new Chart.CohortHeatMap(
                "cohorts", Text.phrase("chart.cohorts.text", Text.count(4), Text.share(0.8)), rows.build());
    }

    private static Chart quarterlyRetention() {
        double[] values = {0.96, 0.93, 0.95, 0.9, 0.92, 0.94, 0.97, 0.93, 0.95, 0.91, 0.94, 0.96, 0.92, 0.95, 0.949};
        return new Chart.Lines(
                "churn",
                Text.phrase("chart.churn.text", Text.share(0.949), Text.share(0.9)),
                Text.phrase("column.quarter"),
                IntStream.range(1, 16)
                        .mapToObj(i -> quarter(2022 + i / 4, 1 + i % 4 * 3))
                        .collect(toImmutableList()),
                ImmutableList.of(new Chart.Lines.Series(
                        Text.phrase("figure.logo-retention.title"),
                        IntStream.range(0, 15)
                                .mapToObj(i -> (Quantity) new Quantity.Share(values[i]))
                                .collect(toImmutableList()))));
    }

    private static Chart projected() {
        ImmutableList.Builder<Quantity> observed = ImmutableList.builder();
        ImmutableList.Builder<Quantity> ahead = ImmutableList.builder();
        ImmutableList.Builder<Quantity> band = ImmutableList.builder();
        for (int month = 0; month <= 24; month++) {
            double share = Math.pow(0.96, month);
            observed.add(month <= 12 ? new Quantity.Share(share) : Chart.Lines.GAP);
            ahead.add(month >= 12 ? new Quantity.Share(share) : Chart.Lines.GAP);
            double half = 0.005 * (month - 12);
            band.add(month >= 12 ? shares(share - half, share + half) : Chart.Lines.GAP);
        }
        return new Chart.Lines(
                "projection",
                Text.phrase("chart.projection.text", Text.count(24), Text.share(0.375), Text.of(shares(0.3, 0.45))),
                Text.phrase("column.months"),
                IntStream.rangeClosed(0, 24).mapToObj(Text::count).collect(toImmutableList()),
                ImmutableList.of(
                        new Chart.Lines.Series(Text.phrase("series.observed"), observed.build()),
                        new Chart.Lines.Series(Text.phrase("series.projected"), ahead.build(), band.build(), true)),
                false,
                Optional.of(new Chart.Lines.Mark(12, Text.phrase("series.projected"))));
    }

    private static Chart frequencies() {
        return new Chart.Columns(
                "purchase-frequency",
                Text.phrase("chart.purchase-frequency.text", Text.plain("BG/NBD")),
                Text.phrase("column.repeats"),
                IntStream.range(0, 4).mapToObj(Text::count).collect(toImmutableList()),
                ImmutableList.of(counts("series.actual", 31, 12, 5, 2), counts("series.expected", 30, 13, 4, 3)));
    }

    private static Chart.Lines.Series counts(String name, long... counts) {
        return new Chart.Lines.Series(
                Text.phrase(name),
                Arrays.stream(counts).mapToObj(Quantity.Count::new).collect(toImmutableList()));
    }

    private static Chart survival() {
        ImmutableList.Builder<Chart.SurvivalCurve.Point> points = ImmutableList.builder();
        points.add(new Chart.SurvivalCurve.Point(0, 60, 1, Optional.empty()));
        double left = 1;
        double variance = 0;
        int atRisk = 60;
        for (int i = 1; i <= 22; i++) {
            double months = 1.7 * i + 0.4 * (i % 3);
            left *= 1 - 1.0 / atRisk;
            variance += 1.0 / (atRisk * (atRisk - 1.0));
            double half = 1.96 * left * Math.sqrt(variance);
            points.add(new Chart.SurvivalCurve.Point(
                    months,
                    atRisk,
                    left,
                    Optional.of(Interval.of(Math.max(0, left - half), Math.min(1, left + half), LEVEL))));
            atRisk -= 2 + i % 2;
            if (atRisk < 4) {
                atRisk = 4;
            }
        }
        return new Chart.SurvivalCurve(
                "survival",
                Text.phrase("chart.survival.text", Text.share(0.882), Text.share(0.713)),
                Chart.SurvivalCurve.Scale.MONTHS,
                points.build(),
                ImmutableList.of(6, 12));
    }

    private static Chart grades() {
        return new Chart.Bars(
                "grades",
                Text.phrase("chart.grades.text", Text.share(0.713), Text.share(0.118)),
                Text.phrase("column.grade"),
                ImmutableList.of(
                        grade("grade.below-minimum", 0.118, 0.058, 0.231),
                        grade("grade.minimum", 0.169, 0.095, 0.281),
                        grade("grade.good", 0.713, 0.578, 0.812)));
    }

    private static Chart.Bars.Bar grade(String key, double share, double lower, double upper) {
        return new Chart.Bars.Bar(
                Text.phrase(key), new Quantity.Share(share), Optional.of((Quantity.Span) shares(lower, upper)));
    }

    private static Chart worth() {
        return new Chart.Lines(
                "worth",
                Text.phrase("chart.worth.text"),
                Text.phrase("column.month"),
                IntStream.rangeClosed(0, 36).mapToObj(Text::count).collect(toImmutableList()),
                ImmutableList.of(
                        new Chart.Lines.Series(Text.phrase("figure.ltv-survival.title"), margins(0.97)),
                        new Chart.Lines.Series(Text.phrase("figure.ltv-simple.title"), margins(0.955))));
    }

    private static ImmutableList<Quantity> margins(double survival) {
        ImmutableList.Builder<Quantity> values = ImmutableList.builder();
        double sum = -148300;
        double alive = 1;
        for (int month = 0; month <= 36; month++) {
            values.add(amount(Long.toString(Math.round(sum))));
            sum += 47700 * alive;
            alive *= survival;
        }
        return values.build();
    }

    private static Chart bridge() {
        return new Chart.Bridge(
                "bridge",
                Text.phrase(
                        "chart.bridge.text",
                        money("4106200"),
                        money("4318600"),
                        Text.of(new Quantity.Day(LocalDate.of(2025, 10, 1))),
                        Text.of(new Quantity.Day(AS_OF))),
                step("movement.start", "4106200"),
                ImmutableList.of(
                        step("movement.new", "384000"),
                        step("movement.expansion", "171400"),
                        step("movement.reactivation", "47000"),
                        step("movement.contraction", "-94000"),
                        step("movement.churn", "-296000")),
                step("movement.end", "4318600"));
    }

    private static Chart.Bridge.Step step(String key, String amount) {
        return new Chart.Bridge.Step(Text.phrase(key), rubles(amount));
    }

    private static Chart mrr() {
        ReportingCalendar months = ReportingCalendar.of(Granularity.MONTH);
        return new Chart.Lines(
                "mrr",
                Text.phrase("chart.mrr.text", money("958000"), money("4318600")),
                Text.phrase("column.month"),
                months.periods(LocalDate.of(2022, 1, 1), AS_OF).stream()
                        .map(Text::of)
                        .collect(toImmutableList()),
                ImmutableList.of(new Chart.Lines.Series(
                        Text.phrase("figure.mrr.title"),
                        IntStream.range(0, 48)
                                .mapToObj(i -> amount(Long.toString(Math.round(
                                        4_318_600 * (1 - Math.exp(-(i + 4) / 16.0)) + 90_000 * Math.sin(i)))))
                                .collect(toImmutableList()))));
    }

    private static Chart largestClients() {
        return new Chart.Bars(
                "largest-clients",
                Text.phrase("chart.largest-clients.text", Text.share(0.3802)),
                Text.phrase("column.client"),
                ImmutableList.of(
                        client("ЖК «Заречный парк»", "477000"),
                        client(HOSTILE, "391000"),
                        client("Клиника «Доктор Плюс»", "322500"),
                        client(CLOSING, "249900"),
                        client("ООО «Северные окна»", "201300")));
    }

    private static Chart.Bars.Bar client(String name, String amount) {
        return new Chart.Bars.Bar(Text.plain(name), amount(amount), Optional.empty());
    }

    private static Chart reasons() {
        return new Chart.Pareto(
                "reasons",
                Text.phrase("chart.reasons.text", Text.phrase("cause.kpi-missed"), Text.count(9), Text.count(22)),
                ImmutableList.of(
                        cause("cause.kpi-missed", "side.agency", 9),
                        cause("cause.poor-service", "side.agency", 5),
                        cause("cause.other", "side.external", 4),
                        cause("cause.late-start", "side.agency", 2),
                        cause("cause.work-not-done", "side.agency", 1),
                        cause("cause.unknown", "side.unknown", 1)));
    }

    private static Chart.Pareto.Cause cause(String key, String side, long count) {
        return new Chart.Pareto.Cause(Text.phrase(key), Text.phrase(side), count);
    }

    private static Chart nps() {
        double[][] scores = {
            {12, -18, 40},
            {8, -20, 34},
            {18.5, -9, 43},
            {22, -5, 46},
            {15, -13, 40},
            {25, -3, 49},
            {31, 4, 54},
            {28.6, -1.2, 52.4}
        };
        return new Chart.ScoreHistory(
                "nps",
                Text.phrase("chart.nps.text", Text.of(new Quantity.Measure(28.6, "points"))),
                IntStream.range(0, scores.length)
                        .mapToObj(i -> new Chart.ScoreHistory.Score(
                                quarter(2024 + i / 4, 1 + i % 4 * 3),
                                13,
                                10,
                                5,
                                scores[i][0],
                                Optional.of(Interval.of(scores[i][1], scores[i][2], LEVEL))))
                        .collect(toImmutableList()));
    }

    private static Caveats caveats() {
        return new Caveats(
                Optional.of(ImmutableList.of(
                        new Caveats.Truth(
                                Text.phrase("figure.lifespan-median.title"),
                                months(23.1),
                                months(21.4),
                                Text.of(median().interval().orElseThrow().span())),
                        new Caveats.Truth(
                                Text.phrase("figure.survive-12.title"),
                                Text.share(0.72),
                                Text.share(0.713),
                                Text.of(shares(0.578, 0.812))))),
                ImmutableList.of(new Caveats.MissingFile(
                        "expenses.csv",
                        ImmutableList.of(Text.phrase("figure.cac.title"), Text.phrase("figure.break-even.title")))),
                Optional.of(new Caveats.SkippedRows(
                        21,
                        ImmutableList.of(
                                new Caveats.SkippedRow("invoices.csv", 1204, "amount", "must be a number: " + HOSTILE),
                                new Caveats.SkippedRow("clients.csv", 17, "", CLOSING)))));
    }

    private static Figure figure(String id, Quantity value) {
        return Figure.of(
                id,
                Explanation.builder()
                        .name("score")
                        .formula("answers / level")
                        .value(value)
                        .putInput("answers", new Quantity.Count(28))
                        .putInput("level", new Quantity.Share(0.95))
                        .build());
    }

    static Quantity shares(double lower, double upper) {
        return new Quantity.Span(new Quantity.Share(lower), new Quantity.Share(upper));
    }

    private static Text months(double value) {
        return Text.of(new Quantity.Measure(value, "months"));
    }

    private static Text money(String value) {
        return Text.of(amount(value));
    }

    static Quantity amount(String value) {
        return new Quantity.Amount(rubles(value));
    }

    private static BigMoney rubles(String value) {
        return BigMoney.parse(RUB.getCode() + " " + value);
    }

    private static Text quarter(int year, int month) {
        return Text.of(ReportingCalendar.of(Granularity.QUARTER).periodOf(LocalDate.of(year, month, 1)));
    }

    static List<Chart> charts() {
        return sections().stream().flatMap(section -> section.charts().stream()).toList();
    }
}
