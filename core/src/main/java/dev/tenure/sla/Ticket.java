package dev.tenure.sla;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import dev.tenure.client.ClientId;
import dev.tenure.internal.ValueStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A request of a client, and all that happened to it.
 *
 * <p><b>Conventions.</b> Events come in any order and are kept in the order of time. Who was assigned, how urgent the ticket is,
 * the client's tier and a pause may be known before the ticket is opened, and hold from then on. What an event says against the
 * state of the ticket, such as a pause that is resumed but never began, is no error here.
 *
 * <p><b>Errors.</b> A blank tier is an {@link IllegalArgumentException}.
 */
@ValueStyle
@Value.Immutable
public abstract class Ticket {

    Ticket() {}

    /**
     * Returns what the agency's systems call the ticket.
     *
     * @return the identifier
     */
    public abstract TicketId id();

    /**
     * Returns whose ticket it is.
     *
     * @return the client's identifier
     */
    public abstract ClientId clientId();

    /**
     * Returns when the client asked: the clocks start here.
     *
     * @return the instant
     */
    public abstract Instant opened();

    /**
     * Returns how urgent the ticket was before any {@link TicketEvent.PriorityChanged}.
     *
     * @return the priority
     */
    public abstract Priority priority();

    /**
     * Returns the client's tier before any {@link TicketEvent.TierChanged}.
     *
     * @return the name of the tier, not blank; empty if the client has none
     */
    public abstract Optional<String> tier();

    /**
     * Returns what happened.
     *
     * @return the events, earliest first, those at one instant in the order of {@link TicketEvent}
     */
    public abstract ImmutableList<TicketEvent> events();

    @Value.Check
    Ticket sorted() {
        tier().ifPresent(name -> checkArgument(!name.isBlank(), "tier must not be blank: '%s'", name));
        return Ordering.from(EventOrder.BY_TIME).isOrdered(events())
                ? this
                : toBuilder()
                        .events(ImmutableList.sortedCopyOf(EventOrder.BY_TIME, events()))
                        .build();
    }

    /**
     * Returns a builder that holds this ticket's attributes.
     *
     * @return a new builder
     */
    public final TicketBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder; it needs an id, a client, the opening and a priority
     */
    public static TicketBuilder builder() {
        return new TicketBuilder();
    }
}
