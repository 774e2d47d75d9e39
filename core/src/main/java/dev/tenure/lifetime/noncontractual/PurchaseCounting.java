package dev.tenure.lifetime.noncontractual;

import dev.tenure.lifetime.noncontractual.PurchasePolicy.CreditNotes;
import dev.tenure.lifetime.noncontractual.PurchasePolicy.OlderClients;
import dev.tenure.lifetime.noncontractual.PurchasePolicy.SameDay;
import dev.tenure.lifetime.noncontractual.PurchasePolicy.Spend;
import dev.tenure.lifetime.noncontractual.PurchasePolicy.ZeroInvoices;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Turns the rows of a ledger into what is known of each client, client by client. */
final class PurchaseCounting {

    private final LogQuestion question;
    private final InvoiceRows rows;
    private final int[] order;
    private final PurchaseColumns columns;

    /** The rows of one client, later its purchases, ascending by day. */
    private int[] days = new int[16];

    private long[] amounts = new long[16];
    private boolean[] gone = new boolean[16];

    private PurchaseCounting(LogQuestion question, InvoiceRows rows) {
        this.question = question;
        this.rows = rows;
        order = rows.order();
        columns = new PurchaseColumns(clients(), emptyDays());
    }

    static PurchaseColumns count(LogQuestion question, InvoiceRows rows) {
        PurchaseCounting counting = new PurchaseCounting(question, rows);
        counting.countAll();
        return counting.columns;
    }

    private int clients() {
        int clients = 0;
        for (int i = 0; i < order.length; i++) {
            if (i == 0 || rows.client(order[i]) != rows.client(order[i - 1])) {
                clients++;
            }
        }
        return clients;
    }

    private DayCounts emptyDays() {
        if (order.length == 0) {
            return new DayCounts(0, 0);
        }
        int first = rows.day(0);
        int last = first;
        for (int row = 1; row < rows.size(); row++) {
            first = Math.min(first, rows.day(row));
            last = Math.max(last, rows.day(row));
        }
        return new DayCounts(first, last - first + 1);
    }

    private void countAll() {
        int from = 0;
        while (from < order.length) {
            long client = rows.client(order[from]);
            int to = from + 1;
            while (to < order.length && rows.client(order[to]) == client) {
                to++;
            }
            countClient(client, from, to);
            from = to;
        }
    }

    private void countClient(long client, int from, int to) {
        load(from, to);
        int all = to - from;
        int known = before(question.recordsFrom(), 0, all);
        columns.count(RowUse.BEFORE_RECORDS, known);
        if (known > 0 && question.policy().olderClients() == OlderClients.LEFT_OUT) {
            columns.count(RowUse.OF_OLDER_CLIENT, (long) all - known);
            columns.count(ClientUse.OLDER);
        } else {
            countPurchases(client, known, before(question.end() + 1, known, all), all);
        }
    }

    private void countPurchases(long client, int from, int end, int to) {
        int purchases = purchases(from, end);
        // they stand at the front of their rows, so that those held out do not touch them
        int held = purchases(end, to);
        if (purchases > 0) {
            addClient(client, from, purchases, end, held);
        } else {
            columns.count(RowUse.OF_LATER_CLIENT, held);
            columns.count(held > 0 ? ClientUse.LATER : ClientUse.WITHOUT_PURCHASE);
        }
    }

    private void addClient(long client, int from, int purchases, int heldFrom, int held) {
        long sum = 0;
        for (int i = firstForSpend(from, purchases); i < from + purchases; i++) {
            sum = Math.addExact(sum, amounts[i]);
        }
        columns.add(client, days[from], days[from + purchases - 1], purchases - 1, held, sum);
        columns.count(ClientUse.SAMPLE);
        columns.count(RowUse.FIRST_PURCHASE, 1);
        columns.count(RowUse.REPEAT_PURCHASE, purchases - 1L);
        columns.count(RowUse.HELD_OUT, held);
        countDays(from + 1, from + purchases);
        countDays(heldFrom, heldFrom + held);
    }

    private int firstForSpend(int from, int purchases) {
        if (question.policy().spend() == Spend.ALL_PURCHASES) {
            return from;
        }
        int lowest = from;
        for (int i = from; i < from + purchases && days[i] == days[from]; i++) {
            lowest = amounts[i] < amounts[lowest] ? i : lowest;
        }
        long amount = amounts[from];
        amounts[from] = amounts[lowest];
        amounts[lowest] = amount;
        return from + 1;
    }

    private void countDays(int from, int to) {
        for (int i = from; i < to; i++) {
            columns.byDay().add(days[i]);
        }
    }

    private void load(int from, int to) {
        int size = to - from;
        if (size > days.length) {
            int capacity = (int) Math.min(Integer.MAX_VALUE - 8, 2L * size);
            days = new int[capacity];
            amounts = new long[capacity];
            gone = new boolean[capacity];
        }
        Arrays.fill(gone, 0, size, false);
        for (int i = 0; i < size; i++) {
            days[i] = rows.day(order[from + i]);
            amounts[i] = rows.amount(order[from + i]);
        }
    }

    /** Returns where the first row from a day on is. */
    private int before(int day, int from, int to) {
        int i = from;
        while (i < to && days[i] < day) {
            i++;
        }
        return i;
    }

    /** Leaves the purchases among some rows at their front, and returns how many there are. */
    private int purchases(int from, int to) {
        if (question.policy().zeroInvoices() == ZeroInvoices.IGNORED) {
            for (int i = from; i < to; i++) {
                drop(i, amounts[i] == 0, RowUse.ZERO_IGNORED);
            }
        }
        if (hasCreditNote(from, to)) {
            settle(from, to);
        }
        return compact(from, to);
    }

    private boolean hasCreditNote(int from, int to) {
        for (int i = from; i < to; i++) {
            if (amounts[i] < 0) {
                return true;
            }
        }
        return false;
    }

    private void settle(int from, int to) {
        CreditNotes rule = question.policy().creditNotes();
        switch (rule) {
            case COUNTED -> {}
            case IGNORED -> ignoreCreditNotes(from, to);
            case NETTED_SAME_DAY -> {
                for (int day = from; day < to; day = before(days[day] + 1, day, to)) {
                    net(day, before(days[day] + 1, day, to));
                }
            }
            case CANCEL_EQUAL_INVOICE -> cancel(from, to);
        }
    }

    private void ignoreCreditNotes(int from, int to) {
        for (int i = from; i < to; i++) {
            drop(i, amounts[i] < 0, RowUse.CREDIT_NOTE_IGNORED);
        }
    }

    /** Settles the rows of one day. */
    private void net(int from, int to) {
        long net = 0;
        int invoice = -1;
        for (int i = from; i < to; i++) {
            net = Math.addExact(net, amounts[i]);
            invoice = !gone[i] && amounts[i] >= 0 ? i : invoice;
        }
        if (invoice < 0) {
            ignoreCreditNotes(from, to);
        } else if (hasCreditNote(from, to)) {
            net(from, to, net, invoice);
        }
    }

    private void net(int from, int to, long net, int invoice) {
        for (int i = from; i < to; i++) {
            drop(i, amounts[i] < 0, RowUse.CREDIT_NOTE_USED);
            drop(i, net <= 0, RowUse.CANCELLED);
            amounts[i] = 0;
        }
        amounts[invoice] = net;
    }

    /** Goes through the rows of one amount by day, invoices first: each credit note undoes the latest invoice that is left. */
    private void cancel(int from, int to) {
        int[] byAmount = IntStream.range(from, to)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> size(amounts[i]))
                        .thenComparingInt(i -> days[i])
                        .thenComparing(i -> amounts[i] < 0))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] open = new int[byAmount.length];
        int left = 0;
        for (int i = 0; i < byAmount.length; i++) {
            int row = byAmount[i];
            if (i > 0 && size(amounts[row]) != size(amounts[byAmount[i - 1]])) {
                left = 0;
            }
            if (amounts[row] >= 0) {
                open[left++] = row;
            } else if (left > 0) {
                drop(row, true, RowUse.CREDIT_NOTE_USED);
                drop(open[--left], true, RowUse.CANCELLED);
            } else {
                drop(row, true, RowUse.CREDIT_NOTE_IGNORED);
            }
        }
    }

    /** Returns the amount without its sign, and with a minus, so that the lowest number has one too. */
    private static long size(long amount) {
        return amount < 0 ? amount : -amount;
    }

    private int compact(int from, int to) {
        boolean one = question.policy().sameDay() == SameDay.ONE_PURCHASE;
        int next = from;
        for (int i = from; i < to; i++) {
            if (gone[i]) {
                continue;
            }
            if (one && next > from && days[next - 1] == days[i]) {
                amounts[next - 1] = Math.addExact(amounts[next - 1], amounts[i]);
                columns.count(RowUse.SAME_DAY, 1);
            } else {
                days[next] = days[i];
                amounts[next++] = amounts[i];
            }
        }
        return next - from;
    }

    private void drop(int row, boolean condition, RowUse use) {
        if (condition && !gone[row]) {
            gone[row] = true;
            columns.count(use, 1);
        }
    }
}
