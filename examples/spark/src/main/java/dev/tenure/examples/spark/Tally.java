package dev.tenure.examples.spark;

import com.google.common.collect.Iterators;
import java.io.Serial;
import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * An accumulator that has been given the rows of a table, and the faults of the rows that it could not be given. This is all that
 * Spark has to know of the library: how to begin, how to add a row, and how to merge.
 *
 * @param <A> the accumulator
 */
final class Tally<A extends Serializable> implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final A accumulator;
    private final Faults faults = new Faults();

    private Tally(A accumulator) {
        this.accumulator = accumulator;
    }

    /**
     * Gives each part of the rows an accumulator, and merges them.
     *
     * @param rows the rows; the last column is the fault, null if there is none
     * @param empty makes an accumulator without rows
     * @param add adds a row without fault
     * @param merge adds what another accumulator holds
     */
    static <A extends Serializable> Tally<A> of(Dataset<Row> rows, Start<A> empty, Step<A, Row> add, Step<A, A> merge) {
        return of(rows, empty, add, accumulator -> {}, merge);
    }

    /**
     * Gives each part of the rows an accumulator, folds it, and merges them.
     *
     * @param rows the rows, those of each client in one part; the last column is the fault, null if there is none
     * @param empty makes an accumulator without rows
     * @param add adds a row without fault
     * @param fold keeps only the sums of the clients of the part
     * @param merge adds what another accumulator holds
     */
    static <A extends Serializable> Tally<A> of(
            Dataset<Row> rows, Start<A> empty, Step<A, Row> add, Fold<A> fold, Step<A, A> merge) {
        return merge(parts(rows, empty, add, fold), accumulator -> accumulator, empty, merge);
    }

    /**
     * Gives each part of the rows an accumulator, and folds it. Nothing of them leaves its machine.
     *
     * @param rows the rows, those of each client in one part; the last column is the fault, null if there is none
     * @param empty makes an accumulator without rows
     * @param add adds a row without fault
     * @param fold keeps only the sums of the clients of the part
     */
    static <A extends Serializable> JavaRDD<Tally<A>> parts(
            Dataset<Row> rows, Start<A> empty, Step<A, Row> add, Fold<A> fold) {
        return rows.toJavaRDD()
                .mapPartitions(part -> Iterators.singletonIterator(count(part, empty.make(), add, fold)));
    }

    /**
     * Makes of the accumulator of each part what is asked of it, and merges that.
     *
     * @param parts the parts
     * @param turn makes another accumulator of one
     * @param empty makes such an accumulator of nothing
     * @param merge adds what another such accumulator holds
     */
    static <A extends Serializable, B extends Serializable> Tally<B> merge(
            JavaRDD<Tally<A>> parts, Turn<A, B> turn, Start<B> empty, Step<B, B> merge) {
        return parts.map(tally -> tally.turn(turn))
                .treeAggregate(
                        new Tally<>(empty.make()),
                        (tally, other) -> tally.merge(other, merge),
                        (tally, other) -> tally.merge(other, merge));
    }

    A accumulator() {
        return accumulator;
    }

    Faults faults() {
        return faults;
    }

    private static <A extends Serializable> Tally<A> count(
            Iterator<Row> part, A accumulator, Step<A, Row> add, Fold<A> fold) {
        Tally<A> tally = new Tally<>(accumulator);
        part.forEachRemaining(row -> tally.add(row, add));
        fold.apply(accumulator);
        return tally;
    }

    private void add(Row row, Step<A, Row> add) {
        int fault = row.size() - 1;
        if (row.isNullAt(fault)) {
            add.take(accumulator, row);
        } else {
            faults.add(row.getString(fault));
        }
    }

    private <B extends Serializable> Tally<B> turn(Turn<A, B> turn) {
        Tally<B> turned = new Tally<>(turn.apply(accumulator));
        turned.faults.merge(faults);
        return turned;
    }

    private Tally<A> merge(Tally<A> other, Step<A, A> merge) {
        merge.take(accumulator, other.accumulator);
        faults.merge(other.faults);
        return this;
    }

    /** How an accumulator begins. These are serializable, for Spark sends them to its machines. */
    @FunctionalInterface
    interface Start<A> extends Serializable {
        A make();
    }

    /** What is done with a row, or with another accumulator. */
    @FunctionalInterface
    interface Step<A, T> extends Serializable {
        void take(A accumulator, T next);
    }

    /** What is done with an accumulator that has all rows of its clients. */
    @FunctionalInterface
    interface Fold<A> extends Serializable {
        void apply(A accumulator);
    }

    /** What is made of an accumulator. */
    @FunctionalInterface
    interface Turn<A, B> extends Serializable {
        B apply(A accumulator);
    }
}
