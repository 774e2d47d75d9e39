package dev.tenure.contract;

/** On whose side the cause lies that a contract ended. The order carries no meaning. */
public enum ChurnSide {
    /** The agency's: it could have prevented it. */
    AGENCY,
    /** The client's: a decision or a change inside its business. */
    CLIENT,
    /** Neither's: the market, the law, the season. */
    EXTERNAL
}
