package dev.tenure.examples.spark;

import static org.apache.spark.sql.functions.lit;

import com.google.common.collect.Lists;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/** A made-up book of any size. Its rows are drawn where they are needed: nothing but the numbers of clients goes there. */
final class Sample {

    /** How many rows the tables have together for each client, on average. */
    static final int ROWS_A_CLIENT = 23;

    private Sample() {}

    /** Returns the tables of a number of clients. */
    static Book of(SparkSession spark, long clients) {
        return new Book(
                table(spark, clients, Table.CONTRACTS, client -> Lists.transform(client.contracts(), Sample::row)),
                table(spark, clients, Table.INVOICES, client -> Lists.transform(client.invoices(), Sample::row)),
                table(spark, clients, Table.SURVEYS, client -> Lists.transform(client.answers(), Sample::row)));
    }

    /** Writes the tables of a number of clients into a folder, which must not have them. */
    static void write(SparkSession spark, long clients, String folder, TableFormat format) {
        Book book = of(spark, clients);
        write(book.contracts(), Table.CONTRACTS, folder, format);
        write(book.invoices(), Table.INVOICES, folder, format);
        write(book.surveys(), Table.SURVEYS, folder, format);
    }

    private static void write(Dataset<Row> rows, Table table, String folder, TableFormat format) {
        rows.drop(Book.FAULT)
                .write()
                .option("header", "true")
                .option("escape", "\"")
                .format(format.name().toLowerCase(Locale.ROOT))
                .save(folder + "/" + table.fileName() + format.ending());
    }

    private static Dataset<Row> table(SparkSession spark, long clients, Table table, Rows rows) {
        FlatMapFunction<Long, Row> draw =
                client -> rows.of(SampleClient.of(client)).iterator();
        return spark.range(clients)
                .flatMap(draw, Encoders.row(table.schema()))
                .withColumn(Book.FAULT, lit(null).cast(DataTypes.StringType));
    }

    private static Row row(SampleClient.Contract row) {
        return RowFactory.create(
                row.client(), row.segment(), row.start(), row.end(), row.reason(), row.monthlyFeeMinor());
    }

    private static Row row(SampleClient.Invoice row) {
        return RowFactory.create(row.client(), row.date(), row.amountMinor());
    }

    private static Row row(SampleClient.Answer row) {
        return RowFactory.create(row.client(), row.date(), row.score());
    }

    /** The rows of one table, of a client; Spark sends it to its machines. */
    @FunctionalInterface
    private interface Rows extends Serializable {
        List<Row> of(SampleClient client);
    }
}
