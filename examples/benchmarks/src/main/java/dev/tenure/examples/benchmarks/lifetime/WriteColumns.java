package dev.tenure.examples.benchmarks.lifetime;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes the customers that are timed into files of big-endian numbers, a file a column, for peers that run elsewhere. */
public final class WriteColumns {

    private static final int ROWS = 1_000_000;

    private WriteColumns() {}

    /**
     * Writes a million customers: repeat purchases, days to the last one and days to the end.
     *
     * @param arguments the directory to write into, which is made
     * @throws IOException if it cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        Customers customers = Customers.of(ROWS);
        write(
                directory.resolve("repeats"),
                Arrays.stream(customers.repeats).asDoubleStream().toArray());
        write(directory.resolve("recency"), customers.recency);
        write(directory.resolve("age"), customers.age);
    }

    private static void write(Path file, double[] numbers) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (double number : numbers) {
                out.writeDouble(number);
            }
        }
    }
}
