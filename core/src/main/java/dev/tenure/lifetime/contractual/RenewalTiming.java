package dev.tenure.lifetime.contractual;

/** When, between two renewals, a client is valued. The order carries no meaning. */
public enum RenewalTiming {
    /** Immediately before the next renewal is decided: if the client renews, that payment is not discounted. */
    BEFORE_RENEWAL,
    /** Immediately after a renewal, whose payment is not counted any more: the next one is a whole period away. */
    AFTER_RENEWAL
}
