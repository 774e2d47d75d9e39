package dev.tenure.examples.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as its user meets it: what it says, and with which code it exits. */
class FaultyRowsTest {

    private static final String CONTRACTS = "client_id,segment,start,end,churn_reason,monthly_fee_minor\n";
    private static final String INVOICES = "client_id,date,amount_minor\n";
    private static final String SURVEYS = "client_id,date,score\n";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeFaultlessFiles() throws IOException {
        write("contracts.csv", CONTRACTS + "1,small,2024-01-01,2024-06-01,price,100\n2,small,2024-02-01,,,5000\n");
        write("invoices.csv", INVOICES + "1,2024-01-01,100\n2,2024-02-01,5000\n2,2024-03-01,5000\n");
        write("surveys.csv", SURVEYS + "1,2024-03-01,3\n2,2024-03-01,10\n2,2024-09-01,9\n");
    }

    @Test
    void faultlessFiles_giveFigures() {
        assertEquals(0, run(), err::toString);

        assertTrue(out.toString().contains("  small: 2 contracts, 1 ended;"), out::toString);
        assertTrue(out.toString().contains("  2024-02               1   100.0%     0.0%"), out::toString);
        assertTrue(out.toString().contains("net promoter score = 33.3333 points"), out::toString);
        assertTrue(out.toString().contains("\n  0 clients, 0 histories that differ\n  r = –"), out::toString);
    }

    @Test
    void faults_areListedAndNoFigureIsGiven() throws IOException {
        write(
                "contracts.csv",
                CONTRACTS
                        + "1,small,2024-01-01,2023-06-01,price,100\n"
                        + "2,small,2024-02-01,,price,5000\n"
                        + "3,,2024-02-01,,,5000\n"
                        + "4,small,2024-02-01,,,-1\n"
                        + "5,small,2024-02-01,,,50.00\n");
        write(
                "invoices.csv",
                INVOICES + "one,2024-01-01,100\n2,2024-02-30,5000\n2,2024,5000\n2,2024-01-01,1,2\n2,2024-01-01\n");
        write("surveys.csv", SURVEYS + "1,2024-03-01,11\n,2024-03-01,10\n2,,9\n");

        assertEquals(2, run());

        assertEquals("", out.toString());
        String contracts = "file:" + folder + "/contracts.csv, line ";
        String invoices = "file:" + folder + "/invoices.csv, line ";
        String surveys = "file:" + folder + "/surveys.csv, line ";
        String contract = ": must be client_id BIGINT, segment STRING, start DATE, end DATE, churn_reason STRING, "
                + "monthly_fee_minor BIGINT";
        String invoice = ": must be client_id BIGINT, date DATE, amount_minor BIGINT";
        assertEquals(
                ImmutableList.of(
                        contracts + "2: 1,small,2024-01-01,2023-06-01,price,100: end must not be before start",
                        contracts + "3: 2,small,2024-02-01,,price,5000: churn_reason must be empty without an end",
                        contracts + "4: 3,,2024-02-01,,,5000: segment must not be empty",
                        contracts + "5: 4,small,2024-02-01,,,-1: monthly_fee_minor must not be negative",
                        contracts + "6: 5,small,2024-02-01,,,50.00" + contract,
                        invoices + "4: 2,2024,5000" + invoice,
                        invoices + "6: 2,2024-01-01" + invoice,
                        invoices + "5: 2,2024-01-01,1,2" + invoice,
                        invoices + "3: 2,2024-02-30,5000" + invoice,
                        invoices + "2: one,2024-01-01,100" + invoice,
                        surveys + "3: ,2024-03-01,10: client_id must not be empty",
                        surveys + "2: 1,2024-03-01,11: score must be from 0 to 10",
                        surveys + "4: 2,,9: date must not be empty",
                        "faulty rows: 13; no figures are given (--skip-bad-rows leaves such rows out)"),
                lines(err));
    }

    @Test
    void skippedFaults_areListedBesideTheFigures() throws IOException {
        write("surveys.csv", SURVEYS + "1,2024-03-01,10\n".repeat(3) + "1,2024-03-01,11\n".repeat(30));

        assertEquals(0, run("--skip-bad-rows", "--partitions", "7"), err::toString);

        assertTrue(out.toString().contains("net promoter score = 100.0000 points"), out::toString);
        assertEquals(
                ImmutableList.of(
                        "file:" + folder + "/surveys.csv, line 5: 1,2024-03-01,11: score must be from 0 to 10",
                        "faulty rows: 30; they are left out"),
                lines(err));
    }

    @Test
    void columns_areFoundByTheirNames() throws IOException {
        write(
                "surveys.csv",
                "note,score,date,client_id\n,3,2024-03-01,1\n,10,2024-03-01,2\n\"so, so\",9,2024-09-01,2\n");

        assertEquals(0, run(), err::toString);

        assertTrue(out.toString().contains("net promoter score = 33.3333 points"), out::toString);
    }

    @Test
    void missingColumn_isAFault() throws IOException {
        write("surveys.csv", "client_id,date,grade\n1,2024-03-01,3\n");

        assertEquals(2, run());

        assertEquals(
                ImmutableList.of(folder
                        + "/surveys.csv must have a column score STRING: client_id STRING, date STRING, grade STRING"),
                lines(err));
    }

    @Test
    void parquetWithoutAColumn_isAFault() {
        SparkSession spark = Sessions.session();
        Sample.write(spark, 3, folder.toString(), TableFormat.PARQUET);
        Path moved = folder.resolve("surveys.parquet");
        spark.read()
                .parquet(moved.toString())
                .withColumnRenamed("score", "grade")
                .write()
                .parquet(folder.resolve("other").toString());
        assertTrue(moved.toFile().renameTo(folder.resolve("gone").toFile()));
        assertTrue(folder.resolve("other").toFile().renameTo(moved.toFile()));

        assertEquals(2, run("--format", "parquet"));

        assertEquals(
                ImmutableList.of(moved + " must have a column score INT: client_id BIGINT, date DATE, grade INT"),
                lines(err));
    }

    @Test
    void missingTable_isAFault() throws IOException {
        Files.delete(folder.resolve("surveys.csv"));

        assertEquals(2, run());

        assertEquals(ImmutableList.of(folder + " must have surveys.csv or surveys.parquet"), lines(err));
    }

    @Test
    void bothFormats_needOneToBeNamed() {
        Sample.write(Sessions.session(), 3, folder.toString(), TableFormat.PARQUET);

        assertEquals(2, run());

        assertEquals(
                ImmutableList.of(folder + " has contracts.csv and contracts.parquet: --format must say which to read"),
                lines(err));
    }

    @Test
    void folderWithoutDay_isAFault() {
        assertEquals(2, code(folder.toString()));

        assertEquals(ImmutableList.of("--as-of must be given with a folder"), lines(err));
    }

    @Test
    void wrongDayAndCurrency_areFaults() {
        assertEquals(2, code("--as-of", "yesterday"));
        assertEquals(2, code("--currency", "gold"));

        assertTrue(err.toString().contains("must be a date such as 2025-03-01: yesterday"), err::toString);
        assertTrue(err.toString().contains("must be a currency such as RUB: gold"), err::toString);
    }

    @Test
    void sample_isWrittenAndRead() {
        Path sample = folder.resolve("sample");

        assertEquals(0, code("--write-sample", sample.toString(), "--clients", "50"), err::toString);
        assertEquals(0, code(sample.toString(), "--as-of", "2025-07-01", "--times"), err::toString);
        String read = out.toString();
        assertTrue(read.contains("\nseconds cohorts "), read);
        out.getBuffer().setLength(0);
        assertEquals(0, code("--clients", "50"), err::toString);

        assertEquals(read.substring(0, read.indexOf("seconds ")), out.toString());
    }

    private int run(String... options) {
        return code(ImmutableList.<String>builder()
                .add(folder.toString(), "--as-of", "2025-01-01", "--currency", "EUR", "--granularity", "month")
                .add(options)
                .build()
                .toArray(new String[0]));
    }

    private int code(String... arguments) {
        return SparkFigures.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private static List<String> lines(StringWriter text) {
        return text.toString().lines().toList();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
