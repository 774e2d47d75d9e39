package dev.tenure.examples.report.figures;

import static dev.tenure.examples.report.figures.SmallBook.chart;
import static dev.tenure.examples.report.figures.SmallBook.figure;
import static dev.tenure.examples.report.figures.SmallBook.section;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.examples.report.input.InputFile;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Report;
import dev.tenure.examples.report.page.ReportPage;
import dev.tenure.examples.report.page.Table;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.Lifespan;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What clients with contracts will still bring, against figures that were reckoned by hand, as the comments say. */
class OutlookByHandTest {

    private static final double TINY = 1e-6;

    /**
     * On 28 February 2025 Alpha has renewed 13 times since January 2024, Gamma 11 times since March; Beta left after 5 renewals, d at its first. So 29 of 31 renewals came about, and
     * if all clients are alike a month keeps 29 of 31 clients.
     */
    private static final double KEPT = 29 / 31.0;

    private static Report report;

    @BeforeAll
    static void compute() throws IOException {
        report = SmallBook.contracts();
    }

    @Test
    void renewals_theLastDayOfALifespanDoesNotCount() {
        LocalDate start = LocalDate.of(2025, 1, 1);
        assertEquals(0, RetentionForecast.renewals(Lifespan.ended(start, LocalDate.of(2025, 1, 20))));
        assertEquals(0, RetentionForecast.renewals(Lifespan.ended(start, LocalDate.of(2025, 2, 1))));
        assertEquals(1, RetentionForecast.renewals(Lifespan.ended(start, LocalDate.of(2025, 2, 2))));
        assertEquals(1, RetentionForecast.renewals(Lifespan.ongoing(start, LocalDate.of(2025, 3, 1))));
        assertEquals(2, RetentionForecast.renewals(Lifespan.ongoing(start, LocalDate.of(2025, 3, 2))));
        assertEquals(0, RetentionForecast.renewals(Lifespan.ended(start, start)));
    }

    @Test
    void model_ofFourClientsTheSimplestIsTaken() {
        Figure model = figure(report, "retention-model");
        assertEquals(new Quantity.Term("geometric"), model.value());
        assertEquals(new Quantity.Count(4), model.policy().get("clients"));
        assertEquals(new Quantity.Count(2), model.policy().get("clients who left"));
        assertEquals(
                Text.phrase("reading.retention-model.geometric"),
                model.reading().orElseThrow());
    }

    @Test
    void stayAYear_isTwelveRenewals() {
        assertEquals(
                Math.pow(KEPT, 12),
                ((Quantity.Share) figure(report, "stay-a-year").value()).value(),
                TINY);
    }

    @Test
    void residual_isTheFeesOfThirtySixMonths() {
        // 100 of Alpha and 300 of Gamma on the first of each month from March 2025 to February 2028, each one renewal
        // later
        double expected = 400 * KEPT * (1 - Math.pow(KEPT, 36)) / (1 - KEPT);
        Quantity.Amount value =
                (Quantity.Amount) figure(report, "residual-book").value();
        assertEquals(expected, value.value().getAmount().doubleValue(), 0.01);
    }

    @Test
    void residual_byClient_mostFirst() {
        Table table = section(report, "outlook").tables().get(0);
        assertEquals(Text.phrase("table.remaining"), table.caption());
        assertEquals(
                List.of(Text.plain("Gamma"), Text.plain("Alpha")),
                table.rows().stream().map(row -> row.get(0)).toList());
        double expected = 300 * KEPT * (1 - Math.pow(KEPT, 36)) / (1 - KEPT);
        assertEquals(
                expected,
                ((Quantity.Amount) quantity(table.rows().get(0).get(5)))
                        .value()
                        .getAmount()
                        .doubleValue(),
                0.01);
        assertTrue(quantity(table.rows().get(0).get(6)) instanceof Quantity.Span);
    }

    @Test
    void projection_goesOnForTwoYears() {
        Chart.Lines lines = (Chart.Lines) chart(report, "projection");
        assertEquals(1 + 14 + 24, lines.labels().size());
        assertEquals(14, lines.mark().orElseThrow().place());
        ImmutableList<Quantity> observed = lines.series().get(0).values();
        assertEquals(0.75, ((Quantity.Share) observed.get(1)).value(), TINY);
        assertEquals(Chart.Lines.GAP, observed.get(15));
        Chart.Lines.Series model = lines.series().get(1);
        assertTrue(model.projected());
        assertEquals(new Quantity.Share(1), model.values().get(0));
        assertEquals(Math.pow(KEPT, 38), ((Quantity.Share) model.values().get(38)).value(), TINY);
    }

    @Test
    void cohorts_areProjectedFromTheirLastMonth() throws IOException {
        Report later = ReportFigures.of(
                        SmallBook.of(ImmutableMap.of(InputFile.CONTRACTS, SmallBook.CONTRACTS)),
                        SmallBook.request(LocalDate.of(2026, 1, 1)))
                .orElseThrow();
        Chart.Lines lines = (Chart.Lines) chart(later, "cohorts-projected");
        // who came at the end of 2024 would have been followed for 11 whole months after the first; Beta was there for
        // six months
        ImmutableList<Quantity> observed = lines.series().get(0).values();
        assertEquals(new Quantity.Share(1), observed.get(5));
        assertEquals(2 / 3.0, ((Quantity.Share) observed.get(11)).value(), TINY);
        assertEquals(Chart.Lines.GAP, observed.get(12));
        ImmutableList<Quantity> projected = lines.series().get(1).values();
        assertEquals(Chart.Lines.GAP, projected.get(10));
        assertEquals(observed.get(11), projected.get(11));
        assertTrue(lines.series().get(1).projected());
    }

    @Test
    void nobodyHasLeft_everythingSaysWhyThereIsNoModel() throws IOException {
        Report young = ReportFigures.of(
                        SmallBook.of(ImmutableMap.of(
                                InputFile.CONTRACTS,
                                "client_id,start,monthly_fee\na,2024-01-01,100\nb,2024-06-01,100\n")),
                        SmallBook.request(SmallBook.MARCH_2025))
                .orElseThrow();
        for (String id : List.of("residual-book", "stay-a-year", "retention-model", "clients-differ")) {
            assertEquals(
                    Reason.NOT_ESTIMABLE, ((Quantity.Missing) figure(young, id).value()).reason(), id);
        }
        assertEquals(List.of(), section(young, "outlook").charts());
        assertEquals(1, section(young, "outlook").tables().size());
        for (String language : List.of("en", "ru")) {
            assertDoesNotThrow(() -> ReportPage.render(young, new Locale(language), new StringBuilder()));
        }
    }

    private static Quantity quantity(Text cell) {
        return ((Text.Shown) cell).value();
    }
}
