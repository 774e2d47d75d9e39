package dev.tenure.lifetime.noncontractual;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.util.Objects;

/**
 * What counts as a purchase in a ledger, and whose.
 *
 * @param sameDay what several invoices of one client on one day are
 * @param creditNotes what a credit note does
 * @param zeroInvoices whether an invoice without an amount is a purchase
 * @param olderClients what becomes of clients older than the records; it matters only if the records have a beginning
 * @param spend which purchases the spend of a client is of
 */
public record PurchasePolicy(
        SameDay sameDay, CreditNotes creditNotes, ZeroInvoices zeroInvoices, OlderClients olderClients, Spend spend)
        implements Serializable {

    /**
     * As in the literature of the models: the invoices of a day are one purchase, those without an amount count, and spend is that of the repeat purchases. Credit
     * notes, which that literature does not know, are ignored; clients older than the records are left out. Source: P. S. Fader and B. G. S. Hardie,
     * "Creating an RFM summary using Excel" (2008).
     */
    public static final PurchasePolicy LITERATURE = new PurchasePolicy(
            SameDay.ONE_PURCHASE,
            CreditNotes.IGNORED,
            ZeroInvoices.COUNTED,
            OlderClients.LEFT_OUT,
            Spend.REPEAT_PURCHASES);

    /** For a ledger in which a wrong invoice is undone by a credit note of the same amount: it and the invoice are gone, and so are invoices without an amount. */
    public static final PurchasePolicy LEDGER =
            LITERATURE.with(CreditNotes.CANCEL_EQUAL_INVOICE).with(ZeroInvoices.IGNORED);

    /** Every row is a purchase, whatever its amount, also a credit note; several on a day are one. Source: lifetimes 0.11, {@code summary_data_from_transaction_data}. */
    public static final PurchasePolicy LIFETIMES =
            LITERATURE.with(CreditNotes.COUNTED).with(OlderClients.AS_NEW);

    /** What several invoices of one client on one day are. The order carries no meaning. */
    public enum SameDay {
        /** One purchase, of their sum. */
        ONE_PURCHASE,
        /**
         * As many purchases, with no time between them. On the day on which the client came the one with the lowest amount is taken for the first. The models hold such
         * purchases next to impossible, so that a client who splits invoices looks like one who buys fast.
         */
        EACH
    }

    /** What a credit note does, which is a row with a negative amount. The order carries no meaning. */
    public enum CreditNotes {
        /** Nothing: it is neither a purchase nor does it undo one. */
        IGNORED,
        /** It is a purchase like any other row, of a negative amount. */
        COUNTED,
        /**
         * It is added to the invoices of the same client and day. The day is a purchase if what remains is above zero. A credit note on a day without an invoice does
         * nothing.
         */
        NETTED_SAME_DAY,
        /**
         * It undoes the latest invoice of the same client, of the same day or an earlier one, whose amount it equals and that is not yet undone: as if neither were there.
         * One that equals no invoice does nothing. One after the end undoes no invoice up to the end: on that day nobody could know.
         */
        CANCEL_EQUAL_INVOICE
    }

    /** Whether an invoice without an amount is a purchase. The order carries no meaning. */
    public enum ZeroInvoices {
        /** It is one, as it must be if a log has no amounts at all. */
        COUNTED,
        /** It is none. */
        IGNORED
    }

    /**
     * What becomes of clients who came before the records begin. They are known by any row of theirs before that day, and when they came is not known. The order carries
     * no meaning.
     */
    public enum OlderClients {
        /** They are left out, and counted. */
        LEFT_OUT,
        /** They begin with their first purchase in the records. Who has been a client for long looks like one just won. */
        AS_NEW
    }

    /** Which purchases the spend of a client is of. The order carries no meaning. */
    public enum Spend {
        /** The repeat purchases, as the Gamma–Gamma model needs them: the first is often not like the others. */
        REPEAT_PURCHASES,
        /** All, the first among them. */
        ALL_PURCHASES
    }

    /**
     * Creates a policy.
     *
     * @param sameDay what several invoices of one client on one day are
     * @param creditNotes what a credit note does
     * @param zeroInvoices whether an invoice without an amount is a purchase
     * @param olderClients what becomes of clients older than the records
     * @param spend which purchases the spend of a client is of
     */
    public PurchasePolicy {
        Objects.requireNonNull(sameDay, "sameDay");
        Objects.requireNonNull(creditNotes, "creditNotes");
        Objects.requireNonNull(zeroInvoices, "zeroInvoices");
        Objects.requireNonNull(olderClients, "olderClients");
        Objects.requireNonNull(spend, "spend");
        checkArgument(
                creditNotes != CreditNotes.NETTED_SAME_DAY || sameDay == SameDay.ONE_PURCHASE,
                "sameDay must be ONE_PURCHASE where credit notes are netted by the day: %s",
                sameDay);
    }

    /**
     * Returns this policy with another rule for several invoices on a day.
     *
     * @param rule what they are
     * @return the changed policy
     * @throws IllegalArgumentException if each is to be a purchase while credit notes are netted by the day
     */
    public PurchasePolicy with(SameDay rule) {
        return new PurchasePolicy(rule, creditNotes, zeroInvoices, olderClients, spend);
    }

    /**
     * Returns this policy with another rule for credit notes.
     *
     * @param rule what a credit note does
     * @return the changed policy
     * @throws IllegalArgumentException if they are to be netted by the day while each invoice of a day is a purchase
     */
    public PurchasePolicy with(CreditNotes rule) {
        return new PurchasePolicy(sameDay, rule, zeroInvoices, olderClients, spend);
    }

    /**
     * Returns this policy with another rule for invoices without an amount.
     *
     * @param rule whether they are purchases
     * @return the changed policy
     */
    public PurchasePolicy with(ZeroInvoices rule) {
        return new PurchasePolicy(sameDay, creditNotes, rule, olderClients, spend);
    }

    /**
     * Returns this policy with another rule for clients older than the records.
     *
     * @param rule what becomes of them
     * @return the changed policy
     */
    public PurchasePolicy with(OlderClients rule) {
        return new PurchasePolicy(sameDay, creditNotes, zeroInvoices, rule, spend);
    }

    /**
     * Returns this policy with other purchases for the spend.
     *
     * @param rule which purchases the spend is of
     * @return the changed policy
     */
    public PurchasePolicy with(Spend rule) {
        return new PurchasePolicy(sameDay, creditNotes, zeroInvoices, olderClients, rule);
    }
}
