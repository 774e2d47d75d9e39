package dev.tenure.examples.spark;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Computes the figures of a book on Spark, one after another. */
final class OnSpark {

    private final Book book;
    private final Question question;
    private final Timings timings;
    private final Faults faults = new Faults();

    OnSpark(Book book, Question question, Timings timings) {
        this.book = book;
        this.question = question;
        this.timings = timings;
    }

    /** Returns the figures of the rows that have no fault. */
    Figures figures() {
        Names names = timings.time("names", () -> Names.of(book.contracts()));
        return new Figures(
                counted("cohorts", () -> Cohorts.of(book.invoices(), question))
                        .accumulator()
                        .result(),
                counted("lifespans", () -> Lifespans.of(book.contracts(), names.segments(), question))
                        .accumulator()
                        .result(),
                names.reasons().isEmpty()
                        ? Optional.empty()
                        : Optional.of(timed("reasons", () -> Reasons.of(book.contracts(), names.reasons(), question))
                                .accumulator()
                                .result()),
                timed("movements", () -> Movements.of(book.contracts(), question))
                        .accumulator()
                        .result(),
                counted("recommendation", () -> Recommendation.of(book.surveys(), question))
                        .accumulator()
                        .result(),
                timings.time("purchases", () -> Purchases.of(book, question)));
    }

    /** Returns the faults of all three tables. */
    Faults faults() {
        return faults;
    }

    private <T extends Tally<?>> T timed(String figure, Supplier<T> tally) {
        return timings.time(figure, tally);
    }

    /** The faults of a table are counted with one figure of those that read it. */
    private <T extends Tally<?>> T counted(String figure, Supplier<T> tally) {
        T counted = timed(figure, tally);
        faults.merge(counted.faults());
        return counted;
    }

    /** The segments and the reasons that occur, in order. */
    private record Names(ImmutableList<String> segments, ImmutableList<String> reasons) {

        static Names of(Dataset<Row> contracts) {
            Row names = contracts
                    .where(Book.FAULT + " IS NULL")
                    .selectExpr(
                            "sort_array(collect_set(segment))",
                            "sort_array(collect_set(if(trim(churn_reason) IN ('', '%s'), NULL, churn_reason)))"
                                    .formatted(Reasons.UNKNOWN))
                    .head();
            return new Names(ImmutableList.copyOf(names.getList(0)), ImmutableList.copyOf(names.getList(1)));
        }
    }
}
