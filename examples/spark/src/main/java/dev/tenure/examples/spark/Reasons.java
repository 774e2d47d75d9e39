package dev.tenure.examples.spark;

import com.google.common.collect.ImmutableList;
import dev.tenure.survival.competing.AalenJohansen;
import dev.tenure.survival.competing.CompetingRisksAccumulator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Why do contracts end, and by when? The incidence of each reason. */
final class Reasons {

    /** What stands for a reason that nobody knows, if it is not left empty. */
    static final String UNKNOWN = AalenJohansen.UNKNOWN_NAME;

    private Reasons() {}

    static Tally<CompetingRisksAccumulator> of(
            Dataset<Row> contracts, ImmutableList<String> reasons, Question question) {
        return Tally.of(
                contracts.selectExpr("churn_reason", Book.START, Book.END, Book.FAULT),
                () -> AalenJohansen.withCauses(reasons).accumulator(),
                (accumulator, row) -> {
                    int start = row.getInt(1);
                    int end = row.getInt(2);
                    if (question.isKnown(start)) {
                        int cause = cause(reasons, row.getString(0), question.isEnded(end));
                        accumulator.add(question.days(start, end), cause);
                    }
                },
                CompetingRisksAccumulator::merge);
    }

    /** Returns the number of a reason; one that is not listed is not known. */
    static int cause(ImmutableList<String> reasons, @Nullable String reason, boolean ended) {
        if (!ended) {
            return CompetingRisksAccumulator.ONGOING;
        }
        int index = reason == null ? -1 : reasons.indexOf(reason);
        return index < 0 ? CompetingRisksAccumulator.UNKNOWN : index + 1;
    }
}
