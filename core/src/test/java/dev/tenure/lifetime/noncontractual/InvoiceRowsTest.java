package dev.tenure.lifetime.noncontractual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Rows in the order of client and day, however they came. */
class InvoiceRowsTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @Property(tries = 100)
    void order_isByClientThenByDay_andElseAsTheyCame(
            @ForAll Random random, @ForAll @IntRange(max = 300) int size, @ForAll @IntRange(min = 1, max = 9) int of) {
        InvoiceRows rows = new InvoiceRows();
        for (int i = 0; i < size; i++) {
            rows.add(random.nextInt(of) - of / 2, random.nextInt(of), i);
        }
        int[] expected = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(rows::client).thenComparingInt(rows::day))
                .mapToInt(Integer::intValue)
                .toArray();

        assertArrayEquals(expected, rows.order());
    }

    @Test
    void keysOfAllSizes_areOrdered() {
        InvoiceRows rows = new InvoiceRows();
        rows.add(Long.MAX_VALUE, 5, 1);
        rows.add(Long.MIN_VALUE, -5, 1);
        rows.add(0, Integer.MAX_VALUE, 1);
        rows.add(Long.MIN_VALUE, Integer.MIN_VALUE, 1);

        assertArrayEquals(new int[] {3, 1, 2, 0}, rows.order());
    }

    @Test
    void daysOfOneClient_areOrderedAmongThoseOfOthers() {
        InvoiceRows rows = new InvoiceRows();
        rows.add(1, 9, 1);
        rows.add(2, 3, 1);
        rows.add(2, 2, 1);

        assertArrayEquals(new int[] {0, 2, 1}, rows.order());
    }

    @Test
    void manyRows_areAppendedAtOnce() {
        InvoiceRows all = new InvoiceRows();
        InvoiceRows more = new InvoiceRows();
        all.add(1, 2, 3);
        for (int i = 0; i < 1000; i++) {
            more.add(i, 2 * i, 3L * i);
        }
        all.addAll(more);

        assertEquals(1001, all.size());
        for (int i = 0; i < 1000; i++) {
            assertEquals(i, all.client(i + 1));
            assertEquals(2 * i, all.day(i + 1));
            assertEquals(3L * i, all.amount(i + 1));
        }
        all.clear();
        assertEquals(0, all.size());
        assertEquals(0, all.order().length);
    }

    /** In a ledger a credit note can stand before the invoice of its day. */
    @Test
    void creditNote_undoesAnInvoiceOfItsDay_inWhicheverOrder() {
        for (boolean isFirst : new boolean[] {true, false}) {
            Invoice credit = Invoice.of(1, START.plusDays(8), -9);
            Invoice invoice = Invoice.of(1, START.plusDays(8), 9);
            PurchaseLogResult log = PurchaseLog.withDefaults()
                    .with(PurchasePolicy.LEDGER)
                    .of(
                            List.of(
                                    Invoice.of(1, START, 7),
                                    isFirst ? credit : invoice,
                                    isFirst ? invoice : credit,
                                    Invoice.of(1, START.plusDays(20), 9)),
                            START.plusDays(30));

            assertEquals(1, log.repeats(0));
            assertEquals(1, log.rows(RowUse.CANCELLED));
            assertEquals(1, log.rows(RowUse.CREDIT_NOTE_USED));
            assertEquals(0, log.rows(RowUse.CREDIT_NOTE_IGNORED));
            assertEquals(20, log.recencyDays(0));
        }
    }
}
