package dev.tenure.examples.benchmarks.retention;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Lifetimes in columns, before somebody is asked about them. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // the harness sets up
public class LifetimeColumns {

    /** How many lifetimes there are. */
    @Param({"100000", "1000000", "10000000"})
    public int rows;

    private Lifetimes lifetimes;

    /** Creates the state; the harness does. */
    public LifetimeColumns() {}

    /** Draws the lifetimes. */
    @Setup
    public void setUp() {
        lifetimes = Lifetimes.of(rows);
    }

    Lifetimes lifetimes() {
        return lifetimes;
    }
}
