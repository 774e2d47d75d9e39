package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.money.ExactMoney;
import java.io.Serial;
import java.io.Serializable;
import org.joda.money.CurrencyUnit;

/** What each client paid at the start and pays at the end. A client may come in many rows: its amounts are added up. */
final class Snapshots implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final ClientKeys clients = new ClientKeys();
    private final ExactColumn opening;
    private final ExactColumn closing;

    Snapshots(CurrencyUnit currency) {
        opening = new ExactColumn(currency);
        closing = new ExactColumn(currency);
    }

    int size() {
        return clients.size();
    }

    int number(long clientKey) {
        return clients.number(clientKey);
    }

    long key(int client) {
        return clients.key(client);
    }

    ExactColumn opening() {
        return opening;
    }

    ExactColumn closing() {
        return closing;
    }

    void add(long clientKey, long openingMinorUnits, long closingMinorUnits) {
        checkArgument(openingMinorUnits >= 0, "openingMinorUnits must not be negative: %s", openingMinorUnits);
        checkArgument(closingMinorUnits >= 0, "closingMinorUnits must not be negative: %s", closingMinorUnits);
        int client = clients.number(clientKey);
        opening.add(client, openingMinorUnits);
        closing.add(client, closingMinorUnits);
    }

    void add(long clientKey, ExactMoney start, ExactMoney end) {
        checkArgument(start.signum() >= 0, "opening must not be negative: %s", start);
        checkArgument(end.signum() >= 0, "closing must not be negative: %s", end);
        int client = clients.number(clientKey);
        opening.add(client, start);
        closing.add(client, end);
    }

    void addAll(long[] clientKeys, long[] openingMinorUnits, long[] closingMinorUnits) {
        Columns.check("openingMinorUnits", openingMinorUnits.length, clientKeys.length);
        Columns.check("closingMinorUnits", closingMinorUnits.length, clientKeys.length);
        for (int i = 0; i < clientKeys.length; i++) {
            add(clientKeys[i], openingMinorUnits[i], closingMinorUnits[i]);
        }
    }

    void addAll(Snapshots other) {
        for (int i = 0; i < other.clients.size(); i++) {
            int client = clients.number(other.clients.key(i));
            opening.add(client, other.opening, i);
            closing.add(client, other.closing, i);
        }
    }
}
