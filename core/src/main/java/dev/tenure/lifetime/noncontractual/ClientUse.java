package dev.tenure.lifetime.noncontractual;

/** What became of a client of a ledger: each client with a row in the time looked at is of exactly one of these. The order carries no meaning. */
public enum ClientUse {
    /** In the sample. */
    SAMPLE,
    /** Left out as older than the records. */
    OLDER,
    /** Left out because the first purchase was after the end. */
    LATER,
    /** Left out because no row is a purchase. */
    WITHOUT_PURCHASE
}
