package dev.tenure.examples.benchmarks.retention;

import java.sql.SQLException;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Rows in a database, before it is asked. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // the harness sets up
public abstract class DatabaseState {

    /** How many rows there are. */
    @Param({"100000", "1000000", "10000000"})
    public int rows;

    private final int threads;
    private DuckDb database;

    DatabaseState(int threads) {
        this.threads = threads;
    }

    /** Returns a database with so many rows. */
    abstract DuckDb filled(int count) throws SQLException;

    /**
     * Fills the database.
     *
     * @throws SQLException if that fails
     */
    @Setup
    public void setUp() throws SQLException {
        database = filled(rows);
        database.useThreads(threads);
    }

    /**
     * Empties the database.
     *
     * @throws SQLException if that fails
     */
    @TearDown
    public void tearDown() throws SQLException {
        database.close();
    }

    DuckDb database() {
        return database;
    }
}
