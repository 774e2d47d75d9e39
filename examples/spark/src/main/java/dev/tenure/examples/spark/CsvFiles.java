package dev.tenure.examples.spark;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads CSV files without Spark: a file, or the files of a folder, as many at a time as there are threads. */
final class CsvFiles {

    private static final String ENDING = ".csv";

    private final Path folder;
    private final ForkJoinPool threads;

    CsvFiles(Path folder, ForkJoinPool threads) {
        this.folder = folder;
        this.threads = threads;
    }

    /**
     * Gives each file of a table an accumulator, and merges them.
     *
     * @param empty makes an accumulator without rows
     * @param add adds a row
     * @param merge adds what another accumulator holds, and returns the first
     */
    <A> A count(Table table, Supplier<A> empty, Step<A> add, BinaryOperator<A> merge) {
        List<Path> files = files(folder.resolve(table.fileName() + ENDING));
        try {
            return threads.submit(() -> files.parallelStream()
                            .map(file -> count(table, file, empty.get(), add))
                            .reduce(merge)
                            .orElseGet(empty))
                    .get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static List<Path> files(Path path) {
        if (Files.isRegularFile(path)) {
            return ImmutableList.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static <A> A count(Table table, Path file, A accumulator, Step<A> add) {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
            Days days = new Days();
            boolean header = true;
            for (CsvRecord row : rows) {
                if (header) {
                    checkHeader(table, file, row);
                    header = false;
                } else {
                    add(file, row, accumulator, add, days);
                }
            }
            return accumulator;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void checkHeader(Table table, Path file, CsvRecord header) {
        if (!header.getFields().equals(table.columnNames())) {
            throw new BadInput("%s must have the columns %s: %s".formatted(file, table.columns(), header.getFields()));
        }
    }

    private static <A> void add(Path file, CsvRecord row, A accumulator, Step<A> add, Days days) {
        try {
            add.take(accumulator, row, days);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException wrong) {
            throw new BadInput("%s, line %d: %s".formatted(file, row.getStartingLineNumber(), wrong.getMessage()));
        }
    }

    /** Dates as epoch days. A file holds few that differ. */
    static final class Days {

        private final Map<String, Integer> known = new HashMap<>();

        int of(String date) {
            return known.computeIfAbsent(
                    date, text -> (int) LocalDate.parse(text).toEpochDay());
        }
    }

    /** What is done with a row. */
    @FunctionalInterface
    interface Step<A> {
        void take(A accumulator, CsvRecord row, Days days);
    }
}
