package dev.tenure.lifetime.noncontractual;

/** What became of a row of a ledger: each row is of exactly one of these. In the order in which the rules look at it. */
public enum RowUse {
    /** After the last day looked at. */
    AFTER_OBSERVATION,
    /** Before the records begin. */
    BEFORE_RECORDS,
    /** In the records, but of a client who is older than they are and left out. */
    OF_OLDER_CLIENT,
    /** An invoice without an amount that is not a purchase. */
    ZERO_IGNORED,
    /** A credit note that does nothing. */
    CREDIT_NOTE_IGNORED,
    /** A credit note that has undone an invoice or lowered what a day amounts to. */
    CREDIT_NOTE_USED,
    /** An invoice undone by a credit note. */
    CANCELLED,
    /** Part of a purchase of which another row of the same day has been counted. */
    SAME_DAY,
    /** The purchase with which a client of the sample came. */
    FIRST_PURCHASE,
    /** A later purchase up to the end. */
    REPEAT_PURCHASE,
    /** A purchase after the end, held out. */
    HELD_OUT,
    /** A purchase after the end by a client who first bought then. */
    OF_LATER_CLIENT
}
