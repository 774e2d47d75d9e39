package dev.tenure.examples.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** One figure of all benchmarks: a row for each question, a column for each who was asked. */
final class Table {

    private static final List<String> ASKED = List.of("tenure", "tenureSeconds", "mpxj", "dayLoop");

    private static final int MEDIAN = 50;

    private Table() {}

    static String of(Collection<RunResult> results, String figure, Function<Statistics, String> cell) {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        for (RunResult result : results) {
            Result<?> found =
                    Objects.requireNonNull(result.getSecondaryResults().get(figure), figure);
            rows.computeIfAbsent(question(result), question -> new TreeMap<>())
                    .put(asked(result), cell.apply(found.getStatistics()));
        }
        return "| question | " + String.join(" | ", ASKED) + " |\n|---|" + "---:|".repeat(ASKED.size()) + "\n"
                + rows.entrySet().stream()
                        .map(row -> "| " + row.getKey() + " | " + cells(row.getValue()) + " |\n")
                        .collect(Collectors.joining());
    }

    /** The median and, in brackets, the lowest and the highest. */
    static String nanoseconds(Statistics statistics) {
        return time(statistics.getPercentile(MEDIAN)) + " (" + time(statistics.getMin()) + " – "
                + time(statistics.getMax()) + ")";
    }

    /** The median in bytes. */
    static String bytes(Statistics statistics) {
        return String.format(Locale.ROOT, "%.0f B", statistics.getPercentile(MEDIAN));
    }

    /** Three digits and a unit. */
    static String time(double nanoseconds) {
        double value = nanoseconds;
        int unit = 0;
        List<String> units = List.of("ns", "µs", "ms", "s");
        while (value >= 999.5 && unit + 1 < units.size()) {
            value /= 1000;
            unit++;
        }
        int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f %s", value, units.get(unit));
    }

    private static String cells(Map<String, String> row) {
        return ASKED.stream().map(asked -> row.getOrDefault(asked, "–")).collect(Collectors.joining(" | "));
    }

    private static String question(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        String type = benchmark.substring(0, benchmark.lastIndexOf('.'));
        String name = type.substring(type.lastIndexOf('.') + 1).replaceAll("(?<=.)(?=[A-Z])", " ");
        String parameters = result.getParams().getParamsKeys().stream()
                .map(key -> ", " + result.getParams().getParam(key).replace('_', ' '))
                .collect(Collectors.joining());
        return (name + parameters).toLowerCase(Locale.ROOT);
    }

    private static String asked(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }
}
