package dev.tenure.lifetime;

/** What the expected number of payments of a client is computed from. The order carries no meaning. */
public enum LifetimeMethod {
    /** One churn rate for every period of a client's life. */
    CONSTANT_CHURN,
    /** One net revenue retention for every period: losses and expansion together. */
    NET_RETENTION,
    /** A survival curve estimated from clients of all ages, those still here included. */
    SURVIVAL_CURVE
}
