package dev.tenure.client;

/** The role that answers for keeping a client: exactly one of three. The order carries no meaning. */
public enum RetentionOwner {
    /** The head of the agency. */
    AGENCY_HEAD(Role.AGENCY_HEAD),
    /** The owner of the relationship. */
    ACCOUNT_MANAGER(Role.ACCOUNT_MANAGER),
    /** The owner of the process. */
    PROJECT_MANAGER(Role.PROJECT_MANAGER);

    private final Role role;

    RetentionOwner(Role role) {
        this.role = role;
    }

    /**
     * Returns the role.
     *
     * @return a role of the agency's side
     */
    public Role role() {
        return role;
    }
}
