package dev.tenure.sla.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import dev.tenure.client.ClientId;
import dev.tenure.explain.Outcome;
import dev.tenure.sla.BreachCause;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaOutcome;
import dev.tenure.sla.SlaTargetKind;
import dev.tenure.sla.SlaVerdict;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example of docs/sla-compliance.md. */
class SlaComplianceWorkedExampleTest {

    @Test
    void theNumbersOfThePageAreThese() {
        SlaOutcome kept = SlaOutcome.builder()
                .client(ClientId.of("alpha"))
                .kind(SlaTargetKind.RESOLUTION)
                .priority(Priority.NORMAL)
                .start(Instant.parse("2026-03-02T09:00:00Z"))
                .end(Instant.parse("2026-03-02T11:00:00Z"))
                .working(Duration.ofHours(2))
                .target(Duration.ofHours(8))
                .verdict(SlaVerdict.MET)
                .build();
        SlaOutcome late = kept.toBuilder()
                .end(Instant.parse("2026-03-04T11:00:00Z"))
                .breachedAt(Instant.parse("2026-03-02T17:00:00Z"))
                .working(Duration.ofHours(18))
                .verdict(SlaVerdict.BREACHED)
                .cause(BreachCause.UNASSIGNED)
                .build();
        SlaOutcome stillLate = late.toBuilder()
                .client(ClientId.of("beta"))
                .working(Duration.ofHours(12))
                .verdict(SlaVerdict.OPEN_BREACHED)
                .cause(BreachCause.IN_WORK)
                .build();
        SlaOutcome inTime = kept.toBuilder()
                .working(Duration.ofHours(6))
                .verdict(SlaVerdict.OPEN)
                .build();
        List<SlaOutcome> tickets = List.of(
                kept,
                kept.toBuilder().working(Duration.ofHours(4)).build(),
                kept.toBuilder().working(Duration.ofHours(7)).build(),
                late,
                stillLate,
                inTime);

        SlaComplianceResult compliance = SlaCompliance.withDefaults().of(tickets);
        Interval interval = compliance.interval().orElseThrow();
        Outcome<Double> asBmcCounts = SlaCompliance.withDefaults()
                .with(ComplianceDenominator.RESOLVED)
                .of(tickets)
                .value();
        Proportion alpha = compliance.byClient().get(ClientId.of("alpha")).proportion();
        Proportion unassigned = compliance.causeShare(BreachCause.UNASSIGNED);

        ResponseTimeResult resolution =
                ResponseTime.withDefaults().with(SlaTargetKind.RESOLUTION).of(tickets);
        double medianHours = resolution.median().value().orElseThrow() / 3600;
        BreachProbability willBreak = resolution.breachProbability(inTime);

        assertEquals(Proportion.of(3, 5), compliance.proportion());
        assertEquals(0.2307, interval.lower(), 5e-5);
        assertEquals(0.8824, interval.upper(), 5e-5);
        assertEquals(Outcome.of(0.75), asBmcCounts);
        assertEquals(Proportion.of(3, 4), alpha);
        assertEquals(Proportion.of(1, 2), unassigned);
        assertEquals(7, medianHours);
        assertEquals(18.0 * 3600, resolution.p90().value().orElseThrow());
        assertEquals(2 / 3.0, willBreak.value().orElseThrow(), 1e-12);
        assertEquals(3, willBreak.comparable());
        assertEquals(
                ImmutableList.of("2026-03"),
                compliance.byPeriod().keySet().stream().map(Object::toString).collect(ImmutableList.toImmutableList()));
    }
}
