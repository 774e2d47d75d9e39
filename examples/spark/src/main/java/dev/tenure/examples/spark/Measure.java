package dev.tenure.examples.spark;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Measures the six figures with Spark and without, for books of several sizes, each in a process of its own, and prints a table. The
 * books are written into a folder once, and read from the cache of the system.
 */
public final class Measure {

    private static final ImmutableList<String> STEPS =
            ImmutableList.of("names", "cohorts", "lifespans", "reasons", "movements", "recommendation", "purchases");

    private static final Pattern LINE = Pattern.compile("(seconds|megabytes) ?(.*) ([0-9.]+)");
    private static final String HEAP = "-Xmx4g";

    private final Path folder;

    private Measure(Path folder) {
        this.folder = folder;
    }

    /**
     * Runs the measurements.
     *
     * @param arguments the folder for the books, and the numbers of rows
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the program is stopped
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Measure measure = new Measure(Path.of(arguments[0]));
        System.out.println("| rows | how | all | " + String.join(" | ", STEPS) + " | processors | memory |");
        System.out.println("|---:|---|---:|" + "---:|".repeat(STEPS.size() + 2));
        for (String rows : List.of(arguments).subList(1, arguments.length)) {
            measure.measure(Long.parseLong(rows));
        }
        System.out.printf(
                Locale.ROOT,
                "%nJDK %s, %d processors%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
    }

    private void measure(long rows) throws IOException, InterruptedException {
        Path book = folder.resolve("book-" + rows);
        for (TableFormat format : TableFormat.values()) {
            if (!Files.exists(book.resolve("surveys" + format.ending()))) {
                run(
                        SparkFigures.class,
                        "--write-sample",
                        book.toString(),
                        "--format",
                        format.name(),
                        "--clients",
                        Long.toString(rows / Sample.ROWS_A_CLIENT));
            }
        }
        ImmutableMap<String, List<String>> ways = ImmutableMap.of(
                "CSV, no Spark, 1 thread", List.of("1"),
                "CSV, no Spark, 2 threads", List.of("2"),
                "CSV, Spark local[2]", List.of("csv", "local[2]"),
                "Parquet, Spark local[2]", List.of("parquet", "local[2]"));
        for (Map.Entry<String, List<String>> way : ways.entrySet()) {
            List<String> how = way.getValue();
            long start = System.nanoTime();
            Map<String, Double> figures = how.size() == 1
                    ? run(OneMachine.class, book.toString(), how.get(0))
                    : run(
                            SparkFigures.class,
                            book.toString(),
                            "--as-of",
                            SampleClient.AS_OF.toString(),
                            "--times",
                            "--format",
                            how.get(0),
                            "--master",
                            how.get(1));
            print(rows, way.getKey(), (System.nanoTime() - start) / 1e9, figures);
        }
    }

    private static void print(long rows, String way, double all, Map<String, Double> figures) {
        System.out.printf(
                Locale.ROOT,
                "| %d | %s | %.1f s | %s | %.1f s | %.0f MB |%n",
                rows,
                way,
                all,
                STEPS.stream()
                        .map(step -> String.format(Locale.ROOT, "%.2f", figures.getOrDefault(step, 0.0)))
                        .collect(Collectors.joining(" | ")),
                figures.getOrDefault("of processors", 0.0),
                figures.getOrDefault("", 0.0));
    }

    /** Runs a program in a process of its own, and returns the numbers that it prints. */
    @CanIgnoreReturnValue
    private static Map<String, Double> run(Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<String, Double> numbers = new LinkedHashMap<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    numbers.put(matcher.group(2), Double.parseDouble(matcher.group(3)));
                }
            }
        }
        checkState(process.waitFor() == 0, "must succeed: %s", command);
        return numbers;
    }
}
