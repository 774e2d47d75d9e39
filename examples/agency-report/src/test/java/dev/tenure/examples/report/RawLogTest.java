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

/** One file of invoices with names of its own, instead of a folder. */
class RawLogTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final String NAMES = "client_id=Id,date=Date,amount=Price";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void run_oneFile_isReadAsInvoices() throws IOException {
        write("Id,Date,Price,Shop", "1,2025-01-01,100,x", "2,2025-02-01,50,y");
        assertEquals(0, run("--columns", NAMES), err.toString());
        assertTrue(
                out.toString()
                        .startsWith(lines(
                                "Read from " + log() + ":",
                                "  sales.log.csv: 2 rows; columns not used: Shop",
                                "Amounts in RUB, since nothing says otherwise; --currency does.",
                                "As of 2025-02-02, the day after the last date in the data (sales.log.csv, line 3);"
                                        + " --as-of sets another day.")),
                out.toString());
        assertTrue(Files.readString(report()).contains("<h1>sales.log</h1>"));
    }

    @Test
    void run_oneFileWithFaults_namesTheFileAndItsOwnColumns() throws IOException {
        write("Id,Date,Price", "1,2025-01-01,1.234", ",2025-13-01,5");
        assertEquals(2, run("--columns", NAMES));
        assertEquals(
                lines(
                        "sales.log.csv, line 2, column Price: must have at most 2 decimals, as RUB has: 1.234",
                        "sales.log.csv, line 3, column Id: must not be empty",
                        "sales.log.csv, line 3, column Date: must be a date such as 2025-03-01: 2025-13-01",
                        "Faults: 3. Nothing was written. With --skip-bad-rows the report is made from the other rows."),
                err.toString());
        assertFalse(Files.exists(report()));
    }

    @Test
    void run_oneFileWithFaultsSkipped_namesTheFileOnThePage() throws IOException {
        write("Id,Date,Price", "1,2025-01-01,1.234", "2,2025-01-01,5");
        assertEquals(0, run("--columns", NAMES, "--skip-bad-rows"), err.toString());
        assertTrue(Files.readString(report()).contains("<th scope=\"row\">sales.log.csv</th>"));
    }

    @Test
    void run_columnThatTheHeaderDoesNotHave_isNamedAsItWasGiven() throws IOException {
        write("Id,Date,Price", "1,2025-01-01,1");
        assertEquals(2, run("--columns", "client_id=Customer,date=Date,amount=Price"));
        assertEquals(
                lines(
                        "sales.log.csv, line 1, column Customer: the header must have this column; columns are separated"
                                + " by commas",
                        "Faults: 1. Nothing was written."),
                err.toString());
    }

    @Test
    void run_currencyInAColumnOfAnotherName_isThatOfTheReport() throws IOException {
        write("client_id,date,amount,Cur", "1,2025-01-01,1,USD");
        assertEquals(0, run("--columns", "currency=Cur"), err.toString());
        assertTrue(out.toString().contains(lines("Amounts in USD, as the data say.")), out.toString());
    }

    @Test
    void run_columnsOfAFolder_areThoseOfItsInvoices() throws IOException {
        Files.write(folder.resolve("invoices.csv"), List.of("Id,Date,Price", "1,2025-01-01,1"));
        Files.write(folder.resolve("clients.csv"), List.of("client_id,name", "1,One"));
        assertEquals(0, runOn(folder, "--columns", NAMES), err.toString());
        assertTrue(out.toString().contains("  clients.csv: 1 row"), out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer=Id", "client_id=", "client_id=Date,date=Date", "client_id=date"})
    void run_columnsThatNameNothing_saysSo(String names) throws IOException {
        write("Id,Date,Price", "1,2025-01-01,1");
        assertEquals(2, run("--columns=" + names));
        assertEquals(
                lines(
                        "--columns must name columns of the invoices (client_id, date, amount, currency), each once and each"
                                + " by a header of its own: " + names),
                err.toString());
    }

    @Test
    void run_pathThatIsNotThere_saysSo() {
        assertEquals(2, run());
        assertEquals(lines("There is no folder or file " + log()), err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-01", "2025-03-01"})
    void run_dayOfTheFitWithNothingToFitOrToHoldAgainst_saysSo(String day) throws IOException {
        write("client_id,date,amount", "1,2025-01-01,1", "1,2025-03-01,1");
        assertEquals(2, run("--fit-until", day));
        assertEquals(
                lines(
                        "The day of --fit-until must be from 2025-01-02 to 2025-02-28, so that there are invoices before it"
                                + " and days after it: " + day),
                err.toString());
    }

    @Test
    void run_dayOfTheFitWithContracts_saysSo() {
        assertEquals(2, runWithout("--fit-until", "2025-01-01"));
        assertEquals(
                lines(
                        "--fit-until needs invoices and no contracts: models of purchases are fitted only where no contract"
                                + " says who is a client"),
                err.toString());
    }

    private void write(String... lines) throws IOException {
        Files.write(log(), Arrays.asList(lines));
    }

    private Path log() {
        return folder.resolve("sales.log.csv");
    }

    private Path report() {
        return folder.resolve("report.html");
    }

    private int run(String... options) {
        return runOn(log(), options);
    }

    private int runOn(Path input, String... options) {
        return runWithout(Stream.concat(Stream.of(input.toString()), Arrays.stream(options))
                .toArray(String[]::new));
    }

    private int runWithout(String... options) {
        String[] arguments = Stream.concat(Arrays.stream(options), Stream.of("--out", report().toString()))
                .toArray(String[]::new);
        return AgencyReport.run(new PrintWriter(out, true), new PrintWriter(err, true), false, TODAY, arguments);
    }

    private static String lines(String... lines) {
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }
}
