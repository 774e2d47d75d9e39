package dev.tenure.examples.benchmarks.retention;

import dev.tenure.survival.regression.CoxData;
import dev.tenure.survival.regression.CoxModel;
import dev.tenure.survival.regression.CoxRegression;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** How long it takes to fit a Cox regression by Efron's method on five covariates in columns, sorting and tests included. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = "-Xmx4g")
public class CoxOfFiveCovariates {

    /** Creates the benchmark; the harness does. */
    public CoxOfFiveCovariates() {}

    /**
     * Asks this library, on one thread.
     *
     * @param columns the lifetimes and covariates
     * @return the model
     */
    @Benchmark
    public CoxModel tenure(Columns columns) {
        return model(columns.covariates);
    }

    /**
     * Asks the other library.
     *
     * @param objects the lifetimes and covariates
     * @return the coefficients
     * @throws Exception if the question fails
     */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    public List<Double> bioJava(Objects objects) throws Exception {
        return objects.regression.coefficients();
    }

    static CoxModel model(Covariates covariates) {
        CoxData data = CoxData.of(covariates.days, covariates.ended);
        for (int j = 0; j < Covariates.NAMES.size(); j++) {
            data = data.withCovariate(Covariates.NAMES.get(j), covariates.values[j]);
        }
        return CoxRegression.withDefaults().of(data);
    }

    /** Lifetimes and covariates in columns. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // the harness sets up
    public static class Columns {

        /** How many lifetimes there are. */
        @Param({"10000", "100000", "1000000"})
        public int rows;

        private Covariates covariates;

        /** Creates the state; the harness does. */
        public Columns() {}

        /** Draws the lifetimes. */
        @Setup
        public void setUp() {
            covariates = Covariates.of(rows);
        }
    }

    /** Lifetimes and covariates as objects. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // the harness sets up
    public static class Objects {

        /** How many lifetimes there are. */
        @Param({"10000", "100000"})
        public int rows;

        private BioJavaCox regression;

        /** Creates the state; the harness does. */
        public Objects() {}

        /** Makes the objects anew, because a regression changes them. */
        @Setup(Level.Iteration)
        public void setUp() {
            regression = BioJavaCox.of(Covariates.of(rows));
        }
    }
}
