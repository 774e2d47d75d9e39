package dev.tenure.examples.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPageTest {

    private static String english = "";
    private static String russian = "";
    private static Document document = new Document("");

    @BeforeAll
    static void render() throws IOException {
        english = render(ReportFixture.report(), Locale.ENGLISH);
        russian = render(ReportFixture.report(), new Locale("ru"));
        document = Jsoup.parse(english);
    }

    private static String render(Report report, Locale locale) throws IOException {
        StringBuilder page = new StringBuilder();
        ReportPage.render(report, locale, page);
        return page.toString();
    }

    @Test
    void thePageIsWellFormed() {
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        parser.parseInput(english, "");
        assertEquals(List.of(), parser.getErrors());
    }

    @Test
    void whatComesFromTheDataIsText() {
        assertFalse(english.contains("<script>alert"));
        assertEquals(0, document.select("img").size());
        List<String> cells = document.select("#caveats td").eachText();
        assertTrue(cells.contains("must be a number: " + ReportFixture.HOSTILE), cells.toString());
        assertTrue(cells.contains(ReportFixture.CLOSING), cells.toString());
    }

    @Test
    void theAgencysNameIsTextToo() throws IOException {
        ReportHeader header = ReportFixture.report().header();
        Report hostile = new Report(
                new ReportHeader(
                        ReportFixture.CLOSING,
                        header.asOf(),
                        header.period(),
                        header.from(),
                        header.currency(),
                        header.policy()),
                ReportFixture.report().lead(),
                ReportFixture.report().answers(),
                ReportFixture.report().sections(),
                Caveats.NONE);
        Document page = Jsoup.parse(render(hostile, Locale.ENGLISH));
        assertEquals(ReportFixture.CLOSING, page.select("h1").text());
        assertTrue(page.title().startsWith(ReportFixture.CLOSING), page.title());
    }

    @Test
    void chartDataAreJsonThatCannotEndTheScriptElement() throws IOException {
        for (Element data : document.select("script[type=application/json]")) {
            assertFalse(data.data().contains("<"), data.id());
            assertTrue(new ObjectMapper().readTree(data.data()).has("kind"), data.id());
        }
        JsonNode clients = new ObjectMapper()
                .readTree(document.getElementById("chart-largest-clients-data").data());
        assertEquals(ReportFixture.HOSTILE, clients.at("/bars/1/label").textValue());
        assertEquals(ReportFixture.CLOSING, clients.at("/bars/3/label").textValue());
    }

    @Test
    void everyChartHasATitleADescriptionAndATable() {
        assertEquals(ReportFixture.charts().size(), document.select(".chart").size());
        for (Element chart : document.select(".chart")) {
            assertEquals("img", chart.attr("role"));
            assertFalse(text(chart.attr("aria-labelledby")).isBlank());
            assertFalse(text(chart.attr("aria-describedby")).isBlank());
            Element figure = chart.closest("figure");
            assertEquals(1, figure.select("details table").size());
            assertFalse(figure.select("th[scope=row]").isEmpty());
            assertFalse(figure.select("th[scope=col]").isEmpty());
        }
    }

    private static String text(String id) {
        return document.getElementById(id).text();
    }

    @Test
    void everyFigureHasItsDefinitionAndItsExplanation() {
        for (Element figure : document.select(".figure, .answer")) {
            assertFalse(figure.select(".value").text().isBlank());
            assertFalse(figure.select(".background dd").text().isBlank());
            assertFalse(figure.select("details .explanation").text().isBlank());
        }
    }

    @Test
    void amountsInTablesAreThereToTheCent() {
        Element bridge = document.getElementById("chart-bridge-data").closest("figure");
        assertEquals(
                List.of(
                        "RUB 4,106,200.00",
                        "RUB 384,000.00",
                        "RUB 171,400.00",
                        "RUB 47,000.00",
                        "\u2212RUB 94,000.00",
                        "\u2212RUB 296,000.00",
                        "RUB 4,318,600.00"),
                bridge.select("td").eachText().stream()
                        .map(cell -> cell.replace('\u00a0', ' '))
                        .toList());
    }

    @Test
    void headingsDoNotSkipALevel() {
        int level = 0;
        for (Element heading : document.select("h1, h2, h3, h4")) {
            int next = heading.tagName().charAt(1) - '0';
            assertTrue(next <= level + 1, heading.text());
            level = next;
        }
        assertEquals(1, document.select("h1").size());
    }

    @Test
    void idsAreUniqueAndLinksLeadToThem() {
        Set<String> ids = new HashSet<>();
        document.select("[id]").forEach(element -> assertTrue(ids.add(element.id()), element.id()));
        for (Element link : document.select("a[href]")) {
            assertTrue(ids.contains(link.attr("href").substring(1)), link.attr("href"));
        }
    }

    @Test
    void nothingIsLoadedFromAnywhere() {
        assertEquals(
                0,
                document.select("[src], link, iframe, object, embed, form, base")
                        .size());
        document.select("a[href]").forEach(link -> assertTrue(link.attr("href").startsWith("#"), link.attr("href")));
        String css = document.select("style").first().data();
        assertFalse(css.contains("url("));
        assertFalse(css.contains("@import"));
        assertTrue(document.select("meta[http-equiv=Content-Security-Policy]")
                .attr("content")
                .startsWith("default-src 'none';"));
    }

    @Test
    void theChartLibraryKeepsItsLicence() {
        assertTrue(english.contains("Licensed to the Apache Software Foundation"));
    }

    @Test
    void thePageSpeaksItsLanguage() {
        Document page = Jsoup.parse(russian);
        assertEquals("ru", page.select("html").attr("lang"));
        assertEquals("en", document.select("html").attr("lang"));
        assertEquals(
                "Сколько клиентов остаётся?", page.select(".answer h3").first().text());
        assertEquals(
                "How many clients stay?", document.select(".answer h3").first().text());
    }

    @Test
    void landmarksAndTheSkipLinkAreThere() {
        for (String landmark : List.of("header", "nav[aria-label]", "main", "footer")) {
            assertEquals(1, document.select(landmark).size(), landmark);
        }
        assertEquals("#report", document.body().firstElementChild().attr("href"));
    }

    @Test
    void generatedDataSaySoAtTheTopAndShowTheTruthAtTheEnd() {
        assertTrue(document.select("header .note").text().startsWith("The data of this report were generated."));
        assertTrue(document.select("#caveats").text().contains("23.1"));
    }

    @Test
    void aReportWithoutCaveatsHasNoSuchSection() throws IOException {
        Document page = Jsoup.parse(render(ReportFixture.withoutCaveats(), Locale.ENGLISH));
        assertEquals(0, page.select("#caveats, header .note").size());
    }

    @Test
    void theSameReportGivesTheSamePage() throws IOException {
        assertEquals(english, render(ReportFixture.report(), Locale.ENGLISH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "locale"})
    void nullIsNamed(String argument) {
        Report report = argument.equals("report") ? null : ReportFixture.report();
        Locale locale = argument.equals("locale") ? null : Locale.ENGLISH;
        NullPointerException thrown =
                assertThrows(NullPointerException.class, () -> ReportPage.render(report, locale, new StringBuilder()));
        assertEquals(argument, thrown.getMessage());
    }
}
