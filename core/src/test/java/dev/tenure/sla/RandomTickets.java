package dev.tenure.sla;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.calendar.DayHours;
import dev.tenure.calendar.WeeklyHours;
import dev.tenure.calendar.WorkSchedule;
import dev.tenure.client.ClientId;
import dev.tenure.client.PersonId;
import dev.tenure.client.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/** Policies, clocks and tickets by chance; who draws the numbers is the caller's business. */
final class RandomTickets {

    private static final List<BusinessCalendar> HOURS = List.of(
            BusinessCalendar.of(WorkSchedule.of(
                    ZoneId.of("Europe/Berlin"),
                    WeeklyHours.mondayToFriday(DayHours.parse("09:00-13:00", "14:00-18:00")))),
            BusinessCalendar.always());

    /** A Friday before the clocks change. */
    private static final Instant BASE = Instant.parse("2026-03-27T07:00:00Z");

    private static final int KINDS_OF_EVENTS = 13;

    private final IntBinaryOperator draw;

    /** Draws from a range, both ends included. */
    RandomTickets(IntBinaryOperator draw) {
        this.draw = draw;
    }

    static RandomTickets seeded(long seed) {
        Random random = new Random(seed);
        return new RandomTickets((first, last) -> first + random.nextInt(last - first + 1));
    }

    /** Asks a random question and lets the invariants answer for it. */
    ClockInvariants question() {
        ChangeEffect priorityChange = pick(ChangeEffect.values());
        ChangeEffect policyChange = pick(ChangeEffect.values());
        return new ClockInvariants(
                policies(),
                policies ->
                        SlaClock.of(policies).withPriorityChange(priorityChange).withPolicyChange(policyChange),
                ticket(),
                instant(-300, 9_000),
                instant(-300, 9_000));
    }

    private SlaPolicyHistory policies() {
        SlaPolicyHistory history = SlaPolicyHistory.of(policy("first"));
        Instant from = BASE;
        for (int i = number(0, 2); i > 0; i--) {
            from = from.plus(Duration.ofMinutes(number(1, 3_000)));
            history = history.thenFrom(from, policy("from " + from));
        }
        return history;
    }

    private SlaPolicy policy(String name) {
        ImmutableList.Builder<SlaTarget> targets = ImmutableList.builder();
        for (SlaTargetKind kind : SlaTargetKind.values()) {
            if (number(0, 3) > 0) {
                targets.add(target(kind).build());
            }
            if (number(0, 2) == 0) {
                targets.add(target(kind).priority(pick(Priority.values())).build());
            }
            if (number(0, 3) == 0) {
                targets.add(target(kind).tier("A").build());
            }
        }
        SlaPolicyBuilder policy = SlaPolicy.builder().name(name).targets(targets.build());
        if (number(0, 1) == 0) {
            policy.escalation(EscalationPath.of(List.of(
                    EscalationPath.Level.of("first", Role.PROJECT_MANAGER, Duration.ofMinutes(number(1, 60))),
                    EscalationPath.Level.of("second", Role.AGENCY_HEAD, Duration.ofMinutes(number(61, 600))))));
        }
        return policy.build();
    }

    /** An estimate always takes less time than a solution. */
    private SlaTargetBuilder target(SlaTargetKind kind) {
        int seconds = kind == SlaTargetKind.ESTIMATE ? number(1, 20_000) : number(20_000, 150_000);
        SlaTargetBuilder target =
                SlaTarget.builder().kind(kind).hours(HOURS.get(number(0, 1))).time(Duration.ofSeconds(seconds));
        return number(0, 2) == 0 ? target.pausedBy(ImmutableSet.of(pick(PauseReason.values()))) : target;
    }

    private Ticket ticket() {
        TicketBuilder ticket = Ticket.builder()
                .id(TicketId.of("1"))
                .clientId(ClientId.of("alpha"))
                .opened(instant(0, 500))
                .priority(pick(Priority.values()));
        if (number(0, 1) == 0) {
            ticket.tier("A");
        }
        IntStream.range(0, number(0, 14)).forEach(i -> ticket.addEvent(event(instant(-300, 6_000))));
        return ticket.build();
    }

    private TicketEvent event(Instant at) {
        return switch (number(0, KINDS_OF_EVENTS - 1)) {
            case 0 -> new TicketEvent.Assigned(at, PersonId.of("ann"));
            case 1 -> new TicketEvent.PriorityChanged(at, pick(Priority.values()));
            case 2 -> new TicketEvent.TierChanged(at, number(0, 1) == 0 ? "A" : "B");
            case 3, 4 -> new TicketEvent.Paused(at, pick(PauseReason.values()));
            case 5 -> new TicketEvent.Resumed(at, pick(PauseReason.values()));
            case 6 -> new TicketEvent.Reopened(at);
            case 7 -> new TicketEvent.ClientMessage(at);
            case 8 -> new TicketEvent.AgencyReply(at);
            case 9 -> new TicketEvent.UpdateSent(at);
            case 10 -> new TicketEvent.Reset(at, pick(SlaTargetKind.values()));
            case 11 -> new TicketEvent.Resolved(at);
            default -> number(0, 3) == 0 ? new TicketEvent.Cancelled(at) : new TicketEvent.EstimateGiven(at);
        };
    }

    /** Half of the instants are whole hours, so that many things happen at once. */
    private Instant instant(int firstMinute, int lastMinute) {
        int minute = number(firstMinute, lastMinute);
        return number(0, 1) == 0
                ? BASE.plus(Duration.ofHours(minute / 60))
                : BASE.plus(Duration.ofMinutes(minute)).plusNanos(number(0, 999_999_999));
    }

    private <T> T pick(T[] values) {
        return values[number(0, values.length - 1)];
    }

    private int number(int first, int last) {
        return draw.applyAsInt(first, last);
    }
}
