package dev.tenure.lifetime.noncontractual;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.internal.Days;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The rows of a ledger from which the histories of its clients are made. Mutable and not thread-safe: one for each thread or machine, then merge.
 *
 * <p>Which purchase of a client is the first, and what a credit note undoes, can be told only when all rows of the client are known, and some may be in another
 * accumulator. So the rows are kept, 20 bytes each, until {@link #result()}; the order of rows and of merging changes nothing, however the rows of one client
 * are spread. Where all rows of a client come to the same accumulator, {@link #foldClients()} keeps 32 bytes a client instead, however many rows it has.
 */
public final class PurchaseLogAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final LogQuestion question;
    private final InvoiceRows rows = new InvoiceRows();

    /** Clients of whom no more rows will come. */
    private final ArrayList<PurchaseColumns> folded = new ArrayList<>();

    private long later;

    PurchaseLogAccumulator(LogQuestion question) {
        this.question = question;
    }

    /**
     * Adds a row.
     *
     * @param client the client's number
     * @param epochDay the day, as an epoch day
     * @param minorUnits the amount in minor units of the one currency of the ledger; negative for a credit note
     * @throws IllegalArgumentException if the day is outside the years 0 to 9999
     */
    public void add(long client, int epochDay, long minorUnits) {
        Days.check("epochDay", epochDay);
        addChecked(client, epochDay, minorUnits);
    }

    /**
     * Adds a row.
     *
     * @param invoice the invoice or credit note
     * @throws IllegalArgumentException if its day is outside the years 0 to 9999
     */
    public void add(Invoice invoice) {
        addChecked(invoice.client(), Days.of(invoice.day()), invoice.minorUnits());
    }

    /**
     * Adds rows by columns: the same as adding one after the other. The arrays are copied.
     *
     * @param clients the clients' numbers
     * @param epochDays the days, as epoch days, as many
     * @param minorUnits the amounts in minor units, as many; negative for credit notes
     * @throws IllegalArgumentException if the arrays differ in length, or a day is outside the years 0 to 9999; no row is added then
     */
    public void addAll(long[] clients, int[] epochDays, long[] minorUnits) {
        check(clients.length, epochDays, minorUnits);
        for (int i = 0; i < clients.length; i++) {
            addChecked(clients[i], epochDays[i], minorUnits[i]);
        }
    }

    /**
     * Adds rows by columns: the same as adding one after the other. The arrays are copied.
     *
     * @param clients the clients' numbers
     * @param epochDays the days, as epoch days, as many
     * @param minorUnits the amounts in minor units, as many; negative for credit notes
     * @throws IllegalArgumentException if the arrays differ in length, or a day is outside the years 0 to 9999; no row is added then
     */
    public void addAll(int[] clients, int[] epochDays, long[] minorUnits) {
        check(clients.length, epochDays, minorUnits);
        for (int i = 0; i < clients.length; i++) {
            addChecked(clients[i], epochDays[i], minorUnits[i]);
        }
    }

    private void check(int clients, int[] epochDays, long[] minorUnits) {
        checkArgument(
                clients == epochDays.length && clients == minorUnits.length,
                "clients, epochDays and minorUnits must be of the same length: %s, %s, %s",
                clients,
                epochDays.length,
                minorUnits.length);
        for (int day : epochDays) {
            Days.check("epochDay", day);
        }
        rows.reserve(clients);
    }

    private void addChecked(long client, int epochDay, long minorUnits) {
        if (epochDay > question.last()) {
            later++;
        } else {
            rows.add(client, epochDay, minorUnits);
        }
    }

    /**
     * Keeps only the histories of the clients so far, of whom there must be no more rows, neither here nor in an accumulator that this one is merged with. On a cluster, where
     * the rows of each client are brought to one partition, or on one machine, where they come client by client, there is then no limit to how many rows there are. The
     * result is the same. Each call costs 8 bytes for each day that the rows reach over, so call it for many clients at once.
     *
     * @throws ArithmeticException if the amounts of a client exceed the range of a {@code long}
     */
    public void foldClients() {
        folded.add(PurchaseCounting.count(question, rows));
        rows.clear();
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if the other one's policy or days are not the same
     */
    @CanIgnoreReturnValue
    public PurchaseLogAccumulator merge(PurchaseLogAccumulator other) {
        Objects.requireNonNull(other, "other");
        check("policy", question.policy(), other.question.policy());
        check("recordsFrom", LogQuestion.day(question.recordsFrom()), LogQuestion.day(other.question.recordsFrom()));
        check("end", LogQuestion.day(question.end()), LogQuestion.day(other.question.end()));
        check("heldOutUntil", LogQuestion.day(question.last()), LogQuestion.day(other.question.last()));
        rows.addAll(other.rows);
        folded.addAll(List.copyOf(other.folded));
        later = Math.addExact(later, other.later);
        return this;
    }

    /**
     * Returns the histories of the clients so far.
     *
     * @return the histories, ascending by the clients' numbers
     * @throws ArithmeticException if the amounts of a client exceed the range of a {@code long}
     * @throws IllegalStateException if rows of a client came after it was folded
     */
    public PurchaseLogResult result() {
        ArrayList<PurchaseColumns> parts = new ArrayList<>(folded);
        if (rows.size() > 0 || parts.isEmpty()) {
            parts.add(PurchaseCounting.count(question, rows));
        }
        return new PurchaseLogResultBuilder()
                .question(question)
                .columns(PurchaseColumns.join(parts))
                .rowsAfterObservation(later)
                .build();
    }

    private static void check(String name, Object expected, Object actual) {
        checkArgument(expected.equals(actual), "%s must be %s: %s", name, expected, actual);
    }
}
