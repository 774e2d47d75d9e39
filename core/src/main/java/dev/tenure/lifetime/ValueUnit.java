package dev.tenure.lifetime;

/** What an amount a client brings stands for. The order carries no meaning. */
public enum ValueUnit {
    /** What the client pays. */
    REVENUE,
    /** What is left of it after the direct cost of serving the client. */
    GROSS_MARGIN
}
