package dev.tenure.examples.spark;

import dev.tenure.calendar.Granularity;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.joda.money.CurrencyUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command: its options, and what it does with them. */
@Command(
        name = "spark-figures",
        description = {
            "Computes cohorts, lifespans by segment, reasons of churn, movements of revenue, the net promoter score and",
            "what clients without a contract will still buy, from CSV or Parquet files on Apache Spark. Without a folder it",
            "takes a made-up book."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the figures are given",
            "1:something unexpected happened",
            "2:the arguments or the files are at fault; no figure is given"
        })
final class FiguresCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "<folder>",
            description =
                    "Where contracts, invoices and surveys are, each a file or a folder of files that ends in .csv or "
                            + ".parquet. Any file system that Spark knows.")
    Optional<String> folder = Optional.empty();

    @Option(
            names = "--master",
            paramLabel = "<url>",
            description =
                    "Where Spark runs, such as spark://host:7077, yarn, or local[8] for eight threads here. Without it, "
                            + "what spark-submit says, or local[2].")
    Optional<String> master = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "<format>",
            description = "Which files to read: ${COMPLETION-CANDIDATES}. Without it, those that are there.")
    Optional<TableFormat> format = Optional.empty();

    @Option(
            names = "--as-of",
            paramLabel = "<date>",
            description =
                    "The day of the question: what is dated on it or later is not yet known. It must be given with a "
                            + "folder.")
    Optional<LocalDate> asOf = Optional.empty();

    @Option(
            names = "--granularity",
            paramLabel = "<period>",
            description = "How long a period is: ${COMPLETION-CANDIDATES}. Without it, ${DEFAULT-VALUE}.")
    Granularity granularity = Granularity.QUARTER;

    @Option(names = "--currency", paramLabel = "<code>", description = "The currency. Without it, ${DEFAULT-VALUE}.")
    CurrencyUnit currency = CurrencyUnit.of("RUB");

    @Option(
            names = "--partitions",
            paramLabel = "<number>",
            description =
                    "Into how many parts the rows are dealt. Without it, as Spark finds best; the figures are the same.")
    Optional<Integer> partitions = Optional.empty();

    @Option(names = "--skip-bad-rows", description = "Leave out faulty rows instead of stopping.")
    boolean skipBadRows;

    @Option(
            names = "--clients",
            paramLabel = "<number>",
            description = "How many clients the made-up book has. Without it, ${DEFAULT-VALUE}.")
    long clients = 10_000;

    @Option(
            names = "--write-sample",
            paramLabel = "<folder>",
            description = "Write the made-up book into a folder, in the given format or as CSV, and give no figures.")
    Optional<String> sampleFolder = Optional.empty();

    @Option(names = "--times", description = "Say how long each figure took.")
    boolean times;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        try (SparkSession spark = session()) {
            if (sampleFolder.isPresent()) {
                Sample.write(spark, clients, sampleFolder.get(), format.orElse(TableFormat.CSV));
            } else {
                answer(spark);
            }
            return ExitCode.OK;
        } catch (BadInput wrong) {
            spec.commandLine().getErr().println(wrong.getMessage());
            return ExitCode.USAGE;
        }
    }

    private SparkSession session() {
        SparkSession.Builder builder = SparkSession.builder()
                .appName(spec.name())
                .config("spark.kryo.registrator", TallyByKryo.class.getName())
                .config("spark.sql.datetime.java8API.enabled", true);
        // spark-submit has set it if it knows better
        master.or(() -> System.getProperty("spark.master") == null ? Optional.of("local[2]") : Optional.empty())
                .ifPresent(builder::master);
        partitions.ifPresent(parts -> builder.config("spark.sql.shuffle.partitions", parts)
                .config("spark.sql.adaptive.coalescePartitions.enabled", false));
        return builder.getOrCreate();
    }

    private void answer(SparkSession spark) {
        Timings timings = new Timings();
        Book found = timings.time("open", () -> book(spark));
        OnSpark onSpark = new OnSpark(partitions.map(found::inParts).orElse(found), question(), timings);
        Figures figures = onSpark.figures();
        tellFaults(onSpark.faults(), spark);
        PrintWriter out = spec.commandLine().getOut();
        out.print(Report.of(figures));
        if (times) {
            out.print(timings.text());
        }
        out.flush();
    }

    private Book book(SparkSession spark) {
        return folder.map(path -> Book.read(spark, path, format)).orElseGet(() -> Sample.of(spark, clients));
    }

    private Question question() {
        LocalDate day = asOf.or(() -> folder.isPresent() ? Optional.empty() : Optional.of(SampleClient.AS_OF))
                .orElseThrow(() -> new BadInput("--as-of must be given with a folder"));
        return new Question(day, granularity, currency);
    }

    private void tellFaults(Faults faults, SparkSession spark) {
        if (faults.count() > 0) {
            if (!skipBadRows) {
                throw new BadInput(
                        faults.text(spark) + "; no figures are given (--skip-bad-rows leaves such rows out)");
            }
            spec.commandLine().getErr().println(faults.text(spark) + "; they are left out");
        }
    }
}
