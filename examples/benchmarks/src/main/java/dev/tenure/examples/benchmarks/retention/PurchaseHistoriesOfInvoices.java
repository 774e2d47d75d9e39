package dev.tenure.examples.benchmarks.retention;

import dev.tenure.lifetime.noncontractual.PurchaseLog;
import dev.tenure.lifetime.noncontractual.PurchaseLogAccumulator;
import dev.tenure.lifetime.noncontractual.PurchaseLogResult;
import java.sql.SQLException;
import java.time.LocalDate;
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

/** How long it takes to tell how often, until when and for how long each client bought, of invoices in columns. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = "-Xmx4g")
public class PurchaseHistoriesOfInvoices {

    static final LocalDate END = LocalDate.ofEpochDay(Invoices.FIRST_DAY + Invoices.DAYS - 1L);

    /** Creates the benchmark; the harness does. */
    public PurchaseHistoriesOfInvoices() {}

    /**
     * Asks this library, on one thread.
     *
     * @param columns the invoices
     * @return the histories
     */
    @Benchmark
    public PurchaseLogResult tenure(Columns columns) {
        return log(columns.invoices);
    }

    /**
     * Asks the database, on one thread.
     *
     * @param table the invoices
     * @return the histories
     * @throws SQLException if the question fails
     */
    @Benchmark
    public long[][] duckDb(OneThread table) throws SQLException {
        return table.database().histories(END);
    }

    /**
     * Asks the database, on two threads.
     *
     * @param table the invoices
     * @return the histories
     * @throws SQLException if the question fails
     */
    @Benchmark
    public long[][] duckDbTwoThreads(TwoThreads table) throws SQLException {
        return table.database().histories(END);
    }

    static PurchaseLogResult log(Invoices invoices) {
        PurchaseLogAccumulator rows = PurchaseLog.withDefaults().accumulator(END);
        rows.addAll(invoices.client, invoices.day, invoices.cents);
        return rows.result();
    }

    /** Invoices in columns. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // the harness sets up
    public static class Columns {

        /** How many invoices there are. */
        @Param({"100000", "1000000", "10000000"})
        public int rows;

        private Invoices invoices;

        /** Creates the state; the harness does. */
        public Columns() {}

        /** Draws the invoices. */
        @Setup
        public void setUp() {
            invoices = Invoices.of(rows);
        }
    }

    /** Invoices in a database that uses one thread. */
    public static class OneThread extends DatabaseState {

        /** Creates the state; the harness does. */
        public OneThread() {
            super(1);
        }

        @Override
        DuckDb filled(int count) throws SQLException {
            return DuckDb.of(Invoices.of(count));
        }
    }

    /** Invoices in a database that uses two threads. */
    public static class TwoThreads extends DatabaseState {

        /** Creates the state; the harness does. */
        public TwoThreads() {
            super(2);
        }

        @Override
        DuckDb filled(int count) throws SQLException {
            return DuckDb.of(Invoices.of(count));
        }
    }
}
