package dev.tenure.client;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.tenure.internal.ValueStyle;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An organisation that pays, paid or may pay the agency, and the people on both sides of the relationship.
 *
 * <p><b>Conventions.</b> A role and a decision right have at most one holder each; the holder is one of {@link #people()} and
 * of the side the role belongs to. What is not filled yet can be asked for: {@link #openRoles()}, {@link #openDecisionRights()}.
 *
 * <p><b>Errors.</b> A holder who is unknown or of the wrong side is an {@link IllegalArgumentException}.
 */
@ValueStyle
@Value.Immutable
public abstract class Client {

    Client() {}

    /**
     * Returns what the agency's systems call the client.
     *
     * @return the identifier
     */
    public abstract ClientId id();

    /**
     * Returns the client's name.
     *
     * @return the name, not blank
     */
    public abstract String name();

    /**
     * Returns the group of clients this one is looked at with.
     *
     * @return the segment; empty if the agency does not say
     */
    public abstract Optional<Segment> segment();

    /**
     * Returns what the client's business is.
     *
     * @return the industry; empty if it is not known
     */
    public abstract Optional<Industry> industry();

    /**
     * Returns the day on which the client was won.
     *
     * @return the day; empty if it is not known
     */
    public abstract Optional<LocalDate> acquiredOn();

    /**
     * Returns what it cost the agency to win the client.
     *
     * @return the cost; empty if it was not recorded, which is not the same as zero
     */
    public abstract Optional<AgencyCac> acquisitionCost();

    /**
     * Returns the people of both sides.
     *
     * @return the people, in the order given; no two share an identifier
     */
    public abstract ImmutableList<Person> people();

    /**
     * Returns who holds which role.
     *
     * @return the holder by role, in the order given; a role without an entry is open
     */
    public abstract ImmutableMap<Role, PersonId> roles();

    /**
     * Returns who on the client's side decides what.
     *
     * @return the holder by right, in the order given; a right without an entry is open
     */
    public abstract ImmutableMap<DecisionRight, PersonId> decisionRights();

    /**
     * Returns the role that answers for keeping the client.
     *
     * @return one of three roles, the account manager unless set; the role itself may be open
     */
    @Value.Default
    public RetentionOwner retentionOwner() {
        return RetentionOwner.ACCOUNT_MANAGER;
    }

    /**
     * Returns who holds a role.
     *
     * @param role the role
     * @return the person; empty if the role is open
     */
    public final Optional<Person> holderOf(Role role) {
        return Optional.ofNullable(roles().get(role)).flatMap(this::person);
    }

    /**
     * Returns who holds a decision right.
     *
     * @param right the right
     * @return the person; empty if the right is open
     */
    public final Optional<Person> holderOf(DecisionRight right) {
        return Optional.ofNullable(decisionRights().get(right)).flatMap(this::person);
    }

    /**
     * Returns a person.
     *
     * @param id the person's identifier
     * @return the person; empty if nobody has the identifier
     */
    public final Optional<Person> person(PersonId id) {
        return people().stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /**
     * Returns the roles that nobody holds.
     *
     * @return the roles, in the order of {@link Role}; empty if all are filled
     */
    public final ImmutableSet<Role> openRoles() {
        return Sets.immutableEnumSet(Sets.difference(EnumSet.allOf(Role.class), roles().keySet()));
    }

    /**
     * Returns the decision rights that nobody holds.
     *
     * @return the rights, in the order of {@link DecisionRight}; empty if all are filled
     */
    public final ImmutableSet<DecisionRight> openDecisionRights() {
        return Sets.immutableEnumSet(Sets.difference(
                EnumSet.allOf(DecisionRight.class), decisionRights().keySet()));
    }

    @Value.Check
    void check() {
        checkArgument(!name().isBlank(), "name must not be blank: '%s'", name());
        ImmutableSet<PersonId> ids = people().stream().map(Person::id).collect(ImmutableSet.toImmutableSet());
        checkArgument(
                ids.size() == people().size(), "people must have different ids: %s", Maps.toMap(ids, this::count));
        roles().forEach((role, holder) -> checkHolder("roles", role, holder, role.party()));
        decisionRights().forEach((right, holder) -> checkHolder("decisionRights", right, holder, Party.CLIENT));
    }

    private long count(PersonId id) {
        return people().stream().filter(person -> person.id().equals(id)).count();
    }

    private void checkHolder(String attribute, Object held, PersonId holder, Party party) {
        Optional<Person> person = person(holder);
        checkArgument(person.isPresent(), "%s must name one of people: %s", attribute, Map.entry(held, holder));
        checkArgument(
                person.orElseThrow().party() == party,
                "%s must name somebody of the side %s: %s",
                attribute,
                party,
                Map.entry(held, holder));
    }

    /**
     * Returns a builder that holds this client's attributes.
     *
     * @return a new builder
     */
    public final ClientBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static ClientBuilder builder() {
        return new ClientBuilder();
    }
}
