package dev.tenure.examples.report.figures;

import static dev.tenure.examples.report.figures.SmallBook.chart;
import static dev.tenure.examples.report.figures.SmallBook.figure;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.examples.report.input.InputFile;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Report;
import dev.tenure.examples.report.page.ReportPage;
import dev.tenure.examples.report.page.Table;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Quantity;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every figure of the service against one that was reckoned by hand; the tickets are in {@link SmallDesk}, the day is 1 March. */
class ServiceByHandTest {

    private static final double TINY = 1e-9;
    private static final double HOUR = 3_600;

    private static Report report;

    @BeforeAll
    static void compute() throws IOException {
        report = ReportFigures.of(
                        SmallBook.of(ImmutableMap.of(
                                InputFile.CLIENTS, SmallBook.CLIENTS,
                                InputFile.CONTRACTS, SmallBook.CONTRACTS,
                                InputFile.TICKETS, SmallDesk.TICKETS,
                                InputFile.TICKET_EVENTS, SmallDesk.EVENTS,
                                InputFile.SLA, SmallDesk.TARGETS)),
                        SmallBook.request(SmallBook.MARCH_2025))
                .orElseThrow();
    }

    @Test
    void compliance_ofWhatIsDecided() {
        // first responses after 2 of 8 hours, 11, and none after 24; the fourth has waited for 4 and is not decided
        assertShare(1 / 3.0, "sla-first-response");
        // solutions after 10 of 16 hours, and 15 without the 16 of the pause; none after 24
        assertShare(2 / 3.0, "sla-resolution");
        assertShare(3 / 6.0, "sla-compliance");
        // Wilson, 3 of 6, z = 1.959964: (1/2 + z^2/12 -/+ z sqrt(1/24 + z^2/144)) / (1 + z^2/6)
        Quantity.Span span = (Quantity.Span)
                figure(report, "sla-compliance").interval().orElseThrow().span();
        assertEquals(0.1876162, ((Quantity.Share) span.lower()).value(), 1e-6);
        assertEquals(0.8123838, ((Quantity.Share) span.upper()).value(), 1e-6);
        assertEquals(
                "3 of 6 kept; 2 of the broken are still open, 2 open ones are in time and not counted.",
                say(figure(report, "sla-compliance").reading().orElseThrow()));
    }

    @Test
    void compliance_byKind_isInThePicture() {
        Chart.Bars bars = (Chart.Bars) chart(report, "sla-kinds");
        assertEquals(
                List.of("First response", "Solution"),
                bars.bars().stream().map(bar -> say(bar.label())).toList());
        assertEquals(new Quantity.Share(1 / 3.0), bars.bars().get(0).value());
    }

    @Test
    void responses_byKaplanMeierOnTheClockOfWork() {
        // at 2 hours one of four is answered: 3/4; the fourth leaves at 4; at 11 one of two: 3/8
        assertSeconds(11 * HOUR, figure(report, "response-median").value());
        assertEquals("11 h", say(Text.of(figure(report, "response-median").value())));
        Chart.SurvivalCurve curve = (Chart.SurvivalCurve) chart(report, "response");
        assertEquals(1, curve.points().get(0).survival(), TINY);
        assertEquals(0.375, curve.points().get(curve.points().size() - 1).survival(), TINY);
    }

    @Test
    void breaches_byWhatMostOfTheTimeWentInto() {
        // ticket 2 lay 8 of 11 hours before anybody took it on; 3 was taken on after half an hour, and nobody answered
        assertEquals(new Quantity.Count(3), figure(report, "sla-breaches").value());
        Chart.Bars causes = (Chart.Bars) chart(report, "breaches");
        assertEquals(
                List.of("Taken on, not answered", "Nobody had taken it on"),
                causes.bars().stream().map(bar -> say(bar.label())).toList());
        assertEquals(new Quantity.Share(2 / 3.0), causes.bars().get(0).value());
    }

    @Test
    void aboutToBreach_whatIsOpenAndInTime() {
        // of those who waited for more than 4 hours nobody was answered within 8
        // of three that were open for more than 4 hours, two were solved within 16
        assertEquals(
                List.of(
                        "4, Gamma, First response, normal, 2025-03-03 13:00, 4 h, 100.0%, 50.0%, project manager",
                        "4, Gamma, Solution, normal, 2025-03-04 13:00, 12 h, 33.3%, –, project manager"),
                rows("table.at-risk"));
    }

    @Test
    void silence_sinceTheLastNews() {
        // Alpha was told on Thursday the 27th, Gamma never since the first ticket, twenty business days ago
        assertShare(1 / 2.0, "silence");
        assertEquals(
                List.of(
                        "Gamma, 20 days, 160 h, 20 days, 160 h, 1, time to write",
                        "Alpha, 2 days, 13 h, 18 days, 147 h, 1, in time"),
                rows("table.silence"));
    }

    @Test
    void answer_saysTheMostImportant() {
        assertEquals(
                List.of(
                        "Median time to the first response: 11 h",
                        "Clients without news for too long (silence gap): 50.0%",
                        "Open and in time: 2, of which 1 will more likely be broken than kept"),
                report.answers().get(report.answers().size() - 1).points().stream()
                        .map(ServiceByHandTest::say)
                        .toList());
    }

    private static List<String> rows(String caption) {
        Table table = SmallBook.section(report, "service").tables().stream()
                .filter(candidate -> candidate.caption().equals(Text.phrase(caption)))
                .findFirst()
                .orElseThrow();
        return table.rows().stream().map(ServiceByHandTest::row).toList();
    }

    private static String row(ImmutableList<Text> cells) {
        return String.join(", ", cells.stream().map(ServiceByHandTest::say).toList());
    }

    private static String say(Text text) {
        return ReportPage.say(text, Locale.ENGLISH).replace('\u00a0', ' ').replace('\u2011', '-');
    }

    private static void assertShare(double expected, String id) {
        assertEquals(expected, ((Quantity.Share) figure(report, id).value()).value(), TINY, id);
    }

    private static void assertSeconds(double expected, Quantity value) {
        assertEquals(expected, ((Quantity.Measure) value).value(), TINY);
    }
}
