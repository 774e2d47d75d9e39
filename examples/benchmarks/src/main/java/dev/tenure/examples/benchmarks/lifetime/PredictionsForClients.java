package dev.tenure.examples.benchmarks.lifetime;

import dev.tenure.lifetime.noncontractual.BgNbd;
import dev.tenure.lifetime.noncontractual.ClientPredictions;
import dev.tenure.lifetime.noncontractual.PurchaseLogResult;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long it takes to tell, for each client, how likely he is still one and how often he will buy in a year, by BG/NBD. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = "-Xmx4g")
@SuppressWarnings("NullAway.Init") // the harness sets up
public class PredictionsForClients {

    private static final BgNbd MODEL = new BgNbd(0.243, 4.414, 0.793, 2.426, ChronoUnit.WEEKS);
    private static final Duration YEAR = Duration.ofDays(364);

    /** How many clients there are. */
    @Param({"10000", "100000", "1000000"})
    public int rows;

    private PurchaseLogResult log;

    /** Creates the benchmark; the harness does. */
    public PredictionsForClients() {}

    /** Draws the clients. */
    @Setup
    public void setUp() {
        log = Customers.of(rows).log();
    }

    /**
     * Asks this library, on one thread.
     *
     * @return the predictions
     */
    @Benchmark
    public ClientPredictions tenure() {
        return ClientPredictions.of(MODEL, log, YEAR);
    }
}
