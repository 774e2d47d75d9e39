package dev.tenure.examples.report.figures;

import static dev.tenure.examples.report.figures.SmallBook.chart;
import static dev.tenure.examples.report.figures.SmallBook.figure;
import static dev.tenure.examples.report.figures.SmallBook.section;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.examples.report.input.InputFile;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Report;
import dev.tenure.examples.report.page.ReportPage;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.Observation;
import dev.tenure.survival.SurvivalCurve;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reasons, segments, cohorts and revenue at risk against figures that were reckoned by hand, as the comments say. */
class SurvivalByHandTest {

    private static final double TINY = 1e-9;
    private static final double ROUGH = 1e-5;

    private static final String COLUMNS = "client_id,start,end,monthly_fee,churn_side,churn_reason\n";

    private static Report report;

    @BeforeAll
    static void compute() throws IOException {
        report = SmallBook.contracts();
    }

    @Test
    void reasons_shareTheClientsLost() {
        // d left after 1 month without a word: of 4 at risk 1/4. Beta left after 6 over KPIs: 3/4 * 1/3
        assertEquals(0.25, share(figure(report, "lost-to-main-reason-12")), TINY);
        // nobody is censored before, so that the variance is 1/4 * 3/4 / 4; the width is z * 0.2165064 / (1/4 * ln 4)
        assertSpan(0.008948, 0.665326, figure(report, "lost-to-main-reason-12"));
        assertEquals(
                Optional.of(Text.phrase(
                        "reading.lost-to-reason",
                        Text.phrase("cause.kpi-missed"),
                        Text.count(1),
                        Text.count(4),
                        Text.count(1))),
                figure(report, "lost-to-main-reason-12").reading());
        // nobody has been here for 24 months
        assertEquals(Reason.BEYOND_OBSERVATION, missing(figure(report, "lost-to-main-reason-24")));
    }

    @Test
    void reasons_thoseWithoutAWordAreALine() {
        Chart.Lines lines = (Chart.Lines) chart(report, "incidence");
        assertEquals(15, lines.labels().size()); // 0 to 14 months
        assertEquals(
                List.of(Text.phrase("cause.kpi-missed"), Text.phrase("cause.unknown")),
                lines.series().stream().map(Chart.Lines.Series::name).toList());
        ImmutableList<Quantity> unknown = lines.series().get(1).values();
        assertEquals(new Quantity.Share(0), unknown.get(0));
        assertEquals(0.25, ((Quantity.Share) unknown.get(1)).value(), TINY);
        assertEquals(
                Text.count(1),
                section(report, "reasons").tables().get(0).rows().get(1).get(1));
    }

    @Test
    void reasons_onlyOfAComeback_noIncidence() throws IOException {
        Report comeback = of(COLUMNS
                + "a,2023-01-01,2023-03-01,100,,\n"
                + "a,2023-06-01,2023-09-01,100,agency,kpi_missed\n"
                + "b,2023-01-01,,100,,\n");
        assertFalse(has(comeback, "lost-to-main-reason-12"));
        assertTrue(has(comeback, "agency-side"));
        assertRenders(comeback);
    }

    @Test
    void reasons_theRareAreOthers() throws IOException {
        Report many = of(COLUMNS
                + "a,2023-01-01,2023-03-01,100,agency,kpi_missed\n"
                + "b,2023-01-01,2023-03-01,100,agency,kpi_missed\n"
                + "c,2023-01-01,2023-04-01,100,agency,late_start\n"
                + "d,2023-01-01,2023-05-01,100,agency,poor_creative\n"
                + "e,2023-01-01,2023-06-01,100,agency,poor_service\n"
                + "f,2023-01-01,2023-07-01,100,agency,work_not_done\n"
                + "g,2023-01-01,,100,,\n");
        Chart.Lines lines = (Chart.Lines) chart(many, "incidence");
        assertEquals(
                List.of(
                        Text.phrase("cause.kpi-missed"),
                        Text.phrase("cause.late-start"),
                        Text.phrase("cause.poor-creative"),
                        Text.phrase("cause.others")),
                lines.series().stream().map(Chart.Lines.Series::name).toList());
        // nobody is censored before: 2 of 7, and 2 of 7 others
        assertEquals(2 / 7.0, share(figure(many, "lost-to-main-reason-12")), TINY);
        assertEquals(2 / 7.0, ((Quantity.Share) lines.series().get(3).values().get(12)).value(), TINY);
    }

    @Test
    void segments_areTested() {
        // at 6 months one of three leaves, the small one: U = 1 - 1/3, V = 1/3 * 2/3, U^2 / V = 2
        Figure test = figure(report, "segments-test");
        assertEquals(0.1572992, measure(test), 1e-7);
        assertEquals(2, ((Quantity.Measure) test.explanation().inputs().get("chi-square")).value(), TINY);
        assertEquals(new Quantity.Count(1), test.explanation().inputs().get("degrees of freedom"));
        assertTrue(test.reading().orElseThrow().toString().contains("reading.segments.alike"));
        // one pair: nothing to adjust
        ImmutableList<ImmutableList<Text>> pairs =
                section(report, "lifespan").tables().get(1).rows();
        assertEquals(1, pairs.size());
        assertEquals(
                Text.phrase("cell.pair", Text.plain("large"), Text.plain("small")),
                pairs.get(0).get(0));
        assertEquals(pairs.get(0).get(2), pairs.get(0).get(3));
        assertEquals(Text.phrase("cell.alike"), pairs.get(0).get(4));
    }

    @Test
    void segments_theirLifespans() {
        // the large ones have been observed for 14 months; the small one has left, so that its mean is known for ever
        ImmutableList<ImmutableList<Text>> rows =
                section(report, "lifespan").tables().get(0).rows();
        ImmutableList<Text> large = rows.get(0);
        ImmutableList<Text> small = rows.get(1);
        assertEquals(List.of(Text.plain("large"), Text.count(2), Text.count(0)), large.subList(0, 3));
        assertEquals(List.of(Text.plain("small"), Text.count(1), Text.count(1)), small.subList(0, 3));
        assertEquals(Reason.NEVER_REACHED, reason(large.get(3)));
        assertEquals(Text.of(Shown.months(6)), small.get(3));
        assertEquals(Text.of(Shown.months(14)), large.get(5));
        assertEquals(Text.of(Shown.months(6)), small.get(5));
        assertEquals(Reason.NOT_ESTIMABLE, reason(large.get(6)));
        assertEquals(
                Text.phrase("table.segments", Text.count(14)),
                section(report, "lifespan").tables().get(0).caption());
    }

    @Test
    void segments_theirMeansBesideThatOfAll() {
        Chart.Bars bars = (Chart.Bars) chart(report, "lifespan-segments");
        assertEquals(
                List.of(Text.plain("large"), Text.plain("small"), Text.phrase("segment.all")),
                bars.bars().stream().map(Chart.Bars.Bar::label).toList());
        // all three stay for 6 months, two of them for 8 more: 6 + 8 * 2/3
        assertEquals(34 / 3.0, ((Quantity.Measure) bars.bars().get(2).value()).value(), TINY);
        // one of three leaves: variance (8 * 2/3)^2 / (3 * 2)
        Quantity.Span span = bars.bars().get(2).interval().orElseThrow();
        assertEquals(34 / 3.0 - 1.959964 * 16 / 3 / Math.sqrt(6), ((Quantity.Measure) span.lower()).value(), ROUGH);
    }

    private static Reason reason(Text cell) {
        return ((Quantity.Missing) ((Text.Shown) cell).value()).reason();
    }

    @Test
    void segments_withoutSpread_theDifferenceHasNoInterval() {
        // up to 6 months, where the small one ends, nobody has left
        Figure difference = figure(report, "segments-difference");
        assertEquals(0, measure(difference), TINY);
        assertEquals(
                Reason.NOT_ESTIMABLE,
                ((Quantity.Missing) difference.interval().orElseThrow().span()).reason());
    }

    @Test
    void segments_thatDiffer() throws IOException {
        StringBuilder contracts = new StringBuilder(COLUMNS);
        StringBuilder clients = new StringBuilder("client_id,segment\n");
        for (int i = 0; i < 6; i++) {
            contracts
                    .append("s")
                    .append(i)
                    .append(",2023-01-01,2023-0")
                    .append(2 + i)
                    .append("-01,100,,\n");
            clients.append("s").append(i).append(",small\n");
            contracts
                    .append("l")
                    .append(i)
                    .append(",2023-01-01,")
                    .append(i == 5 ? "2024-01-01" : "")
                    .append(",100,,\n");
            clients.append("l").append(i).append(",large\n");
        }
        Report differ = of(contracts.toString(), clients.toString());
        assertTrue(figure(differ, "segments-test")
                .reading()
                .orElseThrow()
                .toString()
                .contains("reading.segments.differ"));
        // up to 6 months small ones stay for (1 + 2 + 3 + 4 + 5 + 6) / 6, large ones for 6
        assertEquals(6 - 3.5, measure(figure(differ, "segments-difference")), TINY);
        assertEquals(
                Text.phrase("cell.differ"),
                section(differ, "lifespan").tables().get(1).rows().get(0).get(4));
        assertRenders(differ);
    }

    @Test
    void segments_one_cannotBeCompared() throws IOException {
        Report one =
                of(COLUMNS + "a,2023-01-01,2023-03-01,100,,\nb,2023-01-01,,100,,\n", "client_id,segment\na,x\nb,x\n");
        assertEquals(Reason.TOO_FEW_DATA, missing(figure(one, "segments-test")));
        assertFalse(has(one, "segments-difference"));
        assertEquals(1, section(one, "lifespan").tables().size());
        assertRenders(one);
    }

    @Test
    void segments_none_noTest() throws IOException {
        Report none = of(COLUMNS + "a,2023-01-01,,100,,\n");
        assertFalse(has(none, "segments-test"));
        assertEquals(List.of(), section(none, "lifespan").tables());
        assertRenders(none);
    }

    @Test
    void cohorts_byQuarter_withIntervals() {
        Chart.CohortHeatMap quarters = (Chart.CohortHeatMap) chart(report, "cohorts-quarter");
        // Alpha, Beta and Gamma came in the first quarter of 2024; Beta left with the second. That of the day is not
        // over
        Chart.CohortHeatMap.Cohort first = quarters.rows().get(0);
        assertEquals(3, first.size());
        assertEquals(
                List.of(
                        Optional.of(1.0),
                        Optional.of(1.0),
                        Optional.of(2 / 3.0),
                        Optional.of(2 / 3.0),
                        Optional.empty()),
                first.shares());
        // Wilson, 2 of 3
        assertEquals(0.207660, first.interval(2).orElseThrow().lower(), ROUGH);
        assertEquals(0.938508, first.interval(2).orElseThrow().upper(), ROUGH);
        assertEquals(Optional.empty(), first.interval(4));
    }

    @Test
    void cohorts_byValue_byTheQuartersOfEachClient() throws IOException {
        Report invoiced = ReportFigures.of(
                        SmallBook.of(ImmutableMap.of(InputFile.INVOICES, """
                                client_id,date,amount
                                x,2024-01-10,100
                                x,2024-02-10,100
                                x,2024-03-10,100
                                x,2024-04-10,150
                                x,2024-05-10,150
                                x,2024-06-10,150
                                y,2024-02-20,100
                                y,2024-03-20,100
                                y,2024-04-20,100
                                y,2024-05-20,50
                                """)),
                        SmallBook.request(LocalDate.of(2024, 10, 1)))
                .orElseThrow();
        // in their first three months they are charged 300 each, in the next three 450 and 50
        assertEquals(500 / 600.0, shares(invoiced, "cohorts-revenue").get(1).orElseThrow(), TINY);
        assertEquals(350 / 600.0, shares(invoiced, "cohorts-gross").get(1).orElseThrow(), TINY);
        // who came on 31 March has not been here for nine months
        assertEquals(Optional.empty(), shares(invoiced, "cohorts-gross").get(2));
        assertFalse(has(invoiced, "revenue-at-risk"));
        assertRenders(invoiced);
    }

    private static ImmutableList<Optional<Double>> shares(Report some, String id) {
        return ((Chart.CohortHeatMap) chart(some, id)).rows().get(0).shares();
    }

    @Test
    void risk_beyondTheCurve_byTheChurnOfTheYear() {
        // Alpha is here for 14 months and Gamma for 12, the curve ends at 14. Two were lost in 29 client-months
        double leaves = 1 - Math.pow(27 / 29.0, 3);
        Figure atRisk = figure(report, "revenue-at-risk");
        assertEquals(400 * leaves, amount(atRisk), 0.005);
        assertEquals(new Quantity.Count(0), atRisk.policy().get("clients by the survival curve"));
        assertEquals(new Quantity.Count(2), atRisk.policy().get("clients by the churn of the year"));
        // either is more than 40
        assertEquals(1 - Math.pow(27 / 29.0, 6), share(figure(report, "loss-above-tenth")), TINY);
        assertEquals(
                List.of(Text.plain("Gamma"), Text.plain("Alpha")),
                section(report, "revenue").tables().get(0).rows().stream()
                        .map(row -> row.get(0))
                        .toList());
    }

    @Test
    void risk_byTheCurve_givenTheTenure() throws IOException {
        // one leaves after 2 months of 4, S = 3/4; new is here for 3; then one of two after 5, S = 3/8: half of those
        // at 3
        // leave up to 6
        Report some = of(COLUMNS
                + "a,2023-01-01,2023-03-01,100,,\n"
                + "b,2023-01-01,2023-06-01,100,,\n"
                + "c,2023-01-01,2024-11-01,100,,\n"
                + "new,2024-10-01,,100,,\n");
        Figure atRisk = figure(some, "revenue-at-risk");
        assertEquals(50, amount(atRisk), TINY);
        assertEquals(new Quantity.Count(1), atRisk.policy().get("clients by the survival curve"));
        assertEquals(
                Optional.of(Text.phrase(
                        "reading.revenue-at-risk",
                        Text.share(0.5),
                        Text.of(new Quantity.Span(Shown.amount(money("0")), Shown.amount(money("100")))))),
                atRisk.reading());
        assertRenders(some);
    }

    private static ExactMoney money(String amount) {
        return ExactMoney.of(Money.parse("RUB " + amount));
    }

    @Test
    void risk_isTheConditionalSurvivalOfTheLibrary() {
        SurvivalCurve curve = KaplanMeier.withDefaults()
                .of(Stream.of(1, 2, 2, 4, 7, 9, 9.5)
                        .map(time -> Observation.ended(time.doubleValue()))
                        .toList());
        for (double tenure = 0; tenure < 6; tenure += 0.5) {
            assertEquals(
                    1 - curve.conditionalSurvival(tenure + 3, tenure).value().orElseThrow(),
                    Exposure.leaves(curve, tenure).orElseThrow(),
                    TINY);
        }
        assertFalse(Exposure.leaves(curve, 9.5).isDefined());
    }

    @Test
    void risk_withoutTheLargest() {
        // Gamma's 300 of 400; of the 300 of a year ago Alpha's 100 would be left
        assertEquals(100, amount(figure(report, "loss-of-largest")), TINY);
        assertEquals(
                1 / 3.0,
                ((Quantity.Share) part(figure(report, "loss-of-largest"), "net revenue retention")
                                .value())
                        .value(),
                TINY);
    }

    @Test
    void valueRetention_saysHowFewTheyAre() {
        // Alpha's 100 of Alpha's and Beta's 300, who say as much as 300^2 / (100^2 + 200^2) = 1.8 clients
        assertEquals(1 / 3.0, share(figure(report, "value-retention")), TINY);
        assertSpan(0.041608, 0.852036, figure(report, "value-retention"));
    }

    @Test
    void risk_nobodyPays_nothingIsAtRisk() throws IOException {
        Report gone = of(COLUMNS + "a,2023-01-01,2023-03-01,100,,\n");
        assertEquals(0, amount(figure(gone, "revenue-at-risk")), TINY);
        assertEquals(0, amount(figure(gone, "loss-of-largest")), TINY);
        assertEquals(Reason.NO_DATA, missing(figure(gone, "value-retention")));
        assertRenders(gone);
    }

    @Test
    void risk_firstDays_cannotBeTold() throws IOException {
        Report young = ReportFigures.of(
                        SmallBook.of(ImmutableMap.of(InputFile.CONTRACTS, COLUMNS + "a,2024-01-01,,100,,\n")),
                        SmallBook.request(LocalDate.of(2024, 1, 2)))
                .orElseThrow();
        assertEquals(Reason.BEYOND_OBSERVATION, missing(figure(young, "revenue-at-risk")));
        assertEquals(Reason.BEYOND_OBSERVATION, missing(figure(young, "loss-above-tenth")));
        assertRenders(young);
    }

    private static Report of(String contracts) throws IOException {
        return of(ImmutableMap.of(InputFile.CONTRACTS, contracts));
    }

    private static Report of(String contracts, String clients) throws IOException {
        return of(ImmutableMap.of(InputFile.CONTRACTS, contracts, InputFile.CLIENTS, clients));
    }

    private static Report of(ImmutableMap<InputFile, String> files) throws IOException {
        return ReportFigures.of(SmallBook.of(files), SmallBook.request(LocalDate.of(2025, 1, 1)))
                .orElseThrow();
    }

    private static boolean has(Report some, String figure) {
        return some.sections().stream()
                .flatMap(section -> section.figures().stream())
                .anyMatch(candidate -> candidate.id().equals(figure));
    }

    private static void assertRenders(Report some) {
        for (String language : List.of("en", "ru")) {
            assertDoesNotThrow(() -> ReportPage.render(some, Locale.forLanguageTag(language), new StringBuilder()));
        }
    }

    private static Explanation part(Figure figure, String name) {
        return figure.explanation().parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertSpan(double lower, double upper, Figure figure) {
        Quantity.Span span = (Quantity.Span) figure.interval().orElseThrow().span();
        assertEquals(lower, ((Quantity.Share) span.lower()).value(), ROUGH);
        assertEquals(upper, ((Quantity.Share) span.upper()).value(), ROUGH);
    }

    private static Reason missing(Figure figure) {
        return ((Quantity.Missing) figure.value()).reason();
    }

    private static double share(Figure figure) {
        return ((Quantity.Share) figure.value()).value();
    }

    private static double measure(Figure figure) {
        return ((Quantity.Measure) figure.value()).value();
    }

    private static double amount(Figure figure) {
        return ((Quantity.Amount) figure.value()).value().getAmount().doubleValue();
    }
}
