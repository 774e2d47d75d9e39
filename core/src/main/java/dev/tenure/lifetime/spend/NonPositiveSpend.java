package dev.tenure.lifetime.spend;

/**
 * What becomes of a client who has transactions but whose spend is zero or, by credit notes, negative: the model knows spends above zero only. The order
 * carries no meaning.
 */
public enum NonPositiveSpend {
    /** Such a client is an {@link IllegalArgumentException}. */
    REFUSE,
    /** Such a client is left out and counted. The others' mean is then that of clients who paid, and no more. */
    LEAVE_OUT
}
