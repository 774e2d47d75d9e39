package dev.tenure.sla;

import static dev.tenure.sla.Clocks.at;
import static dev.tenure.sla.Clocks.office;
import static dev.tenure.sla.Clocks.policy;
import static dev.tenure.sla.Clocks.ticket;
import static dev.tenure.sla.SlaTargetKind.ESTIMATE;
import static dev.tenure.sla.SlaTargetKind.FIRST_RESPONSE;
import static dev.tenure.sla.SlaTargetKind.RESOLUTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSortedMap;
import dev.tenure.client.PersonId;
import dev.tenure.client.Role;
import dev.tenure.sla.terms.SlaTiers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SlaPolicyTest {

    private static final SlaTarget FOR_ALL = office(RESOLUTION, 8);
    private static final SlaTarget FOR_HIGH = office(RESOLUTION, Priority.HIGH, 6);
    private static final SlaTarget FOR_GOLD = FOR_ALL.toBuilder().tier("gold").build();
    private static final SlaTarget FOR_HIGH_GOLD =
            FOR_HIGH.toBuilder().tier("gold").build();

    private static String message(Executable wrong) {
        return assertThrows(IllegalArgumentException.class, wrong).getMessage();
    }

    // which target holds

    @Test
    void mostSpecificTarget_holds() {
        SlaPolicy policy = policy("policy", FOR_HIGH_GOLD, FOR_ALL, FOR_HIGH, FOR_GOLD);
        Optional<String> gold = Optional.of("gold");

        assertEquals(Optional.of(FOR_HIGH_GOLD), policy.targetFor(RESOLUTION, Priority.HIGH, gold));
        assertEquals(Optional.of(FOR_GOLD), policy.targetFor(RESOLUTION, Priority.LOW, gold));
        assertEquals(Optional.of(FOR_HIGH), policy.targetFor(RESOLUTION, Priority.HIGH, Optional.of("silver")));
        assertEquals(Optional.of(FOR_ALL), policy.targetFor(RESOLUTION, Priority.LOW, Optional.empty()));
        assertEquals(Optional.empty(), policy.targetFor(ESTIMATE, Priority.LOW, gold));
    }

    @Test
    void whatWasAgreedWithATier_goesBeforeAPriority() {
        SlaPolicy policy = policy("policy", FOR_HIGH, FOR_GOLD);

        assertEquals(Optional.of(FOR_GOLD), policy.targetFor(RESOLUTION, Priority.HIGH, Optional.of("gold")));
        assertEquals(Optional.empty(), policy.targetFor(RESOLUTION, Priority.LOW, Optional.of("silver")));
    }

    @Test
    void estimateMayTakeAsLongAsTheSolution_orAnyTimeByOtherHours() {
        assertEquals(2, policy("policy", office(ESTIMATE, 8), FOR_ALL).targets().size());
        assertEquals(
                2,
                policy("policy", Clocks.always(ESTIMATE, 20), FOR_ALL).targets().size());
    }

    @Test
    void changedCopies_areEqualIfTheyHoldTheSame() {
        SlaPolicy policy = policy("policy", FOR_ALL);
        assertEquals(policy, policy.toBuilder().build());
        EscalationPath path = path(Duration.ofHours(1));
        assertEquals(path, path.toBuilder().build());
    }

    // history

    @Test
    void versionHoldsFromItsInstantOn() {
        SlaPolicy old = policy("old", FOR_ALL);
        SlaPolicy changed = policy("new", FOR_HIGH);
        SlaPolicyHistory history = SlaPolicyHistory.of(old).thenFrom(at("02T09:00"), changed);

        assertEquals(old, history.inForceAt(Instant.MIN));
        assertEquals(old, history.inForceAt(at("02T09:00").minusNanos(1)));
        assertEquals(changed, history.inForceAt(at("02T09:00")));
        assertEquals(ImmutableSortedMap.of(at("02T09:00"), changed), history.changes());
        assertEquals("old, from 2026-03-02T09:00:00Z new", history.toString());
    }

    @Test
    void historiesAreEqual_ifTheirVersionsAre() {
        SlaPolicy old = policy("old", FOR_ALL);
        SlaPolicyHistory history = SlaPolicyHistory.of(old).thenFrom(at("02T09:00"), old);

        assertEquals(SlaPolicyHistory.of(old).thenFrom(at("02T09:00"), old), history);
        assertEquals(SlaPolicyHistory.of(old).thenFrom(at("02T09:00"), old).hashCode(), history.hashCode());
        assertNotEquals(SlaPolicyHistory.of(old), history);
        assertNotEquals(SlaPolicyHistory.of(policy("new")), SlaPolicyHistory.of(old));
        assertNotEquals(history, (Object) "old");
    }

    // escalation

    private static EscalationPath path(Duration... times) {
        EscalationPathBuilder path = EscalationPath.builder();
        for (int i = 0; i < times.length; i++) {
            path.addLevel(EscalationPath.Level.of("level " + i, Role.AGENCY_HEAD, times[i]));
        }
        return path.build();
    }

    @Test
    void levelIsDue_onceItsTimeIsReached() {
        EscalationPath path = path(Duration.ofHours(1), Duration.ofHours(2));

        assertEquals(Optional.empty(), path.levelDue(Duration.ofMinutes(59)));
        assertEquals(Optional.of(path.levels().get(0)), path.levelDue(Duration.ofHours(1)));
        assertEquals(Optional.of(path.levels().get(1)), path.levelDue(Duration.ofHours(9)));
    }

    // events

    /** Of two priorities the more urgent one holds, of two tiers the last in the alphabet. */
    @Test
    void eventsAtOneInstant_haveOneOrder() {
        Ticket ticket = ticket(
                "02T09:00",
                Clocks.priority("02T10:00", Priority.HIGH),
                Clocks.priority("02T10:00", Priority.LOW),
                new TicketEvent.TierChanged(at("02T10:00"), "silver"),
                new TicketEvent.TierChanged(at("02T10:00"), "gold"));
        SlaTarget forSilver = FOR_HIGH.toBuilder().tier("silver").build();
        TicketSla sla = SlaClock.of(policy("policy", FOR_HIGH_GOLD, forSilver)).at(ticket, at("02T11:00"));

        assertEquals(Priority.HIGH, sla.priority());
        assertEquals(forSilver, sla.cycles().get(0).target());
    }

    @Test
    void ticketIds_areTheirText() {
        assertEquals("T-1", TicketId.of("T-1").toString());
        assertTrue(TicketId.of("T-1").compareTo(TicketId.of("T-2")) < 0);
        assertEquals(0, TicketId.of("T-1").compareTo(TicketId.of("T-1")));
    }

    // messages

    @Test
    void wrongPolicies_areNamed() {
        assertEquals("name must not be blank: ' '", message(() -> policy(" ")));
        assertEquals(
                "targets must differ in kind, priority or tier: [RESOLUTION, Optional[HIGH], Optional.empty]",
                message(() -> policy("policy", FOR_HIGH, office(RESOLUTION, Priority.HIGH, 1))));
        assertEquals(
                "estimate must not take longer than resolution PT8H: PT9H",
                message(() -> policy("policy", office(ESTIMATE, 9), FOR_ALL)));
        assertEquals(
                "estimate must not take longer than resolution PT6H: PT7H",
                message(() -> policy("policy", office(ESTIMATE, 7), FOR_ALL, FOR_HIGH_GOLD)));
        SlaPolicyBuilder tiers = SlaPolicy.builder()
                .name("policy")
                .clientTiers(SlaTiers.of(SlaTiers.Tier.of("standard", Money.parse("RUB 0"))))
                .addTarget(FOR_GOLD);
        assertEquals("targets must name tiers of the policy: 'gold'", message(tiers::build));
    }

    @Test
    void wrongHistories_areNamed() {
        SlaPolicyHistory history = SlaPolicyHistory.of(policy("old")).thenFrom(at("02T09:00"), policy("new"));
        assertEquals(
                "effectiveFrom must be after that of the version before, 2026-03-02T09:00:00Z: 2026-03-02T09:00:00Z",
                message(() -> history.thenFrom(at("02T09:00"), policy("newer"))));
    }

    @Test
    void wrongPaths_areNamed() {
        assertEquals("levels must not be empty: []", message(() -> EscalationPath.of(List.of())));
        assertEquals(
                "levels must be in the order of time: [PT2H, PT2H]",
                message(() -> path(Duration.ofHours(2), Duration.ofHours(2))));
        EscalationPath.Level one = EscalationPath.Level.of("one", Role.AGENCY_HEAD, Duration.ofHours(1));
        EscalationPath.Level two =
                new EscalationPath.Level("one", Role.AGENCY_HEAD, Optional.of(PersonId.of("ann")), Duration.ofHours(2));
        assertEquals(
                "levels must have names of their own: [one, one]", message(() -> EscalationPath.of(List.of(one, two))));
        assertEquals(
                "name must not be blank: ''",
                message(() -> EscalationPath.Level.of("", Role.AGENCY_HEAD, Duration.ofHours(1))));
        assertEquals(
                "after must be positive: PT0S",
                message(() -> EscalationPath.Level.of("one", Role.AGENCY_HEAD, Duration.ZERO)));
    }

    @Test
    void wrongTickets_areNamed() {
        assertEquals("value must not be blank: ' '", message(() -> TicketId.of(" ")));
        assertEquals(
                "tier must not be blank: ''",
                message(ticket("02T09:00").toBuilder().tier("")::build));
        assertEquals("tier must not be blank: ' '", message(() -> new TicketEvent.TierChanged(at("02T09:00"), " ")));
        assertEquals(
                "percents must be positive: 0",
                message(() -> SlaClock.of(policy("policy")).withThresholds(50, 0)));
    }

    private static String missing(Executable wrong) {
        return assertThrows(NullPointerException.class, wrong).getMessage();
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void missingArguments_areNamed() {
        Instant at = at("02T09:00");
        SlaClock clock = SlaClock.of(policy("policy"));
        assertEquals("policy", missing(() -> SlaPolicyHistory.of(null)));
        assertEquals(
                "effectiveFrom",
                missing(() -> SlaPolicyHistory.of(policy("policy")).thenFrom(null, policy("new"))));
        assertEquals(
                "policy", missing(() -> SlaPolicyHistory.of(policy("policy")).thenFrom(at, null)));
        assertEquals("policies", missing(() -> SlaClock.of((SlaPolicyHistory) null)));
        assertEquals("effect", missing(() -> clock.withPriorityChange(null)));
        assertEquals("effect", missing(() -> clock.withPolicyChange(null)));
        assertEquals("effect", missing(() -> clock.with(null)));
        assertEquals("ticket", missing(() -> clock.at(null, at)));
        assertEquals("asOf", missing(() -> clock.at(ticket("02T09:00"), null)));
        assertEquals(
                "contact", missing(() -> new EscalationPath.Level("one", null, Optional.empty(), Duration.ofHours(1))));
        assertEquals(
                "person", missing(() -> new EscalationPath.Level("one", Role.AGENCY_HEAD, null, Duration.ofHours(1))));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void missingPartsOfEvents_areNamed() {
        Instant at = at("02T09:00");
        for (Executable event : List.<Executable>of(
                () -> new TicketEvent.Assigned(null, PersonId.of("ann")),
                () -> new TicketEvent.PriorityChanged(null, Priority.LOW),
                () -> new TicketEvent.TierChanged(null, "gold"),
                () -> new TicketEvent.Paused(null, PauseReason.ON_HOLD),
                () -> new TicketEvent.Resumed(null, PauseReason.ON_HOLD),
                () -> new TicketEvent.Reopened(null),
                () -> new TicketEvent.ClientMessage(null),
                () -> new TicketEvent.AgencyReply(null),
                () -> new TicketEvent.EstimateGiven(null),
                () -> new TicketEvent.UpdateSent(null),
                () -> new TicketEvent.Reset(null, FIRST_RESPONSE),
                () -> new TicketEvent.Resolved(null),
                () -> new TicketEvent.Cancelled(null))) {
            assertEquals("at", missing(event));
        }
        assertEquals("person", missing(() -> new TicketEvent.Assigned(at, null)));
        assertEquals("priority", missing(() -> new TicketEvent.PriorityChanged(at, null)));
        assertEquals("reason", missing(() -> new TicketEvent.Paused(at, null)));
        assertEquals("reason", missing(() -> new TicketEvent.Resumed(at, null)));
        assertEquals("kind", missing(() -> new TicketEvent.Reset(at, null)));
    }
}
