package dev.tenure.client;

/** What somebody on the client's side decides alone. Each right has at most one holder. The order carries no meaning. */
public enum DecisionRight {
    /** Approves creatives. */
    CREATIVE_APPROVAL,
    /** Gives access to accounts and systems. */
    ACCESS,
    /** Decides on the budget. */
    BUDGET
}
