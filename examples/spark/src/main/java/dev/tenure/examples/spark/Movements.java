package dev.tenure.examples.spark;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max;

import dev.tenure.revenue.RevenueMovements;
import dev.tenure.revenue.RevenueMovementsAccumulator;
import java.io.Serializable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Why did recurring revenue change in the last period?
 *
 * @param opening the last day before the period, as an epoch day
 * @param closing the last day of the period, as an epoch day
 */
record Movements(int opening, int closing) implements Serializable {

    /** The contracts of the client that began before; to find them, Spark brings the rows of a client together. */
    private static final WindowSpec EARLIER =
            Window.partitionBy("client_id").orderBy("start").rowsBetween(Window.unboundedPreceding(), -1);

    static Tally<RevenueMovementsAccumulator> of(Dataset<Row> contracts, Question question) {
        Movements movements = in(question);
        return Tally.of(
                contracts
                        .withColumn("left", max(expr(Book.END)).over(EARLIER))
                        .selectExpr("client_id", Book.START, Book.END, "monthly_fee_minor", "left", Book.FAULT),
                () -> RevenueMovements.withDefaults(question.currency()).accumulator(),
                (accumulator, row) -> movements.add(
                        accumulator,
                        row.getLong(0),
                        row.getInt(1),
                        row.getInt(2),
                        row.getLong(3),
                        row.isNullAt(4) ? Question.NEVER : row.getInt(4)),
                RevenueMovementsAccumulator::foldClients,
                RevenueMovementsAccumulator::merge);
    }

    static Movements in(Question question) {
        return new Movements(
                (int) question.lastPeriod().start().toEpochDay() - 1,
                (int) question.lastPeriod().end().toEpochDay() - 1);
    }

    /**
     * Adds a contract.
     *
     * @param left the last end of the client's contracts that began before, or {@link Question#NEVER}
     */
    void add(RevenueMovementsAccumulator accumulator, long client, int start, int end, long fee, int left) {
        if (start <= opening && opening < end) {
            accumulator.addOpening(client, fee);
        }
        if (start <= closing && closing < end) {
            accumulator.addClosing(client, fee);
        }
        if (left <= opening && opening < start && start <= closing) {
            accumulator.addReturn(client, left, start);
        }
    }
}
