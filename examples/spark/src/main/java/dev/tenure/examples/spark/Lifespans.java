package dev.tenure.examples.spark;

import com.google.common.collect.ImmutableList;
import dev.tenure.survival.GroupedSurvivalAccumulator;
import dev.tenure.survival.KaplanMeier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How long do contracts last? A survival curve for each segment. */
final class Lifespans {

    private Lifespans() {}

    static Tally<GroupedSurvivalAccumulator> of(
            Dataset<Row> contracts, ImmutableList<String> segments, Question question) {
        return Tally.of(
                contracts.selectExpr("segment", Book.START, Book.END, Book.FAULT),
                () -> KaplanMeier.withDefaults().accumulator(segments),
                (accumulator, row) -> {
                    int start = row.getInt(1);
                    int end = row.getInt(2);
                    if (question.isKnown(start)) {
                        accumulator.add(
                                segments.indexOf(row.getString(0)), question.days(start, end), question.isEnded(end));
                    }
                },
                GroupedSurvivalAccumulator::merge);
    }
}
