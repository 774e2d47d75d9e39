package dev.tenure.examples.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.calendar.Granularity;
import dev.tenure.lifetime.estimation.FittedParameter;
import dev.tenure.revenue.MovementType;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.apache.spark.sql.SparkSession;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However the rows are written, dealt out and counted, the figures are equal: every count, every amount, every bit. */
class SameFiguresTest {

    private static final long CLIENTS = 1_500;
    private static final Question QUESTION =
            new Question(SampleClient.AS_OF, Granularity.MONTH, CurrencyUnit.of("RUB"));
    private static final Reference REFERENCE = new Reference(QUESTION, CLIENTS);
    private static final Figures EXPECTED = REFERENCE.figures();

    @TempDir
    static Path folder;

    @BeforeAll
    static void writeTables() {
        SparkSession spark = Sessions.session();
        Sample.write(spark, CLIENTS, folder.toString(), TableFormat.CSV);
        Sample.write(spark, CLIENTS, folder.toString(), TableFormat.PARQUET);
    }

    @ParameterizedTest
    @CsvSource({"CSV, 1", "CSV, 2", "CSV, 7", "PARQUET, 1", "PARQUET, 2", "PARQUET, 7"})
    void files_inAnyNumberOfParts_giveTheFiguresOfValuesInMemory(TableFormat format, int parts) {
        SparkSession spark = Sessions.session();
        spark.conf().set("spark.sql.shuffle.partitions", parts);
        Book book = Book.read(spark, folder.toString(), Optional.of(format)).inParts(parts);

        assertEquals(EXPECTED, figures(book, QUESTION));
    }

    @Test
    void files_asSparkDealsThem_giveTheSame() {
        Book book = Book.read(Sessions.session(), folder.toString(), Optional.of(TableFormat.CSV));

        assertEquals(EXPECTED, figures(book, QUESTION));
    }

    @Test
    void rowsThatAreNowhereWritten_giveTheSame() {
        assertEquals(EXPECTED, figures(Sample.of(Sessions.session(), CLIENTS), QUESTION));
    }

    @Test
    void earlierDay_byQuarters_givesTheSame() {
        Question earlier = new Question(LocalDate.of(2023, 2, 28), Granularity.QUARTER, CurrencyUnit.EUR);

        assertEquals(
                new Reference(earlier, CLIENTS).figures(),
                figures(Sample.of(Sessions.session(), CLIENTS).inParts(5), earlier));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void withoutSpark_givesTheSame(int threads) {
        CsvFiles files = new CsvFiles(folder, new ForkJoinPool(threads));

        assertEquals(EXPECTED, new OneMachine(files, QUESTION, new Timings()).figures());
    }

    @Test
    void kryo_givesTheSame() {
        Sessions.session().stop();
        SparkSession spark = Sessions.builder()
                .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
                .getOrCreate();

        assertEquals(EXPECTED, figures(Sample.of(spark, CLIENTS).inParts(7), QUESTION));

        spark.stop();
    }

    @Test
    void sample_hasWhatTheFiguresTellApart() {
        assertEquals(3, EXPECTED.lifespans().curves().size());
        assertEquals(5, EXPECTED.reasons().orElseThrow().incidences().size());
        assertTrue(EXPECTED.reasons().orElseThrow().unknown() > 0);
        for (MovementType type : new MovementType[] {
            MovementType.NEW,
            MovementType.EXPANSION,
            MovementType.REACTIVATION,
            MovementType.CONTRACTION,
            MovementType.CHURN
        }) {
            assertTrue(Objects.requireNonNull(EXPECTED.movements().clients().get(type)) > 0, type.name());
        }
        assertEquals(Sample.ROWS_A_CLIENT, (double) REFERENCE.rows() / CLIENTS, 1);
    }

    @Test
    void purchases_areThoseOfTheLawsTheSampleIsDrawnFrom() {
        PurchaseOutlook outlook = EXPECTED.purchases();
        assertEquals(CLIENTS / 4, outlook.clients());
        Map<String, Double> drawn = Map.of("r", 2.0, "alpha", 20.0, "a", 1.0, "b", 4.0);
        for (FittedParameter parameter : outlook.parameters()) {
            double truth = Objects.requireNonNull(drawn.get(parameter.name()));
            double error = parameter.standardError().orElseThrow();
            assertEquals(truth, parameter.value().orElseThrow(), 3 * error, parameter.name());
        }
        PurchaseForecast.Result forecast = outlook.forecast().orElseThrow();
        assertEquals(
                outlook.clients(),
                forecast.clients().stream().mapToLong(Long::longValue).sum());
        assertTrue(forecast.clients().stream().allMatch(clients -> clients > 0), forecast::toString);
    }

    private static Figures figures(Book book, Question question) {
        OnSpark spark = new OnSpark(book, question, new Timings());
        Figures figures = spark.figures();
        assertEquals(0, spark.faults().count(), () -> spark.faults().text(Sessions.session()));
        return figures;
    }
}
