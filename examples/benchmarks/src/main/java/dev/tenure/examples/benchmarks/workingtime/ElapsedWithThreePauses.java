package dev.tenure.examples.benchmarks.workingtime;

import dev.tenure.sla.SlaTarget;
import dev.tenure.sla.SlaTargetKind;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How long it takes to tell the working time of a ticket that pauses three times. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ElapsedWithThreePauses {

    private final SlaTarget target =
            SlaTarget.of(SlaTargetKind.RESOLUTION, DeadlineWithThreePauses.TIME, OfficeHours.calendar());
    private final PausedTickets tickets = new PausedTickets();
    private int asked;

    /**
     * Asks this library.
     *
     * @return the working time
     */
    @Benchmark
    public Duration tenure() {
        int i = next();
        return target.elapsed(tickets.start[i], tickets.stop[i], tickets.pauses[i]);
    }

    /**
     * Asks this library without objects.
     *
     * @return the working time in seconds
     */
    @Benchmark
    public long tenureSeconds() {
        int i = next();
        return target.elapsedSeconds(tickets.startSecond[i], tickets.stopSecond[i], tickets.pauseSeconds[i]);
    }

    /**
     * Asks the loop over days.
     *
     * @return the working time
     */
    @Benchmark
    public Duration dayLoop() {
        int i = next();
        return DayLoop.elapsed(tickets.start[i], tickets.stop[i], tickets.pauses[i].intervals());
    }

    private int next() {
        asked = (asked + 1) & (Questions.COUNT - 1);
        return asked;
    }
}
