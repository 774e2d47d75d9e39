package dev.tenure.examples.spark;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** How long each step took, and what the process needed. */
final class Timings {

    private static final Path STATUS = Path.of("/proc/self/status");

    private final Map<String, Double> seconds = new LinkedHashMap<>();

    <T> T time(String step, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        seconds.merge(step, (System.nanoTime() - start) / 1e9, Double::sum);
        return result;
    }

    /** Returns a line for each step, one for the processor time and, where Linux tells it, one for the memory. */
    String text() {
        StringBuilder text = new StringBuilder();
        seconds.forEach((step, taken) -> append(text, "seconds " + step, taken));
        append(
                text,
                "seconds of processors",
                ProcessHandle.current()
                                .info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis()
                        / 1e3);
        append(text, "megabytes", residentKilobytes() / 1e3);
        return text.toString();
    }

    private static void append(StringBuilder text, String what, double number) {
        text.append(String.format(Locale.ROOT, "%s %.2f%n", what, number));
    }

    /** Returns the most memory that the process has had, or 0 if nobody knows. */
    private static long residentKilobytes() {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(
                            Splitter.onPattern("\\s+").splitToList(line).get(1)))
                    .findFirst()
                    .orElse(0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
