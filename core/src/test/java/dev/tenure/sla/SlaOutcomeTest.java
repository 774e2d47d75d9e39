package dev.tenure.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenure.sla.performance.Outcomes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SlaOutcomeTest {

    @Provide
    Arbitrary<List<SlaOutcome>> outcomes() {
        return Outcomes.any();
    }

    @Property
    void toBuilder_keepsEverything(@ForAll("outcomes") List<SlaOutcome> outcomes) {
        outcomes.forEach(outcome -> assertEquals(outcome, outcome.toBuilder().build()));
    }

    @Test
    void boundaries_areAllowed() {
        SlaOutcome outcome = Outcomes.outcome(SlaVerdict.BREACHED, 0)
                .breachedAt(Outcomes.START)
                .target(Duration.ofNanos(1))
                .build();

        assertEquals(outcome.start(), outcome.end());
        assertEquals(Optional.of(outcome.end()), outcome.breachedAt());
        assertEquals(Duration.ZERO, outcome.working());
        assertEquals(Optional.empty(), outcome.cause());
    }

    @Test
    void badAttributes_sayWhich() {
        Instant start = Outcomes.START;

        assertEquals(
                "end must not be before start, 2026-03-02T09:00:00Z: 2026-03-02T08:59:59Z",
                message(Outcomes.outcome(SlaVerdict.OPEN, 1).end(start.minusSeconds(1))));
        assertEquals(
                "working must not be negative: PT-0.000000001S",
                message(Outcomes.outcome(SlaVerdict.OPEN, 1).working(Duration.ofNanos(-1))));
        assertEquals(
                "target must be positive: PT0S",
                message(Outcomes.outcome(SlaVerdict.OPEN, 1).target(Duration.ZERO)));
        assertEquals(
                "breachedAt must be present where the verdict is OPEN_BREACHED",
                message(Outcomes.outcome(SlaVerdict.OPEN_BREACHED, 2).breachedAt(Optional.empty())));
        assertEquals(
                "breachedAt must be in [2026-03-02T09:00:00Z, 2026-03-02T11:00:00Z]: 2026-03-02T11:00:01Z",
                message(Outcomes.outcome(SlaVerdict.BREACHED, 2).breachedAt(start.plusSeconds(7_201))));
        assertEquals(
                "breachedAt must be in [2026-03-02T09:00:00Z, 2026-03-02T11:00:00Z]: 2026-03-02T08:59:59Z",
                message(Outcomes.outcome(SlaVerdict.BREACHED, 2).breachedAt(start.minusSeconds(1))));
        assertEquals(
                "breachedAt must be absent where the verdict is MET: 2026-03-02T09:00:00Z",
                message(Outcomes.outcome(SlaVerdict.MET, 1).breachedAt(start)));
        assertEquals(
                "cause must be absent where the verdict is OPEN: REOPENED",
                message(Outcomes.outcome(SlaVerdict.OPEN, 1).cause(BreachCause.REOPENED)));
    }

    private static String message(SlaOutcomeBuilder outcome) {
        return assertThrows(IllegalArgumentException.class, outcome::build).getMessage();
    }
}
