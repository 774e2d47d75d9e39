package dev.tenure.lifetime.noncontractual;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A row of a ledger: an invoice or a credit note of a client.
 *
 * @param client the client's number, the same in all rows of the client
 * @param day the day
 * @param minorUnits the amount in minor units, such as kopecks, of the one currency of the ledger; negative for a credit note, zero for an invoice
 *     without an amount
 */
public record Invoice(long client, LocalDate day, long minorUnits) implements Serializable {

    /**
     * Creates an invoice.
     *
     * @param client the client's number
     * @param day the day
     * @param minorUnits the amount in minor units
     */
    public Invoice {
        Objects.requireNonNull(day, "day");
    }

    /**
     * Returns an invoice.
     *
     * @param client the client's number
     * @param day the day
     * @param minorUnits the amount in minor units, negative for a credit note
     * @return the invoice
     */
    public static Invoice of(long client, LocalDate day, long minorUnits) {
        return new Invoice(client, day, minorUnits);
    }
}
