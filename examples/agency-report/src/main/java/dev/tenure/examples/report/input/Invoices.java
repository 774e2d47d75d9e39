package dev.tenure.examples.report.input;

import org.joda.money.CurrencyUnit;

/** Reads {@code invoices.csv}. */
final class Invoices {

    /** The columns. */
    enum Name implements Column {
        CLIENT_ID,
        DATE,
        AMOUNT,
        CURRENCY;

        @Override
        public boolean required() {
            return this != CURRENCY;
        }
    }

    private final ClientKeys keys;
    private final CurrencyUnit currency;
    private final LastDay lastDay;
    private final InvoiceColumns columns = new InvoiceColumns();

    Invoices(ClientKeys keys, CurrencyUnit currency, LastDay lastDay) {
        this.keys = keys;
        this.currency = currency;
        this.lastDay = lastDay;
    }

    void read(Row row) {
        int client = row.client(Name.CLIENT_ID, keys);
        int day = row.epochDay(Name.DATE);
        long minorUnits = row.minorUnits(Name.AMOUNT, currency);
        row.checkCurrency(Name.CURRENCY, currency);
        if (!row.isFaulty()) {
            lastDay.see(InputFile.INVOICES, row, day);
            columns.add(client, day, minorUnits);
        }
    }

    InvoiceColumns columns() {
        return columns;
    }
}
