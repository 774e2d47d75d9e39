package dev.tenure.examples.benchmarks.lifetime;

import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.noncontractual.PurchaseModel;
import dev.tenure.lifetime.noncontractual.PurchaseModelKind;
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

/** How long it takes to fit a Pareto/NBD model, with standard errors, to raw rows of customers in columns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = "-Xmx4g")
@SuppressWarnings("NullAway.Init") // the harness sets up
public class FitOfParetoNbd {

    /** How many customers there are. */
    @Param({"1000", "2357", "10000", "100000", "1000000"})
    public int rows;

    private Customers customers;

    /** Creates the benchmark; the harness does. */
    public FitOfParetoNbd() {}

    /** Draws the customers. */
    @Setup
    public void setUp() {
        customers = Customers.of(rows);
    }

    /**
     * Asks this library, on one thread.
     *
     * @return the fit
     */
    @Benchmark
    public ModelFit<PurchaseModel> tenure() {
        return customers.fit(PurchaseModelKind.PARETO_NBD);
    }
}
