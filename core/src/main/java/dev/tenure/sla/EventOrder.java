package dev.tenure.sla;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;

/** The one order of events: by time, then by kind as {@link TicketEvent} lists them, then by what they say. */
final class EventOrder {

    private static final ImmutableList<Class<? extends TicketEvent>> KINDS = ImmutableList.of(
            TicketEvent.Assigned.class,
            TicketEvent.PriorityChanged.class,
            TicketEvent.TierChanged.class,
            TicketEvent.Paused.class,
            TicketEvent.Resumed.class,
            TicketEvent.Reopened.class,
            TicketEvent.ClientMessage.class,
            TicketEvent.AgencyReply.class,
            TicketEvent.EstimateGiven.class,
            TicketEvent.UpdateSent.class,
            TicketEvent.Reset.class,
            TicketEvent.Resolved.class,
            TicketEvent.Cancelled.class);

    static final Comparator<TicketEvent> BY_TIME = Comparator.comparing(TicketEvent::at)
            .thenComparingInt(event -> KINDS.indexOf(event.getClass()))
            .thenComparing(EventOrder::urgency, Comparator.reverseOrder())
            .thenComparing(TicketEvent::toString);

    private EventOrder() {}

    /** The most urgent priority comes last, and so holds. */
    private static Priority urgency(TicketEvent event) {
        return event instanceof TicketEvent.PriorityChanged changed ? changed.priority() : Priority.CRITICAL;
    }
}
