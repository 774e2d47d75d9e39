package dev.tenure.lifetime.noncontractual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.lifetime.noncontractual.PurchasePolicy.CreditNotes;
import dev.tenure.lifetime.noncontractual.PurchasePolicy.OlderClients;
import dev.tenure.lifetime.noncontractual.PurchasePolicy.SameDay;
import dev.tenure.lifetime.noncontractual.PurchasePolicy.Spend;
import dev.tenure.lifetime.noncontractual.PurchasePolicy.ZeroInvoices;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PurchaseLogTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final LocalDate END = START.plusDays(70);
    private static final LocalDate LAST = START.plusDays(100);

    /** One client with all that a ledger can hold. */
    private static final List<Invoice> ONE = List.of(
            row(1, 0, 100),
            row(1, 10, 50),
            row(1, 10, 30),
            row(1, 40, 70),
            row(1, 45, -50),
            row(1, 60, 0),
            row(1, 70, 20),
            row(1, 90, 70),
            row(1, 101, 5));

    private static Invoice row(long client, int day, long amount) {
        return Invoice.of(client, START.plusDays(day), amount);
    }

    private static PurchaseLogResult log(PurchasePolicy policy, Invoice... rows) {
        return PurchaseLog.withDefaults().with(policy).withHeldOutUntil(LAST).of(List.of(rows), END);
    }

    private static List<String> lines(PurchaseLogResult log) {
        return IntStream.range(0, log.size())
                .mapToObj(line -> log.client(line) + ": " + log.repeats(line) + " " + log.firstDay(line) + " "
                        + log.lastDay(line) + " " + log.spend(line) + " " + log.heldOutPurchases(line))
                .toList();
    }

    // golden, by hand

    @Test
    void literature_countsDaysAfterTheFirst() {
        PurchaseLogResult log =
                PurchaseLog.withDefaults().withHeldOutUntil(LAST).of(ONE, END);

        assertEquals(1, log.size());
        assertEquals(1, log.client(0));
        // days 10, 40, 60, 70 after day 0
        assertEquals(4, log.repeats(0));
        assertEquals(70, log.recencyDays(0));
        assertEquals(70, log.ageDays(0));
        assertEquals(START, log.firstDay(0));
        assertEquals(END, log.lastDay(0));
        assertEquals(80 + 70 + 0 + 20, log.spend(0));
        assertEquals(4, log.spendPurchases(0));
        assertEquals(1, log.heldOutPurchases(0));
        assertEquals(new PurchaseHistory(4, Duration.ofDays(70), Duration.ofDays(70)), log.history(0));
        assertEquals(Optional.of(0), log.lineOf(1));
        assertEquals(Optional.empty(), log.lineOf(2));
        assertEquals(PurchasePolicy.LITERATURE, log.policy());
        assertEquals(END, log.end());
        assertEquals(Optional.of(LAST), log.heldOutUntil());
        assertEquals(Optional.empty(), log.recordsFrom());
    }

    @Test
    void literature_namesTheUseOfEachRow() {
        PurchaseLogResult log =
                PurchaseLog.withDefaults().withHeldOutUntil(LAST).of(ONE, END);

        assertEquals(
                "{AFTER_OBSERVATION=1, BEFORE_RECORDS=0, OF_OLDER_CLIENT=0, ZERO_IGNORED=0, CREDIT_NOTE_IGNORED=1, "
                        + "CREDIT_NOTE_USED=0, CANCELLED=0, SAME_DAY=1, FIRST_PURCHASE=1, REPEAT_PURCHASE=4, "
                        + "HELD_OUT=1, OF_LATER_CLIENT=0}",
                log.rows().toString());
        assertEquals(
                "{SAMPLE=1, OLDER=0, LATER=0, WITHOUT_PURCHASE=0}",
                log.clients().toString());
    }

    @Test
    void allPurchases_putTheFirstIntoTheSpend() {
        PurchaseLogResult log = log(PurchasePolicy.LITERATURE.with(Spend.ALL_PURCHASES), ONE.toArray(Invoice[]::new));

        assertEquals(270, log.spend(0));
        assertEquals(5, log.spendPurchases(0));
    }

    @Test
    void each_countsBothInvoicesOfADay() {
        PurchaseLogResult log = log(PurchasePolicy.LITERATURE.with(SameDay.EACH), ONE.toArray(Invoice[]::new));

        assertEquals(5, log.repeats(0));
        assertEquals(170, log.spend(0));
        assertEquals(0, log.rows(RowUse.SAME_DAY));
    }

    @Test
    void each_takesTheLowestOfTheFirstDayForTheFirst() {
        PurchaseLogResult log =
                log(PurchasePolicy.LITERATURE.with(SameDay.EACH), row(1, 3, 90), row(1, 3, 10), row(1, 3, 40));

        assertEquals(2, log.repeats(0));
        assertEquals(0, log.recencyDays(0));
        assertEquals(130, log.spend(0));
    }

    @Test
    void ledger_undoesAnInvoiceThatACreditNoteEquals() {
        PurchaseLogResult log = log(PurchasePolicy.LEDGER, ONE.toArray(Invoice[]::new));

        // the 50 of day 10 and its credit note are gone, and the zero of day 60: days 10, 40 and 70 are left
        assertEquals(3, log.repeats(0));
        assertEquals(30 + 70 + 20, log.spend(0));
        assertEquals(1, log.rows(RowUse.CANCELLED));
        assertEquals(1, log.rows(RowUse.CREDIT_NOTE_USED));
        assertEquals(1, log.rows(RowUse.ZERO_IGNORED));
        assertEquals(0, log.rows(RowUse.SAME_DAY));
    }

    @Test
    void creditNote_undoesTheLatestEqualInvoiceNotYetUndone() {
        PurchaseLogResult log = log(
                PurchasePolicy.LEDGER,
                row(1, 0, 9),
                row(1, 5, 9),
                row(1, 8, 9),
                row(1, 8, -9),
                row(1, 9, -9),
                row(1, 12, 9),
                row(1, 13, -8));

        assertEquals(List.of("1: 1 2025-01-01 2025-01-13 9 0"), lines(log));
        assertEquals(2, log.rows(RowUse.CANCELLED));
        assertEquals(1, log.rows(RowUse.CREDIT_NOTE_IGNORED));
    }

    @Test
    void creditNoteAfterTheEnd_undoesNothingBeforeIt() {
        PurchaseLogResult log =
                log(PurchasePolicy.LEDGER, row(1, 0, 9), row(1, 70, 5), row(1, 71, -5), row(1, 80, 7), row(1, 90, -7));

        assertEquals(List.of("1: 1 2025-01-01 2025-03-12 5 0"), lines(log));
    }

    @Test
    void lowestNumber_isACreditNoteThatEqualsNothing() {
        PurchaseLogResult log =
                log(PurchasePolicy.LEDGER, row(1, 0, 9), row(1, 1, Long.MAX_VALUE), row(1, 2, Long.MIN_VALUE));

        assertEquals(1, log.repeats(0));
        assertEquals(1, log.rows(RowUse.CREDIT_NOTE_IGNORED));
    }

    @Test
    void nettedDay_isAPurchaseIfItIsAboveZero() {
        PurchaseLogResult log = log(
                PurchasePolicy.LITERATURE.with(CreditNotes.NETTED_SAME_DAY),
                row(1, 0, 10),
                row(1, 5, 10),
                row(1, 5, 4),
                row(1, 5, -3),
                row(1, 6, 8),
                row(1, 6, -8),
                row(1, 7, -2),
                row(1, 8, 0));

        assertEquals(List.of("1: 2 2025-01-01 2025-01-09 11 0"), lines(log));
        assertEquals(2, log.rows(RowUse.CREDIT_NOTE_USED));
        assertEquals(1, log.rows(RowUse.CREDIT_NOTE_IGNORED));
        assertEquals(1, log.rows(RowUse.CANCELLED));
        assertEquals(1, log.rows(RowUse.SAME_DAY));
    }

    @Test
    void lifetimes_countsEveryRow() {
        PurchaseLogResult log = log(PurchasePolicy.LIFETIMES, ONE.toArray(Invoice[]::new));

        assertEquals(5, log.repeats(0));
        assertEquals(120, log.spend(0));
    }

    @Test
    void olderClients_areLeftOutAndCounted() {
        PurchaseLogResult log = PurchaseLog.withDefaults()
                .withRecordsFrom(START)
                .of(List.of(row(1, -1, 5), row(1, 3, 5), row(1, 4, 5), row(2, 0, 5)), END);

        assertEquals(List.of("2: 0 2025-01-01 2025-01-01 0 0"), lines(log));
        assertEquals(1, log.rows(RowUse.BEFORE_RECORDS));
        assertEquals(2, log.rows(RowUse.OF_OLDER_CLIENT));
        assertEquals(1, log.clients(ClientUse.OLDER));
        assertEquals(Optional.of(START), log.recordsFrom());
    }

    @Test
    void olderClientsAsNew_beginInTheRecords() {
        PurchaseLogResult log = PurchaseLog.withDefaults()
                .with(PurchasePolicy.LITERATURE.with(OlderClients.AS_NEW))
                .withRecordsFrom(START)
                .of(List.of(row(1, -1, 5), row(1, 3, 6), row(1, 4, 7), row(2, -9, 5)), END);

        assertEquals(List.of("1: 1 2025-01-04 2025-01-05 7 0"), lines(log));
        assertEquals(2, log.rows(RowUse.BEFORE_RECORDS));
        assertEquals(1, log.clients(ClientUse.WITHOUT_PURCHASE));
    }

    @Test
    void laterClients_areNotInTheSample() {
        PurchaseLogResult log = log(PurchasePolicy.LEDGER, row(1, 71, 5), row(1, 72, 5), row(2, 3, 0), row(3, 9, -1));

        assertEquals(0, log.size());
        assertEquals(2, log.rows(RowUse.OF_LATER_CLIENT));
        assertEquals(1, log.clients(ClientUse.LATER));
        assertEquals(2, log.clients(ClientUse.WITHOUT_PURCHASE));
    }

    @Test
    void nothingHeldOut_looksAtNothingAfterTheEnd() {
        PurchaseLogResult log = PurchaseLog.withDefaults().of(ONE, END);

        assertEquals(0, log.heldOutPurchases(0));
        assertEquals(2, log.rows(RowUse.AFTER_OBSERVATION));
        assertEquals(Optional.empty(), log.heldOutUntil());
        assertEquals(0, log.heldOutDays());
    }

    @Test
    void purchasesOfADay_areThoseAfterTheFirstOfEachClient() {
        PurchaseLogResult log =
                log(PurchasePolicy.LITERATURE, row(1, 0, 5), row(1, 4, 5), row(2, 4, 5), row(2, 90, 5), row(3, 90, 5));

        assertEquals(0, log.purchasesOn(day(0)));
        assertEquals(1, log.purchasesOn(day(4)));
        assertEquals(1, log.purchasesOn(day(90)));
        assertEquals(0, log.purchasesOn(day(-5)));
        assertEquals(0, log.purchasesOn(day(999)));
    }

    private static int day(int day) {
        return (int) START.plusDays(day).toEpochDay();
    }

    @Test
    void explanation_namesRulesAndUses() {
        assertEquals(
                """
                clients with a purchase history = 1   [clients whose first purchase is not after the end; \
                end = 2025-03-12, same day = one purchase, credit notes = cancel equal invoice, zero invoices = ignored, \
                spend = repeat purchases, records from = 2025-01-01, older clients = left out, held out until = 2025-04-11]
                  rows after observation = 1   [number]
                  rows zero ignored = 1   [number]
                  rows credit note used = 1   [number]
                  rows cancelled = 1   [number]
                  rows first purchase = 1   [number]
                  rows repeat purchase = 3   [number]
                  rows held out = 1   [number]
                  clients sample = 1   [number]
                """,
                PurchaseLog.withDefaults()
                        .with(PurchasePolicy.LEDGER)
                        .withRecordsFrom(START)
                        .withHeldOutUntil(LAST)
                        .of(ONE, END)
                        .explain()
                        .toText());
    }

    // laws

    @Provide
    Arbitrary<List<Invoice>> ledgers() {
        return Combinators.combine(
                        Arbitraries.longs().between(-2, 3),
                        Arbitraries.integers().between(-8, 30),
                        Arbitraries.longs().between(-3, 3))
                .as(PurchaseLogTest::row)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<PurchasePolicy> policies() {
        return Combinators.combine(
                        Arbitraries.of(SameDay.class),
                        Arbitraries.of(CreditNotes.class),
                        Arbitraries.of(ZeroInvoices.class),
                        Arbitraries.of(OlderClients.class),
                        Arbitraries.of(Spend.class))
                .as((day, credit, zero, older, spend) -> new PurchasePolicy(
                        credit == CreditNotes.NETTED_SAME_DAY ? SameDay.ONE_PURCHASE : day,
                        credit,
                        zero,
                        older,
                        spend));
    }

    private static PurchaseLog calculator(PurchasePolicy policy) {
        return PurchaseLog.withDefaults().with(policy).withRecordsFrom(START).withHeldOutUntil(START.plusDays(25));
    }

    private static final LocalDate MIDDLE = START.plusDays(15);

    @Property
    void rulesAreAppliedAsTheyRead(@ForAll("ledgers") List<Invoice> rows, @ForAll("policies") PurchasePolicy policy) {
        assertEquals(
                NaiveLog.lines(rows, policy, START, MIDDLE, START.plusDays(25)),
                lines(calculator(policy).of(rows, MIDDLE)));
    }

    @Property
    void everyRowHasOneUse(@ForAll("ledgers") List<Invoice> rows, @ForAll("policies") PurchasePolicy policy) {
        PurchaseLogResult log = calculator(policy).of(rows, MIDDLE);

        assertEquals(
                rows.size(),
                log.rows().values().stream().mapToLong(Long::longValue).sum());
        assertEquals(
                rows.stream()
                        .filter(row -> !row.day().isAfter(START.plusDays(25)))
                        .map(Invoice::client)
                        .distinct()
                        .count(),
                log.clients().values().stream().mapToLong(Long::longValue).sum());
        assertEquals(log.size(), log.clients(ClientUse.SAMPLE));
        assertEquals(log.size(), log.rows(RowUse.FIRST_PURCHASE));
        assertEquals(IntStream.range(0, log.size()).map(log::repeats).sum(), log.rows(RowUse.REPEAT_PURCHASE));
        assertEquals(
                log.rows(RowUse.REPEAT_PURCHASE) + log.rows(RowUse.HELD_OUT),
                IntStream.range(-8, 31)
                        .mapToLong(day -> log.purchasesOn(day(day)))
                        .sum());
    }

    @Property
    void howRowsAreOrderedAndSpreadChangesNothing(
            @ForAll("ledgers") List<Invoice> rows, @ForAll("policies") PurchasePolicy policy, @ForAll long seed) {
        Random random = new Random(seed);
        List<Invoice> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        List<PurchaseLogAccumulator> parts = IntStream.range(0, 3)
                .mapToObj(i -> calculator(policy).accumulator(MIDDLE))
                .toList();
        shuffled.forEach(row -> parts.get(random.nextInt(3)).add(row));
        PurchaseLogResult whole = calculator(policy).of(rows, MIDDLE);

        assertEquals(whole, parts.get(2).merge(parts.get(0)).merge(parts.get(1)).result());
        assertEquals(whole, shuffled.parallelStream().collect(calculator(policy).collector(MIDDLE)));
        assertEquals(whole.hashCode(), calculator(policy).of(shuffled, MIDDLE).hashCode());
    }

    @Property
    void foldingWholeClientsChangesNothing(
            @ForAll("ledgers") List<Invoice> rows, @ForAll("policies") PurchasePolicy policy) throws Exception {
        PurchaseLogAccumulator even = calculator(policy).accumulator(MIDDLE);
        PurchaseLogAccumulator odd = calculator(policy).accumulator(MIDDLE);
        rows.forEach(row -> (row.client() % 2 == 0 ? even : odd).add(row));
        even.foldClients();
        odd.foldClients();

        assertEquals(calculator(policy).of(rows, MIDDLE), moved(odd).merge(even).result());
    }

    @Property
    void columnsAreTheSameAsRows(@ForAll("ledgers") List<Invoice> rows, @ForAll("policies") PurchasePolicy policy) {
        int[] days = rows.stream().mapToInt(row -> (int) row.day().toEpochDay()).toArray();
        long[] amounts = rows.stream().mapToLong(Invoice::minorUnits).toArray();
        PurchaseLogAccumulator longs = calculator(policy).accumulator(MIDDLE);
        longs.addAll(rows.stream().mapToLong(Invoice::client).toArray(), days, amounts);
        PurchaseLogAccumulator ints = calculator(policy).accumulator(MIDDLE);
        ints.addAll(rows.stream().mapToInt(row -> (int) row.client()).toArray(), days, amounts);

        assertEquals(calculator(policy).of(rows, MIDDLE), longs.result());
        assertEquals(longs.result(), ints.result());
    }

    @Property
    void shiftingAllDaysChangesNoHistory(
            @ForAll("ledgers") List<Invoice> rows, @ForAll("policies") PurchasePolicy policy) {
        List<Invoice> shifted = rows.stream()
                .map(row -> Invoice.of(row.client(), row.day().plusDays(1000), row.minorUnits()))
                .toList();
        PurchaseLogResult log = calculator(policy).of(rows, MIDDLE);
        PurchaseLogResult later = calculator(policy)
                .withRecordsFrom(START.plusDays(1000))
                .withHeldOutUntil(START.plusDays(1025))
                .of(shifted, MIDDLE.plusDays(1000));

        assertEquals(log.rows(), later.rows());
        assertEquals(
                IntStream.range(0, log.size()).mapToObj(log::history).toList(),
                IntStream.range(0, later.size()).mapToObj(later::history).toList());
    }

    @Test
    void anyClientNumbers_areSortedAsNumbers() {
        long[] clients = {Long.MAX_VALUE, 0, Long.MIN_VALUE, -1, Long.MAX_VALUE, 0};
        int[] days = {day(9), day(2), day(3), day(4), day(5), day(1)};
        PurchaseLogAccumulator accumulator = PurchaseLog.withDefaults().accumulator(END);
        accumulator.addAll(clients, days, new long[6]);

        assertEquals(
                List.of(
                        Long.MIN_VALUE + ": 0 2025-01-04 2025-01-04 0 0",
                        "-1: 0 2025-01-05 2025-01-05 0 0",
                        "0: 1 2025-01-02 2025-01-03 0 0",
                        Long.MAX_VALUE + ": 1 2025-01-06 2025-01-10 0 0"),
                lines(accumulator.result()));
    }

    @Test
    void manyRows_growTheTables() {
        PurchaseLogAccumulator accumulator = PurchaseLog.withDefaults().accumulator(START.plusDays(4000));
        for (int i = 0; i < 3000; i++) {
            accumulator.add(i % 2, day(i), 1);
        }
        PurchaseLogResult log = accumulator.result();

        assertEquals(1499, log.repeats(0));
        assertEquals(1499, log.spend(1));
        assertEquals(2998, log.recencyDays(1));
    }

    // edges and messages

    @Test
    void nothing_isAnEmptySample() {
        PurchaseLogResult log = PurchaseLog.withDefaults().of(List.of(), END);

        assertEquals(0, log.size());
        assertEquals(0, log.purchasesOn(0));
        assertEquals(log, PurchaseLog.withDefaults().of(List.of(), END));
        assertNotEquals(log, PurchaseLog.withDefaults().of(List.of(), LAST));
        assertThrows(IndexOutOfBoundsException.class, () -> log.repeats(0));
    }

    @Test
    void aRowAfterItsClientWasFolded_isRefused() {
        PurchaseLogAccumulator accumulator = PurchaseLog.withDefaults().accumulator(END);
        accumulator.add(row(7, 0, 5));
        accumulator.foldClients();
        accumulator.add(row(7, 3, 5));

        assertEquals(
                "all rows of a client must be folded at once: 7",
                assertThrows(IllegalStateException.class, accumulator::result).getMessage());
    }

    @Test
    void amountsBeyondALong_areAnArithmeticException() {
        PurchaseLog log = PurchaseLog.withDefaults();
        List<Invoice> tooMuch = List.of(row(1, 0, 1), row(1, 1, Long.MAX_VALUE), row(1, 2, 1));

        assertThrows(ArithmeticException.class, () -> log.of(tooMuch, END));
    }

    @Test
    void messages_nameTheArgument() {
        PurchaseLog log = PurchaseLog.withDefaults();
        PurchaseLogAccumulator accumulator = log.accumulator(END);

        assertMessage(
                "end must not be before the records, 2025-03-13: 2025-03-12",
                () -> log.withRecordsFrom(END.plusDays(1)).accumulator(END));
        assertMessage(
                "heldOutUntil must not be before the end, 2025-03-12: 2025-03-11",
                () -> log.withHeldOutUntil(END.minusDays(1)).accumulator(END));
        assertMessage(
                "clients, epochDays and minorUnits must be of the same length: 1, 2, 3",
                () -> accumulator.addAll(new long[1], new int[2], new long[3]));
        assertMessage(
                "clients, epochDays and minorUnits must be of the same length: 2, 2, 3",
                () -> accumulator.addAll(new int[2], new int[2], new long[3]));
        assertMessage("epochDay must be in [-719528, 2932896]: 2932897", () -> accumulator.add(1, 2_932_897, 0));
        assertMessage(
                "epochDay must be in [-719528, 2932896]: 2932897",
                () -> accumulator.addAll(new long[2], new int[] {0, 2_932_897}, new long[2]));
        assertMessage(
                "day must be in the years 0 to 9999: +10000-01-01",
                () -> accumulator.add(Invoice.of(1, LocalDate.of(10_000, 1, 1), 0)));
        assertMessage(
                "sameDay must be ONE_PURCHASE where credit notes are netted by the day: EACH",
                () -> PurchasePolicy.LEDGER.with(CreditNotes.NETTED_SAME_DAY).with(SameDay.EACH));
        assertEquals(0, accumulator.result().size());
    }

    @Test
    void merging_refusesAnotherQuestion() {
        PurchaseLog log = PurchaseLog.withDefaults();
        PurchaseLogAccumulator accumulator = log.accumulator(END);

        assertMessage("end must be 2025-03-12: 2025-04-11", () -> accumulator.merge(log.accumulator(LAST)));
        assertMessage(
                "heldOutUntil must be 2025-03-12: 2025-04-11",
                () -> accumulator.merge(log.withHeldOutUntil(LAST).accumulator(END)));
        assertMessage(
                "recordsFrom must be 0000-01-01: 2025-01-01",
                () -> accumulator.merge(log.withRecordsFrom(START).accumulator(END)));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> accumulator.merge(log.with(PurchasePolicy.LEDGER).accumulator(END)))
                .getMessage()
                .startsWith("policy must be PurchasePolicy[sameDay=ONE_PURCHASE, creditNotes=IGNORED"));
        assertFalse(PurchasePolicy.LEDGER.equals(PurchasePolicy.LITERATURE));
    }

    private static void assertMessage(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    static PurchaseLogAccumulator moved(PurchaseLogAccumulator accumulator) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(accumulator);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (PurchaseLogAccumulator) in.readObject();
        }
    }
}
