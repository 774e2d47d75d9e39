package dev.tenure.contract;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;

/**
 * Something the agency does for a client, such as {@code paid search}.
 *
 * @param value the name of the service, not blank
 */
public record Service(String value) implements Comparable<Service>, Serializable {

    /**
     * Creates a service.
     *
     * @param value the name of the service, not blank
     */
    public Service {
        checkArgument(!value.isBlank(), "value must not be blank: '%s'", value);
    }

    /**
     * Returns a service.
     *
     * @param value the name of the service, not blank
     * @return a service
     * @throws IllegalArgumentException if the text is blank
     */
    public static Service of(String value) {
        return new Service(value);
    }

    /**
     * Compares the texts, character by character.
     *
     * @param other the other one
     * @return negative, zero or positive
     */
    @Override
    public int compareTo(Service other) {
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
