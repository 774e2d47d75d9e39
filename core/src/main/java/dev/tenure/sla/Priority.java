package dev.tenure.sla;

/** How urgent a ticket is, most urgent first. */
public enum Priority {
    /** A critical problem, as the policy defines it. */
    CRITICAL,
    /** More urgent than ordinary work. */
    HIGH,
    /** Ordinary work. */
    NORMAL,
    /** What can wait. */
    LOW
}
