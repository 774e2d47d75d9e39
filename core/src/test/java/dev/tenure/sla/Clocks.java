package dev.tenure.sla;

import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.calendar.DayHours;
import dev.tenure.calendar.WeeklyHours;
import dev.tenure.calendar.WorkSchedule;
import dev.tenure.client.ClientId;
import dev.tenure.client.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Short ways to the clocks of tests: all in March 2026, whose 2nd is a Monday. */
final class Clocks {

    static final BusinessCalendar OFFICE = office("09:00-17:00");

    private Clocks() {}

    static BusinessCalendar office(String hours) {
        return BusinessCalendar.of(WorkSchedule.of(ZoneOffset.UTC, WeeklyHours.mondayToFriday(DayHours.parse(hours))));
    }

    /** An instant by day and time, such as 02T09:00. */
    static Instant at(String dayAndTime) {
        return Instant.parse("2026-03-" + dayAndTime + (dayAndTime.length() > 8 ? "Z" : ":00Z"));
    }

    static SlaTarget office(SlaTargetKind kind, int hours) {
        return SlaTarget.of(kind, Duration.ofHours(hours), OFFICE);
    }

    static SlaTarget office(SlaTargetKind kind, Priority priority, int hours) {
        return SlaTarget.of(kind, priority, Duration.ofHours(hours), OFFICE);
    }

    static SlaTarget always(SlaTargetKind kind, int hours) {
        return SlaTarget.of(kind, Duration.ofHours(hours), BusinessCalendar.always());
    }

    static SlaPolicy policy(String name, SlaTarget... targets) {
        return SlaPolicy.of(name, List.of(targets));
    }

    static SlaClock clock(SlaTarget... targets) {
        return SlaClock.of(policy("policy", targets));
    }

    static Ticket ticket(String opened, TicketEvent... events) {
        return Ticket.builder()
                .id(TicketId.of("T-1"))
                .clientId(ClientId.of("alpha"))
                .opened(at(opened))
                .priority(Priority.NORMAL)
                .addEvents(events)
                .build();
    }

    static TicketEvent assigned(String at) {
        return new TicketEvent.Assigned(at(at), PersonId.of("ann"));
    }

    static TicketEvent priority(String at, Priority priority) {
        return new TicketEvent.PriorityChanged(at(at), priority);
    }

    static TicketEvent paused(String at) {
        return new TicketEvent.Paused(at(at), PauseReason.WAITING_FOR_CLIENT);
    }

    static TicketEvent resumed(String at) {
        return new TicketEvent.Resumed(at(at), PauseReason.WAITING_FOR_CLIENT);
    }

    static TicketEvent asked(String at) {
        return new TicketEvent.ClientMessage(at(at));
    }

    static TicketEvent replied(String at) {
        return new TicketEvent.AgencyReply(at(at));
    }

    static TicketEvent informed(String at) {
        return new TicketEvent.UpdateSent(at(at));
    }

    static TicketEvent resolved(String at) {
        return new TicketEvent.Resolved(at(at));
    }

    static TicketEvent reopened(String at) {
        return new TicketEvent.Reopened(at(at));
    }

    static TicketEvent reset(String at, SlaTargetKind kind) {
        return new TicketEvent.Reset(at(at), kind);
    }

    static TicketEvent cancelled(String at) {
        return new TicketEvent.Cancelled(at(at));
    }
}
