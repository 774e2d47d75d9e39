package dev.tenure.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyReportTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void run_version_saysIt() {
        assertEquals(0, run("--version"));
        assertTrue(out.toString().matches("tenure-agency-report \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R"), out.toString());
    }

    @Test
    void run_help_namesEveryOption() {
        assertEquals(0, run("--help"));
        List.of(
                        "<folder or file>",
                        "--columns",
                        "--as-of",
                        "--currency",
                        "--granularity",
                        "--out",
                        "--lang",
                        "--inactive-after",
                        "--fit-until",
                        "--gross-margin",
                        "--policy",
                        "--zone",
                        "--work-hours",
                        "--holidays",
                        "--assume-weekly",
                        "--silence",
                        "--skip-bad-rows",
                        "--write-sample",
                        "--help",
                        "--version")
                .forEach(option -> assertTrue(out.toString().contains(option), option));
    }

    @Test
    void run_unknownOption_isTheCallersFault() {
        assertEquals(2, run("--as-off=2025-01-01"));
        assertTrue(err.toString().startsWith("Unknown option: '--as-off=2025-01-01'"), err.toString());
    }

    @Test
    void run_folderThatIsNotThere_saysSo() {
        Path missing = folder.resolve("missing");
        assertEquals(2, run(missing.toString()));
        assertEquals(lines("There is no folder or file " + missing), err.toString());
    }

    @Test
    void run_folderWithoutContractsAndInvoices_saysSo() throws IOException {
        write("clients.csv", "client_id", "1");
        assertEquals(2, run(folder.toString()));
        assertEquals(
                lines("There is neither contracts.csv nor invoices.csv in " + folder + ": one of them is needed"),
                err.toString());
    }

    @Test
    void run_filesWithoutARow_saysSo() throws IOException {
        write("invoices.csv", "client_id,date,amount");
        assertEquals(2, run(folder.toString(), "--out", report().toString()));
        assertEquals(lines("There is no row to report on in " + folder), err.toString());
    }

    @Test
    void run_noCurrency_saysSo() throws IOException {
        write("invoices.csv", "client_id,date,amount", "1,2025-01-01,1");
        assertEquals(2, run(folder.toString(), "--currency", "GOLD"));
        assertEquals(lines("There is no currency GOLD; give an ISO 4217 code such as RUB"), err.toString());
    }

    @Test
    void run_placeThatCannotBeWrittenTo_saysSo() {
        Path nowhere = folder.resolve("no/report.html");
        assertEquals(2, run("--out", nowhere.toString()));
        assertEquals(
                lines("The report cannot be written to " + nowhere + ": " + nowhere.getParent() + " is no folder"),
                err.toString());
    }

    @Test
    void run_folderAsReport_saysSo() {
        assertEquals(2, run("--out", folder.toString()));
        assertEquals(lines("The report cannot be written to " + folder + ", which is a folder"), err.toString());
    }

    @Test
    void run_noDaysUntilInactive_saysSo() {
        assertEquals(2, run("--inactive-after", "0"));
        assertEquals(lines("The days of --inactive-after must be more than 0: 0"), err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-0.1", "1.01", "45", "45%", "0,45", "1e-1", "half", ""})
    void run_noShareOfMargin_saysSo(String share) {
        assertEquals(2, run("--gross-margin=" + share, "--out", report().toString()));
        assertEquals(
                lines("The share of --gross-margin must be more than 0 and at most 1, such as 0.45: " + share),
                err.toString());
        assertFalse(Files.exists(report()));
    }

    @Test
    void run_noShareOfMarginInRussian_saysSoInRussian() {
        assertEquals(2, run("--gross-margin", "45", "--lang", "ru"));
        assertEquals(
                lines("Доля в --gross-margin должна быть больше 0 и не больше 1, например 0.45: 45"), err.toString());
    }

    @Test
    void run_grossMargin_isWhatAClientBrings() throws IOException {
        assertEquals(0, runOnOneClient("--gross-margin", ".5"));
        assertSays(
                "  Lifetime value of a client (LTV): RUB 600",
                "  Gross margin of the first 12 months, which is 50.0% of revenue.",
                "  Lifetime value to cost of winning (LTV/CAC): 3 (by gross margin)",
                "  Break-even month: 4 (by gross margin)");
        assertFalse(Files.readString(report()).contains("This is revenue, not margin"));
    }

    @Test
    void run_grossMarginInRussian_isSaidInRussian() throws IOException {
        assertEquals(0, runOnOneClient("--gross-margin", "1", "--lang", "ru"));
        assertSays(
                "  Пожизненная ценность клиента (LTV): 1 200 ₽",
                "  Валовая маржа за первые 12 месяцев: это 100,0 % выручки.",
                "  Отношение LTV к CAC: 6 (по валовой марже)",
                "  Месяц безубыточности: 2 (по валовой марже)");
    }

    @Test
    void run_withoutGrossMargin_isRevenueAndNamesTheOption() throws IOException {
        assertEquals(0, runOnOneClient());
        assertSays(
                "  Lifetime value of a client (LTV): RUB 1,200",
                "  Revenue of the first 12 months.",
                "  Lifetime value to cost of winning (LTV/CAC): 6 (by revenue)",
                "  Break-even month: 2 (by revenue)");
        assertTrue(Files.readString(report())
                .contains("This is revenue, not margin: the files do not say what serving a client costs. If"
                        + " --gross-margin does, margin is counted."));
    }

    @Test
    void run_withoutAFolder_countsTheSamplesMarginUnlessAnotherIsGiven() {
        assertEquals(0, run("--out", report().toString()));
        assertSays("  Gross margin of the first 36 months, which is 40.0% of revenue.");
        assertEquals(0, run("--gross-margin", "0.55", "--out", report().toString()));
        assertSays("  Gross margin of the first 36 months, which is 55.0% of revenue.");
    }

    /** Reports on a client who cost 200 and has paid 100 a month for a year. */
    private int runOnOneClient(String... options) throws IOException {
        write("clients.csv", "client_id,acquisition_cost", "A,200");
        write("contracts.csv", "client_id,start,monthly_fee", "A,2024-01-01,100");
        return run(Stream.concat(
                        Stream.of(folder.toString(), "--as-of", "2025-01-02", "--out", report().toString()),
                        Stream.of(options))
                .toArray(String[]::new));
    }

    private void assertSays(String... lines) {
        String said = out.toString().replaceAll("[\u00a0\u202f]", " ");
        List.of(lines).forEach(line -> assertTrue(said.contains(line), () -> line + " in " + said));
    }

    @Test
    void run_timesWithoutAnOffset_needTheZone() throws IOException {
        writeDesk("2025-03-03 09:30", "2025-03-03 10:30");
        assertEquals(2, run(folder.toString(), "--skip-bad-rows", "--out", report().toString()));
        assertEquals(
                lines(
                        "tickets.csv, line 2, column opened_at: must have an offset such as +03:00, or the zone be given"
                                + " by --zone: 2025-03-03 09:30",
                        "Faults: 1. Nothing was written."),
                err.toString());
        assertEquals(
                0, run(folder.toString(), "--zone", "Europe/Moscow", "--silence", "3", "--out", report().toString()));
        assertSays(
                "  SLA compliance: 100.0% (95% interval 34.2% to 100.0%)", "  Median time to the first response: 1 h");
    }

    @Test
    void run_holidaysOfAYearThatIsNotKnown_needAChoice() throws IOException {
        writeDesk("2023-03-03T09:30+03:00", "2023-03-03T10:30+03:00");
        assertEquals(2, run(folder.toString(), "--holidays", "ru", "--out", report().toString()));
        assertEquals(
                lines("The holidays of 2023 are not known. With --assume-weekly the weeks of such years are plain ones;"
                        + " without --holidays those of all years"),
                err.toString());
        assertEquals(0, run(folder.toString(), "--holidays", "ru", "--assume-weekly", "--out", report().toString()));
    }

    @Test
    void run_targetsThatContradictEachOther_saysSo() throws IOException {
        writeDesk("2025-03-03T09:30Z", "2025-03-03T10:30Z");
        write("sla.csv", "kind,target_hours", "estimate,8", "resolution,4");
        assertEquals(2, run(folder.toString(), "--out", report().toString()));
        assertEquals(
                lines("sla.csv contradicts itself: estimate must not take longer than resolution PT4H: PT8H"),
                err.toString());
    }

    @Test
    void run_noHoursOfWork_isTheCallersFault() {
        assertEquals(2, run("--work-hours", "nine to five"));
        assertTrue(
                err.toString()
                        .startsWith(lines("Invalid value for option '--work-hours': must be hours such as"
                                + " 09:00-13:00,14:00-18:00: nine to five")),
                err.toString());
        assertEquals(2, run("--silence=-1"));
        assertTrue(err.toString().contains("The days of --silence must not be negative: -1"), err.toString());
    }

    /** One ticket, answered and not yet solved. */
    private void writeDesk(String opened, String answered) throws IOException {
        write("contracts.csv", "client_id,start,monthly_fee", "A," + opened.substring(0, 10) + ",100");
        write("tickets.csv", "ticket_id,client_id,opened_at", "1,A," + opened);
        write("ticket_events.csv", "ticket_id,at,event", "1," + answered + ",agency_reply");
    }

    @Test
    void run_faultyRows_listsThemAndWritesNothing() throws IOException {
        writeFaulty();
        assertEquals(2, run(folder.toString(), "--out", report().toString()));
        assertEquals(
                lines(
                        "contracts.csv, line 3, column end: must be after start, which is 2025-03-01: 2025-02-01",
                        "contracts.csv, line 4: has 3 cells where the header has 4",
                        "invoices.csv, line 2, column date: must be a date such as 2025-03-01: 01.02.2025",
                        "invoices.csv, line 2, column amount: must be an amount such as 1500.00: 1 500,00",
                        "Faults: 4. Nothing was written. With --skip-bad-rows the report is made from the other rows."),
                err.toString());
        assertFalse(Files.exists(report()));
    }

    @Test
    void run_faultyRowsInRussian_listsThemInRussian() throws IOException {
        writeFaulty();
        assertEquals(2, run(folder.toString(), "--lang", "ru", "--out", report().toString()));
        assertEquals(
                lines(
                        "contracts.csv, строка 3, столбец end: дата должна быть позже start, то есть 2025-03-01: 2025-02-01",
                        "contracts.csv, строка 4: ячеек: 3, а в заголовке: 4",
                        "invoices.csv, строка 2, столбец date: нужна дата вида 2025-03-01: 01.02.2025",
                        "invoices.csv, строка 2, столбец amount: нужна сумма вида 1500.00: 1 500,00",
                        "Ошибок: 4. Ничего не записано. С --skip-bad-rows отчёт строится по остальным строкам."),
                err.toString());
    }

    @Test
    void run_faultyRowsSkipped_saysHowManyWereLeftOut() throws IOException {
        writeFaulty();
        assertEquals(0, run(folder.toString(), "--skip-bad-rows", "--out", report().toString()));
        assertTrue(out.toString().contains("contracts.csv: 3 rows; 2 left out as faulty"), out.toString());
        assertTrue(out.toString().contains("invoices.csv: 1 row; 1 left out as faulty"), out.toString());
        assertTrue(out.toString().contains("clients.csv: not there"), out.toString());
    }

    @Test
    void run_folder_saysWhatItReadAndForWhichDay() throws IOException {
        write("contracts.csv", "client_id,start,monthly_fee,term", "A,2025-01-01,100,year", "B,2025-03-01,100,month");
        assertEquals(0, run(folder.toString(), "--out", report().toString()));
        assertBegins(lines(
                "Read from " + folder + ":",
                "  clients.csv: not there",
                "  contracts.csv: 2 rows; columns not used: term",
                "  invoices.csv: not there",
                "  surveys.csv: not there",
                "  tickets.csv: not there",
                "  ticket_events.csv: not there",
                "  sla.csv: not there",
                "Amounts in RUB, since nothing says otherwise; --currency does.",
                "As of 2025-03-02, the day after the last date in the data (contracts.csv, line 3); --as-of sets"
                        + " another day."));
    }

    @Test
    void run_contractThatEndsInTheFuture_reportsAsOfToday() throws IOException {
        write("contracts.csv", "client_id,start,end,monthly_fee", "A,2025-01-01,2027-01-01,100", "B,2025-03-01,,100");
        assertEquals(0, run(folder.toString(), "--out", report().toString()));
        assertTrue(
                out.toString()
                        .contains(lines("As of 2026-06-15, today: the data go on until later (contracts.csv, line 2);"
                                + " --as-of sets another day.")),
                out.toString());
    }

    @Test
    void run_withoutAFolder_reportsOnTheSample() {
        assertEquals(0, run("--out", report().toString()));
        assertBegins(lines(
                "No folder given: this is the sample agency, which does not exist (60 clients, drawn with seed"
                        + " 2026).",
                "  clients.csv: 60 rows",
                "  contracts.csv: 136 rows",
                "  invoices.csv: 1,027 rows; columns not used: invoice_id",
                "  surveys.csv: 1,047 rows",
                "  tickets.csv: 1,692 rows",
                "  ticket_events.csv: 9,649 rows",
                "  sla.csv: not there",
                "Amounts in RUB, as the data say.",
                "As of 2026-01-01."));
    }

    @Test
    void run_withoutAFolder_writesTheReportAndSaysTheAnswers() throws IOException {
        assertEquals(0, run("--out", report().toString()));
        String html = Files.readString(report());
        assertTrue(html.startsWith("<!DOCTYPE html>"), html.substring(0, 40));
        List.of(
                        "How many clients stay?",
                        "  Clients kept over a year: 66.7% (95% interval 47.8% to 81.4%)",
                        "For how long?",
                        "What is that worth?",
                        "What changed, and why?",
                        "How well is the service kept?",
                        "Report: " + report())
                .forEach(line -> assertTrue(out.toString().contains(line), line));
        assertTrue(html.contains("The data of this report were generated."));
    }

    @Test
    void run_inRussian_answersInRussian() throws IOException {
        assertEquals(0, run("--lang", "ru", "--out", report().toString()));
        assertTrue(out.toString().contains("Сколько клиентов остаётся?"), out.toString());
        assertTrue(Files.readString(report()).contains("<html lang=\"ru\""));
    }

    @Test
    void run_clientNamedLikeAScript_isShownAsText() throws IOException {
        write("clients.csv", "client_id,name", "A,<script>alert(1)</script>");
        write("contracts.csv", "client_id,start,monthly_fee", "A,2024-01-01,100", "B,2025-03-01,100");
        assertEquals(0, run(folder.toString(), "--out", report().toString()));
        String html = Files.readString(report());
        assertFalse(html.contains("<script>alert(1)"), "not escaped");
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "not shown");
    }

    @Test
    void run_startThatMeansUnknown_leavesOnlyWhatItSpoilsOut() throws IOException {
        write("contracts.csv", "client_id,start,monthly_fee", "A,1900-01-01,100", "B,2025-01-01,100");
        assertEquals(0, run(folder.toString(), "--out", report().toString()));
        assertSays(
                "  Lifetime value of a client (LTV): the data do not tell: a lifespan over 100 years",
                "  Revenue per client (ARPA): RUB 100");
    }

    @Test
    void run_dayBeforeAllData_saysSo() throws IOException {
        write("contracts.csv", "client_id,start,monthly_fee", "A,2024-01-01,100");
        assertEquals(2, run(folder.toString(), "--as-of", "2024-01-01", "--out", report().toString()));
        assertEquals(
                lines("There is nothing to report on before 2024-01-01; give a later day by --as-of"), err.toString());
        assertFalse(Files.exists(report()));
    }

    @Test
    void run_noDate_isTheCallersFault() {
        assertEquals(2, run("--as-of", "1.3.2025"));
        assertTrue(
                err.toString()
                        .startsWith(lines(
                                "Invalid value for option '--as-of': must be a date such as 2025-03-01: 1.3.2025")),
                err.toString());
    }

    @Test
    void run_unknownPreset_isTheCallersFault() {
        assertEquals(2, run("--policy", "mine"));
        assertTrue(err.toString().contains("expected one of [STANDARD, CHARTMOGUL"), err.toString());
    }

    @Test
    void run_faultyRowsSkipped_areListedOnThePage() throws IOException {
        writeFaulty();
        assertEquals(0, run(folder.toString(), "--skip-bad-rows", "--out", report().toString()));
        assertTrue(Files.readString(report()).contains("3 faulty rows were left out of all figures."));
    }

    @Test
    void run_brokenFileSkippingRows_writesNothing() throws IOException {
        write("contracts.csv", "client_id,monthly_fee", "A,1");
        assertEquals(2, run(folder.toString(), "--skip-bad-rows", "--out", report().toString()));
        assertEquals(
                lines(
                        "contracts.csv, line 1, column start: the header must have this column; columns are separated by"
                                + " commas",
                        "Faults: 1. Nothing was written."),
                err.toString());
    }

    @Test
    void run_writeSample_writesFilesThatCanBeReportedOn() throws IOException {
        Path sample = folder.resolve("sample");
        assertEquals(0, run("--write-sample", sample.toString()));
        assertEquals(lines("The sample agency's files are in " + sample), out.toString());
        assertEquals(0, run(sample.toString(), "--out", report().toString()));
        assertEquals("", err.toString());
    }

    @Test
    void run_writeSampleOverAFile_leavesItAlone() throws IOException {
        write("surveys.csv", "mine");
        assertEquals(2, run("--write-sample", folder.toString()));
        assertEquals(
                lines("There is already a file " + folder.resolve("surveys.csv") + "; nothing was written"),
                err.toString());
        assertEquals("mine\n", Files.readString(folder.resolve("surveys.csv")));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void messages_bothLanguages_haveTheSameKeys() {
        assertEquals(keys("en"), keys("ru"));
    }

    private static List<String> keys(String language) {
        return java.util.ResourceBundle.getBundle(
                        "dev.tenure.examples.report.messages", java.util.Locale.forLanguageTag(language))
                .keySet()
                .stream()
                .sorted()
                .toList();
    }

    private void writeFaulty() throws IOException {
        write(
                "contracts.csv",
                "client_id,start,end,monthly_fee",
                "A,2025-01-01,,100",
                "B,2025-03-01,2025-02-01,100",
                "C,2025-01-01,100");
        write("invoices.csv", "client_id,date,amount", "A,01.02.2025,\"1 500,00\"");
    }

    private void write(String file, String... lines) throws IOException {
        Files.write(folder.resolve(file), Arrays.asList(lines));
    }

    private Path report() {
        return folder.resolve("report.html");
    }

    private int run(String... arguments) {
        return AgencyReport.run(new PrintWriter(out, true), new PrintWriter(err, true), false, TODAY, arguments);
    }

    private void assertBegins(String expected) {
        assertTrue(out.toString().startsWith(expected), out.toString());
    }

    private static String lines(String... lines) {
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }
}
