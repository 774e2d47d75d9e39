package dev.tenure.client;

/**
 * What a person answers for in the work with one client. Each role has at most one holder; one person may hold several. The
 * order carries no meaning.
 */
public enum Role {
    /** The head of the agency. */
    AGENCY_HEAD(Party.AGENCY),
    /** The owner of the relationship. */
    ACCOUNT_MANAGER(Party.AGENCY),
    /** The owner of the process. */
    PROJECT_MANAGER(Party.AGENCY),
    /** The one person of the agency whom the client calls. */
    AGENCY_CONTACT(Party.AGENCY),
    /** The one person of the client whom the agency calls. */
    CLIENT_CONTACT(Party.CLIENT);

    private final Party party;

    Role(Party party) {
        this.party = party;
    }

    /**
     * Returns the side whose people may hold the role.
     *
     * @return the side
     */
    public Party party() {
        return party;
    }
}
