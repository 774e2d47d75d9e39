package dev.tenure.client;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;

/**
 * What a client's business is, such as {@code real estate}.
 *
 * @param value the name of the industry, not blank
 */
public record Industry(String value) implements Comparable<Industry>, Serializable {

    /**
     * Creates an industry.
     *
     * @param value the name of the industry, not blank
     */
    public Industry {
        checkArgument(!value.isBlank(), "value must not be blank: '%s'", value);
    }

    /**
     * Returns an industry.
     *
     * @param value the name of the industry, not blank
     * @return an industry
     * @throws IllegalArgumentException if the text is blank
     */
    public static Industry of(String value) {
        return new Industry(value);
    }

    /**
     * Compares the texts, character by character.
     *
     * @param other the other one
     * @return negative, zero or positive
     */
    @Override
    public int compareTo(Industry other) {
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
