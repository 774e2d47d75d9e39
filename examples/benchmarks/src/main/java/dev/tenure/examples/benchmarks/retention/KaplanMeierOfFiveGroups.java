package dev.tenure.examples.benchmarks.retention;

import dev.tenure.survival.GroupedSurvivalAccumulator;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.SurvivalCurves;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.biojava.nbio.survival.cox.StrataInfo;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long it takes to tell the survival curves of five groups with Greenwood's errors, of whole days in columns. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = "-Xmx4g")
public class KaplanMeierOfFiveGroups {

    /** Creates the benchmark; the harness does. */
    public KaplanMeierOfFiveGroups() {}

    /**
     * Asks this library, on one thread.
     *
     * @param columns the lifetimes
     * @return the curves
     */
    @Benchmark
    public SurvivalCurves tenure(LifetimeColumns columns) {
        return curves(columns.lifetimes());
    }

    /**
     * Asks the database, on one thread.
     *
     * @param table the lifetimes
     * @return the steps
     * @throws SQLException if the question fails
     */
    @Benchmark
    public double[][] duckDb(OneThread table) throws SQLException {
        return table.database().survival();
    }

    /**
     * Asks the other library, which is not asked about more rows because each is some objects.
     *
     * @param rows the lifetimes
     * @return the curves
     * @throws Exception if the question fails
     */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    public Map<String, StrataInfo> bioJava(Objects rows) throws Exception {
        return rows.groups.curves();
    }

    static SurvivalCurves curves(Lifetimes lifetimes) {
        GroupedSurvivalAccumulator curves = KaplanMeier.withDefaults().accumulator(Lifetimes.GROUP_NAMES);
        curves.addAll(lifetimes.group, lifetimes.days, lifetimes.ended);
        return curves.result();
    }

    /** Lifetimes in a database that uses one thread. */
    public static class OneThread extends DatabaseState {

        /** Creates the state; the harness does. */
        public OneThread() {
            super(1);
        }

        @Override
        DuckDb filled(int count) throws SQLException {
            return DuckDb.of(Lifetimes.of(count));
        }
    }

    /** Lifetimes as objects. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // the harness sets up
    public static class Objects {

        /** How many lifetimes there are. */
        @Param("100000")
        public int rows;

        private BioJavaCurves groups;

        /** Creates the state; the harness does. */
        public Objects() {}

        /** Makes the objects anew, because a question changes them. */
        @Setup(Level.Iteration)
        public void setUp() {
            groups = BioJavaCurves.of(Lifetimes.of(rows));
        }
    }
}
