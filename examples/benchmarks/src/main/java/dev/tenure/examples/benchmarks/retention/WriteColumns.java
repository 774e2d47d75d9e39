package dev.tenure.examples.benchmarks.retention;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntToDoubleFunction;

/** Writes the rows that are timed into files of big-endian numbers, a file a column, for peers that run elsewhere. */
public final class WriteColumns {

    private static final int ROWS = 10_000_000;
    private static final int OBSERVATIONS = 100_000;

    private final Path directory;

    private WriteColumns(Path directory) {
        this.directory = directory;
    }

    /**
     * Writes ten million lifetimes, as many invoices, and a hundred thousand lifetimes with covariates.
     *
     * @param arguments the directory to write into, which is made
     * @throws IOException if it cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        WriteColumns columns = new WriteColumns(Files.createDirectories(Path.of(arguments[0])));
        columns.writeLifetimes(Lifetimes.of(ROWS));
        columns.writeInvoices(Invoices.of(ROWS));
        columns.writeCovariates(Covariates.of(OBSERVATIONS));
    }

    private void writeLifetimes(Lifetimes lifetimes) {
        writeInts("days", lifetimes.rows(), row -> lifetimes.days[row]);
        writeInts("ended", lifetimes.rows(), row -> lifetimes.ended[row] ? 1 : 0);
        writeInts("group", lifetimes.rows(), row -> lifetimes.group[row]);
        writeInts("cause", lifetimes.rows(), row -> lifetimes.cause[row]);
        double[] fractions = lifetimes.fractions();
        writeDoubles("fractions", lifetimes.rows(), row -> fractions[row]);
    }

    private void writeInvoices(Invoices invoices) {
        writeInts("client", invoices.rows(), row -> invoices.client[row]);
        writeInts("day", invoices.rows(), row -> invoices.day[row]);
        writeInts("cents", invoices.rows(), row -> invoices.cents[row]);
    }

    private void writeCovariates(Covariates covariates) {
        writeInts("cox-days", covariates.rows(), row -> covariates.days[row]);
        writeInts("cox-ended", covariates.rows(), row -> covariates.ended[row] ? 1 : 0);
        for (int j = 0; j < Covariates.NAMES.size(); j++) {
            double[] values = covariates.values[j];
            writeDoubles("cox-" + Covariates.NAMES.get(j), covariates.rows(), row -> values[row]);
        }
    }

    private void writeInts(String name, int rows, IntToDoubleFunction value) {
        write(name, out -> {
            for (int row = 0; row < rows; row++) {
                out.writeInt((int) value.applyAsDouble(row));
            }
        });
    }

    private void writeDoubles(String name, int rows, IntToDoubleFunction value) {
        write(name, out -> {
            for (int row = 0; row < rows; row++) {
                out.writeDouble(value.applyAsDouble(row));
            }
        });
    }

    private void write(String name, Column column) {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(directory.resolve(name))))) {
            column.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Column {

        void writeTo(DataOutputStream out) throws IOException;
    }
}
