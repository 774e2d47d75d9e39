package dev.tenure.lifetime.valuation;

/** What a payment of the past counts today. The order carries no meaning. */
public enum HistoricTiming {
    /** What was paid, as the ledger has it. */
    NOMINAL,
    /** What was paid with interest since that day, at the rate by which the future is discounted. Costs are treated alike. */
    COMPOUNDED
}
