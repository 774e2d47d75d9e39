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
import dev.tenure.calendar.Granularity;
import dev.tenure.examples.report.input.InputFile;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Report;
import dev.tenure.examples.report.page.ReportPage;
import dev.tenure.examples.report.page.Table;
import dev.tenure.examples.report.page.Text;
import dev.tenure.examples.report.service.ServiceRules;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What clients without contracts will still buy: on a book whose clients buy at rates of their own until they leave. */
class PurchasesByHandTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate FIT_UNTIL = LocalDate.of(2024, 9, 30);
    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 1);
    private static final int CLIENTS = 120;

    private static int repeatsBefore;
    private static int purchasesAfter;
    private static Report report;

    @BeforeAll
    static void compute() throws IOException {
        report = of(drawn(), Optional.of(FIT_UNTIL));
    }

    /** Each client comes on a day of the first quarter, buys every so many days on average, and leaves after a purchase with a chance of its own. */
    private static String drawn() {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder rows = new StringBuilder("client_id,date,amount\n");
        for (int client = 0; client < CLIENTS; client++) {
            double mean = 15 + 120 * random.nextDouble();
            double leaves = 0.02 + 0.4 * random.nextDouble() * random.nextDouble();
            double spend = 20 + 100 * random.nextDouble();
            LocalDate day = FIRST.plusDays(random.nextInt(90));
            boolean isFirst = true;
            while (day.isBefore(AS_OF)) {
                rows.append("c").append(client).append(',').append(day).append(',');
                rows.append(Math.round(spend * (0.5 + random.nextDouble()))).append(".00\n");
                count(day, isFirst);
                isFirst = false;
                if (random.nextDouble() < leaves) {
                    break;
                }
                day = day.plusDays(1 + (long) (-mean * Math.log(random.nextDouble())));
            }
        }
        return rows.toString();
    }

    private static void count(LocalDate day, boolean isFirst) {
        if (day.isAfter(FIT_UNTIL)) {
            purchasesAfter++;
        } else if (!isFirst) {
            repeatsBefore++;
        }
    }

    private static Report of(String invoices, Optional<LocalDate> fitUntil) throws IOException {
        return ReportFigures.of(
                        SmallBook.of(ImmutableMap.of(InputFile.INVOICES, invoices)),
                        new ReportRequest(
                                "Shop",
                                AS_OF,
                                Granularity.MONTH,
                                Preset.STANDARD,
                                90,
                                fitUntil,
                                Optional.empty(),
                                ServiceRules.STANDARD,
                                Optional.empty(),
                                Optional.empty()))
                .orElseThrow();
    }

    @Test
    void heldOut_isHeldAgainstWhatCame() {
        Figure figure = figure(report, "held-out");
        assertEquals(
                new Quantity.Count(purchasesAfter),
                figure.explanation().inputs().get("actual"));
        assertEquals(
                Text.phrase("reading.held-out.within", Text.count(purchasesAfter)),
                figure.reading().orElseThrow());
        Quantity.Span span = (Quantity.Span) figure.interval().orElseThrow().span();
        assertTrue(number(span.lower()) < purchasesAfter && purchasesAfter < number(span.upper()), span.toString());
    }

    @Test
    void tracking_sumsUpAllRepeatPurchases() {
        Chart.Lines lines = (Chart.Lines) chart(report, "purchases-tracking");
        ImmutableList<Quantity> actual = lines.series().get(0).values();
        assertEquals(new Quantity.Count(repeatsBefore + purchasesAfter), actual.get(actual.size() - 1));
        int mark = lines.mark().orElseThrow().place();
        assertEquals(new Quantity.Count(repeatsBefore), actual.get(mark));
        assertEquals(Text.of(new Quantity.Day(FIT_UNTIL)), lines.labels().get(mark));
    }

    @Test
    void frequencies_areAllClients() {
        Chart.Columns columns = (Chart.Columns) chart(report, "purchase-frequency");
        assertEquals(
                CLIENTS,
                columns.series().get(0).values().stream()
                        .mapToDouble(PurchasesByHandTest::number)
                        .sum());
        assertEquals(
                CLIENTS,
                columns.series().get(1).values().stream()
                        .mapToDouble(PurchasesByHandTest::number)
                        .sum(),
                1e-6);
    }

    @Test
    void foretold_isByClassOfPurchases() {
        Chart.Columns columns = (Chart.Columns) chart(report, "purchases-foretold");
        assertEquals(2, columns.series().size());
        assertEquals(
                Text.phrase("cell.or-more", Text.count(7)),
                columns.labels().get(columns.labels().size() - 1));
    }

    @Test
    void alive_isBetweenNobodyAndAll() {
        Figure alive = figure(report, "clients-alive");
        double share = ((Quantity.Share) alive.value()).value();
        Quantity.Span span = (Quantity.Span) alive.interval().orElseThrow().span();
        assertTrue(number(span.lower()) < share && share < number(span.upper()), span.toString());
        assertEquals(
                Text.phrase("reading.clients-alive", Text.count(Math.round(share * CLIENTS)), Text.count(CLIENTS)),
                alive.reading().orElseThrow());
    }

    @Test
    void prospects_mostFirst_andTheOthersAreNotForgotten() {
        Table table = section(report, "purchases").tables().get(0);
        assertEquals(15, table.rows().size());
        double before = Double.POSITIVE_INFINITY;
        double shown = 0;
        for (ImmutableList<Text> row : table.rows()) {
            double value = number(quantity(row.get(7)));
            assertTrue(value <= before);
            assertTrue(quantity(row.get(8)) instanceof Quantity.Span);
            before = value;
            shown += value;
        }
        Text.Phrase caption = (Text.Phrase) table.caption();
        assertEquals("table.prospects.first", caption.key());
        assertEquals(Text.count(CLIENTS - 15), caption.arguments().get(1));
        assertEquals(
                number(figure(report, "residual-purchases").value()),
                shown + number(quantity(caption.arguments().get(2))),
                0.2);
    }

    @Test
    void atRisk_areNeitherSurelyHereNorSurelyGone() {
        Table table = section(report, "purchases").tables().get(1);
        assertEquals(Text.phrase("table.at-risk-clients"), table.caption());
        assertFalse(table.rows().isEmpty());
        for (ImmutableList<Text> row : table.rows()) {
            double alive = number(quantity(row.get(3)));
            assertTrue(alive >= 0.2 && alive <= 0.8, row.toString());
        }
    }

    @Test
    void spend_isTheMeanOfTheModel() {
        // p gamma / (q - 1)
        Table parameters = section(report, "purchases").tables().get(3);
        double p = parameter(parameters, "p");
        double q = parameter(parameters, "q");
        double gamma = parameter(parameters, "gamma");
        assertEquals(p * gamma / (q - 1), number(figure(report, "spend-mean").value()), 0.01);
        assertTrue(figure(report, "spend-independence").reading().isPresent());
    }

    @Test
    void nothingHeldOut_noFigureOfIt() throws IOException {
        Report all = of(drawnOnce(), Optional.empty());
        assertTrue(section(all, "purchases").figures().stream()
                .noneMatch(figure -> figure.id().equals("held-out")));
    }

    @Test
    void nobodyCameBack_everythingSaysWhy() throws IOException {
        Report once = of(drawnOnce(), Optional.empty());
        for (String id :
                List.of("clients-alive", "purchases-year", "residual-purchases", "purchase-model", "spend-mean")) {
            assertEquals(
                    Reason.NOT_ESTIMABLE, ((Quantity.Missing) figure(once, id).value()).reason(), id);
        }
        assertEquals(List.of(), section(once, "purchases").charts());
        for (String language : List.of("en", "ru")) {
            assertDoesNotThrow(() -> ReportPage.render(once, new Locale(language), new StringBuilder()));
        }
    }

    @Test
    void everything_isSaidInBothLanguages() {
        for (String language : List.of("en", "ru")) {
            assertDoesNotThrow(() -> ReportPage.render(report, new Locale(language), new StringBuilder()));
        }
    }

    private static String drawnOnce() {
        return "client_id,date,amount\na,2024-01-01,10\nb,2024-02-01,20\nc,2024-03-01,30\n";
    }

    private static double parameter(Table table, String name) {
        return table.rows().stream()
                .filter(row -> row.get(1).equals(Text.plain(name)))
                .map(row -> number(quantity(row.get(2))))
                .findFirst()
                .orElseThrow();
    }

    private static Quantity quantity(Text cell) {
        return ((Text.Shown) cell).value();
    }

    private static double number(Quantity quantity) {
        if (quantity instanceof Quantity.Share share) {
            return share.value();
        }
        if (quantity instanceof Quantity.Count count) {
            return count.value();
        }
        return quantity instanceof Quantity.Amount amount
                ? amount.value().getAmount().doubleValue()
                : ((Quantity.Measure) quantity).value();
    }
}
