package dev.tenure.lifetime.noncontractual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.estimation.Criterion;
import dev.tenure.lifetime.estimation.IntervalMethod;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelComparison;
import dev.tenure.lifetime.estimation.ModelFit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PurchaseAccumulatorTest {

    private static final BuyTillYouDie WEEKS =
            BuyTillYouDie.withDefaults().with(MaximumLikelihood.withDefaults().with(IntervalMethod.delta()));

    @Provide
    Arbitrary<List<PurchaseHistory>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 5))
                .as((repeats, recency, rest) ->
                        PurchaseHistory.of(repeats, repeats == 0 ? 0 : recency, recency + rest, ChronoUnit.DAYS))
                .list()
                .ofMaxSize(300);
    }

    /** Returns the rows of a sample as text, to the last bit. */
    private static List<String> rows(PurchaseAccumulator accumulator) {
        PurchaseSample sample = accumulator.sample();
        return IntStream.range(0, sample.size())
                .mapToObj(row -> sample.repeats(row) + " " + sample.recency(row) + " " + sample.age(row) + " x"
                        + sample.count(row))
                .toList();
    }

    @Property(tries = 200)
    void equalHistoriesAreCounted(@ForAll("histories") List<PurchaseHistory> histories) {
        PurchaseAccumulator accumulator = WEEKS.with(ChronoUnit.DAYS).accumulator();
        histories.forEach(accumulator::add);
        TreeMap<String, Long> counted = histories.stream()
                .collect(Collectors.groupingBy(
                        one -> one.repeats() + " " + (double) one.recency().toDays() + " "
                                + (double) one.age().toDays(),
                        TreeMap::new,
                        Collectors.counting()));

        // numbers of one digit order as their text does
        assertEquals(
                counted.entrySet().stream()
                        .map(one -> one.getKey() + " x" + one.getValue())
                        .sorted((one, other) -> one.replace("10.0", "9.9").compareTo(other.replace("10.0", "9.9")))
                        .toList(),
                rows(accumulator));
        assertEquals(counted.size(), accumulator.distinctHistories());
    }

    @Property(tries = 200)
    void howHistoriesAreOrderedAndSpreadChangesNothing(
            @ForAll("histories") List<PurchaseHistory> histories, @ForAll long seed) {
        Random random = new Random(seed);
        List<PurchaseHistory> shuffled = new ArrayList<>(histories);
        Collections.shuffle(shuffled, random);
        List<PurchaseAccumulator> parts =
                IntStream.range(0, 3).mapToObj(i -> WEEKS.accumulator()).toList();
        shuffled.forEach(one -> parts.get(random.nextInt(3)).add(one));
        PurchaseAccumulator whole = WEEKS.accumulator();
        histories.forEach(whole::add);

        assertEquals(rows(whole), rows(parts.get(1).merge(parts.get(2)).merge(parts.get(0))));
    }

    @Property(tries = 200)
    void wholeDaysByColumnsAreTheHistories(@ForAll("histories") List<PurchaseHistory> histories) {
        PurchaseAccumulator columns = WEEKS.accumulator();
        columns.addAll(
                ChronoUnit.DAYS,
                histories.stream().mapToInt(one -> (int) one.repeats()).toArray(),
                histories.stream().mapToDouble(one -> one.recency().toDays()).toArray(),
                histories.stream().mapToDouble(one -> one.age().toDays()).toArray());
        PurchaseAccumulator whole = WEEKS.accumulator();
        histories.forEach(whole::add);

        assertEquals(rows(whole), rows(columns));
    }

    @Test
    void units_areConvertedByTheirLengths() {
        assertEquals(2.0, TimeUnits.convert(14, ChronoUnit.DAYS, ChronoUnit.WEEKS));
        assertEquals(21.0, TimeUnits.convert(3, ChronoUnit.WEEKS, ChronoUnit.DAYS));
        assertEquals(1 / 168.0, TimeUnits.convert(1, ChronoUnit.HOURS, ChronoUnit.WEEKS));
        assertEquals(0.1, TimeUnits.convert(0.1, ChronoUnit.WEEKS, ChronoUnit.WEEKS));
        assertEquals(604_800_000_000_000.0, TimeUnits.convert(1, ChronoUnit.WEEKS, ChronoUnit.NANOS));
    }

    @Test
    void ledger_isItsHistories() {
        PurchaseLogResult log = SimulatedLedger.log(60, 3);
        PurchaseAccumulator accumulator = WEEKS.accumulator();
        accumulator.addAll(log);
        PurchaseAccumulator one = WEEKS.accumulator();
        IntStream.range(0, log.size()).mapToObj(log::history).forEach(one::add);

        assertEquals(rows(one), rows(accumulator));
    }

    @Test
    void mergedWithItself_countsTwice() {
        PurchaseAccumulator accumulator = WEEKS.accumulator();
        accumulator.add(2, 1, 3);
        accumulator.add(0, -0.0, 3);

        assertEquals(List.of("0 0.0 3.0 x2", "2 1.0 3.0 x2"), rows(accumulator.merge(accumulator)));
    }

    @Test
    void manyHistories_keepTheirCounts() {
        PurchaseAccumulator accumulator = WEEKS.accumulator();
        for (int i = 0; i < 5000; i++) {
            accumulator.add(i % 7 + 1, i % 100, 1000 + i % 50);
        }

        assertEquals(700, accumulator.distinctHistories());
        assertEquals(5000, accumulator.sample().clients());
        assertEquals("1 0.0 1000.0 x8", rows(accumulator).get(0));
    }

    @Test
    void everyWay_givesTheSameFitToTheLastBit() throws Exception {
        PurchaseLogResult log = SimulatedLedger.log(150, 11);
        List<PurchaseHistory> histories =
                IntStream.range(0, log.size()).mapToObj(log::history).toList();
        PurchaseAccumulator accumulator =
                WEEKS.with(PurchaseModelKind.PARETO_NBD).accumulator();
        histories.forEach(accumulator::add);
        ModelFit<PurchaseModel> fit = WEEKS.of(log);

        assertTrue(fit.model().isDefined());
        assertEquals(fit.bestPoint(), WEEKS.of(histories).bestPoint());
        assertEquals(
                fit.bestPoint(),
                histories.parallelStream().collect(WEEKS.collector()).bestPoint());
        assertEquals(
                fit.bestPoint(),
                moved(accumulator).result(PurchaseModelKind.BG_NBD).bestPoint());
        assertEquals("Pareto/NBD", accumulator.result().name());
        assertEquals("MBG/NBD", accumulator.result(PurchaseModelKind.MBG_NBD).name());
        assertEquals(ChronoUnit.WEEKS, accumulator.unit());
    }

    @Test
    void daysAndWeeks_predictTheSame() {
        PurchaseLogResult log = SimulatedLedger.log(150, 12);
        PurchaseModel weeks = WEEKS.of(log).model().orElseThrow();
        PurchaseModel days = WEEKS.with(ChronoUnit.DAYS).of(log).model().orElseThrow();

        assertEquals(ChronoUnit.WEEKS, weeks.unit());
        assertEquals(ChronoUnit.DAYS, days.unit());
        for (int line = 0; line < log.size(); line++) {
            PurchaseHistory history = log.history(line);
            double expected = weeks.expectedPurchases(history, Duration.ofDays(100));
            assertEquals(weeks.probabilityAlive(history), days.probabilityAlive(history), 1e-6);
            assertEquals(expected, days.expectedPurchases(history, Duration.ofDays(100)), 1e-6 * expected);
        }
    }

    @Test
    void comparison_ranksTheKinds() {
        PurchaseAccumulator accumulator = WEEKS.accumulator();
        accumulator.addAll(SimulatedLedger.log(150, 11));
        ModelComparison comparison =
                accumulator.compare(Criterion.AIC, PurchaseModelKind.MBG_NBD, PurchaseModelKind.BG_NBD);
        double first = comparison.fits().get(0).aic().orElseThrow();
        double second = comparison.fits().get(1).aic().orElseThrow();

        assertEquals(2, comparison.fits().size());
        assertTrue(first <= second);
        assertEquals(first, comparison.best().orElseThrow().aic().orElseThrow());
    }

    @Test
    void nothing_isNotEstimable() {
        Outcome<PurchaseModel> model = WEEKS.accumulator().result().model();

        assertEquals(Reason.NOT_ESTIMABLE, ((Outcome.Undefined<PurchaseModel>) model).reason());
    }

    @Test
    void messages_nameTheArgument() {
        PurchaseAccumulator accumulator = WEEKS.accumulator();

        assertMessage("repeats must not be negative: -1", () -> accumulator.add(-1, 0, 3));
        assertMessage("recency must be finite and not negative: -1.0", () -> accumulator.add(1, -1, 3));
        assertMessage("recency must be finite and not negative: NaN", () -> accumulator.add(1, Double.NaN, 3));
        assertMessage(
                "recency must be finite and not negative: Infinity",
                () -> accumulator.add(1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertMessage("recency must be zero without repeats: 2.0", () -> accumulator.add(0, 2, 3));
        assertMessage("age must be finite: Infinity", () -> accumulator.add(1, 2, Double.POSITIVE_INFINITY));
        assertMessage("age must not be below recency, 2.0: 1.0", () -> accumulator.add(1, 2, 1));
        assertMessage("age must be finite: NaN", () -> accumulator.add(1, 2, Double.NaN));
        assertMessage(
                "repeats, recency and age must be of the same length: 1, 2, 3",
                () -> accumulator.addAll(ChronoUnit.DAYS, new int[1], new double[2], new double[3]));
        assertMessage(
                "repeats, recency and age must be of the same length: 1, 1, 2",
                () -> accumulator.addAll(ChronoUnit.DAYS, new int[1], new double[1], new double[2]));
        assertMessage(
                "unit must have a fixed length, weeks or a shorter one: Months",
                () -> accumulator.addAll(ChronoUnit.MONTHS, new int[1], new double[1], new double[1]));
        assertMessage(
                "unit must have a fixed length, weeks or a shorter one: Years", () -> WEEKS.with(ChronoUnit.YEARS));
        assertMessage(
                "unit must be Weeks: Days",
                () -> accumulator.merge(WEEKS.with(ChronoUnit.DAYS).accumulator()));
        assertEquals(0, accumulator.distinctHistories());
    }

    private static void assertMessage(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    private static PurchaseAccumulator moved(PurchaseAccumulator accumulator) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(accumulator);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (PurchaseAccumulator) in.readObject();
        }
    }
}
