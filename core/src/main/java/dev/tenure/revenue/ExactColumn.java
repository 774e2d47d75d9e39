package dev.tenure.revenue;

import dev.tenure.money.ExactMoney;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import org.joda.money.CurrencyMismatchException;
import org.joda.money.CurrencyUnit;

/**
 * A running exact sum for each client of {@link ClientKeys}. Whole minor units are {@code long}s in an array; only what is not
 * whole, or too large for a {@code long}, costs an object.
 */
final class ExactColumn implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final CurrencyUnit currency;
    private long[] minorUnits = new long[8];
    private final HashMap<Integer, ExactMoney> rests = new HashMap<>();

    ExactColumn(CurrencyUnit currency) {
        this.currency = currency;
    }

    void add(int client, long amount) {
        reach(client);
        long sum = minorUnits[client] + amount;
        if (((minorUnits[client] ^ sum) & (amount ^ sum)) < 0) { // the sum has overflowed
            add(client, ExactMoney.ofMinor(currency, amount));
        } else {
            minorUnits[client] = sum;
        }
    }

    void add(int client, ExactMoney amount) {
        if (!amount.currency().equals(currency)) { // before anything is kept
            throw new CurrencyMismatchException(currency, amount.currency());
        }
        if (amount.signum() != 0) {
            rests.merge(client, amount, ExactMoney::plus);
        }
    }

    /** Adds what another column holds for one of its clients. */
    void add(int client, ExactColumn other, int otherClient) {
        add(client, other.minorUnits(otherClient));
        ExactMoney rest = other.rests.get(otherClient);
        if (rest != null) {
            add(client, rest);
        }
    }

    /** Tells whether {@link #minorUnits} is all there is. */
    boolean isWhole(int client) {
        return rests.isEmpty() || !rests.containsKey(client);
    }

    long minorUnits(int client) {
        return client < minorUnits.length ? minorUnits[client] : 0;
    }

    int signum(int client) {
        return isWhole(client) ? Long.signum(minorUnits(client)) : total(client).signum();
    }

    ExactMoney total(int client) {
        ExactMoney whole = ExactMoney.ofMinor(currency, minorUnits(client));
        ExactMoney rest = rests.get(client);
        return rest == null ? whole : whole.plus(rest);
    }

    /** Adds the client's sum to a sum of many clients. */
    void addTo(ExactSum sum, int client) {
        sum.add(minorUnits(client));
        ExactMoney rest = rests.get(client);
        if (rest != null) {
            sum.add(rest);
        }
    }

    private void reach(int client) {
        if (client >= minorUnits.length) {
            minorUnits = Arrays.copyOf(minorUnits, Math.max(client + 1, 2 * minorUnits.length));
        }
    }
}
