package dev.tenure.examples.report.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.client.Client;
import dev.tenure.contract.BillingCycle;
import dev.tenure.contract.ChurnCause;
import dev.tenure.contract.ChurnReason;
import dev.tenure.contract.ChurnSide;
import dev.tenure.contract.Contract;
import dev.tenure.contract.ContractEnd;
import dev.tenure.contract.ContractVersion;
import dev.tenure.contract.DateSpan;
import dev.tenure.contract.Discount;
import dev.tenure.contract.FeeTerms;
import dev.tenure.contract.Service;
import dev.tenure.examples.report.input.Book.CurrencySource;
import dev.tenure.examples.report.input.Problem.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookReaderTest {

    private static final CurrencyUnit RUB = CurrencyUnit.of("RUB");
    private static final CurrencyUnit USD = CurrencyUnit.of("USD");

    @Test
    void read_invoicesOfAnotherOrderOfColumns_findsThemByName() throws IOException {
        Book book = book(InputFile.INVOICES, "quantity,amount,date,client_id", "1,11.77,2021-01-01,00001");
        assertEquals(1, book.invoices().size());
        assertEquals("00001", book.keys().id(book.invoices().client(0)));
        assertEquals(LocalDate.of(2021, 1, 1).toEpochDay(), book.invoices().epochDay(0));
        assertEquals(1177, book.invoices().minorUnits(0));
        assertEquals(
                new FileFacts(1, 0, ImmutableList.of("quantity")), book.files().get(InputFile.INVOICES));
        assertFalse(book.has(InputFile.CONTRACTS));
    }

    @Test
    void read_creditNote_isNegative() throws IOException {
        assertEquals(
                -500,
                book(InputFile.INVOICES, "client_id,date,amount", "1,2021-01-01,-5")
                        .invoices()
                        .minorUnits(0));
    }

    @Test
    void read_blanksQuotesAndByteOrderMark_areTakenAway() throws IOException {
        Book book = book(InputFile.INVOICES, "\uFEFFclient_id, date ,amount", "\" C 1 \", 2021-01-01 ,\"1.00\"");
        assertEquals("C 1", book.keys().id(0));
        assertEquals(100, book.invoices().minorUnits(0));
    }

    @Test
    void read_contractOfASimpleFile_isARetainerByTheMonth() throws IOException {
        Book book = book(
                InputFile.CONTRACTS,
                "client_id,start,end,monthly_fee,term",
                "A,2017-03-01,,56.95,One year",
                "B,2019-11-01,2020-01-01,53.85,Month-to-month");
        Contract running = book.contracts().get(0);
        assertEquals("contracts.csv:2", running.id().value());
        assertEquals("A", running.clientId().value());
        assertEquals(Optional.empty(), running.end());
        assertEquals(
                ImmutableList.of(ContractVersion.of(
                        LocalDate.of(2017, 3, 1),
                        FeeTerms.retainer(Money.of(RUB, new BigDecimal("56.95")), BillingCycle.MONTHLY))),
                running.versions());
        assertEquals(
                Optional.of(ContractEnd.of(LocalDate.of(2020, 1, 1))),
                book.contracts().get(1).end());
        assertEquals(Optional.of(new LastDate(LocalDate.of(2020, 1, 1), InputFile.CONTRACTS, 3)), book.lastDate());
    }

    @Test
    void read_partsOfAContract_becomeItsVersions() throws IOException {
        Book book = book(
                InputFile.CONTRACTS,
                "contract_id,client_id,start,end,fee,billing_period,service,indexation,discount,paused_from,paused_until,"
                        + "past_due_from,past_due_until,notice_given_on,churn_side,churn_reason,churn_text,expectation",
                "K,A,2025-01-01,2025-07-01,30,quarter,seo; ppc,1.08,,,,2025-02-01,2025-02-10,2025-05-01,client,other,"
                        + "moved in-house,same budget",
                "K,A,2024-01-01,,20,quarter,seo,,0.15,2024-03-01,2024-04-01,,,,,,,");
        Contract contract = book.contracts().get(0);
        assertEquals(1, book.contracts().size());
        assertEquals("K", contract.id().value());
        assertEquals(
                ImmutableList.of(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1)),
                contract.versions().stream()
                        .map(ContractVersion::effectiveFrom)
                        .collect(ImmutableList.toImmutableList()));
        assertEquals(
                Optional.of(new BigDecimal("1.08")), contract.versions().get(1).indexation());
        assertEquals(
                List.of(Service.of("seo"), Service.of("ppc")),
                List.copyOf(contract.versions().get(1).services()));
        assertEquals(
                ImmutableList.of(DateSpan.of(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 4, 1))), contract.pauses());
        assertEquals(
                ImmutableList.of(DateSpan.of(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 2, 10))), contract.pastDue());
        assertEquals(
                ImmutableList.of(Discount.percentage(
                        new BigDecimal("0.15"), DateSpan.of(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1)))),
                contract.discounts());
        assertEquals(Optional.of(LocalDate.of(2025, 5, 1)), contract.noticeGivenOn());
        assertEquals(
                ImmutableList.of(ChurnCause.builder()
                        .side(ChurnSide.CLIENT)
                        .reason(ChurnReason.OTHER)
                        .text("moved in-house")
                        .unmetExpectation("same budget")
                        .build()),
                contract.end().orElseThrow().causes());
    }

    @Test
    void read_namedReasonWithoutASide_isTheAgencys() throws IOException {
        Book book = book(
                InputFile.CONTRACTS,
                "client_id,start,end,monthly_fee,churn_reason",
                "A,2025-01-01,2025-02-01,1,kpi_missed");
        assertEquals(
                ChurnSide.AGENCY,
                book.contracts().get(0).end().orElseThrow().causes().get(0).side());
    }

    @Test
    void read_project_isPaidOnce() throws IOException {
        Book book = book(InputFile.CONTRACTS, "client_id,start,fee,fee_type", "A,2025-01-01,100,project");
        assertEquals(
                FeeTerms.project(Money.of(RUB, 100)),
                book.contracts().get(0).versions().get(0).feeTerms());
    }

    @Test
    void read_clients_keepsWhatAPageMustEscape() throws IOException {
        Book book = reading(Map.of(
                        InputFile.CLIENTS,
                        text(
                                "client_id,name,segment,industry,acquired_on,acquisition_cost",
                                "1,\"<script>alert(\"\"x\"\")</script>, & Co\",small,retail,2024-05-01,90000",
                                "2,,,,,"),
                        InputFile.INVOICES,
                        text("client_id,date,amount")))
                .book();
        Client client = book.clients().get(0);
        assertEquals("<script>alert(\"x\")</script>, & Co", client.name());
        assertEquals(Optional.of(LocalDate.of(2024, 5, 1)), client.acquiredOn());
        assertEquals(
                Money.of(RUB, 90_000), client.acquisitionCost().orElseThrow().value());
        assertEquals("2", book.clients().get(1).name());
        assertEquals(Optional.empty(), book.clients().get(1).segment());
    }

    @Test
    void read_surveys_keepsThoseWhoDidNotAnswer() throws IOException {
        Book book = book(
                InputFile.SURVEYS,
                "client_id,date,kind,score,scale,reason",
                "1,2025-02-01,nps,6,,slow answers",
                "1,2025-02-01,nps,,,",
                "1,2025-02-01,csat,7,7,",
                "1,2025-02-01,ces,7,,");
        LocalDate day = LocalDate.of(2025, 2, 1);
        assertEquals(
                ImmutableList.of(
                        new SurveyRow(0, day, SurveyKind.NPS, 10, OptionalInt.of(6), "slow answers"),
                        new SurveyRow(0, day, SurveyKind.NPS, 10, OptionalInt.empty(), ""),
                        new SurveyRow(0, day, SurveyKind.CSAT, 7, OptionalInt.of(7), ""),
                        new SurveyRow(0, day, SurveyKind.CES, 7, OptionalInt.of(7), "")),
                book.surveys());
    }

    @Test
    void read_currency_isTheOptionsThenTheDatasThenRubles() throws IOException {
        InputFolder dollars = InputFolder.of(
                Map.of(InputFile.INVOICES, text("client_id,date,amount,currency", "1,2021-01-01,1,USD")));
        assertEquals(USD, BookReader.of(dollars).read().book().currency());
        assertEquals(CurrencySource.DATA, BookReader.of(dollars).read().book().currencySource());
        Book nothingSaid = book(InputFile.INVOICES, "client_id,date,amount", "1,2021-01-01,1");
        assertEquals(RUB, nothingSaid.currency());
        assertEquals(CurrencySource.DEFAULT, nothingSaid.currencySource());
        Reading asked = BookReader.of(dollars).with(RUB).read();
        assertEquals(CurrencySource.OPTION, asked.book().currencySource());
        assertEquals(
                ImmutableList.of(fault(InputFile.INVOICES, 2, "currency", Kind.OTHER_CURRENCY, "USD", "RUB")),
                asked.faults());
    }

    @Test
    void read_wrongInvoices_tellsEveryCell() throws IOException {
        Reading reading = reading(Map.of(
                InputFile.INVOICES,
                text(
                        "client_id,date,amount,currency",
                        ",2021-02-30,1.005,XAU",
                        "1,2021-01-01,12",
                        "2,,1e3,",
                        "3,2021-01-01,99999999999999999999,",
                        "4,2021-01-01,1,")));
        assertEquals(
                ImmutableList.of(
                        fault(InputFile.INVOICES, 2, "client_id", Kind.EMPTY),
                        fault(InputFile.INVOICES, 2, "date", Kind.DATE, "2021-02-30"),
                        fault(InputFile.INVOICES, 2, "amount", Kind.DECIMALS, "1.005", "2", "RUB"),
                        fault(InputFile.INVOICES, 2, "currency", Kind.CURRENCY, "XAU", "RUB"),
                        fault(InputFile.INVOICES, 3, "", Kind.COLUMN_COUNT, "3", "4"),
                        fault(InputFile.INVOICES, 4, "date", Kind.EMPTY),
                        fault(InputFile.INVOICES, 4, "amount", Kind.AMOUNT, "1e3"),
                        fault(InputFile.INVOICES, 5, "amount", Kind.TOO_LARGE, "99999999999999999999")),
                reading.faults());
        assertTrue(reading.usable());
        assertEquals(1, reading.book().invoices().size());
        assertEquals(
                new FileFacts(5, 4, ImmutableList.of()), reading.book().files().get(InputFile.INVOICES));
        assertEquals(4, reading.book().badRows());
        assertEquals(6, reading.book().lastDate().orElseThrow().line());
    }

    @Test
    void read_wrongContracts_tellsEveryCell() throws IOException {
        Reading reading = reading(Map.of(
                InputFile.CONTRACTS,
                text(
                        "client_id,start,end,monthly_fee,fee,billing_period,discount,indexation,paused_from,paused_until,"
                                + "churn_side,churn_reason,expectation",
                        "A,2025-02-01,2025-02-01,0,,,,,,,,,",
                        "A,2025-02-01,,,,,,,,,,,",
                        "A,2025-02-01,,1,2,decade,1.5,x,,2025-03-01,,,",
                        "A,2025-02-01,,,2,decade,,-1,,,nobody,,",
                        "A,2025-02-01,2025-05-01,1,,,,,2025-01-01,,,,",
                        "A,2025-02-01,2025-05-01,1,,,,,2025-04-01,2025-06-01,,,",
                        "A,2025-02-01,2025-05-01,1,,,,,2025-04-01,2025-03-01,,,",
                        "A,2025-02-01,,1,,,,,,,,,wished for more",
                        "A,2025-02-01,2025-05-01,1,,,,,,,,other,")));
        assertEquals(
                ImmutableList.of(
                        contractFault(2, "end", Kind.NOT_AFTER, "2025-02-01", "start", "2025-02-01"),
                        contractFault(2, "monthly_fee", Kind.NOT_POSITIVE, "0"),
                        contractFault(3, "fee", Kind.EMPTY),
                        contractFault(4, "fee", Kind.RULED_OUT, "2", "monthly_fee"),
                        contractFault(4, "billing_period", Kind.RULED_OUT, "decade", "monthly_fee"),
                        contractFault(4, "indexation", Kind.FACTOR, "x"),
                        contractFault(4, "discount", Kind.SHARE, "1.5"),
                        contractFault(4, "paused_from", Kind.NEEDED, "paused_until"),
                        contractFault(
                                5,
                                "billing_period",
                                Kind.WORD,
                                "decade",
                                "week, four_weeks, month, quarter, half_year, year"),
                        contractFault(5, "indexation", Kind.FACTOR, "-1"),
                        contractFault(5, "churn_side", Kind.WORD, "nobody", "agency, client, external"),
                        contractFault(6, "paused_from", Kind.OUTSIDE, "2025-01-01"),
                        contractFault(7, "paused_until", Kind.OUTSIDE, "2025-06-01"),
                        contractFault(8, "paused_until", Kind.NOT_AFTER, "2025-03-01", "paused_from", "2025-04-01"),
                        contractFault(9, "end", Kind.NEEDED, "expectation"),
                        contractFault(9, "churn_reason", Kind.NEEDED, "expectation"),
                        contractFault(10, "churn_side", Kind.NEEDED, "churn_reason"),
                        contractFault(10, "churn_text", Kind.NEEDED, "churn_reason")),
                reading.faults());
        assertEquals(ImmutableList.of(), reading.book().contracts());
    }

    @Test
    void read_partsThatDoNotFit_leaveOutTheWholeContract() throws IOException {
        Reading reading = reading(Map.of(
                InputFile.CONTRACTS,
                text(
                        "contract_id,client_id,start,end,monthly_fee,churn_reason,notice_given_on",
                        "gap,A,2025-01-01,2025-02-01,1,,",
                        "gap,A,2025-03-01,,1,,",
                        "twice,A,2025-01-01,,1,,",
                        "twice,A,2025-01-01,,1,,",
                        "two,A,2025-01-01,,1,,",
                        "two,B,2025-02-01,,1,,",
                        "left,A,2025-01-01,2025-02-01,1,late_start,",
                        "left,A,2025-02-01,,1,,",
                        "half,A,2025-01-01,,1,,",
                        "half,A,2025-02-01,,x,,",
                        "late,A,2025-01-01,2025-02-01,1,,2025-03-01",
                        "fine,A,2025-01-01,,1,,")));
        assertEquals(
                ImmutableList.of(
                        contractFault(3, "start", Kind.GAP, "2025-03-01", "2025-02-01", "2"),
                        contractFault(5, "start", Kind.DUPLICATE, "2025-01-01", "4"),
                        contractFault(7, "client_id", Kind.OTHER_CLIENT, "B", "A", "6"),
                        contractFault(8, "churn_reason", Kind.GOES_ON, "9"),
                        contractFault(11, "monthly_fee", Kind.AMOUNT, "x"),
                        contractFault(
                                12,
                                "",
                                Kind.INCONSISTENT,
                                "noticeGivenOn must not be after end 2025-02-01: 2025-03-01")),
                reading.faults());
        assertEquals(1, reading.book().contracts().size());
        assertEquals(
                new FileFacts(12, 11, ImmutableList.of()),
                reading.book().files().get(InputFile.CONTRACTS));
    }

    @Test
    void read_wrongClientsAndSurveys_tellsEveryCell() throws IOException {
        Reading reading = reading(Map.of(
                InputFile.CLIENTS,
                text("client_id,acquisition_cost", "1,1", "1,-5", ",x"),
                InputFile.SURVEYS,
                text(
                        "client_id,date,kind,score,scale",
                        "1,2025-01-01,nps,11,",
                        "1,2025-01-01,mood,1,",
                        "1,2025-01-01,csat,0,",
                        "1,2025-01-01,nps,9.5,5",
                        "1,2025-01-01,ces,1,11",
                        "1,2025-01-01,,1,")));
        assertEquals(
                ImmutableList.of(
                        fault(InputFile.CLIENTS, 3, "acquisition_cost", Kind.NEGATIVE, "-5"),
                        fault(InputFile.CLIENTS, 3, "client_id", Kind.DUPLICATE, "1", "2"),
                        fault(InputFile.CLIENTS, 4, "client_id", Kind.EMPTY),
                        fault(InputFile.CLIENTS, 4, "acquisition_cost", Kind.AMOUNT, "x"),
                        fault(InputFile.SURVEYS, 2, "score", Kind.WHOLE_NUMBER, "11", "0", "10"),
                        fault(InputFile.SURVEYS, 3, "kind", Kind.WORD, "mood", "nps, csat, ces"),
                        fault(InputFile.SURVEYS, 4, "score", Kind.WHOLE_NUMBER, "0", "1", "5"),
                        fault(InputFile.SURVEYS, 5, "scale", Kind.WHOLE_NUMBER, "5", "10", "10"),
                        fault(InputFile.SURVEYS, 5, "score", Kind.WHOLE_NUMBER, "9.5", "0", "10"),
                        fault(InputFile.SURVEYS, 6, "scale", Kind.WHOLE_NUMBER, "11", "2", "10"),
                        fault(InputFile.SURVEYS, 7, "kind", Kind.EMPTY)),
                reading.faults());
        assertEquals(1, reading.book().clients().size());
    }

    @Test
    void read_wrongHeader_makesTheFileUnusable() throws IOException {
        Reading reading = reading(Map.of(
                InputFile.CONTRACTS,
                text("client_id;start;end;monthly_fee", "A;2025-01-01;;1"),
                InputFile.INVOICES,
                text("client_id,date,date,amount", "A,2025-01-01,2025-01-01,1"),
                InputFile.SURVEYS,
                ""));
        assertEquals(
                ImmutableList.of(
                        contractFault(1, "client_id", Kind.MISSING_COLUMN),
                        contractFault(1, "start", Kind.MISSING_COLUMN),
                        fault(InputFile.INVOICES, 1, "date", Kind.DUPLICATE_COLUMN),
                        fault(InputFile.SURVEYS, 1, "", Kind.NO_HEADER)),
                reading.faults());
        assertFalse(reading.usable());
    }

    @Test
    void read_quoteThatIsNeverClosed_makesTheFileUnusable() throws IOException {
        Reading reading = reading(
                Map.of(InputFile.INVOICES, text("client_id,date,amount", "A,2025-01-01,1", "\"B,2025-01-01,1")));
        assertFalse(reading.usable());
        assertEquals(1, reading.faultCount());
        Fault fault = reading.faults().get(0);
        assertEquals(3, fault.line());
        assertEquals(Kind.SYNTAX, fault.problem().kind());
    }

    @Test
    void read_anotherEncoding_isToldWhereItMatters(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("clients.csv"), "client_id,name\nA,Ромашка\n", Charset.forName("windows-1251"));
        Files.writeString(
                folder.resolve("invoices.csv"),
                "client_id,date,amount\nА,2025-01-01,1\n",
                Charset.forName("windows-1251"));
        assertEquals(
                ImmutableList.of(
                        fault(InputFile.CLIENTS, 2, "name", Kind.ENCODING, "\uFFFD".repeat(7)),
                        fault(InputFile.INVOICES, 2, "client_id", Kind.ENCODING, "\uFFFD")),
                BookReader.of(InputFolder.of(folder)).read().faults());
    }

    @Test
    void read_manyFaults_countsThemAllAndKeepsTheFirst() throws IOException {
        StringBuilder text = new StringBuilder("client_id,date,amount\n");
        for (int i = 0; i < 2 * Faults.KEPT; i++) {
            text.append("A,2025-01-01,x\n");
        }
        Reading reading = reading(Map.of(InputFile.INVOICES, text.toString()));
        assertEquals(2 * Faults.KEPT, reading.faultCount());
        assertEquals(Faults.KEPT, reading.faults().size());
    }

    @Test
    void read_whatWouldCommandTheTerminal_isNotRepeated() throws IOException {
        Reading reading = reading(Map.of(
                InputFile.INVOICES,
                text("client_id,date,amount", "A,2025-01-01,\u001B[2J", "A,2025-01-01," + "9x".repeat(50))));
        assertEquals("\uFFFD[2J", reading.faults().get(0).problem().arguments().get(0));
        assertEquals(
                "9x".repeat(30) + "…",
                reading.faults().get(1).problem().arguments().get(0));
    }

    @Test
    void read_multiLineCell_countsLinesAsAnEditorDoes() throws IOException {
        Reading reading = reading(Map.of(
                InputFile.INVOICES,
                text("client_id,date,amount,note", "A,2025-01-01,1,\"two\nlines\"", "A,2025-01-01,x,")));
        assertEquals(4, reading.faults().get(0).line());
    }

    private static Fault contractFault(long line, String column, Kind kind, String... arguments) {
        return fault(InputFile.CONTRACTS, line, column, kind, arguments);
    }

    private static Fault fault(InputFile file, long line, String column, Kind kind, String... arguments) {
        return new Fault(file, line, column, new Problem(kind, ImmutableList.copyOf(arguments)));
    }

    private static Book book(InputFile file, String... lines) throws IOException {
        Reading reading = reading(ImmutableMap.of(file, text(lines)));
        assertEquals(ImmutableList.of(), reading.faults());
        return reading.book();
    }

    private static Reading reading(Map<InputFile, String> texts) throws IOException {
        return BookReader.of(InputFolder.of(texts)).read();
    }

    private static String text(String... lines) {
        return String.join("\n", lines) + "\n";
    }
}
