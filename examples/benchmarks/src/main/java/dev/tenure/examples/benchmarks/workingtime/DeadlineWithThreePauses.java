package dev.tenure.examples.benchmarks.workingtime;

import dev.tenure.explain.Outcome;
import dev.tenure.sla.SlaTarget;
import dev.tenure.sla.SlaTargetKind;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How long it takes to tell the deadline of a ticket that pauses three times. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DeadlineWithThreePauses {

    static final Duration TIME = Duration.ofHours(40);

    private final SlaTarget target = SlaTarget.of(SlaTargetKind.RESOLUTION, TIME, OfficeHours.calendar());
    private final PausedTickets tickets = new PausedTickets();
    private int asked;

    /**
     * Asks this library.
     *
     * @return the deadline
     */
    @Benchmark
    public Outcome<Instant> tenure() {
        int i = next();
        return target.deadline(tickets.start[i], tickets.pauses[i]);
    }

    /**
     * Asks the loop over days.
     *
     * @return the deadline
     */
    @Benchmark
    public Instant dayLoop() {
        int i = next();
        return DayLoop.deadline(tickets.start[i], TIME, tickets.pauses[i].intervals());
    }

    private int next() {
        asked = (asked + 1) & (Questions.COUNT - 1);
        return asked;
    }
}
