package dev.tenure.examples.report.figures;

import static dev.tenure.examples.report.figures.SmallBook.chart;
import static dev.tenure.examples.report.figures.SmallBook.figure;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Report;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every figure against one that was reckoned by hand, as the comments say; the books are in {@link SmallBook}. */
class FiguresByHandTest {

    private static final double TINY = 1e-9;

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
        assertEquals(1, curve.points().get(1).months(), TINY);
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
