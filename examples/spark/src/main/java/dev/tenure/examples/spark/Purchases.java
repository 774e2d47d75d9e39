package dev.tenure.examples.spark;

import static org.apache.spark.sql.functions.col;

import dev.tenure.lifetime.estimation.IntervalMethod;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.noncontractual.BuyTillYouDie;
import dev.tenure.lifetime.noncontractual.PurchaseAccumulator;
import dev.tenure.lifetime.noncontractual.PurchaseLog;
import dev.tenure.lifetime.noncontractual.PurchaseLogAccumulator;
import dev.tenure.lifetime.noncontractual.PurchasePolicy;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * What will clients without a contract still buy? The model BG/NBD of their invoices. Clients with a contract are asked about elsewhere: they neither buy at random nor
 * leave without a word.
 */
final class Purchases {

    private Purchases() {}

    /**
     * Fits the model and foretells purchases. The histories of the clients stay where they were made; their counts come to the driver, and the model goes back.
     */
    static PurchaseOutlook of(Book book, Question question) {
        JavaRDD<Tally<PurchaseLogAccumulator>> clients =
                clients(book, question).persist(StorageLevel.MEMORY_AND_DISK());
        PurchaseOutlook outlook = PurchaseOutlook.of(
                histories(clients).accumulator(),
                model -> Tally.merge(
                                clients,
                                log -> PurchaseForecast.of(model, log.result()),
                                PurchaseForecast::new,
                                PurchaseForecast::merge)
                        .accumulator());
        clients.unpersist();
        return outlook;
    }

    /** Returns what each part knows of its clients, 32 bytes each. */
    static JavaRDD<Tally<PurchaseLogAccumulator>> clients(Book book, Question question) {
        Dataset<Row> underContract =
                book.contracts().where(Book.FAULT + " IS NULL").select("client_id");
        return Tally.parts(
                book.invoices()
                        .join(underContract, new String[] {"client_id"}, "left_anti")
                        .repartition(col("client_id"))
                        .selectExpr("client_id", "unix_date(date)", "amount_minor", Book.FAULT),
                () -> log(question),
                (accumulator, row) -> accumulator.add(row.getLong(0), row.getInt(1), row.getLong(2)),
                PurchaseLogAccumulator::foldClients);
    }

    /** Returns how often each history occurs, which is all that the model needs. */
    static Tally<PurchaseAccumulator> histories(JavaRDD<Tally<PurchaseLogAccumulator>> clients) {
        return Tally.merge(
                clients,
                log -> {
                    PurchaseAccumulator histories = fit().accumulator();
                    histories.addAll(log.result());
                    return histories;
                },
                () -> fit().accumulator(),
                PurchaseAccumulator::merge);
    }

    /** Returns an empty log of invoices. An invoice that is undone by a credit note is no purchase. */
    static PurchaseLogAccumulator log(Question question) {
        return PurchaseLog.withDefaults()
                .with(PurchasePolicy.LEDGER)
                .accumulator(question.asOf().minusDays(1));
    }

    /** Returns the model, by weeks. */
    static BuyTillYouDie fit() {
        return BuyTillYouDie.withDefaults()
                .with(MaximumLikelihood.withDefaults().with(IntervalMethod.delta()));
    }
}
