package dev.tenure.examples.benchmarks.retention;

import dev.tenure.survival.comparison.LogRank;
import dev.tenure.survival.comparison.LogRankAccumulator;
import dev.tenure.survival.comparison.LogRankResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** How long it takes to test whether five groups differ, of whole days in columns. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = "-Xmx4g")
public class LogRankOfFiveGroups {

    /** Creates the benchmark; the harness does. */
    public LogRankOfFiveGroups() {}

    /**
     * Asks this library, on one thread.
     *
     * @param columns the lifetimes
     * @return the test
     */
    @Benchmark
    public LogRankResult tenure(LifetimeColumns columns) {
        Lifetimes lifetimes = columns.lifetimes();
        LogRankAccumulator test = LogRank.withDefaults().accumulator(Lifetimes.GROUP_NAMES);
        test.addAll(lifetimes.group, lifetimes.days, lifetimes.ended);
        return test.result();
    }
}
