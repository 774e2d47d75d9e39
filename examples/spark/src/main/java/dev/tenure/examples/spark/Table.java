package dev.tenure.examples.spark;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The tables of a book: their columns, and what a row must be like. Spark itself takes a wrong cell for an empty one. */
enum Table {
    /** A row is a contract of a client. */
    CONTRACTS(
            "client_id BIGINT, segment STRING, start DATE, end DATE, churn_reason STRING, monthly_fee_minor BIGINT",
            ImmutableList.of("client_id", "segment", "start", "monthly_fee_minor"),
            ImmutableMap.of(
                    "end < start", "end must not be before start",
                    "trim(churn_reason) <> '' AND end IS NULL", "churn_reason must be empty without an end",
                    "monthly_fee_minor < 0", "monthly_fee_minor must not be negative")),

    /** A row is an invoice, or a credit note with a negative amount. */
    INVOICES(
            "client_id BIGINT, date DATE, amount_minor BIGINT",
            ImmutableList.of("client_id", "date", "amount_minor"),
            ImmutableMap.of()),

    /** A row is an answer to "would you recommend us?". */
    SURVEYS(
            "client_id BIGINT, date DATE, score INT",
            ImmutableList.of("client_id", "date", "score"),
            ImmutableMap.of("score NOT BETWEEN 0 AND 10", "score must be from 0 to 10"));

    /** Where a reader leaves the text of a row that it cannot take apart. */
    static final String UNREADABLE = "unreadable";

    private final String columns;
    private final ImmutableList<String> required;
    private final ImmutableMap<String, String> rules;

    Table(String columns, ImmutableList<String> required, ImmutableMap<String, String> rules) {
        this.columns = columns;
        this.required = required;
        this.rules = rules;
    }

    /** Returns the columns. */
    StructType schema() {
        return StructType.fromDDL(columns);
    }

    /** Returns the names of the columns. */
    ImmutableList<String> columnNames() {
        return Splitter.on(", ")
                .splitToStream(columns)
                .map(column -> column.substring(0, column.indexOf(' ')))
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the type of a column, if the table has it. */
    Optional<DataType> type(String column) {
        return Arrays.stream(schema().fields())
                .filter(field -> field.name().equals(column))
                .map(StructField::dataType)
                .findFirst();
    }

    /** Returns the name of its files, without the ending. */
    String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the SQL expression of what is wrong with a row, null if nothing is.
     *
     * @param columns the columns of the file, in its order
     */
    String fault(Iterable<String> columns) {
        String cases = required.stream()
                        .map(column -> " WHEN %s IS NULL THEN '%s must not be empty'".formatted(column, column))
                        .collect(Collectors.joining())
                + rules.entrySet().stream()
                        .map(rule -> " WHEN %s THEN '%s'".formatted(rule.getKey(), rule.getValue()))
                        .collect(Collectors.joining());
        String reason = "CASE WHEN %s IS NOT NULL THEN 'must be %s'%s END".formatted(UNREADABLE, this.columns, cases);
        String row = "coalesce(%s, to_csv(struct(%s)))".formatted(UNREADABLE, String.join(", ", columns));
        return "CASE WHEN %s IS NOT NULL THEN %s END".formatted(reason, Fault.sql(row, reason));
    }

    /** Returns the columns in words. */
    String columns() {
        return columns;
    }

    /** Returns columns in words. */
    static String words(StructType columns) {
        return Arrays.stream(columns.fields())
                .map(field -> field.name() + " " + field.dataType().sql())
                .collect(Collectors.joining(", "));
    }
}
