package dev.tenure.examples.spark;

import com.google.common.io.ByteStreams;
import com.google.common.io.CountingOutputStream;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.calendar.Granularity;
import dev.tenure.lifetime.noncontractual.PurchaseAccumulator;
import dev.tenure.lifetime.noncontractual.PurchaseLogAccumulator;
import dev.tenure.lifetime.noncontractual.PurchaseModel;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.LongStream;
import org.joda.money.CurrencyUnit;

/**
 * Measures how the histories of clients without a contract grow with their number: bytes, serialized, and processor time on one machine. Prints a table. It needs no Spark.
 */
public final class Growth {

    private static final Question QUESTION =
            new Question(SampleClient.AS_OF, Granularity.MONTH, CurrencyUnit.of("RUB"));

    /** So that what is timed is compiled. */
    private static final long WARM_UP = 20_000;

    private Growth() {}

    /**
     * Runs the measurements.
     *
     * @param arguments numbers of clients
     * @throws IOException never: nothing is written
     */
    public static void main(String[] arguments) throws IOException {
        line(WARM_UP);
        System.out.println(
                "| clients | invoices | bytes a client, not folded | bytes a client, folded | histories | bytes a history "
                        + "| bytes a client, histories | seconds to fold | seconds to fit | seconds to foretell | purchases foretold |");
        System.out.println("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (String clients : arguments) {
            System.out.println(line(Long.parseLong(clients)));
        }
    }

    @CanIgnoreReturnValue
    private static String line(long clients) throws IOException {
        PurchaseLogAccumulator log = Purchases.log(QUESTION);
        long invoices = fill(log, clients);
        double unfolded = size(log);
        double start = seconds();
        log.foldClients();
        double folding = seconds();
        double folded = size(log);
        PurchaseAccumulator histories = Purchases.fit().accumulator();
        histories.addAll(log.result());
        double fitting = seconds();
        PurchaseModel model = histories.result().model().orElseThrow();
        double fitted = seconds();
        PurchaseForecast.Result forecast =
                PurchaseForecast.of(model, log.result()).result();
        double foretold = seconds();
        return String.format(
                Locale.ROOT,
                "| %d | %d | %.1f | %.1f | %d | %.1f | %.1f | %.2f | %.2f | %.2f | %.0f |",
                clients,
                invoices,
                unfolded / clients,
                folded / clients,
                histories.distinctHistories(),
                (double) size(histories) / histories.distinctHistories(),
                (double) size(histories) / clients,
                folding - start,
                fitted - fitting,
                foretold - fitted,
                forecast.purchases());
    }

    /** Adds invoices year by year, as a ledger has them. */
    private static long fill(PurchaseLogAccumulator log, long clients) {
        return LongStream.rangeClosed(SampleClient.FIRST_DAY.getYear(), SampleClient.AS_OF.getYear())
                .map(year -> LongStream.range(0, clients)
                        .map(client -> add(log, SampleClient.ofProjects(client), year))
                        .sum())
                .sum();
    }

    private static long add(PurchaseLogAccumulator log, SampleClient client, long year) {
        long added = 0;
        for (SampleClient.Invoice invoice : client.invoices()) {
            if (invoice.date().getYear() == year) {
                log.add(invoice.client(), (int) invoice.date().toEpochDay(), invoice.amountMinor());
                added++;
            }
        }
        return added;
    }

    private static long size(Serializable accumulator) throws IOException {
        CountingOutputStream bytes = new CountingOutputStream(ByteStreams.nullOutputStream());
        try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(accumulator);
        }
        return bytes.getCount();
    }

    private static double seconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
    }
}
