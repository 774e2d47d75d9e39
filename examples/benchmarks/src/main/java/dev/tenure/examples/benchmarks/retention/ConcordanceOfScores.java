package dev.tenure.examples.benchmarks.retention;

import dev.tenure.survival.prediction.Concordance;
import dev.tenure.survival.prediction.ConcordanceResult;
import java.util.Arrays;
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

/** How long it takes to tell how often who scores higher leaves earlier, with the error, of scores in columns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = "-Xmx4g")
@SuppressWarnings("NullAway.Init") // the harness sets up
public class ConcordanceOfScores {

    /** How many scores there are. */
    @Param({"10000", "100000", "1000000"})
    public int rows;

    private double[] days;
    private boolean[] ended;
    private double[] scores;

    /** Creates the benchmark; the harness does. */
    public ConcordanceOfScores() {}

    /** Draws the lifetimes; one covariate is the score. */
    @Setup
    public void setUp() {
        Covariates covariates = Covariates.of(rows);
        days = Arrays.stream(covariates.days).asDoubleStream().toArray();
        ended = covariates.ended;
        scores = covariates.values[2];
    }

    /**
     * Asks this library, on one thread.
     *
     * @return the concordance
     */
    @Benchmark
    public ConcordanceResult tenure() {
        return Concordance.withDefaults().of(days, ended, scores);
    }
}
