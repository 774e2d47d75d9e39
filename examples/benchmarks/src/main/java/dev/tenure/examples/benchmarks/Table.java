package dev.tenure.examples.benchmarks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** One figure of the benchmarks of one subject: a row for each question, a column for each who was asked. */
final class Table {

    private static final String TENURE = "tenure";
    /** Who may be asked; a table has a column for each who was. */
    private static final List<String> ASKED =
            List.of(TENURE, "tenureSeconds", "mpxj", "dayLoop", "duckDb", "duckDbTwoThreads", "bioJava", "textbook");

    private static final double MEDIAN = 50;

    private Table() {}

    /** The median with half the range from the lowest to the highest; and for others how many times ours that is. */
    static String ofTimes(Collection<RunResult> results) {
        return of(results, CpuTime.NAME, (statistics, ours) -> {
            double median = statistics.getPercentile(MEDIAN);
            String text = time(median)
                    + String.format(
                            Locale.ROOT, " ±%.0f %%", 50 * (statistics.getMax() - statistics.getMin()) / median);
            double ratio = median / ours.getPercentile(MEDIAN);
            return ratio <= 1 ? text : text + ", " + String.format(Locale.ROOT, ratio < 10 ? "×%.1f" : "×%.0f", ratio);
        });
    }

    /** The median. */
    static String ofBytes(Collection<RunResult> results) {
        return of(
                results,
                "gc.alloc.rate.norm",
                (statistics, ours) -> String.format(Locale.ROOT, "%.0f B", statistics.getPercentile(MEDIAN)));
    }

    private static String of(Collection<RunResult> results, String figure, Cell cell) {
        Map<String, Map<String, Statistics>> rows = new LinkedHashMap<>();
        for (RunResult result : results) {
            Result<?> found =
                    Objects.requireNonNull(result.getSecondaryResults().get(figure), figure);
            rows.computeIfAbsent(question(result), question -> new TreeMap<>())
                    .put(asked(result), found.getStatistics());
        }
        List<String> asked = ASKED.stream()
                .filter(one -> rows.values().stream().anyMatch(row -> row.containsKey(one)))
                .toList();
        return "| question | " + String.join(" | ", asked) + " |\n|---|" + "---:|".repeat(asked.size()) + "\n"
                + rows.entrySet().stream()
                        .map(row -> "| " + row.getKey() + " | " + cells(row.getValue(), asked, cell) + " |\n")
                        .collect(Collectors.joining());
    }

    private static String cells(Map<String, Statistics> row, List<String> asked, Cell cell) {
        return asked.stream()
                .map(row::get)
                .map(own -> own == null ? "–" : cell.text(own, row.getOrDefault(TENURE, own)))
                .collect(Collectors.joining(" | "));
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

    /** What a cell shows of a figure, seeing ours. */
    private interface Cell {

        String text(Statistics statistics, Statistics ours);
    }
}
