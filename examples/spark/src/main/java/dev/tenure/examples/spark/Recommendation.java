package dev.tenure.examples.spark;

import dev.tenure.voice.NetPromoterAccumulator;
import dev.tenure.voice.NetPromoterScore;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Would clients recommend us? The net promoter score of all answers before the day of the question. */
final class Recommendation {

    private Recommendation() {}

    static Tally<NetPromoterAccumulator> of(Dataset<Row> surveys, Question question) {
        return Tally.of(
                surveys.selectExpr("unix_date(date)", "score", Book.FAULT),
                () -> NetPromoterScore.withDefaults().accumulator(),
                (accumulator, row) -> {
                    if (question.isKnown(row.getInt(0))) {
                        accumulator.add(row.getInt(1));
                    }
                },
                NetPromoterAccumulator::merge);
    }
}
