package dev.tenure.client;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;

/**
 * What the agency's systems call a person.
 *
 * @param value the identifier, not blank
 */
public record PersonId(String value) implements Comparable<PersonId>, Serializable {

    /**
     * Creates an identifier.
     *
     * @param value the identifier, not blank
     */
    public PersonId {
        checkArgument(!value.isBlank(), "value must not be blank: '%s'", value);
    }

    /**
     * Returns an identifier.
     *
     * @param value the identifier, not blank
     * @return an identifier
     * @throws IllegalArgumentException if the text is blank
     */
    public static PersonId of(String value) {
        return new PersonId(value);
    }

    /**
     * Compares the texts, character by character.
     *
     * @param other the other one
     * @return negative, zero or positive
     */
    @Override
    public int compareTo(PersonId other) {
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
