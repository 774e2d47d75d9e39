package dev.tenure.examples.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.calendar.Granularity;
import dev.tenure.examples.report.figures.Preset;
import dev.tenure.examples.report.figures.ReportFigures;
import dev.tenure.examples.report.figures.ReportRequest;
import dev.tenure.examples.report.input.BookReader;
import dev.tenure.examples.report.input.InputFolder;
import dev.tenure.examples.report.sample.SampleAgency;
import dev.tenure.examples.report.sample.SampleTruth;
import dev.tenure.examples.report.service.ServiceRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportInBrowserTest {

    /** Tells how much wider than the window the page is. */
    private static final String PROBE =
            "<script>document.documentElement.dataset.tooWide = document.documentElement.scrollWidth - document.documentElement.clientWidth</script>";

    @TempDir
    Path scratch;

    private Chromium browser;

    @BeforeEach
    void findTheBrowser() {
        Optional<Path> program = Chromium.find();
        assumeTrue(
                program.isPresent(),
                "SKIPPED: the report was not opened in a browser, for there is no Chromium on this machine"
                        + " (install it, or name it in the environment variable CHROMIUM)");
        browser = Chromium.at(program.get(), scratch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void everyChartIsDrawnAndNothingIsComplainedAbout(String language) throws Exception {
        Chromium.Opened opened = browser.open(page(render(language)), 1280);
        assertEquals(List.of(), opened.console());
        Document document = Jsoup.parse(opened.html());
        assertEquals(ReportFixture.charts().size(), document.select(".chart").size());
        for (Element chart : document.select(".chart")) {
            assertFalse(chart.select("svg path").size() < 3, "drawn: " + chart.attr("data-from"));
            assertFalse(chart.select("svg text").isEmpty(), "labelled: " + chart.attr("data-from"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void everyChartOfTheSampleIsDrawnToo(String language) throws Exception {
        Report report = sample(language);
        StringBuilder html = new StringBuilder();
        ReportPage.render(report, new Locale(language), html);
        Chromium.Opened opened = browser.open(page(html.toString()), 1280);
        assertEquals(List.of(), opened.console());
        Document document = Jsoup.parse(opened.html());
        long charts = report.sections().stream()
                .mapToLong(section -> section.charts().size())
                .sum();
        assertEquals(charts, document.select(".chart").size());
        document.select(".chart")
                .forEach(chart -> assertFalse(chart.select("svg path").size() < 3, chart.attr("data-from")));
    }

    private static Report sample(String language) throws IOException {
        SampleTruth truth = SampleTruth.standard();
        return ReportFigures.of(
                        BookReader.of(InputFolder.of(SampleAgency.files(truth, new Locale(language))))
                                .read()
                                .book(),
                        new ReportRequest(
                                "Sample",
                                truth.asOf(),
                                Granularity.MONTH,
                                Preset.STANDARD,
                                90,
                                Optional.empty(),
                                Optional.of(SampleTruth.GROSS_MARGIN),
                                ServiceRules.SAMPLE,
                                Optional.of(truth),
                                Optional.empty()))
                .orElseThrow();
    }

    @Test
    void aClientNamedLikeAScriptIsShownAsText() throws Exception {
        Document document = Jsoup.parse(browser.open(page(render("en")), 1280).html());
        List<String> labels = document.select("[data-from=chart-largest-clients-data] svg text")
                .eachText();
        assertTrue(labels.contains(ReportFixture.HOSTILE), labels.toString());
        List<String> clients = document.select("#voice tbody th").eachText();
        assertTrue(clients.contains(ReportFixture.HOSTILE), clients.toString());
        assertEquals(2, document.select("script:not([type])").size());
        assertEquals(0, document.select("img").size());
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1280})
    void thePageIsNeverWiderThanItsWindow(int width) throws Exception {
        String probed = render("ru").replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
        Document document =
                Jsoup.parse(browser.open(page(withProbe(probed)), width).html());
        assertEquals("0", document.select("html").attr("data-too-wide"));
    }

    @Test
    void aScriptThatIsNotThePagesOwnIsRefusedAndTheRefusalIsSeen() throws Exception {
        Chromium.Opened opened = browser.open(page(withProbe(render("en"))), 1280);
        assertFalse(Jsoup.parse(opened.html()).select("html").hasAttr("data-too-wide"));
        assertEquals(1, opened.console().size(), opened.console().toString());
        assertTrue(
                opened.console().get(0).contains("Content Security Policy"),
                opened.console().get(0));
    }

    private static String withProbe(String page) {
        int end = page.lastIndexOf("</body>");
        return page.substring(0, end) + PROBE + page.substring(end);
    }

    private static String render(String language) throws IOException {
        StringBuilder page = new StringBuilder();
        ReportPage.render(ReportFixture.report(), new Locale(language), page);
        return page.toString();
    }

    private Path page(String html) throws IOException {
        return Files.writeString(Files.createTempFile(scratch, "page", ".html"), html, UTF_8);
    }
}
