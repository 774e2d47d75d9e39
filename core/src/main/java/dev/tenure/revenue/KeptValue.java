package dev.tenure.revenue;

/** What a client that stayed has kept of its opening revenue. The order carries no meaning. */
public enum KeptValue {
    /** All of it, whatever it pays now: clients are counted, each with the weight of its revenue. */
    CLIENT,
    /** What it pays now, but no more than it paid: the value is then the gross revenue retention of the snapshots. */
    REVENUE
}
