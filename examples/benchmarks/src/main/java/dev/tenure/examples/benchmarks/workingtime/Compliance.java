package dev.tenure.examples.benchmarks.workingtime;

import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaTargetKind;
import dev.tenure.sla.SlaVerdict;
import dev.tenure.sla.performance.SlaCompliance;
import dev.tenure.sla.performance.SlaComplianceAccumulator;
import dev.tenure.sla.performance.SlaComplianceResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long it takes to tell the compliance of many tickets, each with its pauses, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = "-Xmx1g")
@SuppressWarnings("NullAway.Init") // the harness sets up
public class Compliance {

    /** How many tickets there are. */
    @Param("10000000")
    public int tickets;

    private Tickets columns;

    /** Draws the tickets. */
    @Setup
    public void setUp() {
        columns = Tickets.of(tickets);
    }

    /**
     * Counts the working time of each ticket without its pauses, judges it by the target of its priority, and computes the
     * compliance of all.
     *
     * @return the compliance by client, month and priority
     */
    @Benchmark
    public SlaComplianceResult tenure() {
        BusinessCalendar calendar = OfficeHours.calendar();
        SlaComplianceAccumulator compliance = SlaCompliance.withDefaults().accumulator();
        for (int ticket = 0; ticket < columns.count(); ticket++) {
            Priority priority = columns.priority(ticket);
            boolean met = seconds(calendar, ticket) <= targetHours(priority) * 3600;
            compliance.add(
                    columns.client(ticket),
                    SlaTargetKind.RESOLUTION,
                    priority,
                    columns.stop[ticket],
                    met ? SlaVerdict.MET : SlaVerdict.BREACHED);
        }
        return compliance.result();
    }

    private static long targetHours(Priority priority) {
        return switch (priority) {
            case CRITICAL -> 4;
            case HIGH -> 8;
            case NORMAL -> 16;
            case LOW -> 40;
        };
    }

    private long seconds(BusinessCalendar calendar, int ticket) {
        long seconds = 0;
        int from = columns.start[ticket];
        for (int pause = 0; pause < Tickets.PAUSES; pause++) {
            seconds += calendar.secondsBetween(from, columns.pauses[2 * pause][ticket]);
            from = columns.pauses[2 * pause + 1][ticket];
        }
        return seconds + calendar.secondsBetween(from, columns.stop[ticket]);
    }
}
