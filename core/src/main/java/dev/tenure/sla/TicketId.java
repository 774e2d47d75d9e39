package dev.tenure.sla;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;

/**
 * What the agency's systems call a ticket.
 *
 * @param value the identifier, not blank
 */
public record TicketId(String value) implements Comparable<TicketId>, Serializable {

    /**
     * Creates an identifier.
     *
     * @param value the identifier, not blank
     */
    public TicketId {
        checkArgument(!value.isBlank(), "value must not be blank: '%s'", value);
    }

    /**
     * Returns an identifier.
     *
     * @param value the identifier, not blank
     * @return an identifier
     * @throws IllegalArgumentException if the text is blank
     */
    public static TicketId of(String value) {
        return new TicketId(value);
    }

    /**
     * Compares the texts, character by character.
     *
     * @param other the other one
     * @return negative, zero or positive
     */
    @Override
    public int compareTo(TicketId other) {
        return value.compareTo(other.value);
    }

    /**
     * Returns the text.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return value;
    }
}
