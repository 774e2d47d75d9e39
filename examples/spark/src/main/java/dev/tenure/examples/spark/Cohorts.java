package dev.tenure.examples.spark;

import static org.apache.spark.sql.functions.col;

import dev.tenure.retention.cohort.CohortAccumulator;
import dev.tenure.retention.cohort.CohortAnalysis;
import dev.tenure.retention.cohort.CohortPolicy;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Of those who came in one period, how many are still charged later, and how much? */
final class Cohorts {

    private Cohorts() {}

    static Tally<CohortAccumulator> of(Dataset<Row> invoices, Question question) {
        return Tally.of(
                invoices.repartition(col("client_id"))
                        .selectExpr("client_id", "unix_date(date)", "amount_minor", Book.FAULT),
                () -> CohortAnalysis.withDefaults()
                        .with(CohortPolicy.of(question.calendar()))
                        .accumulator(question.asOf().minusDays(1)),
                (accumulator, row) -> accumulator.add(row.getLong(0), row.getInt(1), row.getLong(2)),
                CohortAccumulator::foldClients,
                CohortAccumulator::merge);
    }
}
