package dev.tenure.contract;

/** Whether an agreed price holds the tax on it. The order carries no meaning. */
public enum TaxBasis {
    /** The tax comes on top of the price. */
    EXCLUSIVE,
    /** The tax is a part of the price. */
    INCLUSIVE
}
