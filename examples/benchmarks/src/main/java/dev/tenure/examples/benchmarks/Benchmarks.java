package dev.tenure.examples.benchmarks;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks. */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs the benchmarks and prints the table of them.
     *
     * @param arguments those of the harness
     */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        Options options = new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .addProfiler(CpuTime.class)
                .build();
        new Runner(options).run();
        System.out.println("retained bytes " + new Compile().retainedBytes());
    }
}
