package dev.tenure.lifetime.valuation;

/** Whether the purchase that makes a client is made already: the models of purchases count only those that follow it. The order carries no meaning. */
public enum FirstPurchase {
    /** It was made, and is among the payments. */
    MADE,
    /** It is made on the day of the valuation, by a client who is just won; it is counted, and certain, so it must not be among the payments. */
    DUE
}
