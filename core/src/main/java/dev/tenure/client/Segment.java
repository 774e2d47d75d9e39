package dev.tenure.client;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;

/**
 * A group of clients the agency looks at together, such as {@code enterprise}.
 *
 * @param value the name of the segment, not blank
 */
public record Segment(String value) implements Comparable<Segment>, Serializable {

    /**
     * Creates a segment.
     *
     * @param value the name of the segment, not blank
     */
    public Segment {
        checkArgument(!value.isBlank(), "value must not be blank: '%s'", value);
    }

    /**
     * Returns a segment.
     *
     * @param value the name of the segment, not blank
     * @return a segment
     * @throws IllegalArgumentException if the text is blank
     */
    public static Segment of(String value) {
        return new Segment(value);
    }

    /**
     * Compares the texts, character by character.
     *
     * @param other the other one
     * @return negative, zero or positive
     */
    @Override
    public int compareTo(Segment other) {
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
