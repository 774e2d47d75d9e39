package dev.tenure.examples.benchmarks.retention;

import dev.tenure.survival.competing.AalenJohansen;
import dev.tenure.survival.competing.CompetingRisks;
import dev.tenure.survival.competing.CompetingRisksAccumulator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** How long it takes to tell by when how many left for which of three reasons, with the errors, of whole days in columns. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = "-Xmx4g")
public class IncidenceOfThreeCauses {

    /** Creates the benchmark; the harness does. */
    public IncidenceOfThreeCauses() {}

    /**
     * Asks this library, on one thread.
     *
     * @param columns the lifetimes
     * @return the incidences
     */
    @Benchmark
    public CompetingRisks tenure(LifetimeColumns columns) {
        Lifetimes lifetimes = columns.lifetimes();
        CompetingRisksAccumulator causes =
                AalenJohansen.withCauses(Lifetimes.CAUSE_NAMES).accumulator();
        causes.addAll(lifetimes.days, lifetimes.cause);
        return causes.result();
    }
}
