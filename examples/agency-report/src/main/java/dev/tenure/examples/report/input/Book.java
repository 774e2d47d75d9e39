package dev.tenure.examples.report.input;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.client.Client;
import dev.tenure.contract.Contract;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * What the files of an agency say, without the rows that are faulty.
 *
 * @param currency the currency of all amounts
 * @param currencySource why it is that one
 * @param keys the small numbers by which columns name clients
 * @param clients the rows of {@code clients.csv}, in its order; empty without that file
 * @param contracts the contracts of {@code contracts.csv}, in its order; empty without that file
 * @param invoices the rows of {@code invoices.csv}, in its order; empty without that file
 * @param surveys the rows of {@code surveys.csv}, in its order; empty without that file
 * @param tickets the rows of {@code tickets.csv}, in its order; empty without that file
 * @param ticketEvents the rows of {@code ticket_events.csv}, by ticket; empty without that file
 * @param targets the rows of {@code sla.csv}, in its order; empty without that file
 * @param zone the zone in which days begin and times without an offset were read
 * @param files what was found in each file that there is
 * @param lastDate the last date of the data, empty if there is no row
 */
public record Book(
        CurrencyUnit currency,
        CurrencySource currencySource,
        ClientKeys keys,
        ImmutableList<Client> clients,
        ImmutableList<Contract> contracts,
        InvoiceColumns invoices,
        ImmutableList<SurveyRow> surveys,
        TicketColumns tickets,
        TicketEventColumns ticketEvents,
        ImmutableList<TargetRow> targets,
        ZoneId zone,
        ImmutableMap<InputFile, FileFacts> files,
        Optional<LastDate> lastDate) {

    /** Why the report is in its currency. The order is that of precedence. */
    public enum CurrencySource {
        /** The caller said so. */
        OPTION,
        /** The first row of the contracts, else of the invoices, else of the clients says so. */
        DATA,
        /** Nobody says so. */
        DEFAULT
    }

    /**
     * Creates a book.
     *
     * @param currency the currency of all amounts
     * @param currencySource why it is that one
     * @param keys the small numbers by which columns name clients
     * @param clients the clients
     * @param contracts the contracts
     * @param invoices the invoices
     * @param surveys the survey answers
     * @param tickets the tickets
     * @param ticketEvents what happened to them
     * @param targets within which times it was promised
     * @param zone the zone of times and days
     * @param files what was found in each file
     * @param lastDate the last date of the data
     */
    public Book {
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(currencySource, "currencySource");
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(clients, "clients");
        Objects.requireNonNull(contracts, "contracts");
        Objects.requireNonNull(invoices, "invoices");
        Objects.requireNonNull(surveys, "surveys");
        Objects.requireNonNull(tickets, "tickets");
        Objects.requireNonNull(ticketEvents, "ticketEvents");
        Objects.requireNonNull(targets, "targets");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(files, "files");
        Objects.requireNonNull(lastDate, "lastDate");
    }

    /**
     * Tells whether a file is there.
     *
     * @param file which file
     * @return true if it was read
     */
    public boolean has(InputFile file) {
        return files.containsKey(file);
    }

    /**
     * Returns how many rows were left out because they are faulty.
     *
     * @return the count over all files
     */
    public long badRows() {
        return files.values().stream().mapToLong(FileFacts::badRows).sum();
    }
}
