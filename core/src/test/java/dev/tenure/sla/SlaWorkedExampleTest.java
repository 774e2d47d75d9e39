package dev.tenure.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.calendar.DayHours;
import dev.tenure.calendar.WeeklyHours;
import dev.tenure.calendar.WorkSchedule;
import dev.tenure.client.ClientId;
import dev.tenure.explain.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The worked example of docs/sla.md. */
class SlaWorkedExampleTest {

    @Test
    void theNumbersOfThePageAreThese() {
        BusinessCalendar office = BusinessCalendar.of(
                WorkSchedule.of(ZoneId.of("Europe/Berlin"), WeeklyHours.mondayToFriday(DayHours.parse("09:00-18:00"))));
        SlaPolicy policy = SlaPolicy.of(
                "standard 2026",
                List.of(
                        SlaTarget.of(SlaTargetKind.FIRST_RESPONSE, Duration.ofHours(1), BusinessCalendar.always()),
                        SlaTarget.of(SlaTargetKind.RESOLUTION, Duration.ofHours(8), office),
                        SlaTarget.of(
                                SlaTargetKind.RESOLUTION,
                                Priority.CRITICAL,
                                Duration.ofHours(6),
                                BusinessCalendar.always())));
        Ticket ticket = Ticket.builder()
                .id(TicketId.of("T-1"))
                .clientId(ClientId.of("alpha"))
                .opened(Instant.parse("2026-03-06T14:00:00Z"))
                .priority(Priority.NORMAL)
                .addEvent(new TicketEvent.AgencyReply(Instant.parse("2026-03-06T14:40:00Z")))
                .addEvent(new TicketEvent.Paused(Instant.parse("2026-03-06T15:00:00Z"), PauseReason.WAITING_FOR_CLIENT))
                .addEvent(
                        new TicketEvent.Resumed(Instant.parse("2026-03-06T16:00:00Z"), PauseReason.WAITING_FOR_CLIENT))
                .addEvent(new TicketEvent.PriorityChanged(Instant.parse("2026-03-09T11:00:00Z"), Priority.CRITICAL))
                .build();
        Instant asOf = Instant.parse("2026-03-09T11:30:00Z");

        SlaClock clock = SlaClock.of(policy).withPriorityChange(ChangeEffect.KEEP);
        SlaCycle solution =
                clock.at(ticket, asOf).latest(SlaTargetKind.RESOLUTION).orElseThrow();
        Outcome<Instant> deadline = solution.deadline();
        Duration elapsed = solution.elapsed();
        Duration paused = solution.total(LedgerEntry.Kind.PAUSED);
        Instant threeQuarters = solution.thresholds().get(75).orElseThrow();

        SlaCycle fromNow = clock.withPriorityChange(ChangeEffect.FROM_NOW)
                .at(ticket, asOf)
                .latest(SlaTargetKind.RESOLUTION)
                .orElseThrow();
        SlaCycle fromStart = clock.withPriorityChange(ChangeEffect.FROM_START)
                .at(ticket, asOf)
                .latest(SlaTargetKind.RESOLUTION)
                .orElseThrow();
        Optional<SlaVerdict> late = fromStart.verdict();
        Optional<BreachCause> why = fromStart.cause();
        ImmutableList<SlaOutcome> outcomes = clock.at(ticket, asOf).outcomes();

        assertEquals(Outcome.of(Instant.parse("2026-03-09T14:00:00Z")), deadline);
        assertEquals(Duration.ofMinutes(330), elapsed);
        assertEquals(Duration.ofHours(1), paused);
        assertEquals(Instant.parse("2026-03-09T12:00:00Z"), threeQuarters);
        assertEquals(Outcome.of(Instant.parse("2026-03-09T12:00:00Z")), fromNow.deadline());
        assertEquals(Duration.ofMinutes(330), fromNow.elapsed());
        assertEquals(Outcome.of(Instant.parse("2026-03-06T21:00:00Z")), fromStart.deadline());
        assertEquals(Optional.of(SlaVerdict.OPEN_BREACHED), late);
        assertEquals(Optional.of(BreachCause.TARGET_TIGHTENED), why);
        assertEquals(SlaVerdict.MET, outcomes.get(0).verdict());
        assertEquals(Duration.ofMinutes(40), outcomes.get(0).working());
    }
}
