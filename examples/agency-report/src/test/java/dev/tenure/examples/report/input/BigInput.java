package dev.tenure.examples.report.input;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Writes a large {@code invoices.csv} to measure with.
 *
 * <p>Every client buys with a probability of its own in each of 48 months and leaves with one in twenty-five; amounts are from 1
 * to 100 000 with two decimals. The seed is fixed: the same count gives the same file.
 *
 * <p>Arguments: the folder, and how many invoices.
 */
public final class BigInput {

    private static final LocalDate FROM = LocalDate.of(2022, 1, 1);
    private static final int MONTHS = 48;
    private static final int DAYS = 28;
    private static final int MOST_MINOR_UNITS = 10_000_000;

    private BigInput() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        write(folder.resolve(InputFile.INVOICES.fileName()), Long.parseLong(arguments[1]));
    }

    private static void write(Path file, long invoices) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("client_id,date,amount\n");
            long left = invoices;
            for (int client = 1; left > 0; client++) {
                left -= writeClient(writer, random, client, left);
            }
        }
    }

    private static long writeClient(BufferedWriter writer, SplittableRandom random, int client, long most)
            throws IOException {
        double activity = random.nextDouble(0.1, 1);
        long written = 0;
        for (int month = random.nextInt(MONTHS); month < MONTHS && written < most; month++) {
            if (random.nextDouble() < activity) {
                int minor = random.nextInt(100, MOST_MINOR_UNITS);
                LocalDate day = FROM.plusMonths(month).plusDays(random.nextInt(DAYS));
                writer.write(
                        "client-" + client + "," + day + "," + minor / 100 + "." + minor / 10 % 10 + minor % 10 + "\n");
                written++;
            }
            if (random.nextInt(25) == 0) {
                break;
            }
        }
        return written;
    }
}
