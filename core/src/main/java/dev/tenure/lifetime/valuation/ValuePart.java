package dev.tenure.lifetime.valuation;

/** Where a value to come comes from; in the order in which it is shown. */
public enum ValuePart {
    /** The fee that is paid again and again. */
    RETAINER,
    /** Work that is ordered from time to time. */
    PROJECTS,
    /** The fee of a client who has left, if he comes back. */
    WIN_BACK
}
