package dev.tenure.examples.report.input;

import static com.google.common.base.Preconditions.checkElementIndex;

import java.util.Arrays;

/** The invoices, column by column: sixteen bytes an invoice. */
public final class InvoiceColumns {

    private int[] clients = new int[1 << 10];
    private int[] days = new int[1 << 10];
    private long[] amounts = new long[1 << 10];
    private int size;

    InvoiceColumns() {}

    void add(int client, int epochDay, long minorUnits) {
        if (size == clients.length) {
            int length = Math.addExact(size, size >> 1);
            clients = Arrays.copyOf(clients, length);
            days = Arrays.copyOf(days, length);
            amounts = Arrays.copyOf(amounts, length);
        }
        clients[size] = client;
        days[size] = epochDay;
        amounts[size] = minorUnits;
        size++;
    }

    /**
     * Returns how many invoices there are.
     *
     * @return the count
     */
    public int size() {
        return size;
    }

    /**
     * Returns the client of an invoice.
     *
     * @param invoice which invoice, in [0, size), in the order of the file
     * @return the client's key
     */
    public int client(int invoice) {
        return clients[checkElementIndex(invoice, size, "invoice")];
    }

    /**
     * Returns the day of an invoice.
     *
     * @param invoice which invoice, in [0, size), in the order of the file
     * @return the day as a count from 1970-01-01
     */
    public int epochDay(int invoice) {
        return days[checkElementIndex(invoice, size, "invoice")];
    }

    /**
     * Returns the amount of an invoice.
     *
     * @param invoice which invoice, in [0, size), in the order of the file
     * @return minor units of the report's currency; negative for a credit note
     */
    public long minorUnits(int invoice) {
        return amounts[checkElementIndex(invoice, size, "invoice")];
    }
}
