package dev.tenure.lifetime.noncontractual;

import dev.tenure.internal.Days;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * Makes of a ledger what the models of this package need of each client: how many repeat purchases, when the last, how long it has been observed; with the spend of them, and
 * the purchases of a later time held out to judge the models by.
 *
 * <p><b>Formula.</b> With the first purchase on day {@code f}, the last one up to the end on day {@code l} and the end {@code e}: \( x \) = purchases up to {@code e} less
 * one, \( t_x = l - f \), \( T = e - f \).
 *
 * <p><b>Units.</b> Whole days; amounts in minor units of one currency, exactly.
 *
 * <p><b>Conventions.</b> The end is the last day that counts. The first purchase makes the client and is not counted. What a purchase is, says
 * {@link PurchasePolicy}; without options {@link PurchasePolicy#LITERATURE}. What is after the end is not looked at, unless it is held out: {@link #withHeldOutUntil(LocalDate)}. Who first
 * bought after the end is not in the sample. Clients who were there before the log begins pass for new ones, unless the beginning is told:
 * {@link #withRecordsFrom(LocalDate)}. Every row and every client left out is counted with the reason.
 *
 * <p><b>Errors.</b> A day outside the years 0 to 9999 is an {@link IllegalArgumentException}; amounts of a client beyond the range of a {@code long} are an
 * {@link ArithmeticException}.
 *
 * <p><b>Source.</b> P. S. Fader, B. G. S. Hardie and K. L. Lee, "Counting your customers the easy way", <i>Marketing Science</i> 24 (2005), 275-284; P. S. Fader and
 * B. G. S. Hardie, "Creating an RFM summary using Excel" (2008).
 */
public final class PurchaseLog {

    private static final PurchaseLog DEFAULTS = new PurchaseLog(PurchasePolicy.LITERATURE, Days.MIN, Integer.MIN_VALUE);

    private final PurchasePolicy policy;
    private final int recordsFrom;
    /** The lowest number if nothing is held out. */
    private final int heldOutUntil;

    private PurchaseLog(PurchasePolicy policy, int recordsFrom, int heldOutUntil) {
        this.policy = policy;
        this.recordsFrom = recordsFrom;
        this.heldOutUntil = heldOutUntil;
    }

    /**
     * Returns the calculator of {@link PurchasePolicy#LITERATURE}, for records that reach back to the first client, with nothing held out.
     *
     * @return the calculator
     */
    public static PurchaseLog withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another policy.
     *
     * @param rules what counts as a purchase
     * @return the changed calculator
     */
    public PurchaseLog with(PurchasePolicy rules) {
        return new PurchaseLog(Objects.requireNonNull(rules, "rules"), recordsFrom, heldOutUntil);
    }

    /**
     * Returns this calculator for records that have a beginning. What is before it is no purchase, but tells which clients are older: {@link PurchasePolicy#olderClients()}
     * says what becomes of them.
     *
     * @param first the first day of the records
     * @return the changed calculator
     * @throws IllegalArgumentException if the day is outside the years 0 to 9999
     */
    public PurchaseLog withRecordsFrom(LocalDate first) {
        return new PurchaseLog(policy, Days.of(first), heldOutUntil);
    }

    /**
     * Returns this calculator with the purchases after the end held out.
     *
     * @param last the last day whose purchases are held out
     * @return the changed calculator
     * @throws IllegalArgumentException if the day is outside the years 0 to 9999
     */
    public PurchaseLog withHeldOutUntil(LocalDate last) {
        return new PurchaseLog(policy, recordsFrom, Days.of(last));
    }

    /**
     * Makes the histories of the clients of a ledger.
     *
     * @param invoices the rows, in any order
     * @param end the last day that counts
     * @return the histories, ascending by the clients' numbers
     * @throws IllegalArgumentException if a day is outside the years 0 to 9999, or the end before the records or after what is held out
     * @throws ArithmeticException if the amounts of a client exceed the range of a {@code long}
     */
    public PurchaseLogResult of(Iterable<Invoice> invoices, LocalDate end) {
        PurchaseLogAccumulator accumulator = accumulator(end);
        invoices.forEach(accumulator::add);
        return accumulator.result();
    }

    /**
     * Returns an empty accumulator, for rows by columns, or that arrive one by one or on several machines.
     *
     * @param end the last day that counts
     * @return a new accumulator
     * @throws IllegalArgumentException if the day is outside the years 0 to 9999, before the records or after what is held out
     */
    public PurchaseLogAccumulator accumulator(LocalDate end) {
        int last = Days.of(end);
        return new PurchaseLogAccumulator(
                new LogQuestion(policy, recordsFrom, last, heldOutUntil == Integer.MIN_VALUE ? last : heldOutUntil));
    }

    /**
     * Returns a collector of rows.
     *
     * @param end the last day that counts
     * @return a collector over {@link #accumulator(LocalDate)}
     */
    public Collector<Invoice, ?, PurchaseLogResult> collector(LocalDate end) {
        return Collector.of(
                () -> accumulator(end),
                PurchaseLogAccumulator::add,
                PurchaseLogAccumulator::merge,
                PurchaseLogAccumulator::result);
    }
}
