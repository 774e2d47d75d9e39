package dev.tenure.client;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;

/**
 * What the agency's systems call a client.
 *
 * @param value the identifier, not blank
 */
public record ClientId(String value) implements Comparable<ClientId>, Serializable {

    /**
     * Creates an identifier.
     *
     * @param value the identifier, not blank
     */
    public ClientId {
        checkArgument(!value.isBlank(), "value must not be blank: '%s'", value);
    }

    /**
     * Returns an identifier.
     *
     * @param value the identifier, not blank
     * @return an identifier
     * @throws IllegalArgumentException if the text is blank
     */
    public static ClientId of(String value) {
        return new ClientId(value);
    }

    /**
     * Compares the texts, character by character.
     *
     * @param other the other one
     * @return negative, zero or positive
     */
    @Override
    public int compareTo(ClientId other) {
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
