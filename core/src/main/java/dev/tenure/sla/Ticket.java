package dev.tenure.sla;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.tenure.client.ClientId;
import dev.tenure.internal.ValueStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Something a client wants done, and what has happened to it.
 *
 * <p><b>Conventions.</b> Events may come in any order; events at one instant are taken in the order that {@link TicketEvent}
 * gives. An event that changes nothing is allowed and does nothing: a second pause for a reason that holds already, a resumption
 * of what was not paused, the reopening of an open ticket, anything after a withdrawal.
 *
 * <p><b>Errors.</b> An event before the opening is an {@link IllegalArgumentException}, but for pauses and their ends: a pause may
 * begin before the clock that it stops.
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
     * @return the client
     */
    public abstract ClientId client();

    /**
     * Returns when the client asked, which starts the clocks.
     *
     * @return the instant
     */
    public abstract Instant openedAt();

    /**
     * Returns how urgent the ticket was at first.
     *
     * @return the priority; ordinary work unless set otherwise
     */
    @Value.Default
    public Priority priority() {
        return Priority.NORMAL;
    }

    /**
     * Returns the tier of the client when the ticket was opened.
     *
     * @return the name of the tier; empty if the client has none
     */
    public abstract Optional<String> tier();

    /**
     * Returns what has happened since.
     *
     * @return the events, in the order given
     */
    public abstract ImmutableList<TicketEvent> events();

    @Value.Check
    void check() {
        for (TicketEvent event : events()) {
            checkArgument(
                    !event.at().isBefore(openedAt()) || isPause(event),
                    "events must not be before the opening at %s: %s",
                    openedAt(),
                    event);
        }
    }

    private static boolean isPause(TicketEvent event) {
        return event instanceof TicketEvent.Paused || event instanceof TicketEvent.Resumed;
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
     * @return a new builder; it needs an identifier, a client and the instant of the opening
     */
    public static TicketBuilder builder() {
        return new TicketBuilder();
    }
}
