package dev.tenure.examples.benchmarks.retention;

import dev.tenure.survival.GroupedSurvivalAccumulator;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.SurvivalCurves;
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

/** As {@link KaplanMeierOfFiveGroups}, of times that are not whole days and hardly ever equal. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = "-Xmx4g")
@SuppressWarnings("NullAway.Init") // the harness sets up
public class KaplanMeierOfFractions {

    /** How many lifetimes there are. */
    @Param({"100000", "1000000", "10000000"})
    public int rows;

    private Lifetimes lifetimes;
    private double[] days;

    /** Creates the benchmark; the harness does. */
    public KaplanMeierOfFractions() {}

    /** Draws the lifetimes. */
    @Setup
    public void setUp() {
        lifetimes = Lifetimes.of(rows);
        days = lifetimes.fractions();
    }

    /**
     * Asks this library, on one thread.
     *
     * @return the curves
     */
    @Benchmark
    public SurvivalCurves tenure() {
        GroupedSurvivalAccumulator curves = KaplanMeier.withDefaults().accumulator(Lifetimes.GROUP_NAMES);
        curves.addAll(lifetimes.group, days, lifetimes.ended);
        return curves.result();
    }
}
