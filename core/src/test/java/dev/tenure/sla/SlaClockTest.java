package dev.tenure.sla;

import static dev.tenure.sla.Clocks.OFFICE;
import static dev.tenure.sla.Clocks.always;
import static dev.tenure.sla.Clocks.asked;
import static dev.tenure.sla.Clocks.assigned;
import static dev.tenure.sla.Clocks.at;
import static dev.tenure.sla.Clocks.cancelled;
import static dev.tenure.sla.Clocks.clock;
import static dev.tenure.sla.Clocks.informed;
import static dev.tenure.sla.Clocks.office;
import static dev.tenure.sla.Clocks.paused;
import static dev.tenure.sla.Clocks.policy;
import static dev.tenure.sla.Clocks.priority;
import static dev.tenure.sla.Clocks.reopened;
import static dev.tenure.sla.Clocks.replied;
import static dev.tenure.sla.Clocks.reset;
import static dev.tenure.sla.Clocks.resolved;
import static dev.tenure.sla.Clocks.resumed;
import static dev.tenure.sla.Clocks.ticket;
import static dev.tenure.sla.SlaTargetKind.ESTIMATE;
import static dev.tenure.sla.SlaTargetKind.FIRST_RESPONSE;
import static dev.tenure.sla.SlaTargetKind.NEXT_RESPONSE;
import static dev.tenure.sla.SlaTargetKind.PERIODIC_UPDATE;
import static dev.tenure.sla.SlaTargetKind.RESOLUTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.calendar.DayHours;
import dev.tenure.calendar.UncoveredDateException;
import dev.tenure.calendar.WeeklyHours;
import dev.tenure.calendar.WorkSchedule;
import dev.tenure.calendar.WorkingInterval;
import dev.tenure.client.Role;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlaClockTest {

    private static final SlaClock FOUR_HOURS = clock(office(RESOLUTION, 4));

    private static SlaCycle resolution(SlaClock clock, Ticket ticket, String asOf) {
        return clock.at(ticket, at(asOf)).latest(RESOLUTION).orElseThrow();
    }

    private static void assertCycle(SlaVerdict verdict, int elapsedHours, String deadline, SlaCycle cycle) {
        assertEquals(Optional.of(verdict), cycle.verdict());
        assertEquals(Duration.ofHours(elapsedHours), cycle.elapsed());
        assertEquals(Outcome.of(at(deadline)), cycle.deadline());
    }

    // golden

    static Stream<JsonNode> published() throws IOException {
        try (InputStream in = Objects.requireNonNull(SlaClockTest.class.getResourceAsStream("ticket-clock.json"))) {
            return new ObjectMapper().readTree(in).get("cases").valueStream();
        }
    }

    @ParameterizedTest
    @MethodSource("published")
    void deadlines_areThePublishedOnes(JsonNode given) {
        BusinessCalendar hours = Clocks.office(given.get("open").asText());
        Instant opened = Instant.parse(given.get("opened").asText());
        TicketBuilder ticket = ticket("02T09:00").toBuilder().opened(opened);
        if (given.has("paused")) {
            ticket.addEvent(new TicketEvent.Paused(instant(given, "paused"), PauseReason.ON_HOLD));
            ticket.addEvent(new TicketEvent.Resumed(instant(given, "resumed"), PauseReason.ON_HOLD));
        }
        Duration response = Duration.ofSeconds(given.path("responseSeconds").asLong(1));
        Duration resolution = Duration.ofSeconds(given.get("resolutionSeconds").asLong());
        TicketSla sla = clock(
                        SlaTarget.of(FIRST_RESPONSE, response, hours), SlaTarget.of(RESOLUTION, resolution, hours))
                .at(ticket.build(), opened.plus(Duration.ofDays(30)));

        assertEquals(
                Outcome.of(instant(given, "resolutionBy")),
                sla.latest(RESOLUTION).orElseThrow().deadline());
        if (given.has("responseBy")) {
            assertEquals(
                    Outcome.of(instant(given, "responseBy")),
                    sla.latest(FIRST_RESPONSE).orElseThrow().deadline());
        }
    }

    private static Instant instant(JsonNode given, String name) {
        return Instant.parse(given.get(name).asText());
    }

    /** The time line of the same tests: due, on hold, due again, fulfilled; half an hour on hold, an hour of work. */
    @Test
    void publishedTimeLine_goesThroughItsStates() {
        Ticket ticket =
                ticket("02T12:00", replied("02T12:30"), paused("02T12:30"), resumed("02T13:00"), resolved("02T13:30"));
        SlaClock clock = clock(office(FIRST_RESPONSE, 1), office(RESOLUTION, 4));

        assertEquals(
                Optional.of(SlaVerdict.OPEN),
                clock.at(ticket, at("02T12:10"))
                        .latest(FIRST_RESPONSE)
                        .orElseThrow()
                        .verdict());
        assertEquals(
                Optional.of(SlaVerdict.MET),
                clock.at(ticket, at("02T12:40"))
                        .latest(FIRST_RESPONSE)
                        .orElseThrow()
                        .verdict());
        assertEquals(SlaCycleState.PAUSED, resolution(clock, ticket, "02T12:40").state());
        assertEquals(
                Outcome.of(at("02T16:30")),
                resolution(clock, ticket, "02T13:10").deadline());
        SlaCycle fulfilled = resolution(clock, ticket, "02T18:00");
        assertEquals(SlaCycleState.STOPPED, fulfilled.state());
        assertEquals(Duration.ofMinutes(30), fulfilled.total(LedgerEntry.Kind.PAUSED));
        assertCycle(SlaVerdict.MET, 1, "02T16:30", fulfilled);
    }

    // laws

    private static Ticket pausedTicket(int start, int length) {
        Instant from = at("02T08:00").plus(Duration.ofMinutes(start));
        return ticket(
                "02T09:00",
                new TicketEvent.Paused(from, PauseReason.ON_HOLD),
                new TicketEvent.Resumed(from.plus(Duration.ofMinutes(length)), PauseReason.ON_HOLD));
    }

    private static SlaClock minutes(int minutes) {
        return clock(SlaTarget.of(RESOLUTION, Duration.ofMinutes(minutes), OFFICE));
    }

    private static Instant deadline(SlaClock clock, Ticket ticket) {
        return resolution(clock, ticket, "31T09:00").deadline().orElseThrow();
    }

    @Property(tries = 200)
    void deadlineIsMonotoneInTheTarget(
            @ForAll @IntRange(min = 1, max = 3_000) int minutes,
            @ForAll @IntRange(min = 0, max = 500) int more,
            @ForAll @IntRange(max = 2_000) int start,
            @ForAll @IntRange(min = 1, max = 2_000) int length) {
        Ticket ticket = pausedTicket(start, length);
        assertFalse(deadline(minutes(minutes + more), ticket).isBefore(deadline(minutes(minutes), ticket)));
    }

    @Property(tries = 200)
    void deadlineIsMonotoneInPauses(
            @ForAll @IntRange(min = 1, max = 3_000) int minutes,
            @ForAll @IntRange(max = 2_000) int start,
            @ForAll @IntRange(min = 1, max = 2_000) int length,
            @ForAll @IntRange(min = 0, max = 500) int more) {
        Instant without = deadline(minutes(minutes), ticket("02T09:00"));
        Instant paused = deadline(minutes(minutes), pausedTicket(start, length));
        assertFalse(paused.isBefore(without));
        assertFalse(
                deadline(minutes(minutes), pausedTicket(start, length + more)).isBefore(paused));
    }

    @Property(tries = 200)
    void elapsedAtTheDeadlineIsTheTarget(
            @ForAll @IntRange(min = 1, max = 3_000) int minutes,
            @ForAll @IntRange(max = 2_000) int start,
            @ForAll @IntRange(min = 1, max = 2_000) int length) {
        Ticket ticket = pausedTicket(start, length);
        SlaClock clock = minutes(minutes);
        SlaCycle cycle =
                clock.at(ticket, deadline(clock, ticket)).latest(RESOLUTION).orElseThrow();
        assertEquals(Duration.ofMinutes(minutes), cycle.elapsed());
        assertEquals(Optional.of(SlaVerdict.OPEN), cycle.verdict());
    }

    @Property(tries = 200)
    void splittingAPauseChangesNothing(
            @ForAll @IntRange(max = 2_000) int start,
            @ForAll @IntRange(min = 2, max = 2_000) int length,
            @ForAll @IntRange(min = 1, max = 1_999) int cut) {
        Ticket whole = pausedTicket(start, length);
        Instant middle = at("02T08:00").plus(Duration.ofMinutes(start + Math.min(cut, length - 1)));
        Ticket split = whole.toBuilder()
                .addEvents(
                        new TicketEvent.Resumed(middle, PauseReason.ON_HOLD),
                        new TicketEvent.Paused(middle, PauseReason.ON_HOLD))
                .build();
        assertEquals(
                ClockInvariants.everything(FOUR_HOURS.at(whole, at("09T12:00"))),
                ClockInvariants.everything(FOUR_HOURS.at(split, at("09T12:00"))));
    }

    @Property(tries = 100)
    void orderInWhichEventsAreGivenDoesNotMatter(@ForAll Random random) {
        List<TicketEvent> events = new ArrayList<>(List.of(
                assigned("02T09:30"),
                paused("02T10:00"),
                asked("02T10:00"),
                replied("02T10:00"),
                resumed("02T11:00"),
                priority("02T11:00", Priority.HIGH),
                priority("02T11:00", Priority.LOW),
                resolved("02T12:00")));
        Ticket ordered = ticket("02T09:00").toBuilder().events(events).build();
        Collections.shuffle(events, random);
        assertEquals(ordered, ticket("02T09:00").toBuilder().events(events).build());
    }

    // pauses

    @Test
    void pauseWithoutEnd_leavesNoDeadline() {
        SlaCycle cycle = resolution(FOUR_HOURS, ticket("02T09:00", paused("02T11:00")), "02T15:00");

        assertEquals(SlaCycleState.PAUSED, cycle.state());
        assertEquals(Optional.of(SlaVerdict.OPEN), cycle.verdict());
        assertEquals(Duration.ofHours(2), cycle.elapsed());
        assertEquals(Duration.ofHours(2), cycle.remaining());
        assertEquals(Outcome.undefined(Reason.NOT_ESTIMABLE, "none while paused"), cycle.deadline());
        assertEquals(Outcome.of(at("02T11:00")), cycle.thresholds().get(50));
        assertFalse(cycle.thresholds().get(75).toOptional().isPresent());
    }

    @Test
    void pauseAfterTheDeadline_mendsNothing() {
        SlaCycle cycle = resolution(FOUR_HOURS, ticket("02T09:00", paused("02T14:00")), "02T15:00");

        assertEquals(SlaCycleState.PAUSED, cycle.state());
        assertCycle(SlaVerdict.OPEN_BREACHED, 5, "02T13:00", cycle);
    }

    @Test
    void pauseBeforeTheClock_holdsFromItsStart() {
        Ticket ticket = ticket("02T09:00", paused("02T08:00"), resumed("02T10:00"));

        assertCycle(SlaVerdict.OPEN, 2, "02T14:00", resolution(FOUR_HOURS, ticket, "02T12:00"));
    }

    @Test
    void pausesOfSeconds_areNotRounded() {
        Ticket ticket = ticket(
                "02T09:00",
                paused("02T09:00:10"),
                resumed("02T09:00:10.5"),
                paused("02T09:30:00"),
                resumed("02T09:30:20"));

        assertEquals(at("02T13:00:20.5"), deadline(FOUR_HOURS, ticket));
    }

    @Test
    void overlappingReasons_countOnce() {
        Ticket ticket = ticket(
                "02T09:00",
                paused("02T10:00"),
                resumed("02T12:00"),
                new TicketEvent.Paused(at("02T11:00"), PauseReason.WAITING_FOR_THIRD_PARTY),
                new TicketEvent.Resumed(at("02T13:00"), PauseReason.WAITING_FOR_THIRD_PARTY));

        assertCycle(SlaVerdict.OPEN, 2, "02T16:00", resolution(FOUR_HOURS, ticket, "02T14:00"));
        SlaTarget waitsForClientOnly = office(RESOLUTION, 4).toBuilder()
                .pausedBy(Set.of(PauseReason.WAITING_FOR_CLIENT))
                .build();
        assertCycle(SlaVerdict.OPEN, 3, "02T15:00", resolution(clock(waitsForClientOnly), ticket, "02T14:00"));
    }

    @Test
    void pauseThatIsResumedAtOnce_isNone() {
        Ticket ticket = ticket("02T09:00", paused("02T10:00"), resumed("02T10:00"), resumed("02T11:00"));

        assertCycle(SlaVerdict.OPEN, 3, "02T13:00", resolution(FOUR_HOURS, ticket, "02T12:00"));
    }

    // the verdict

    @Test
    void doneAtTheDeadline_isInTime_andOnSaturdayItIsLate() {
        SlaClock clock = clock(office(RESOLUTION, 8));

        assertCycle(
                SlaVerdict.MET, 8, "06T17:00", resolution(clock, ticket("06T09:00", resolved("06T17:00")), "09T09:00"));
        SlaCycle saturday = resolution(clock, ticket("06T09:00", resolved("07T10:00")), "09T09:00");
        assertCycle(SlaVerdict.BREACHED, 8, "06T17:00", saturday);
        assertEquals(Duration.ZERO, saturday.remaining());
    }

    @Test
    void withdrawnBeforeTheDeadline_hasNoVerdict_andAfterItStaysBroken() {
        SlaCycle before = resolution(FOUR_HOURS, ticket("02T09:00", cancelled("02T13:00")), "09T09:00");
        assertEquals(SlaCycleState.CANCELLED, before.state());
        assertEquals(Optional.empty(), before.verdict());
        assertEquals(Optional.empty(), before.cause());

        Ticket late = ticket("02T09:00", cancelled("02T15:00"), resolved("02T16:00"), cancelled("03T09:00"));
        SlaCycle after = resolution(FOUR_HOURS, late, "09T09:00");
        assertEquals(SlaCycleState.CANCELLED, after.state());
        assertCycle(SlaVerdict.BREACHED, 6, "02T13:00", after);
        assertEquals(1, FOUR_HOURS.at(late, at("09T09:00")).outcomes().size());
        assertEquals(
                ImmutableList.of(),
                FOUR_HOURS
                        .at(ticket("02T09:00", cancelled("02T13:00")), at("09T09:00"))
                        .outcomes());
    }

    @Test
    void nothingPromised_isNoClock() {
        TicketSla sla = clock().at(ticket("02T09:00", resolved("02T10:00")), at("02T11:00"));

        assertEquals(ImmutableList.of(), sla.cycles());
        assertEquals(ImmutableList.of(), sla.outcomes());
        assertEquals(Optional.empty(), sla.latest(RESOLUTION));
    }

    @Test
    void beforeTheOpening_nothingIsPromised() {
        Ticket ticket = ticket("02T09:00", resolved("02T08:00"), replied("02T08:30"));
        assertEquals(ImmutableList.of(), FOUR_HOURS.at(ticket, at("02T08:59")).cycles());
        assertCycle(SlaVerdict.OPEN, 0, "02T13:00", resolution(FOUR_HOURS, ticket, "02T09:00"));
    }

    @Test
    void hoursThatEnd_leaveNoDeadline() {
        BusinessCalendar oneDay =
                BusinessCalendar.ofIntervals(List.of(WorkingInterval.of(at("02T09:00"), at("02T12:00"))));
        SlaCycle cycle = resolution(
                clock(SlaTarget.of(RESOLUTION, Duration.ofHours(4), oneDay)), ticket("02T09:00"), "05T09:00");

        assertEquals(Optional.of(SlaVerdict.OPEN), cycle.verdict());
        assertEquals(Outcome.undefined(Reason.NEVER_REACHED, "not that much working time left"), cycle.deadline());
    }

    @Test
    void timeWhoseHoursAreNotKnown_isAnError_andADeadlineThereIsUndefined() {
        BusinessCalendar march = BusinessCalendar.of(
                WorkSchedule.of(ZoneOffset.UTC, WeeklyHours.mondayToFriday(DayHours.parse("09:00-17:00"))).toBuilder()
                        .coverage(Range.closedOpen(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01")))
                        .build());
        SlaClock clock = clock(SlaTarget.of(RESOLUTION, Duration.ofHours(30), march));

        assertEquals(
                Outcome.undefined(Reason.BEYOND_OBSERVATION, "on dates whose hours are not known"),
                resolution(clock, ticket("30T09:00"), "31T09:00").deadline());
        assertThrows(
                UncoveredDateException.class,
                () -> clock.at(ticket("30T09:00"), Instant.parse("2026-04-03T09:00:00Z")));
    }

    // cycles

    @Test
    void resetClock_startsAgain() {
        TicketSla sla = FOUR_HOURS.at(ticket("02T09:00", reset("02T11:00", RESOLUTION)), at("02T12:00"));

        assertEquals(SlaCycleState.CANCELLED, sla.cycles().get(0).state());
        assertEquals(Optional.empty(), sla.cycles().get(0).verdict());
        assertEquals(2, sla.cycles().get(1).number());
        assertCycle(SlaVerdict.OPEN, 1, "02T15:00", sla.cycles().get(1));
        TicketSla late = FOUR_HOURS.at(ticket("02T09:00", reset("02T14:00", RESOLUTION)), at("02T15:00"));
        assertCycle(SlaVerdict.BREACHED, 5, "02T13:00", late.cycles().get(0));
    }

    @Test
    void resetOfWhatDoesNotRun_isNothing() {
        Ticket ticket = ticket("02T09:00", resolved("02T10:00"), reset("02T11:00", RESOLUTION));
        assertEquals(1, FOUR_HOURS.at(ticket, at("02T12:00")).cycles().size());
        SlaClock continuing = FOUR_HOURS.with(ReopenEffect.CONTINUE);
        assertEquals(1, continuing.at(ticket, at("02T12:00")).cycles().size());
    }

    @Test
    void reopenedTicket_getsANewClock() {
        Ticket ticket = ticket("02T09:00", resolved("02T11:00"), reopened("02T14:00"));
        TicketSla sla = FOUR_HOURS.at(ticket, at("02T15:00"));

        assertEquals(2, sla.cycles(RESOLUTION).size());
        assertCycle(SlaVerdict.MET, 2, "02T13:00", sla.cycles().get(0));
        assertCycle(SlaVerdict.OPEN, 1, "03T10:00", sla.cycles().get(1));
        assertEquals(at("02T14:00"), sla.cycles().get(1).start());
    }

    @Test
    void reopenedTicket_mayRunOn_withoutTheTimeItLayResolved() {
        SlaClock clock = FOUR_HOURS.with(ReopenEffect.CONTINUE);
        Ticket ticket =
                ticket("02T09:00", resolved("02T11:00"), paused("02T12:00"), resumed("02T12:30"), reopened("02T14:00"));

        assertCycle(SlaVerdict.MET, 2, "02T13:00", resolution(clock, ticket, "02T12:00"));
        SlaCycle again = resolution(clock, ticket, "02T15:00");
        assertEquals(1, again.number());
        assertCycle(SlaVerdict.OPEN, 3, "02T16:00", again);
        assertEquals(
                ImmutableList.of(
                        new LedgerEntry(at("02T09:00"), at("02T11:00"), LedgerEntry.Kind.COUNTED),
                        new LedgerEntry(at("02T11:00"), at("02T14:00"), LedgerEntry.Kind.RESOLVED),
                        new LedgerEntry(at("02T14:00"), at("02T15:00"), LedgerEntry.Kind.COUNTED)),
                again.ledger());
    }

    @Test
    void ledger_tellsTheNightThePauseAndTheTimeWithoutTarget() {
        SlaClock clock = SlaClock.of(SlaPolicyHistory.of(SlaPolicy.of("none", ImmutableList.of()))
                        .thenFrom(at("02T15:00"), policy("some", office(RESOLUTION, 4))))
                .withPolicyChange(ChangeEffect.FROM_NOW);
        Ticket ticket = ticket("02T14:00", paused("02T16:00"), resumed("02T16:30"));

        assertEquals(
                ImmutableList.of(
                        new LedgerEntry(at("02T14:00"), at("02T15:00"), LedgerEntry.Kind.WITHOUT_TARGET),
                        new LedgerEntry(at("02T15:00"), at("02T16:00"), LedgerEntry.Kind.COUNTED),
                        new LedgerEntry(at("02T16:00"), at("02T16:30"), LedgerEntry.Kind.PAUSED),
                        new LedgerEntry(at("02T16:30"), at("02T17:00"), LedgerEntry.Kind.COUNTED),
                        new LedgerEntry(at("02T17:00"), at("03T09:00"), LedgerEntry.Kind.OUTSIDE_HOURS),
                        new LedgerEntry(at("03T09:00"), at("03T09:20"), LedgerEntry.Kind.COUNTED)),
                resolution(clock, ticket, "03T09:20").ledger());
    }

    @Test
    void whatWasNotSolved_isNotReopened() {
        Ticket ticket = ticket("02T09:00", reopened("02T09:30"));
        SlaCycle cycle = resolution(FOUR_HOURS, ticket, "02T15:00");

        assertEquals(1, cycle.number());
        assertEquals(Optional.of(BreachCause.UNASSIGNED), cycle.cause());
    }

    @Test
    void eachMessageOfTheClient_asksOnceUntilItIsAnswered() {
        Ticket ticket = ticket(
                "02T09:00",
                asked("02T09:30"),
                replied("02T09:45"),
                asked("02T10:00"),
                asked("02T11:00"),
                replied("02T12:00"),
                replied("02T12:30"),
                asked("02T13:00"));
        TicketSla sla =
                clock(office(FIRST_RESPONSE, 1), office(NEXT_RESPONSE, 2)).at(ticket, at("02T16:00"));

        assertEquals(Duration.ofMinutes(45), sla.cycles(FIRST_RESPONSE).get(0).elapsed());
        assertEquals(2, sla.cycles(NEXT_RESPONSE).size());
        assertCycle(SlaVerdict.MET, 2, "02T12:00", sla.cycles(NEXT_RESPONSE).get(0));
        assertCycle(
                SlaVerdict.OPEN_BREACHED,
                3,
                "02T15:00",
                sla.cycles(NEXT_RESPONSE).get(1));
    }

    @Test
    void eachNews_startsTheNextUpdate_andASolutionEndsThem() {
        Ticket ticket = ticket(
                "02T09:00",
                informed("02T11:00"),
                informed("02T11:00"),
                replied("02T15:00"),
                resolved("02T15:00"),
                informed("02T15:30"),
                reopened("02T16:00"));
        ImmutableList<SlaCycle> updates =
                clock(office(PERIODIC_UPDATE, 3)).at(ticket, at("02T17:00")).cycles();

        assertEquals(3, updates.size());
        assertCycle(SlaVerdict.MET, 2, "02T12:00", updates.get(0));
        assertCycle(SlaVerdict.BREACHED, 4, "02T14:00", updates.get(1));
        assertCycle(SlaVerdict.OPEN, 1, "03T11:00", updates.get(2));
        assertEquals(3, updates.get(2).number());
    }

    @Test
    void solution_answers_endsPauses_andCancelsTheEstimate() {
        SlaClock clock = clock(office(FIRST_RESPONSE, 4), office(ESTIMATE, 3), office(RESOLUTION, 4));
        Ticket ticket = ticket("02T09:00", paused("02T10:00"), resolved("02T12:00"), reopened("02T13:00"));
        TicketSla sla = clock.at(ticket, at("02T14:00"));

        assertCycle(SlaVerdict.MET, 3, "02T13:00", sla.cycles(FIRST_RESPONSE).get(0));
        assertEquals(SlaCycleState.CANCELLED, sla.cycles(ESTIMATE).get(0).state());
        assertEquals(Optional.empty(), sla.cycles(ESTIMATE).get(0).verdict());
        assertEquals(Duration.ofHours(1), sla.cycles(RESOLUTION).get(0).elapsed());
        assertCycle(SlaVerdict.OPEN, 1, "02T17:00", sla.cycles(RESOLUTION).get(1));
    }

    @Test
    void estimate_isKeptOnceGiven() {
        Ticket ticket = ticket("02T09:00", new TicketEvent.EstimateGiven(at("02T11:00")));
        SlaCycle cycle =
                clock(office(ESTIMATE, 3)).at(ticket, at("02T17:00")).cycles().get(0);
        assertCycle(SlaVerdict.MET, 2, "02T12:00", cycle);
    }

    @Test
    void messageToASolvedTicket_isAnsweredByASecondSolution() {
        Ticket ticket = ticket("02T09:00", resolved("02T10:00"), asked("02T11:00"), resolved("02T14:00"));
        SlaCycle cycle = clock(office(NEXT_RESPONSE, 2))
                .at(ticket, at("02T17:00"))
                .cycles()
                .get(0);

        assertCycle(SlaVerdict.BREACHED, 3, "02T13:00", cycle);
        assertEquals(Optional.of(BreachCause.IN_WORK), cycle.cause());
    }

    // changes of the target

    private static final SlaTarget ORDINARY = office(RESOLUTION, Priority.NORMAL, 12);
    private static final SlaTarget URGENT =
            SlaTarget.of(RESOLUTION, Priority.CRITICAL, Duration.ofHours(10), BusinessCalendar.always());

    private static SlaCycle afterPriorityChange(ChangeEffect effect) {
        Ticket ticket = ticket("02T09:00", priority("03T10:00", Priority.CRITICAL));
        return resolution(clock(ORDINARY, URGENT).withPriorityChange(effect), ticket, "03T11:00");
    }

    private static SlaCycle afterPolicyChange(ChangeEffect effect) {
        SlaPolicyHistory policies = SlaPolicyHistory.of(policy("old", office(RESOLUTION, 12)))
                .thenFrom(at("03T10:00"), policy("new", always(RESOLUTION, 10)));
        return resolution(SlaClock.of(policies).withPolicyChange(effect), ticket("02T09:00"), "03T11:00");
    }

    @Test
    void keptTarget_holdsToTheEnd() {
        assertCycle(SlaVerdict.OPEN, 10, "03T13:00", afterPriorityChange(ChangeEffect.KEEP));
        assertEquals(Priority.NORMAL, afterPriorityChange(ChangeEffect.KEEP).priority());
        assertCycle(SlaVerdict.OPEN, 10, "03T13:00", afterPolicyChange(ChangeEffect.KEEP));
        assertEquals("old", afterPolicyChange(ChangeEffect.KEEP).policy());
    }

    /** Nine hours of work by Tuesday 10:00, and one more of ten around the clock. */
    @Test
    void targetFromNow_keepsWhatWasCounted() {
        assertCycle(SlaVerdict.OPEN, 10, "03T11:00", afterPriorityChange(ChangeEffect.FROM_NOW));
        assertEquals(
                Priority.CRITICAL, afterPriorityChange(ChangeEffect.FROM_NOW).priority());
        assertCycle(SlaVerdict.OPEN, 10, "03T11:00", afterPolicyChange(ChangeEffect.FROM_NOW));
        assertEquals("new", afterPolicyChange(ChangeEffect.FROM_NOW).policy());
    }

    @Test
    void targetFromTheStart_countsAllAgain_andIsToBlameForTheBreach() {
        assertCycle(SlaVerdict.OPEN_BREACHED, 26, "02T19:00", afterPriorityChange(ChangeEffect.FROM_START));
        assertEquals(
                Optional.of(BreachCause.TARGET_TIGHTENED),
                afterPriorityChange(ChangeEffect.FROM_START).cause());
        assertCycle(SlaVerdict.OPEN_BREACHED, 26, "02T19:00", afterPolicyChange(ChangeEffect.FROM_START));
    }

    @Test
    void byDefault_prioritiesCountFromTheStart_andPoliciesAreKept() {
        SlaPolicyHistory policies = SlaPolicyHistory.of(policy("old", ORDINARY, URGENT))
                .thenFrom(at("02T12:00"), policy("new", always(RESOLUTION, 1)));
        SlaClock clock = SlaClock.of(policies);
        SlaCycle kept = resolution(clock, ticket("02T09:00"), "02T15:00");
        assertEquals("old", kept.policy());
        assertCycle(SlaVerdict.OPEN, 6, "03T13:00", kept);
        SlaCycle urgent = resolution(clock, ticket("02T09:00", priority("02T13:00", Priority.CRITICAL)), "02T15:00");
        assertEquals("old", urgent.policy());
        assertCycle(SlaVerdict.OPEN, 6, "02T19:00", urgent);
    }

    @Test
    void keptPriority_isNotUndoneByANewPolicy() {
        SlaPolicyHistory policies = SlaPolicyHistory.of(policy("old", ORDINARY, URGENT))
                .thenFrom(
                        at("02T12:00"),
                        policy(
                                "new",
                                office(RESOLUTION, Priority.NORMAL, 16),
                                office(RESOLUTION, Priority.CRITICAL, 1)));
        SlaClock clock = SlaClock.of(policies).withPriorityChange(ChangeEffect.KEEP);
        for (ChangeEffect effect : List.of(ChangeEffect.FROM_NOW, ChangeEffect.FROM_START)) {
            for (String changed : List.of("02T10:00", "02T12:00")) {
                SlaCycle cycle = resolution(
                        clock.withPolicyChange(effect),
                        ticket("02T09:00", priority(changed, Priority.CRITICAL)),
                        "02T13:00");
                assertCycle(SlaVerdict.OPEN, 4, "03T17:00", cycle);
                assertEquals(Priority.NORMAL, cycle.priority());
                assertEquals("new", cycle.policy());
            }
        }
    }

    @Test
    void targetThatAppears_isSilent_startsThen_orStartedAtTheBeginning() {
        SlaPolicyHistory policies =
                SlaPolicyHistory.of(policy("old")).thenFrom(at("02T12:00"), policy("new", office(RESOLUTION, 4)));
        SlaClock clock = SlaClock.of(policies);
        assertEquals(
                ImmutableList.of(), clock.at(ticket("02T09:00"), at("02T14:00")).cycles());

        SlaCycle fromNow = resolution(clock.withPolicyChange(ChangeEffect.FROM_NOW), ticket("02T09:00"), "02T14:00");
        assertCycle(SlaVerdict.OPEN, 2, "02T16:00", fromNow);
        assertEquals(Duration.ofHours(3), fromNow.total(LedgerEntry.Kind.WITHOUT_TARGET));
        SlaCycle fromStart =
                resolution(clock.withPolicyChange(ChangeEffect.FROM_START), ticket("02T09:00"), "02T14:00");
        assertCycle(SlaVerdict.OPEN_BREACHED, 5, "02T13:00", fromStart);
        assertEquals(Optional.of(BreachCause.UNASSIGNED), fromStart.cause());
    }

    @Test
    void targetThatVanishes_staysPromised() {
        Ticket ticket = ticket("02T09:00", priority("02T11:00", Priority.LOW));
        SlaCycle cycle = resolution(clock(ORDINARY), ticket, "02T12:00");

        assertCycle(SlaVerdict.OPEN, 3, "03T13:00", cycle);
        assertEquals(Priority.NORMAL, cycle.priority());
    }

    @Test
    void newTier_isAChangeOfTheTicket() {
        SlaTarget gold = office(RESOLUTION, 5).toBuilder().tier("gold").build();
        Ticket ticket = ticket("02T09:00", new TicketEvent.TierChanged(at("02T11:00"), "gold"));
        assertCycle(SlaVerdict.OPEN, 3, "02T14:00", resolution(clock(ORDINARY, gold), ticket, "02T12:00"));
        assertCycle(
                SlaVerdict.OPEN,
                1,
                "02T14:00",
                resolution(
                        clock(gold), ticket("02T09:00").toBuilder().tier("gold").build(), "02T10:00"));
    }

    @Test
    void completedCycles_neverChange() {
        SlaPolicyHistory policies = SlaPolicyHistory.of(policy("old", office(FIRST_RESPONSE, 4)))
                .thenFrom(at("02T12:00"), policy("new", always(FIRST_RESPONSE, 1)));
        SlaClock clock = SlaClock.of(policies).withPolicyChange(ChangeEffect.FROM_START);
        Ticket ticket = ticket("02T09:00", replied("02T11:00"), priority("02T13:00", Priority.CRITICAL));
        TicketSla before = clock.at(ticket, at("02T11:30"));
        TicketSla after = clock.at(ticket, at("05T09:00"));

        assertEquals(ClockInvariants.everything(before), ClockInvariants.everything(after));
        assertEquals(before.outcomes(), after.outcomes());
        assertEquals(Priority.CRITICAL, after.priority());
        assertEquals(Priority.NORMAL, after.outcomes().get(0).priority());
    }

    @Test
    void onePolicy_holdsHoursOfBothKinds() {
        TicketSla sla = clock(always(FIRST_RESPONSE, 1), office(RESOLUTION, 4)).at(ticket("06T16:00"), at("06T16:30"));

        assertEquals(
                Outcome.of(at("06T17:00")),
                sla.latest(FIRST_RESPONSE).orElseThrow().deadline());
        assertEquals(
                Outcome.of(at("09T12:00")), sla.latest(RESOLUTION).orElseThrow().deadline());
    }

    // escalation, thresholds, causes

    @Test
    void escalation_goesByWorkingTime_asLongAsTheClockRuns() {
        EscalationPath.Level first = EscalationPath.Level.of("manager", Role.PROJECT_MANAGER, Duration.ofHours(1));
        EscalationPath.Level second = EscalationPath.Level.of("head", Role.AGENCY_HEAD, Duration.ofHours(3));
        SlaClock clock = SlaClock.of(policy("policy", office(RESOLUTION, 4)).toBuilder()
                .escalation(EscalationPath.of(List.of(first, second)))
                .build());
        Ticket ticket = ticket("02T09:00", resolved("02T13:00"));

        assertEquals(Optional.empty(), resolution(clock, ticket, "02T09:59").escalation());
        assertEquals(Optional.of(first), resolution(clock, ticket, "02T10:00").escalation());
        assertEquals(Optional.of(second), resolution(clock, ticket, "02T12:00").escalation());
        assertEquals(Optional.empty(), resolution(clock, ticket, "02T13:00").escalation());
    }

    @Test
    void thresholds_areInstants() {
        SlaClock clock = clock(office(RESOLUTION, 8));
        SlaCycle cycle = resolution(clock, ticket("02T09:00"), "02T10:00");
        assertEquals(
                Map.of(
                        50, Outcome.of(at("02T13:00")),
                        75, Outcome.of(at("02T15:00")),
                        90, Outcome.of(at("02T16:12")),
                        100, Outcome.of(at("02T17:00"))),
                cycle.thresholds());
        assertEquals(
                Map.of(125, Outcome.of(at("03T11:00"))),
                resolution(clock.withThresholds(125), ticket("02T09:00"), "02T10:00")
                        .thresholds());
    }

    private static BreachCause cause(String asOf, TicketEvent... events) {
        return resolution(FOUR_HOURS, ticket("02T09:00", events), asOf).cause().orElseThrow();
    }

    @Test
    void cause_isWhatMostOfTheTimeWentInto() {
        assertEquals(BreachCause.UNASSIGNED, cause("02T15:00"));
        assertEquals(BreachCause.UNANSWERED, cause("02T16:00", assigned("02T10:00"), replied("02T15:00")));
        assertEquals(BreachCause.IN_WORK, cause("02T16:00", assigned("02T09:30"), replied("02T10:00")));
        assertEquals(BreachCause.REOPENED, cause("02T16:00", resolved("02T10:00"), reopened("02T11:00")));
        assertEquals(BreachCause.IN_WORK, cause("02T14:00", assigned("02T08:00"), replied("02T09:00")));
    }

    @Test
    void ofEqualShares_theEarlierOneIsTheCause() {
        assertEquals(BreachCause.UNASSIGNED, cause("02T14:00", assigned("02T11:00"), replied("02T13:00")));
        assertEquals(
                BreachCause.UNANSWERED,
                cause("02T15:00", assigned("02T10:00"), replied("02T12:30"), resolved("02T15:00")));
    }

    // explanation

    @Test
    void explanation_addsUp() {
        SlaPolicyHistory policies =
                SlaPolicyHistory.of(policy("old")).thenFrom(at("02T10:00"), policy("new", office(RESOLUTION, 20)));
        Ticket ticket = ticket("02T09:00", paused("02T11:00"), resumed("02T13:00"));
        TicketSla sla =
                SlaClock.of(policies).withPolicyChange(ChangeEffect.FROM_NOW).at(ticket, at("02T18:00"));
        String text = sla.explain().toText();

        for (String part : List.of("outside hours", "paused", "resolved", "without target", "promises about T-1")) {
            assertTrue(text.contains(part), text);
        }
        SlaCycle cycle = sla.cycles().get(0);
        assertEquals(Duration.ofHours(5), cycle.elapsed());
        assertEquals(Duration.ofHours(2), cycle.total(LedgerEntry.Kind.PAUSED));
        assertEquals(Duration.ofHours(1), cycle.total(LedgerEntry.Kind.OUTSIDE_HOURS));
        assertEquals(Duration.ofHours(1), cycle.total(LedgerEntry.Kind.WITHOUT_TARGET));
        assertEquals("RESOLUTION 1", cycle.explain().name());
        assertEquals(
                "elapsed = end - start - outside hours - paused - resolved - without target",
                cycle.explain().formula());
    }
}
