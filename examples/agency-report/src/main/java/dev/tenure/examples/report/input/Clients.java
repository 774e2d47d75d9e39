package dev.tenure.examples.report.input;

import com.google.common.collect.ImmutableList;
import dev.tenure.client.AgencyCac;
import dev.tenure.client.Client;
import dev.tenure.client.ClientBuilder;
import dev.tenure.client.ClientId;
import dev.tenure.client.Industry;
import dev.tenure.client.Segment;
import dev.tenure.examples.report.input.Problem.Kind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reads {@code clients.csv}. */
final class Clients {

    /** The columns. */
    enum Name implements Column {
        CLIENT_ID,
        NAME,
        SEGMENT,
        INDUSTRY,
        ACQUIRED_ON,
        ACQUISITION_COST,
        CURRENCY;

        @Override
        public boolean required() {
            return this == CLIENT_ID;
        }
    }

    private final ClientKeys keys;
    private final CurrencyUnit currency;
    private final LastDay lastDay;
    private final Map<String, Long> lines = new HashMap<>();
    private final ImmutableList.Builder<Client> clients = ImmutableList.builder();

    Clients(ClientKeys keys, CurrencyUnit currency, LastDay lastDay) {
        this.keys = keys;
        this.currency = currency;
        this.lastDay = lastDay;
    }

    void read(Row row) {
        String id = row.requiredText(Name.CLIENT_ID);
        String name = row.text(Name.NAME);
        ClientBuilder client = Client.builder();
        readGroups(row, client);
        readAcquisition(row, client);
        Long earlier = lines.putIfAbsent(id, row.line());
        if (earlier != null && !id.isEmpty()) {
            row.fault(Name.CLIENT_ID, Kind.DUPLICATE, id, earlier);
        }
        if (!row.isFaulty()) {
            keys.add(id);
            clients.add(
                    client.id(ClientId.of(id)).name(name.isEmpty() ? id : name).build());
        }
    }

    private static void readGroups(Row row, ClientBuilder client) {
        String segment = row.text(Name.SEGMENT);
        if (!segment.isEmpty()) {
            client.segment(Segment.of(segment));
        }
        String industry = row.text(Name.INDUSTRY);
        if (!industry.isEmpty()) {
            client.industry(Industry.of(industry));
        }
    }

    private void readAcquisition(Row row, ClientBuilder client) {
        if (row.has(Name.ACQUIRED_ON)) {
            int day = row.epochDay(Name.ACQUIRED_ON);
            client.acquiredOn(LocalDate.ofEpochDay(day));
            lastDay.see(InputFile.CLIENTS, row, day);
        }
        if (row.has(Name.ACQUISITION_COST)) {
            long cost = row.minorUnitsNotNegative(Name.ACQUISITION_COST, currency);
            client.acquisitionCost(AgencyCac.of(Money.ofMinor(currency, Math.max(0, cost))));
        }
        row.checkCurrency(Name.CURRENCY, currency);
    }

    ImmutableList<Client> clients() {
        return clients.build();
    }
}
