package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.client.Client;
import dev.tenure.client.ClientId;
import dev.tenure.contract.Contract;
import dev.tenure.examples.report.input.Book;
import dev.tenure.examples.report.input.ClientKeys;
import dev.tenure.examples.report.input.InputFile;
import dev.tenure.examples.report.input.InvoiceColumns;
import dev.tenure.examples.report.input.SurveyRow;
import java.time.LocalDate;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/**
 * What of a book is known on a day: what is dated on it or later is left out, but for the invoices, whose columns are not copied.
 *
 * @param book the book
 * @param asOf the first day that is not known
 * @param contracts the contracts that have begun
 * @param surveys the answers so far
 * @param clients the clients by id
 */
record Facts(
        Book book,
        LocalDate asOf,
        ImmutableList<Contract> contracts,
        ImmutableList<SurveyRow> surveys,
        ImmutableMap<ClientId, Client> clients) {

    static Facts of(Book book, LocalDate asOf) {
        return new Facts(
                book,
                asOf,
                book.contracts().stream()
                        .filter(contract -> contract.start().isBefore(asOf))
                        .collect(toImmutableList()),
                book.surveys().stream().filter(row -> row.date().isBefore(asOf)).collect(toImmutableList()),
                book.clients().stream().collect(toImmutableMap(Client::id, client -> client)));
    }

    CurrencyUnit currency() {
        return book.currency();
    }

    InvoiceColumns invoices() {
        return book.invoices();
    }

    ClientKeys keys() {
        return book.keys();
    }

    LocalDate lastDay() {
        return asOf.minusDays(1);
    }

    boolean hasContracts() {
        return book.has(InputFile.CONTRACTS) && !contracts.isEmpty();
    }

    boolean hasInvoices() {
        return firstInvoice().isPresent();
    }

    /** Returns the first day of the contracts, or without them of the invoices; empty if nothing has happened yet. */
    OptionalInt firstDay() {
        return hasContracts()
                ? contracts.stream()
                        .mapToInt(contract -> Math.toIntExact(contract.start().toEpochDay()))
                        .min()
                : firstInvoice();
    }

    /** Tells whether an invoice is dated before the day of the figures. */
    boolean isKnown(int invoice) {
        return invoices().epochDay(invoice) < asOf.toEpochDay();
    }

    String name(ClientId id) {
        Client client = clients.get(id);
        return client == null ? id.value() : client.name();
    }

    String name(int key) {
        return name(ClientId.of(keys().id(key)));
    }

    Stream<Client> knownClients() {
        return clients.values().stream()
                .filter(client -> client.acquiredOn().map(asOf::isAfter).orElse(true));
    }

    private OptionalInt firstInvoice() {
        return IntStream.range(0, invoices().size())
                .filter(this::isKnown)
                .map(invoices()::epochDay)
                .min();
    }

    Facts {
        Objects.requireNonNull(book, "book");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(contracts, "contracts");
        Objects.requireNonNull(surveys, "surveys");
        Objects.requireNonNull(clients, "clients");
    }
}
