package dev.tenure.contract;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;

/**
 * What the agency's systems call a contract.
 *
 * @param value the identifier, not blank
 */
public record ContractId(String value) implements Comparable<ContractId>, Serializable {

    /**
     * Creates an identifier.
     *
     * @param value the identifier, not blank
     */
    public ContractId {
        checkArgument(!value.isBlank(), "value must not be blank: '%s'", value);
    }

    /**
     * Returns an identifier.
     *
     * @param value the identifier, not blank
     * @return an identifier
     * @throws IllegalArgumentException if the text is blank
     */
    public static ContractId of(String value) {
        return new ContractId(value);
    }

    /**
     * Compares the texts, character by character.
     *
     * @param other the other one
     * @return negative, zero or positive
     */
    @Override
    public int compareTo(ContractId other) {
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
