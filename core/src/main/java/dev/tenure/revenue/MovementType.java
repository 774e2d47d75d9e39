package dev.tenure.revenue;

/** Why monthly recurring revenue changed, in the order in which a bridge from one book to the next is drawn. */
public enum MovementType {
    /** A client that was none before pays for the first time. */
    NEW,
    /** A client agreed to pay more. */
    EXPANSION,
    /** A client that had left came back. */
    REACTIVATION,
    /** A contract that rested goes on. */
    RESUME,
    /** A clause on indexation changed a fee. */
    INDEXATION,
    /** The exchange rate changed what a fee is worth. */
    FX,
    /** A contract rests. */
    PAUSE,
    /** A client agreed to pay less, and still pays. */
    CONTRACTION,
    /** A client pays no more. */
    CHURN
}
