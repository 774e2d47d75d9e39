package dev.tenure.client;

/** A side of the relationship. The order carries no meaning. */
public enum Party {
    /** The agency: who delivers the services. */
    AGENCY,
    /** The client: who pays for them. */
    CLIENT
}
