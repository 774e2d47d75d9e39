package dev.tenure.client;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.internal.ValueStyle;
import org.immutables.value.Value;

/** A person of the agency or of the client. */
@ValueStyle
@Value.Immutable
public abstract class Person {

    Person() {}

    /**
     * Returns what the agency's systems call the person.
     *
     * @return the identifier
     */
    public abstract PersonId id();

    /**
     * Returns the person's name.
     *
     * @return the name, not blank
     */
    public abstract String name();

    /**
     * Returns the person's side.
     *
     * @return the side
     */
    public abstract Party party();

    @Value.Check
    void check() {
        checkArgument(!name().isBlank(), "name must not be blank: '%s'", name());
    }

    /**
     * Returns a builder that holds this person's attributes.
     *
     * @return a new builder
     */
    public final PersonBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static PersonBuilder builder() {
        return new PersonBuilder();
    }
}
