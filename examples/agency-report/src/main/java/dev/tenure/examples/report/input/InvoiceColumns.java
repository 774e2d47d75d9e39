package dev.tenure.examples.report.input;

import static com.google.common.base.Preconditions.checkElementIndex;

import java.util.Arrays;
import java.util.OptionalInt;

/** The invoices, column by column: sixteen bytes an invoice. */
public final class InvoiceColumns {

    private int[] clients = new int[1 << 10];
    private int[] days = new int[1 << 10];
    private long[] amounts = new long[1 << 10];
    private int size;

    InvoiceColumns() {}

    void add(int client, int epochDay, long minorUnits) {
        if (size == clients.length) {
            int length = Math.addExact(size, Math.max(1 << 10, size >> 1));
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
     * Returns the first day of an invoice.
     *
     * @return the day as a count from 1970-01-01; empty if there is no invoice
     */
    public OptionalInt firstDay() {
        return Arrays.stream(days, 0, size).min();
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

    /**
     * What is done with whole columns.
     *
     * @param <T> the type of what comes of it
     */
    @FunctionalInterface
    public interface Reader<T> {

        /**
         * Reads the columns, which it must not change.
         *
         * @param clients the keys of the clients by invoice
         * @param epochDays the dates by invoice
         * @param minorUnits the amounts by invoice
         * @return what comes of it
         */
        T read(int[] clients, int[] epochDays, long[] minorUnits);
    }

    /**
     * Has the columns read as they are.
     *
     * @param reader what is done with them
     * @param <T> the type of what comes of it
     * @return what comes of it
     */
    public <T> T read(Reader<T> reader) {
        if (clients.length != size) {
            clients = Arrays.copyOf(clients, size);
            days = Arrays.copyOf(days, size);
            amounts = Arrays.copyOf(amounts, size);
        }
        return reader.read(clients, days, amounts);
    }
}
