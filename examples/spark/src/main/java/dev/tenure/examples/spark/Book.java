package dev.tenure.examples.spark;

import static org.apache.spark.sql.functions.expr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The tables of an agency. Each has the columns of {@link Table} and a last one, {@code fault}, that says what is wrong with the row.
 *
 * @param contracts who was a client, from when to when, and what it paid
 * @param invoices what was charged
 * @param surveys what clients answered
 */
record Book(Dataset<Row> contracts, Dataset<Row> invoices, Dataset<Row> surveys) {

    /** The column that is null in a row without fault. */
    static final String FAULT = "fault";

    /** The start of a contract as an epoch day. */
    static final String START = "unix_date(start)";

    /** The end of a contract as an epoch day, or {@link Question#NEVER}. */
    static final String END = "coalesce(unix_date(end), " + Question.NEVER + ")";

    /**
     * Reads the tables of a folder, which may be on any file system that Spark knows.
     *
     * @param spark the session
     * @param folder where {@code contracts.csv} and the others are, or {@code contracts.parquet}; each a file or a folder of files
     * @param format which of them to read; whichever there is if it is not said
     */
    static Book read(SparkSession spark, String folder, Optional<TableFormat> format) {
        return new Book(
                table(spark, Table.CONTRACTS, folder, format),
                table(spark, Table.INVOICES, folder, format),
                table(spark, Table.SURVEYS, folder, format));
    }

    /** Returns the same rows, dealt out into a number of parts. */
    Book inParts(int parts) {
        UnaryOperator<Dataset<Row>> deal = rows -> rows.repartition(parts);
        return new Book(deal.apply(contracts), deal.apply(invoices), deal.apply(surveys));
    }

    private static Dataset<Row> table(SparkSession spark, Table table, String folder, Optional<TableFormat> asked) {
        TableFormat format = asked.orElseGet(() -> found(spark, table, folder));
        Dataset<Row> rows = format.read(spark, table, path(folder, table, format));
        List<String> columns = Arrays.stream(rows.columns())
                .filter(column -> !column.equals(Table.UNREADABLE))
                .map(column -> "`" + column + "`")
                .toList();
        return rows.withColumn(FAULT, expr(table.fault(columns))).drop(Table.UNREADABLE);
    }

    private static TableFormat found(SparkSession spark, Table table, String folder) {
        boolean csv = exists(spark, path(folder, table, TableFormat.CSV));
        boolean parquet = exists(spark, path(folder, table, TableFormat.PARQUET));
        if (csv == parquet) {
            throw new BadInput((csv
                            ? "%1$s has %2$s.csv and %2$s.parquet: --format must say which to read"
                            : "%1$s must have %2$s.csv or %2$s.parquet")
                    .formatted(folder, table.fileName()));
        }
        return csv ? TableFormat.CSV : TableFormat.PARQUET;
    }

    private static String path(String folder, Table table, TableFormat format) {
        return folder + "/" + table.fileName() + format.ending();
    }

    private static boolean exists(SparkSession spark, String path) {
        try {
            Path file = new Path(path);
            return file.getFileSystem(spark.sparkContext().hadoopConfiguration())
                    .exists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
