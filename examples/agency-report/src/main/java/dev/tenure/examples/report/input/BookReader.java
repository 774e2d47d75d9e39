package dev.tenure.examples.report.input;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.contract.Contract;
import dev.tenure.examples.report.input.Book.CurrencySource;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;

/**
 * Reads the files of an agency.
 *
 * <p>Every file is comma-separated, UTF-8, with a header line; columns are found by their names, and those that are not known
 * are ignored. Dates are like {@code 2025-03-01}, amounts have a decimal point. A file is read row by row; what is kept of an
 * invoice is sixteen bytes.
 *
 * <p>All amounts are of one currency: no rates of exchange are read. It is the one that was asked for, else that of the first
 * row of the contracts, else of the invoices, else of the clients, else {@link #DEFAULT_CURRENCY}. A row in another one is
 * faulty.
 *
 * <p>Times of tickets have an offset, or are read in the zone that was asked for; without one a time that has no offset cannot be
 * read.
 */
public final class BookReader {

    /** The currency of amounts if nothing says which. */
    public static final CurrencyUnit DEFAULT_CURRENCY = CurrencyUnit.of("RUB");

    private final InputFolder folder;
    private final Optional<CurrencyUnit> wanted;
    private final Optional<ZoneId> zone;
    private final ColumnNames invoiceColumns;
    private final ReadProgress progress;

    private BookReader(
            InputFolder folder,
            Optional<CurrencyUnit> wanted,
            Optional<ZoneId> zone,
            ColumnNames invoiceColumns,
            ReadProgress progress) {
        this.folder = folder;
        this.wanted = wanted;
        this.zone = zone;
        this.invoiceColumns = invoiceColumns;
        this.progress = progress;
    }

    /**
     * Returns a reader of a folder.
     *
     * @param folder where the files are
     * @return the reader
     */
    public static BookReader of(InputFolder folder) {
        return new BookReader(
                Objects.requireNonNull(folder, "folder"),
                Optional.empty(),
                Optional.empty(),
                ColumnNames.STANDARD,
                ReadProgress.none());
    }

    /**
     * Returns this reader with a currency.
     *
     * @param currency the currency of all amounts
     * @return the changed reader
     */
    public BookReader with(CurrencyUnit currency) {
        return new BookReader(folder, Optional.of(currency), zone, invoiceColumns, progress);
    }

    /**
     * Returns this reader with a zone.
     *
     * @param local the zone in which times without an offset are read and days begin
     * @return the changed reader
     */
    public BookReader with(ZoneId local) {
        return new BookReader(folder, wanted, Optional.of(local), invoiceColumns, progress);
    }

    /**
     * Returns this reader with somebody to be told how far it has come.
     *
     * @param told who is told
     * @return the changed reader
     */
    public BookReader with(ReadProgress told) {
        return new BookReader(folder, wanted, zone, invoiceColumns, Objects.requireNonNull(told, "told"));
    }

    /**
     * Returns this reader with other names of the columns of invoices.
     *
     * @param names what they are called in the header
     * @return the changed reader
     */
    public BookReader with(ColumnNames names) {
        return new BookReader(folder, wanted, zone, Objects.requireNonNull(names, "names"), progress);
    }

    /**
     * Reads the files that are there.
     *
     * @return what they say and what is wrong with them
     * @throws IOException if a file cannot be read
     */
    public Reading read() throws IOException {
        Optional<CurrencyUnit> found = wanted.isPresent() ? wanted : FirstCurrency.in(folder, invoiceColumns);
        CurrencyUnit currency = found.orElse(DEFAULT_CURRENCY);
        Faults faults = new Faults();
        ClientKeys keys = new ClientKeys();
        LastDay lastDay = new LastDay();
        Clients clients = new Clients(keys, currency, lastDay);
        ContractAssembly assembly = new ContractAssembly(faults);
        Contracts contracts = new Contracts(keys, currency, lastDay, assembly);
        Invoices invoices = new Invoices(keys, currency, lastDay);
        Surveys surveys = new Surveys(keys, lastDay);
        TimeZones zones = new TimeZones(zone);
        Tickets tickets = new Tickets(keys, zones, lastDay);
        TicketEvents events = new TicketEvents(tickets.columns(), zones, lastDay);
        Targets targets = new Targets();
        ImmutableMap.Builder<InputFile, FileFacts> files = ImmutableMap.builder();
        read(InputFile.CLIENTS, Clients.Name.values(), clients::read, faults, files);
        read(InputFile.CONTRACTS, Contracts.Name.values(), contracts::read, faults, files);
        read(InputFile.INVOICES, Invoices.Name.values(), invoices::read, faults, files);
        read(InputFile.SURVEYS, Surveys.Name.values(), surveys::read, faults, files);
        read(InputFile.TICKETS, Tickets.Name.values(), tickets::read, faults, files);
        read(InputFile.TICKET_EVENTS, TicketEvents.Name.values(), events::read, faults, files);
        read(InputFile.SLA, Targets.Name.values(), targets::read, faults, files);
        events.columns().group(tickets.columns().size());
        // only now is it known which rows fall with others of their contract
        ImmutableList<Contract> agreed = assembly.contracts();
        Book book = new Book(
                currency,
                source(found),
                keys,
                clients.clients(),
                agreed,
                invoices.columns(),
                surveys.rows(),
                tickets.columns(),
                events.columns(),
                targets.rows(),
                zones.zone(),
                withLeftOut(
                        files.build(),
                        ImmutableMap.of(
                                InputFile.CONTRACTS,
                                assembly.leftOut(),
                                InputFile.TICKETS,
                                tickets.leftOut(),
                                InputFile.TICKET_EVENTS,
                                events.columns().leftOut(tickets.columns()))),
                lastDay.result());
        return new Reading(book, faults.kept(), faults.count(), !faults.unreadable());
    }

    private void read(
            InputFile file,
            Column[] columns,
            Consumer<Row> reader,
            Faults faults,
            ImmutableMap.Builder<InputFile, FileFacts> files)
            throws IOException {
        if (folder.has(file)) {
            ColumnNames names = file == InputFile.INVOICES ? invoiceColumns : ColumnNames.STANDARD;
            files.put(file, new Table(folder, file, List.of(columns), names, faults, progress).read(reader));
        }
    }

    private static ImmutableMap<InputFile, FileFacts> withLeftOut(
            Map<InputFile, FileFacts> files, Map<InputFile, Long> leftOut) {
        return files.entrySet().stream()
                .collect(ImmutableMap.toImmutableMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().withMoreBadRows(leftOut.getOrDefault(entry.getKey(), 0L))));
    }

    private CurrencySource source(Optional<CurrencyUnit> found) {
        if (wanted.isPresent()) {
            return CurrencySource.OPTION;
        }
        return found.isPresent() ? CurrencySource.DATA : CurrencySource.DEFAULT;
    }
}
