package dev.tenure.examples.report.figures;

import static dev.tenure.examples.report.figures.SmallBook.chart;
import static dev.tenure.examples.report.figures.SmallBook.figure;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.examples.report.input.InputFile;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Report;
import dev.tenure.examples.report.page.ReportPage;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.money.Ratio;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every figure against one that was reckoned by hand, as the comments say; the books are in {@link SmallBook}. */
class FiguresByHandTest {

    private static final double TINY = 1e-9;

    private static final String SURVEY_COLUMNS = "client_id,date,kind,score,reason\n";

    private static Report contracts;
    private static Report invoices;

    @BeforeAll
    static void compute() throws IOException {
        contracts = SmallBook.contracts();
        invoices = SmallBook.invoices();
    }

    @Test
    void stay_ofTheClientsOfAYearAgo() {
        // on 29 February 2024 there were Alpha and Beta; Alpha is still there
        assertShare(1 / 2.0, "logo-retention");
        // Wilson, 1 of 2, z = 1.959964: (1 + z^2/2 -/+ z sqrt(1/2 + z^2/4)) / (2 + z^2)
        assertSpan(0.0945312057, 0.9054687943, figure(contracts, "logo-retention"));
    }

    @Test
    void churn_ofTheLastCompletePeriod() {
        // on 31 January 2025 there were Alpha, Gamma and d; d left on 1 February
        assertShare(1 / 3.0, "logo-churn");
    }

    @Test
    void churn_periodByPeriod_isInThePicture() {
        Chart.Lines lines = (Chart.Lines) chart(contracts, "churn");
        assertEquals(14, lines.labels().size()); // January 2024 to February 2025
        ImmutableList<Quantity> values = lines.series().get(0).values();
        assertEquals(new Quantity.Missing(Reason.NO_DATA, "no clients at the start"), values.get(0));
        // in July 2024 Beta left, one of three
        assertEquals(1 / 3.0, ((Quantity.Share) values.get(6)).value(), TINY);
    }

    @Test
    void lifespans_byKaplanMeier() {
        // d left after 1 month, Beta after 6; Gamma is there for 12, Alpha for 14. At 1 there were 4, at 6 three:
        // S(1) = 3/4, S(6) = 3/4 * 2/3 = 1/2, which then holds to the end, so that the median is the middle of 6 and 14
        assertMeasure(10, "lifespan-median");
        assertShare(0.75, "survive-6"); // just before 6
        assertShare(0.5, "survive-12");
        // 1 * 1 + 5 * 0.75 + 8 * 0.5
        assertMeasure(8.75, "lifespan-restricted-mean");
    }

    @Test
    void grades_areDifferencesOfTheCurve() {
        Chart.Bars grades = (Chart.Bars) chart(contracts, "grades");
        assertEquals(
                List.of(0.25, 0.25, 0.5),
                grades.bars().stream()
                        .map(bar -> ((Quantity.Share) bar.value()).value())
                        .toList());
    }

    @Test
    void worth_overTheSurvivalCurve() {
        // 12 payments in advance: 1 + 5 * 0.75 + 6 * 0.5 = 7.75, of an ARPA of 400 / 2
        assertAmount("1550.00", "ltv-survival");
        // two of those who were there at the beginnings of 12 months left; 2 + 3+3+3+3 + 2*6 + 3 = 29, and 200 * 29 / 2
        assertAmount("2900.00", "ltv-simple");
        // (300 + 500) / 2; Beta's cost is not known
        assertAmount("400.00", "cac");
        assertMeasure(1550 / 400.0, "ltv-to-cac");
        // 200, 350, 500: more than 400 with the third payment
        assertEquals(new Quantity.Count(3), figure(contracts, "break-even").value());
    }

    @Test
    void worth_byGrossMargin_isThatShareOfRevenue() throws IOException {
        Report report = byMargin("0.40");
        assertEquals(rubles("620.00"), amount(figure(report, "ltv-survival"))); // 0.4 * 1550
        assertEquals(rubles("1160.00"), amount(figure(report, "ltv-simple"))); // 0.4 * 2900
        assertEquals(620 / 400.0, measure(figure(report, "ltv-to-cac")), TINY);
        // 80, then 5 times 60 is 380, then 40: more than 400 with the seventh payment
        assertEquals(new Quantity.Count(7), figure(report, "break-even").value());
        Chart.Lines worth = (Chart.Lines) chart(report, "worth");
        assertEquals("RUB -320.00", worth.series().get(0).values().get(1).toString());
    }

    @Test
    void worth_saysWhetherItIsRevenueOrMargin() throws IOException {
        Report report = byMargin("0.40");
        for (String id : List.of("ltv-survival", "ltv-simple", "ltv-to-cac", "break-even")) {
            assertUnit("REVENUE", Text.phrase("figure." + id + ".definition"), figure(contracts, id));
            assertUnit("GROSS_MARGIN", Text.phrase("figure." + id + ".definition.margin"), figure(report, id));
            assertEquals(null, figure(contracts, id).policy().get("margin"), id);
            assertEquals(new Quantity.Share(0.4), figure(report, id).policy().get("margin"), id);
        }
        assertEquals(
                Optional.of(Text.phrase("warning.revenue")),
                figure(contracts, "ltv-survival").warning());
        assertEquals(Optional.empty(), figure(report, "ltv-survival").warning());
    }

    private static void assertUnit(String unit, Text definition, Figure figure) {
        assertEquals(new Quantity.Term(unit), figure.policy().get("unit"), figure.id());
        assertEquals(definition, figure.definition(), figure.id());
    }

    @Test
    void worth_leadSentences_sayRevenueOrMargin() throws IOException {
        Report report = byMargin("0.40");
        assertLead(
                contracts,
                Locale.ENGLISH,
                "Within the first 12 months a client brings RUB 1,550 of recurring revenue on average.",
                "Winning one costs RUB 400; on average revenue has brought that back in month 3.");
        assertLead(
                report,
                Locale.ENGLISH,
                "Within the first 12 months a client brings RUB 620 of gross margin on average.",
                "Winning one costs RUB 400; on average gross margin has brought that back in month 7.");
        assertLead(
                contracts,
                new Locale("ru"),
                "За первые 12 месяцев клиент в среднем приносит 1 550 ₽ регулярной выручки.",
                "Привлечение обходится в 400 ₽; выручка в среднем возвращает это на 3-й месяц.");
        assertLead(
                report,
                new Locale("ru"),
                "За первые 12 месяцев клиент в среднем приносит 620 ₽ валовой маржи.",
                "Привлечение обходится в 400 ₽; валовая маржа в среднем возвращает это на 7-й месяц.");
    }

    private static void assertLead(Report report, Locale language, String... expected) {
        assertEquals(
                List.of(expected),
                report.lead().stream()
                        .skip(2)
                        .limit(expected.length)
                        .map(sentence -> ReportPage.say(sentence, language).replaceAll("[\u00a0\u202f]", " "))
                        .toList());
    }

    @Test
    void grossMargin_outOfRange_isRefused() {
        for (String share : List.of("0", "-0.1", "1.01")) {
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> byMargin(share));
            assertEquals("grossMargin must be in (0, 1]: " + Ratio.parse(share), refused.getMessage());
        }
    }

    private static Report byMargin(String share) throws IOException {
        return SmallBook.contracts(SmallBook.SURVEYS, Optional.of(Ratio.parse(share)));
    }

    @Test
    void worth_picture_beginsWithTheCost() {
        Chart.Lines worth = (Chart.Lines) chart(contracts, "worth");
        assertEquals(
                List.of("RUB -400.00", "RUB -200.00", "RUB -50.00", "RUB 100.00"),
                worth.series().get(0).values().stream()
                        .limit(4)
                        .map(Quantity::toString)
                        .toList());
    }

    @Test
    void revenue_ofContracts() {
        assertAmount("400.00", "mrr"); // Alpha 100, Gamma 300
        assertAmount("200.00", "arpa");
        // a year ago Alpha 100 and Beta 200, of which Beta's is lost
        assertShare(1 / 3.0, "gross-revenue-retention");
        assertShare(1 / 3.0, "net-revenue-retention");
        assertMeasure(1.5, "quick-ratio"); // Gamma's 300 for Beta's 200
        assertShare(0.75, "largest-share");
        assertMeasure(0.0625 + 0.5625, "concentration");
    }

    @Test
    void revenue_bridgeOfTheYear() {
        Chart.Bridge bridge = (Chart.Bridge) chart(contracts, "bridge");
        assertEquals(rubles("300.00"), bridge.start().amount());
        assertEquals(
                List.of(rubles("300.00"), rubles("-200.00")),
                bridge.steps().stream().map(Chart.Bridge.Step::amount).toList());
        assertEquals(rubles("400.00"), bridge.end().amount());
    }

    @Test
    void change_ofTheLastPeriod() {
        Figure change = contracts.answers().get(3).figure();
        assertEquals("mrr-change", change.id());
        assertEquals(rubles("-50.00"), amount(change));
    }

    @Test
    void reasons_countEachDepartureOnce() {
        Chart.Pareto reasons = (Chart.Pareto) chart(contracts, "reasons");
        assertEquals(2, reasons.total());
        assertShare(0.5, "agency-side");
        assertShare(0.5, "unmet-expectation");
    }

    @Test
    void voice_ofTheLastQuarter() {
        // Q1 2025: 10, 6 and 8; Q4 2024: 9 and 9
        assertMeasure(0, "nps");
        assertMeasure(-100, "nps-change");
        // Alpha stays a promoter, Gamma becomes a detractor: the mean of 0 and -200
        assertMeasure(-100, "nps-change-paired");
        assertShare(2 / 3.0, "csat"); // 5 and 4 of 5, 4, 2
        assertMeasure(6, "ces"); // 7 and 5
        assertShare(0, "detractors-with-reason");
    }

    @Test
    void voice_intervalCountsInHowManyClientsThereWere() throws IOException {
        // in the first quarter of 2025 Alpha, Gamma and d were here, d until the end of January; two of the three
        // answer
        Figure nps = surveyed("a,2025-02-10,nps,10,", "c,2025-02-10,nps,6,");
        assertEquals(new Quantity.Count(3), nps.policy().get("population"));
        // the factor is (3 - 2) / (3 - 1) = 1/2: 1.375 promoters and detractors of 3.5 answers, the variance half of
        // 2.75 / 3.5 / 3.5, hence 100 * 1.959964 * sqrt(0.1122449) around 0
        assertPoints(-65.6646140127, 65.6646140127, nps);
    }

    @Test
    void voice_allOfTheQuarterAnswered_nothingIsLeftToChance() {
        // Alpha and Gamma and d, of Alpha and Gamma and d
        assertEquals(new Quantity.Count(3), figure(contracts, "nps").policy().get("population"));
        assertPoints(0, 0, figure(contracts, "nps"));
    }

    @Test
    void voice_whoLeftWithTheEveOfTheQuarter_wasNotHere() throws IOException {
        // Beta's contract ended with June; Alpha and Gamma were here, and d not yet
        assertEquals(
                new Quantity.Count(2), surveyed("a,2024-08-10,nps,10,").policy().get("population"));
    }

    @Test
    void voice_onTheFirstDayOfAQuarter_countsThatDay() throws IOException {
        Report report = ReportFigures.of(
                        SmallBook.of(ImmutableMap.of(
                                InputFile.CONTRACTS,
                                SmallBook.CONTRACTS,
                                InputFile.SURVEYS,
                                SURVEY_COLUMNS + "a,2024-07-01,nps,10,\n")),
                        SmallBook.request(LocalDate.of(2024, 7, 2)))
                .orElseThrow();
        assertEquals(new Quantity.Count(2), figure(report, "nps").policy().get("population"));
    }

    @Test
    void voice_moreAnsweredThanWereHere_noCorrection() throws IOException {
        // Beta answers after leaving: three answers, two clients. 3.75 promoters and 0.75 detractors of 6 answers: 50
        // points,
        // and 100 * 1.959964 * sqrt((4.5 / 6 - 0.25) / 6)
        Figure nps = surveyed("a,2024-08-10,nps,10,", "b,2024-08-10,nps,9,", "c,2024-08-10,nps,9,");
        assertEquals(null, nps.policy().get("population"));
        assertPoints(50 - 56.5792867, 100, nps);
    }

    @Test
    void voice_aClientAnsweredTwice_noCorrection() throws IOException {
        // three answers are not those of three clients
        Figure nps = surveyed("a,2025-02-10,nps,10,", "a,2025-02-11,nps,10,", "c,2025-02-10,nps,6,");
        assertEquals(null, nps.policy().get("population"));
    }

    private static Figure surveyed(String... rows) throws IOException {
        return figure(SmallBook.contracts(SURVEY_COLUMNS + String.join("\n", rows) + "\n", Optional.empty()), "nps");
    }

    private static void assertPoints(double lower, double upper, Figure figure) {
        Quantity.Span span = (Quantity.Span) figure.interval().orElseThrow().span();
        assertEquals(lower, ((Quantity.Measure) span.lower()).value(), 1e-6);
        assertEquals(upper, ((Quantity.Measure) span.upper()).value(), 1e-6);
    }

    @Test
    void voice_namesWhomNobodyAsked() {
        ImmutableList<ImmutableList<Text>> rows =
                SmallBook.section(contracts, "voice").tables().get(0).rows();
        assertEquals(1, rows.size());
        assertEquals(Text.plain("Gamma"), rows.get(0).get(0));
    }

    @Test
    void segments_areThoseOfTheClientsFile() {
        ImmutableList<ImmutableList<Text>> rows =
                SmallBook.section(contracts, "lifespan").tables().get(0).rows();
        assertEquals(
                List.of(Text.plain("large"), Text.plain("small")),
                rows.stream().map(row -> row.get(0)).toList());
        assertEquals(
                List.of(Text.count(2), Text.count(1)),
                rows.stream().map(row -> row.get(1)).toList());
    }

    @Test
    void invoices_silenceIsLeaving() {
        // on 29 February x and y were there; y's last invoice is 40 days old on 31 March
        assertEquals(1 / 2.0, share(figure(invoices, "logo-churn")), TINY);
        // y's lifespan is the month from the first to the last invoice; x is there for 2 months and 22 of 31 days, z
        // for 17
        // of 31 days. At 1 month x and y are at risk, z no longer: S = 1/2 to the end
        Chart.SurvivalCurve curve = (Chart.SurvivalCurve) chart(invoices, "survival");
        assertEquals(
                List.of(1.0, 0.5, 0.5),
                curve.points().stream().map(Chart.SurvivalCurve.Point::survival).toList());
        assertEquals(1, curve.points().get(1).time(), TINY);
    }

    @Test
    void invoices_revenue() {
        assertEquals(rubles("150.00"), amount(figure(invoices, "ltv-historic"))); // 450 of three clients
        assertEquals(rubles("-20.00"), amount(figure(invoices, "invoiced-change"))); // March 140, February 160
        assertEquals(300 / 450.0, share(figure(invoices, "invoiced-largest-share")), TINY);
        // (300^2 + 110^2 + 40^2) / 450^2
        assertEquals(103_700 / 202_500.0, measure(figure(invoices, "invoiced-concentration")), TINY);
    }

    @Test
    void invoices_cohortsByCountAndMoney() {
        Chart.CohortHeatMap counts = (Chart.CohortHeatMap) chart(invoices, "cohorts-invoiced");
        assertEquals(
                List.of(2L, 1L),
                counts.rows().stream().map(Chart.CohortHeatMap.Cohort::size).toList());
        assertEquals(
                List.of(Optional.of(1.0), Optional.of(1.0), Optional.of(0.5)),
                counts.rows().get(0).shares());
        Chart.CohortHeatMap money = (Chart.CohortHeatMap) chart(invoices, "cohorts-revenue");
        // January 150, February 160, March 100
        assertAll(
                () -> assertEquals(
                        160 / 150.0, money.rows().get(0).shares().get(1).orElseThrow(), TINY),
                () -> assertEquals(
                        100 / 150.0, money.rows().get(0).shares().get(2).orElseThrow(), TINY));
    }

    @Test
    void everyFigureSaysHowItWasComputed() {
        for (Report report : List.of(contracts, invoices)) {
            report.sections().stream()
                    .flatMap(section -> section.figures().stream())
                    .forEach(figure -> assertTrue(
                            !figure.explanation().inputs().isEmpty()
                                    || !figure.explanation().parts().isEmpty(),
                            figure.id()));
        }
    }

    private static void assertShare(double expected, String id) {
        assertEquals(expected, share(figure(contracts, id)), TINY, id);
    }

    private static void assertMeasure(double expected, String id) {
        assertEquals(expected, measure(figure(contracts, id)), TINY, id);
    }

    private static void assertAmount(String expected, String id) {
        assertEquals(rubles(expected), amount(figure(contracts, id)), id);
    }

    private static void assertSpan(double lower, double upper, Figure figure) {
        Quantity.Span span = (Quantity.Span) figure.interval().orElseThrow().span();
        assertEquals(lower, ((Quantity.Share) span.lower()).value(), TINY);
        assertEquals(upper, ((Quantity.Share) span.upper()).value(), TINY);
    }

    private static double share(Figure figure) {
        return ((Quantity.Share) figure.value()).value();
    }

    private static double measure(Figure figure) {
        return ((Quantity.Measure) figure.value()).value();
    }

    private static BigMoney amount(Figure figure) {
        return ((Quantity.Amount) figure.value()).value().withCurrencyScale();
    }

    private static BigMoney rubles(String amount) {
        return BigMoney.parse("RUB " + amount);
    }
}
