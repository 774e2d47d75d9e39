package dev.tenure.examples.benchmarks;

import com.google.common.base.Splitter;
import dev.tenure.examples.benchmarks.workingtime.CompileTenYears;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks and prints their figures as tables. */
public final class Benchmarks {

    private static final int FORKS = 2;
    private static final int WARM_UPS = 3;
    private static final int MEASUREMENTS = 5;

    private Benchmarks() {}

    /**
     * Runs the benchmarks, which takes some minutes, and prints their figures as tables.
     *
     * @param arguments those of the harness, such as {@code -f 1 Between} for one process and the benchmarks of one name
     * @throws CommandLineOptionException if the arguments are wrong
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
        System.out.println(tables(new Runner(options(new CommandLineOptions(arguments))).run()));
        System.out.printf(
                Locale.ROOT,
                "Ten years keep %.0f KB.%nJDK %s, %d processors%n",
                new CompileTenYears().retainedBytes() / 1000.0,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
    }

    private static Options options(Options given) {
        return new OptionsBuilder()
                .parent(given)
                .forks(given.getForkCount().orElse(FORKS))
                .warmupIterations(given.getWarmupIterations().orElse(WARM_UPS))
                .warmupTime(given.getWarmupTime().orElse(TimeValue.seconds(1)))
                .measurementIterations(given.getMeasurementIterations().orElse(MEASUREMENTS))
                .measurementTime(given.getMeasurementTime().orElse(TimeValue.seconds(1)))
                .shouldFailOnError(true)
                .addProfiler(CpuTime.class)
                .addProfiler(GCProfiler.class)
                .build();
    }

    /** Returns the tables of each subject, in Markdown. */
    static String tables(Collection<RunResult> results) {
        return results.stream()
                .collect(Collectors.groupingBy(Benchmarks::subject, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(subject -> "# " + subject.getKey()
                        + "\n\nProcessor time: median of all iterations, half the range from lowest to highest, times ours\n\n"
                        + Table.ofTimes(subject.getValue())
                        + "\nMemory allocated\n\n"
                        + Table.ofBytes(subject.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** Returns the last part of the name of the package. */
    private static String subject(RunResult result) {
        List<String> names = Splitter.on('.').splitToList(result.getParams().getBenchmark());
        return names.get(names.size() - 3);
    }
}
