package dev.tenure.examples.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.examples.benchmarks.workingtime.CompileTenYears;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs each benchmark for a moment, to see that it runs; what a moment tells about speed is nothing. */
class BenchmarksTest {

    @Test
    void everyBenchmark_runsAndIsInTheTables() throws Exception {
        // builds on one machine may meet
        System.setProperty("jmh.ignoreLock", "true");
        Options moment = new OptionsBuilder()
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(1))
                .verbosity(VerboseMode.SILENT)
                .param("tickets", "1000")
                .param("rows", "1000")
                .shouldFailOnError(true)
                .addProfiler(CpuTime.class)
                .addProfiler(GCProfiler.class)
                .build();

        Collection<RunResult> results = new Runner(moment).run();

        assertEquals(46, results.size());
        String tables = Benchmarks.tables(results);
        assertTrue(tables.contains("\n| between, five years | "), tables);
        assertTrue(tables.contains("\n| plus, hours 1 to 200 | "), tables);
        assertTrue(tables.contains("\n| compile ten years | "), tables);
    }

    @Test
    void tenYears_keepLessThan200Kilobytes() {
        assertTrue(new CompileTenYears().retainedBytes() < 200_000);
    }

    @Test
    void times_haveThreeDigitsAndAUnit() {
        assertEquals("0.51 ns", Table.time(0.5123));
        assertEquals("12.4 ns", Table.time(12.35));
        assertEquals("999 ns", Table.time(999.4));
        assertEquals("1.00 µs", Table.time(999.6));
        assertEquals("2.00 s", Table.time(2e9));
    }
}
