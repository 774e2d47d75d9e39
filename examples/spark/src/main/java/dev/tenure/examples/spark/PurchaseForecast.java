package dev.tenure.examples.spark;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.lifetime.noncontractual.PurchaseHistory;
import dev.tenure.lifetime.noncontractual.PurchaseLogResult;
import dev.tenure.lifetime.noncontractual.PurchaseModel;
import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * What a model foretells of clients. It is kept in whole numbers, millionths of a purchase and clients by chance, so that the order in which clients are added changes nothing.
 */
final class PurchaseForecast implements Serializable {

    /** How far it reaches. */
    static final Duration HORIZON = Duration.ofDays(365);

    /** From which chance to be a client still the clients of each class are, falling. */
    static final ImmutableList<Double> CHANCES = ImmutableList.of(0.8, 0.5, 0.2, 0.0);

    @Serial
    private static final long serialVersionUID = 1;

    private static final int DIGITS = 6;
    private static final double MILLION = 1e6;

    private final long[] clients = new long[CHANCES.size()];
    private long millionths;

    /** Returns what a model foretells of the clients of a log. */
    static PurchaseForecast of(PurchaseModel model, PurchaseLogResult log) {
        PurchaseForecast forecast = new PurchaseForecast();
        for (int line = 0; line < log.size(); line++) {
            forecast.add(model, log.history(line));
        }
        return forecast;
    }

    /** Adds a client, by himself: predictions for columns are quicker, but their last digits depend on who else is asked about. */
    private void add(PurchaseModel model, PurchaseHistory history) {
        double chance = model.probabilityAlive(history);
        int of = 0;
        while (chance < CHANCES.get(of)) {
            of++;
        }
        clients[of]++;
        millionths = Math.addExact(millionths, Math.round(MILLION * model.expectedPurchases(history, HORIZON)));
    }

    @CanIgnoreReturnValue
    PurchaseForecast merge(PurchaseForecast other) {
        Arrays.setAll(clients, of -> Math.addExact(clients[of], other.clients[of]));
        millionths = Math.addExact(millionths, other.millionths);
        return this;
    }

    Result result() {
        return new Result(
                LongStream.of(clients).boxed().collect(ImmutableList.toImmutableList()),
                BigDecimal.valueOf(millionths, DIGITS));
    }

    /**
     * The forecast as a value.
     *
     * @param clients how many clients are in each class of {@link #CHANCES}
     * @param purchases how many purchases are expected of all of them within {@link #HORIZON}
     */
    record Result(ImmutableList<Long> clients, BigDecimal purchases) {}
}
