package dev.tenure.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.tenure.sla.performance.SlaCompliance;
import dev.tenure.sla.performance.SlaComplianceResult;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlaClockRandomTest {

    private static final int STREAMS = 10_000;

    @Test
    void clocksOfAnyTicket_holdTogether_andCanBeCounted() {
        ImmutableList.Builder<SlaOutcome> outcomes = ImmutableList.builder();
        Set<BreachCause> causes = EnumSet.noneOf(BreachCause.class);
        Set<SlaCycleState> states = EnumSet.noneOf(SlaCycleState.class);
        for (int seed = 0; seed < STREAMS; seed++) {
            TicketSla sla = RandomTickets.seeded(seed).question().check();
            outcomes.addAll(sla.outcomes());
            sla.cycles().forEach(cycle -> states.add(cycle.state()));
            sla.cycles().forEach(cycle -> cycle.cause().ifPresent(causes::add));
        }
        ImmutableList<SlaOutcome> all = outcomes.build();
        SlaComplianceResult compliance = SlaCompliance.withDefaults().of(all);
        long broken =
                all.stream().filter(outcome -> outcome.verdict().isBroken()).count();
        long met = all.stream()
                .filter(outcome -> outcome.verdict() == SlaVerdict.MET)
                .count();
        assertEquals(met, compliance.proportion().successes());
        assertEquals(met + broken, compliance.proportion().trials());
        assertTrue(broken > STREAMS / 10 && met > STREAMS / 10, broken + " broken, " + met + " met");
        assertEquals(EnumSet.allOf(BreachCause.class), causes);
        assertEquals(EnumSet.allOf(SlaCycleState.class), states);
    }
}
