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

/** How long it takes to fit a BG/NBD model, with standard errors, to raw rows of customers in columns; 2 357 is the size of the published sample. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = "-Xmx4g")
public class FitOfBgNbd {

    /** Creates the benchmark; the harness does. */
    public FitOfBgNbd() {}

    /**
     * Asks this library, on one thread: equal rows are found, and the covariance is computed.
     *
     * @param columns the customers
     * @return the fit
     */
    @Benchmark
    public ModelFit<PurchaseModel> tenure(Columns columns) {
        return columns.customers.fit(PurchaseModelKind.BG_NBD);
    }

    /**
     * Searches as one writes it from the paper, on one thread, without standard errors.
     *
     * @param columns the customers
     * @return the parameters
     */
    @Benchmark
    public double[] textbook(FewColumns columns) {
        return Textbook.bgNbd(columns.customers);
    }

    /** Customers. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // the harness sets up
    public static class Columns {

        /** How many customers there are. */
        @Param({"1000", "2357", "10000", "100000", "1000000"})
        public int rows;

        private Customers customers;

        /** Creates the state; the harness does. */
        public Columns() {}

        /** Draws the customers. */
        @Setup
        public void setUp() {
            customers = Customers.of(rows);
        }
    }

    /** As many customers as the search of the paper can be asked about. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // the harness sets up
    public static class FewColumns {

        /** How many customers there are. */
        @Param({"1000", "2357", "10000"})
        public int rows;

        private Customers customers;

        /** Creates the state; the harness does. */
        public FewColumns() {}

        /** Draws the customers. */
        @Setup
        public void setUp() {
            customers = Customers.of(rows);
        }
    }
}
