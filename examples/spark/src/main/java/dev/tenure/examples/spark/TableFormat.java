package dev.tenure.examples.spark;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** How the files of a book are written. Columns are found by their names, in any order; others are ignored. */
enum TableFormat {
    /** Text with a header, cells separated by commas. */
    CSV {
        @Override
        Dataset<Row> read(SparkSession spark, Table table, String path) {
            // without a schema all columns are text, and only the first line is read
            StructType found = spark.read().options(STRICT).csv(path).schema();
            StructType typed = new StructType();
            for (StructField column : found.fields()) {
                typed = typed.add(column.name(), table.type(column.name()).orElse(DataTypes.StringType));
            }
            for (StructField column : table.schema().fields()) {
                check(found, column.name(), DataTypes.StringType, path);
            }
            return spark.read()
                    .options(STRICT)
                    .schema(typed.add(Table.UNREADABLE, DataTypes.StringType))
                    .csv(path);
        }
    },

    /** Apache Parquet, with the types of {@link Table}. */
    PARQUET {
        @Override
        Dataset<Row> read(SparkSession spark, Table table, String path) {
            StructType found = spark.read().parquet(path).schema();
            for (StructField column : table.schema().fields()) {
                check(found, column.name(), column.dataType(), path);
            }
            return spark.read().schema(table.schema()).parquet(path).withColumn(Table.UNREADABLE, NOTHING);
        }
    };

    /** Whatever Spark would do silently otherwise: take 2024 for a date, drop cells that are too many, read a column as another. */
    private static final ImmutableMap<String, String> STRICT = ImmutableMap.<String, String>builder()
            .put("header", "true")
            .put("enforceSchema", "false")
            .put("mode", "PERMISSIVE")
            .put("columnNameOfCorruptRecord", Table.UNREADABLE)
            .put("columnPruning", "false")
            .put("dateFormat", "yyyy-MM-dd")
            .put("enableDateTimeParsingFallback", "false")
            .put("escape", "\"")
            .buildOrThrow();

    private static final Column NOTHING = functions.lit(null).cast(DataTypes.StringType);

    abstract Dataset<Row> read(SparkSession spark, Table table, String path);

    /** Returns the ending of the names of its files. */
    String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    private static void check(StructType found, String column, DataType type, String path) {
        boolean fits = Arrays.stream(found.fields())
                .anyMatch(it -> it.name().equals(column) && it.dataType().equals(type));
        if (!fits) {
            throw new BadInput(
                    "%s must have a column %s %s: %s".formatted(path, column, type.sql(), Table.words(found)));
        }
    }
}
