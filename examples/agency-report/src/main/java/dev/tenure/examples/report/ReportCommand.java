package dev.tenure.examples.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.calendar.BusinessDays;
import dev.tenure.calendar.DayHours;
import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.MissingYears;
import dev.tenure.examples.report.figures.Preset;
import dev.tenure.examples.report.figures.ReportFigures;
import dev.tenure.examples.report.figures.ReportRequest;
import dev.tenure.examples.report.input.Book;
import dev.tenure.examples.report.input.BookReader;
import dev.tenure.examples.report.input.ColumnNames;
import dev.tenure.examples.report.input.Currencies;
import dev.tenure.examples.report.input.Fault;
import dev.tenure.examples.report.input.InputFile;
import dev.tenure.examples.report.input.InputFolder;
import dev.tenure.examples.report.input.Reading;
import dev.tenure.examples.report.page.Caveats;
import dev.tenure.examples.report.page.Report;
import dev.tenure.examples.report.page.ReportPage;
import dev.tenure.examples.report.sample.SampleAgency;
import dev.tenure.examples.report.sample.SampleTruth;
import dev.tenure.examples.report.service.Policies;
import dev.tenure.examples.report.service.ServiceRules;
import dev.tenure.money.Ratio;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command: its options, and what it does with them. */
@Command(
        name = "agency-report",
        description = {
            "Reads an agency's CSV files and writes a retention report: one HTML file that needs nothing else.",
            "Without a folder it reports on a sample agency."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the report is written",
            "1:something unexpected happened",
            "2:the arguments or the files are at fault; nothing is written"
        })
final class ReportCommand implements Callable<Integer> {

    /** Three monthly invoices in a row that did not come. */
    private static final int DAYS_UNTIL_INACTIVE = 90;

    private static final int FAULTS_ON_THE_PAGE = 50;

    private static final Pattern EXTENSION = Pattern.compile("(?<=.)\\.[^.]*$");

    private static final Pattern DECIMAL = Pattern.compile("\\d*\\.?\\d+");

    private final boolean watched;
    private final LocalDate today;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "<folder or file>",
            description = "The folder with clients.csv, contracts.csv, invoices.csv, surveys.csv, tickets.csv, "
                    + "ticket_events.csv, sla.csv. All but one of contracts.csv and invoices.csv may be missing. "
                    + "Or one CSV file of invoices, whatever its name.")
    Optional<Path> folder = Optional.empty();

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "<column>=<name>",
            description = "What the columns of the invoices are called, where the header has other names, such as "
                    + "client_id=Id,date=Date,amount=Price.")
    Map<String, String> columns = Map.of();

    @Option(
            names = "--as-of",
            paramLabel = "<date>",
            description =
                    "The day for which the figures are given, such as 2025-03-01; what is dated on it or later is "
                            + "not yet known. Without it, the day after the last date in the data, or today if that is earlier.")
    Optional<LocalDate> asOf = Optional.empty();

    @Option(
            names = "--currency",
            paramLabel = "<code>",
            description =
                    "The currency of the amounts, such as RUB. Without it, that of the first row; without a column "
                            + "for it, RUB.")
    Optional<String> currency = Optional.empty();

    @Option(
            names = "--granularity",
            paramLabel = "<period>",
            description = "How long a period is: ${COMPLETION-CANDIDATES}. Without it, ${DEFAULT-VALUE}.")
    Granularity granularity = Granularity.MONTH;

    @Option(
            names = "--out",
            paramLabel = "<file>",
            description = "The file to write. Without it, ${DEFAULT-VALUE} in the current folder.")
    Path out = Path.of("report.html");

    @Option(
            names = "--lang",
            paramLabel = "<language>",
            description = "The language: ${COMPLETION-CANDIDATES}. Without it, ${DEFAULT-VALUE}.")
    Language language = Language.EN;

    @Option(
            names = "--inactive-after",
            paramLabel = "<days>",
            description = "Without contracts: after how many days without an invoice a client counts as lost. "
                    + "Without it, ${DEFAULT-VALUE}.")
    int inactiveAfter = DAYS_UNTIL_INACTIVE;

    @Option(
            names = "--fit-until",
            paramLabel = "<date>",
            description =
                    "Without contracts: the last day whose invoices the models of purchases are fitted to, such as "
                            + "2024-09-30; what they say of the days after it is held against the invoices that came. Without it, "
                            + "they are fitted to all invoices.")
    Optional<LocalDate> fitUntil = Optional.empty();

    @Option(
            names = "--gross-margin",
            paramLabel = "<share>",
            description =
                    "With contracts: the share of revenue left after the direct cost of serving a client, such as "
                            + "0.45; what a client is worth is then gross margin. Without it, revenue.")
    Optional<String> grossMargin = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "<preset>",
            description = "Whose rules the figures follow: ${COMPLETION-CANDIDATES}. Without it, ${DEFAULT-VALUE}.")
    Preset preset = Preset.STANDARD;

    @Option(
            names = "--zone",
            paramLabel = "<zone>",
            description =
                    "The zone in which the agency works, such as Europe/Moscow: times without an offset are read in it. "
                            + "Without it, the offset of the first time in the tickets; for the sample, Europe/Moscow.")
    Optional<ZoneId> zone = Optional.empty();

    @Option(
            names = "--work-hours",
            paramLabel = "<hours>",
            description =
                    "When the agency works from Monday to Friday, such as 10:00-19:00. Without it, 09:00-13:00,14:00-18:00.")
    Optional<DayHours> workHours = Optional.empty();

    @Option(
            names = "--holidays",
            paramLabel = "<country>",
            description =
                    "Whose holidays and working weekends hold: ${COMPLETION-CANDIDATES}. Without it, none; for the "
                            + "sample, ru.")
    Optional<ServiceRules.Holidays> holidays = Optional.empty();

    @Option(
            names = "--assume-weekly",
            description = "Take the weeks of a year whose holidays are not known as plain ones, instead of stopping.")
    boolean assumeWeekly;

    @Option(
            names = "--silence",
            paramLabel = "<days>",
            description = "How many business days a client may hear nothing unasked. Without it, 5.")
    Optional<Integer> silence = Optional.empty();

    @Option(names = "--skip-bad-rows", description = "Leave out faulty rows instead of stopping.")
    boolean skipBadRows;

    @Option(
            names = "--write-sample",
            paramLabel = "<folder>",
            description = "Write the sample agency's files into a folder, and no report.")
    Optional<Path> sampleFolder = Optional.empty();

    @Spec
    CommandSpec spec = CommandSpec.create();

    ReportCommand(boolean watched, LocalDate today) {
        this.watched = watched;
        this.today = today;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Messages messages = new Messages(language);
        try {
            run(messages);
            return ExitCode.OK;
        } catch (BadInput wrong) {
            err.println(wrong.getMessage());
            return ExitCode.USAGE;
        } catch (IOException failed) {
            err.println(messages.text("error.io", failed));
            return ExitCode.SOFTWARE;
        }
    }

    private void run(Messages messages) throws BadInput, IOException {
        if (sampleFolder.isPresent()) {
            writeSample(sampleFolder.get(), messages);
        } else {
            checkArguments(messages);
            Optional<Ratio> margin = grossMargin(messages);
            InputFolder files = files();
            Reading reading = read(files, messages);
            report(files, reading, margin, messages);
        }
    }

    private void writeSample(Path target, Messages messages) throws BadInput, IOException {
        ImmutableMap<InputFile, String> files = SampleAgency.files(SampleTruth.standard(), language.locale());
        for (InputFile file : files.keySet()) {
            if (Files.exists(target.resolve(file.fileName()))) {
                throw new BadInput(messages.text("error.exists", target.resolve(file.fileName())));
            }
        }
        Files.createDirectories(target);
        for (Map.Entry<InputFile, String> file : files.entrySet()) {
            Files.writeString(target.resolve(file.getKey().fileName()), file.getValue());
        }
        spec.commandLine().getOut().println(messages.text("sample.written", target));
    }

    private void checkArguments(Messages messages) throws BadInput {
        Path parent = Optional.ofNullable(out.toAbsolutePath().getParent()).orElse(out);
        if (!Files.isDirectory(parent)) {
            throw new BadInput(messages.text("error.out", out, parent));
        }
        if (Files.isDirectory(out)) {
            throw new BadInput(messages.text("error.out.folder", out));
        }
        if (inactiveAfter <= 0) {
            throw new BadInput(messages.text("error.inactive", inactiveAfter));
        }
        if (silence.orElse(0) < 0) {
            throw new BadInput(messages.text("error.silence", silence.get()));
        }
        if (folder.isPresent() && !Files.isDirectory(folder.get()) && !Files.isRegularFile(folder.get())) {
            throw new BadInput(messages.text("error.folder", folder.get()));
        }
    }

    /** The files of a folder, one file of invoices, or those of the sample. */
    private InputFolder files() {
        return folder.map(path -> Files.isDirectory(path) ? InputFolder.of(path) : InputFolder.ofInvoices(path))
                .orElseGet(() -> InputFolder.of(SampleAgency.files(SampleTruth.standard(), language.locale())));
    }

    private ColumnNames columnNames(Messages messages) throws BadInput {
        try {
            return ColumnNames.ofInvoices(columns);
        } catch (IllegalArgumentException wrong) {
            throw new BadInput(messages.text(
                    "error.columns",
                    String.join(", ", ColumnNames.INVOICES),
                    columns.entrySet().stream().map(Object::toString).collect(Collectors.joining(","))));
        }
    }

    /** The share that was given; the sample knows its own. */
    private Optional<Ratio> grossMargin(Messages messages) throws BadInput {
        if (grossMargin.isEmpty()) {
            return folder.isPresent() ? Optional.empty() : Optional.of(SampleTruth.GROSS_MARGIN);
        }
        Optional<Ratio> share = grossMargin
                .filter(text -> DECIMAL.matcher(text).matches())
                .map(Ratio::parse)
                .filter(number -> number.signum() > 0 && number.compareTo(Ratio.ONE) <= 0);
        if (share.isEmpty()) {
            throw new BadInput(messages.text("error.margin", grossMargin.get()));
        }
        return share;
    }

    private Reading read(InputFolder files, Messages messages) throws BadInput, IOException {
        ColumnNames names = columnNames(messages);
        if (!files.has(InputFile.CONTRACTS) && !files.has(InputFile.INVOICES)) {
            throw new BadInput(messages.text("error.files", folder.orElseThrow()));
        }
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), messages, files);
        BookReader reader = watched ? BookReader.of(files).with(progress) : BookReader.of(files);
        if (currency.isPresent()) {
            reader = reader.with(currency(currency.get(), messages));
        }
        Optional<ZoneId> local = zone.isPresent() || folder.isPresent() ? zone : Optional.of(SampleTruth.ZONE);
        reader = local.map(reader::with).orElse(reader);
        Reading reading = reader.with(names).read();
        progress.clear();
        if (reading.faultCount() > 0) {
            tellFaults(files, reading, messages);
        }
        return reading;
    }

    private static CurrencyUnit currency(String code, Messages messages) throws BadInput {
        return Currencies.of(code).orElseThrow(() -> new BadInput(messages.text("error.currency", code)));
    }

    private void tellFaults(InputFolder files, Reading reading, Messages messages) throws BadInput {
        PrintWriter err = spec.commandLine().getErr();
        ImmutableList<Fault> faults = reading.faults();
        faults.stream().map(fault -> messages.fault(fault, files)).forEach(err::println);
        long more = reading.faultCount() - faults.size();
        if (more > 0) {
            err.println(messages.text("fault.more", more));
        }
        if (!reading.usable()) {
            throw new BadInput(messages.text("fault.unreadable", reading.faultCount()));
        }
        if (!skipBadRows) {
            throw new BadInput(messages.text("fault.written.nothing", reading.faultCount()));
        }
    }

    private void report(InputFolder files, Reading reading, Optional<Ratio> margin, Messages messages)
            throws BadInput, IOException {
        Book book = reading.book();
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println(folder.map(path -> messages.text("summary.folder", path))
                .orElseGet(() -> messages.text(
                        "summary.sample",
                        SampleTruth.standard().clients(),
                        Long.toString(SampleTruth.standard().seed()))));
        new InputSummary(terminal, messages, files).print(book);
        LocalDate day = asOf(book, messages);
        checkFitUntil(book, day, messages);
        terminal.println(asOfLine(files, book, day, messages));
        checkService(book, day, messages);
        Report report = ReportFigures.of(book, request(files, reading, day, margin, messages))
                .orElseThrow(() -> new BadInput(messages.text("error.asOf", day)));
        ReportFile.write(out, writer -> ReportPage.render(report, language.locale(), writer));
        new FigureSummary(terminal, language.locale()).print(report);
        terminal.println(messages.text("summary.written", out.toAbsolutePath()));
    }

    private ReportRequest request(
            InputFolder files, Reading reading, LocalDate day, Optional<Ratio> margin, Messages messages) {
        return new ReportRequest(
                folder.map(ReportCommand::name).orElseGet(() -> messages.text("sample.agency")),
                day,
                granularity,
                preset,
                inactiveAfter,
                fitUntil,
                margin,
                service(),
                folder.isPresent() ? Optional.empty() : Optional.of(SampleTruth.standard()),
                skippedRows(files, reading, messages));
    }

    /** The rules that were given; the sample knows its own. */
    private ServiceRules service() {
        ServiceRules usual = folder.isPresent() ? ServiceRules.STANDARD : ServiceRules.SAMPLE;
        return new ServiceRules(
                workHours.orElse(usual.hours()),
                holidays.orElse(usual.holidays()),
                assumeWeekly ? MissingYears.ASSUME_WEEKLY : usual.missing(),
                silence.map(BusinessDays::of).orElse(usual.silence()));
    }

    /** Something has to be fitted to, and a day left to hold it against. */
    private void checkFitUntil(Book book, LocalDate day, Messages messages) throws BadInput {
        if (fitUntil.isEmpty()) {
            return;
        }
        OptionalInt first = book.invoices().firstDay();
        if (first.isEmpty() || !book.contracts().isEmpty()) {
            throw new BadInput(messages.text("error.fitUntil.contracts"));
        }
        LocalDate earliest = LocalDate.ofEpochDay(first.getAsInt()).plusDays(1);
        LocalDate latest = day.minusDays(2);
        if (fitUntil.get().isBefore(earliest) || fitUntil.get().isAfter(latest)) {
            throw new BadInput(messages.text("error.fitUntil", earliest, latest, fitUntil.get()));
        }
    }

    private void checkService(Book book, LocalDate day, Messages messages) throws BadInput {
        ServiceRules rules = service();
        OptionalLong first = book.tickets().first();
        if (first.isEmpty()) {
            return;
        }
        Year from = Year.from(Instant.ofEpochSecond(first.getAsLong()).atZone(book.zone()));
        ImmutableList<Year> unknown = rules.unknownYears(from, Year.from(day));
        if (rules.missing() == MissingYears.REJECT && !unknown.isEmpty()) {
            throw new BadInput(messages.text(
                    "error.holidays", unknown.stream().map(Year::toString).collect(Collectors.joining(", "))));
        }
        Optional<String> contradiction =
                Policies.contradiction(book, BusinessCalendar.of(rules.schedule(book.zone(), from, Year.from(day))));
        if (contradiction.isPresent()) {
            throw new BadInput(messages.text("error.sla", contradiction.get()));
        }
    }

    /** An agency is called as its folder is, or its file but for the extension. */
    private static String name(Path path) {
        String name = Optional.ofNullable(path.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElseGet(path::toString);
        return Files.isRegularFile(path) ? EXTENSION.matcher(name).replaceFirst("") : name;
    }

    private static Optional<Caveats.SkippedRows> skippedRows(InputFolder files, Reading reading, Messages messages) {
        long count = reading.book().badRows();
        return count == 0
                ? Optional.empty()
                : Optional.of(new Caveats.SkippedRows(
                        count,
                        reading.faults().stream()
                                .limit(FAULTS_ON_THE_PAGE)
                                .map(fault -> new Caveats.SkippedRow(
                                        files.name(fault.file()),
                                        fault.line(),
                                        fault.column(),
                                        messages.problem(fault.problem())))
                                .collect(ImmutableList.toImmutableList())));
    }

    /**
     * The day that was asked for, or else the one after the last date in the data, or today if that is earlier: contracts may
     * end later than that, and nobody knows yet whether they will. The sample knows its own day.
     */
    private LocalDate asOf(Book book, Messages messages) throws BadInput {
        if (asOf.isPresent()) {
            return asOf.get();
        }
        if (folder.isEmpty()) {
            return SampleTruth.standard().asOf();
        }
        return book.lastDate()
                .map(last -> isKnown(last.date()) ? last.date().plusDays(1) : today)
                .orElseThrow(() -> new BadInput(messages.text("error.rows", folder.get())));
    }

    private boolean isKnown(LocalDate date) {
        return date.isBefore(today);
    }

    private String asOfLine(InputFolder files, Book book, LocalDate day, Messages messages) {
        return asOf.isEmpty() && folder.isPresent()
                ? book.lastDate()
                        .map(last -> messages.text(
                                isKnown(last.date()) ? "summary.asOf.data" : "summary.asOf.today",
                                day,
                                files.name(last.file()),
                                Long.toString(last.line())))
                        .orElse("")
                : messages.text("summary.asOf", day);
    }
}
