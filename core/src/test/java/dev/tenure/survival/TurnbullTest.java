package dev.tenure.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@PropertyDefaults(tries = 200, edgeCases = EdgeCasesMode.NONE)
class TurnbullTest {

    private static final Turnbull TURNBULL = Turnbull.withDefaults();

    // golden

    @Test
    void masses_areThePublishedOnes() throws IOException {
        JsonNode published = published();
        double tolerance = published.get("tolerance").doubleValue();
        TurnbullAccumulator accumulator = TURNBULL.accumulator();
        for (int i = 0; i < published.get("left").size(); i++) {
            JsonNode right = published.get("right").get(i);
            accumulator.add(
                    published.get("left").get(i).asDouble(),
                    right.isNull() ? Double.POSITIVE_INFINITY : right.doubleValue());
        }
        TurnbullCurve curve = accumulator.result();

        assertEquals(published.get("masses").size(), curve.masses().size());
        assertEquals(
                published.get("logLikelihood").doubleValue(),
                curve.logLikelihood().orElseThrow(),
                1e-12);
        for (int j = 0; j < curve.masses().size(); j++) {
            TurnbullMass mass = curve.masses().get(j);
            JsonNode interval = published.get("intervals").get(j);
            assertEquals(interval.get(0).doubleValue(), mass.lower());
            assertEquals(interval.get(1).doubleValue(), mass.upper().orElseThrow());
            assertEquals(published.get("masses").get(j).doubleValue(), mass.mass(), tolerance);
            assertEquals(
                    published.get("survivalAfter").get(j).doubleValue(),
                    curve.survivalAt(mass.upper().orElseThrow()).orElseThrow(),
                    tolerance);
        }
        assertTrue(curve.gap() <= 1e-12);
        assertTrue(curve.converged());
        assertEquals(12, curve.observations());
        assertEquals(1, curve.exact());
        assertEquals(4, curve.ongoing());
    }

    private static JsonNode published() throws IOException {
        try (InputStream in = Objects.requireNonNull(TurnbullTest.class.getResourceAsStream("turnbull.json"))) {
            return new ObjectMapper().readTree(in);
        }
    }

    // laws

    @Provide
    Arbitrary<List<IntervalObservation>> books() {
        return Arbitraries.longs().map(seed -> book(new Random(seed)));
    }

    private static List<IntervalObservation> book(Random random) {
        List<IntervalObservation> book = new ArrayList<>();
        int size = 1 + random.nextInt(80);
        int grid = random.nextBoolean() ? 8 : 1000;
        for (int i = 0; i < size; i++) {
            int lower = random.nextInt(grid);
            int upper = lower + 1 + random.nextInt(grid);
            book.add(
                    switch (random.nextInt(4)) {
                        case 0 -> IntervalObservation.ended(lower);
                        case 1 -> IntervalObservation.ongoing(lower);
                        case 2 -> IntervalObservation.endedBy(upper).withCount(2);
                        default -> IntervalObservation.endedBetween(lower, upper);
                    });
        }
        return book;
    }

    @Property
    void theGradientIsOneWhereThereIsMass_andNowhereMore(@ForAll("books") List<IntervalObservation> book) {
        TurnbullCurve curve = TURNBULL.of(book);
        double total = book.stream().mapToDouble(IntervalObservation::count).sum();

        assertTrue(curve.converged());
        for (TurnbullMass mass : curve.masses()) {
            double gradient = 0;
            for (IntervalObservation one : book) {
                gradient += covers(one, mass) ? one.count() / probability(one, curve) : 0;
            }
            assertTrue(gradient <= total * (1 + 1e-9));
            if (mass.mass() > 0) {
                assertEquals(total, gradient, total * 1e-9);
            }
        }
    }

    @Property
    void massesSumToOne_andTheLikelihoodIsThatOfTheMasses(@ForAll("books") List<IntervalObservation> book) {
        TurnbullCurve curve = TURNBULL.of(book);

        assertEquals(1, curve.masses().stream().mapToDouble(TurnbullMass::mass).sum(), 1e-12);
        assertEquals(
                book.stream()
                        .mapToDouble(one -> one.count() * Math.log(probability(one, curve)))
                        .sum(),
                curve.logLikelihood().orElseThrow(),
                1e-9);
    }

    private static double probability(IntervalObservation one, TurnbullCurve curve) {
        return curve.masses().stream()
                .filter(mass -> covers(one, mass))
                .mapToDouble(TurnbullMass::mass)
                .sum();
    }

    private static boolean covers(IntervalObservation one, TurnbullMass mass) {
        double upper = mass.upper().toOptional().orElse(Double.POSITIVE_INFINITY);
        boolean isAfter = one.isExact() ? upper == one.lower() : mass.lower() >= one.lower() && upper > one.lower();
        return isAfter && upper <= one.limit();
    }

    @Property
    void orderAndMergingChangeNothing(
            @ForAll("books") List<IntervalObservation> book,
            @ForAll Random random,
            @ForAll @IntRange(max = 80) int cut) {
        List<IntervalObservation> shuffled = new ArrayList<>(book);
        Collections.shuffle(shuffled, random);
        TurnbullAccumulator left = TURNBULL.accumulator();
        TurnbullAccumulator right = TURNBULL.accumulator();
        shuffled.subList(0, Math.min(cut, book.size())).forEach(left::add);
        shuffled.subList(Math.min(cut, book.size()), book.size()).forEach(right::add);

        assertEquals(TURNBULL.of(book), TURNBULL.of(shuffled));
        assertEquals(TURNBULL.of(book), left.merge(right).result());
        assertEquals(TURNBULL.of(book), book.parallelStream().collect(TURNBULL.collector()));
    }

    @Property
    void survivalNeverRises(@ForAll("books") List<IntervalObservation> book) {
        TurnbullCurve curve = TURNBULL.of(book);
        double lower = 1;
        double upper = 1;
        for (double time = 0; time < 2100; time += 0.5) {
            Bounds bounds = curve.survivalBoundsAt(time).orElseThrow();
            assertTrue(bounds.lower() <= lower + 1e-12 && bounds.upper() <= upper + 1e-12);
            assertTrue(bounds.lower() <= bounds.upper());
            lower = bounds.lower();
            upper = bounds.upper();
        }
    }

    @Property
    void withExactAndRightCensoredTimesItIsKaplanMeier(
            @ForAll @NotEmpty List<@IntRange(min = 1, max = 30) Integer> ended,
            @ForAll List<@IntRange(max = 30) Integer> ongoing) {
        List<Observation> observations = new ArrayList<>();
        ended.forEach(time -> observations.add(Observation.ended(time)));
        ongoing.forEach(time -> observations.add(Observation.ongoing(time)));
        TurnbullCurve curve =
                TURNBULL.of(observations.stream().map(IntervalObservation::of).toList());
        SurvivalCurve reference = KaplanMeier.withDefaults().of(observations);

        for (int time = 0; time <= 30; time++) {
            if (reference.survivalAt(time).isDefined()) {
                assertEquals(
                        reference.survivalAt(time).orElseThrow(),
                        curve.survivalBoundsAt(time).orElseThrow().upper(),
                        1e-9);
            }
        }
    }

    @Property
    void aWeightOfTheSameForAllChangesNoMass(
            @ForAll("books") List<IntervalObservation> book, @ForAll @DoubleRange(min = 0.1, max = 9) double weight) {
        TurnbullCurve curve = TURNBULL.of(book);
        TurnbullCurve weighted =
                TURNBULL.of(book.stream().map(one -> one.withWeight(weight)).toList());

        assertEquals(
                weight * curve.logLikelihood().orElseThrow(),
                weighted.logLikelihood().orElseThrow(),
                1e-8);
        assertEquals(curve.masses().size(), weighted.masses().size());
    }

    @Property
    void theQuantileIsWhereTheCurveComesDownToTheShare(
            @ForAll("books") List<IntervalObservation> book,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double share) {
        TurnbullCurve curve = TURNBULL.of(book);
        curve.quantile(share).toOptional().ifPresent(bounds -> {
            assertTrue(curve.survivalAt(bounds.upper()).orElseThrow() <= 1 - share + 1e-9);
            if (bounds.lower() > 0 && bounds.lower() < bounds.upper()) {
                assertTrue(curve.survivalAt(bounds.lower()).orElseThrow() >= 1 - share - 1e-9);
            }
        });
    }

    // edges

    @Test
    void of_nothing_isNoData() {
        TurnbullCurve curve = TURNBULL.of(List.of());

        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no observations"), curve.survivalAt(3));
        assertEquals(Outcome.<Bounds>undefined(Reason.NO_DATA, "no observations"), curve.median());
        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no observations"), curve.logLikelihood());
        assertEquals(0, curve.gap());
        assertTrue(curve.masses().isEmpty());
    }

    @Test
    void intervalsApart_takeOneStepAndOneThatConfirmsIt_andNoneIfEvenlyFilled() {
        IntervalObservation early = IntervalObservation.endedBetween(0, 1);
        IntervalObservation late = IntervalObservation.endedBetween(1, 2);

        assertEquals(0, TURNBULL.of(List.of(early, late)).steps());
        assertEquals(2, TURNBULL.of(List.of(early, late, late, late)).steps());
    }

    @Test
    void converged_isToldByTheGap() {
        TurnbullCurve curve = TURNBULL.of(List.of(IntervalObservation.endedBetween(0, 1)));

        assertTrue(new TurnbullCurveBuilder().from(curve).gap(1e-10).build().converged());
        assertFalse(new TurnbullCurveBuilder().from(curve).gap(2e-10).build().converged());
    }

    @Test
    void nobodyEnded_allMassIsBeyond() {
        TurnbullCurve curve = TURNBULL.of(List.of(IntervalObservation.ongoing(3), IntervalObservation.ongoing(5)));

        assertEquals(
                List.of(new TurnbullMass(
                        5, Outcome.undefined(Reason.BEYOND_OBSERVATION, "nobody was found ended after 5"), 1)),
                curve.masses());
        assertEquals(Outcome.of(1.0), curve.survivalAt(5));
        assertEquals(Outcome.of(Bounds.of(0, 1)), curve.survivalBoundsAt(5.5));
        assertEquals(
                Outcome.<Double>undefined(Reason.NOT_ESTIMABLE, "where mass lies around 5.5000 is not known"),
                curve.survivalAt(5.5));
        assertEquals(Outcome.<Bounds>undefined(Reason.NEVER_REACHED, "fewer were found ended"), curve.median());
    }

    @Test
    void exactAtZero_lowersTheCurveAtOnce() {
        TurnbullCurve curve = TURNBULL.of(List.of(IntervalObservation.ended(0), IntervalObservation.ended(4)));

        assertEquals(Outcome.of(0.5), curve.survivalAt(0));
        assertEquals(Outcome.of(Bounds.of(0, 0)), curve.median());
        assertEquals(Outcome.of(Bounds.of(4, 4)), curve.quantile(0.6));
        assertEquals(Outcome.of(0.0), curve.survivalAt(4));
    }

    /** An exact time at the open end of an interval lies outside it, at the closed end inside. */
    @Test
    void ends_belongToIntervals_andStartsDoNot() {
        TurnbullCurve start =
                TURNBULL.of(List.of(IntervalObservation.ended(4), IntervalObservation.endedBetween(4, 6)));
        TurnbullCurve end = TURNBULL.of(List.of(IntervalObservation.ended(6), IntervalObservation.endedBetween(4, 6)));

        assertEquals(
                List.of(new TurnbullMass(4, Outcome.of(4.0), 0.5), new TurnbullMass(4, Outcome.of(6.0), 0.5)),
                start.masses());
        assertEquals(List.of(new TurnbullMass(6, Outcome.of(6.0), 1)), end.masses());
    }

    @Test
    void serialized_itIsTheSame() throws IOException, ClassNotFoundException {
        TurnbullAccumulator accumulator = TURNBULL.with(ChronoUnit.MONTHS).accumulator();
        accumulator.addAll(new double[] {1, 2}, new double[] {3, 2});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(accumulator);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(accumulator.result(), ((TurnbullAccumulator) in.readObject()).result());
        }
        assertEquals(ChronoUnit.MONTHS, accumulator.result().unit());
    }

    /** Looks of different clients at different days: hundreds of intervals, of which some tens hold mass. */
    @Test
    void manyIntervals_convergeAsWell() {
        Random random = new Random(7);
        TurnbullAccumulator accumulator = TURNBULL.accumulator();
        for (int i = 0; i < 3000; i++) {
            double time = -500 * Math.log(random.nextDouble());
            double look = Math.floor(900 * random.nextDouble());
            double next = look + 30 + random.nextInt(60);
            accumulator.add(
                    time <= look ? 0 : time <= next ? look : next,
                    time <= look ? look : time <= next ? next : Double.POSITIVE_INFINITY);
        }
        TurnbullCurve curve = accumulator.result();

        assertTrue(curve.converged(), curve.gap() + " " + curve.masses().size());
        // self-consistency alone takes thousands of steps
        assertTrue(curve.steps() <= 1000, () -> curve.steps() + " steps");
        assertEquals(
                Math.exp(-300 / 500.0),
                curve.survivalBoundsAt(300).orElseThrow().upper(),
                0.06);
    }

    // messages

    @Test
    void badArguments_sayWhich() {
        TurnbullAccumulator accumulator = TURNBULL.accumulator();

        assertEquals(
                "entry must be 0: 2.0",
                message(() -> TURNBULL.of(List.of(IntervalObservation.ended(5).enteredAt(2)))));
        assertEquals(
                "upper must be as long as lower, 2: 1",
                message(() -> accumulator.addAll(new double[2], new double[1])));
        assertEquals("unit must be finite: Forever", message(() -> TURNBULL.with(ChronoUnit.FOREVER)));
        assertEquals(
                "unit must be Days: Weeks",
                message(() -> accumulator.merge(TURNBULL.with(ChronoUnit.WEEKS).accumulator())));
        TurnbullCurve curve = TURNBULL.of(List.of(IntervalObservation.ended(5)));
        assertEquals("time must be finite and not negative: -1.0", message(() -> curve.survivalAt(-1)));
        assertEquals("probability must be in (0, 1): 1.0", message(() -> curve.quantile(1)));
        assertEquals("probability must be in (0, 1): 0.0", message(() -> curve.quantile(0)));
        assertFalse(curve.survivalAt(0).orElseThrow() < 1);
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        assertEquals("unit", nullMessage(() -> TURNBULL.with(null)));
        assertEquals("observations", nullMessage(() -> TURNBULL.of(null)));
        assertEquals("observation", nullMessage(() -> TURNBULL.accumulator().add(null)));
        assertEquals("other", nullMessage(() -> TURNBULL.accumulator().merge(null)));
    }

    @Test
    void explain_showsMassesAndGap() {
        assertEquals(
                """
                survival curve = 3 intervals   [masses on the innermost intervals, by the highest likelihood; \
                observations = 4, exact = 1, ongoing = 1, log-likelihood = -4.1589, largest gradient above 1 = 0.0e+00]
                  mass in (1, 2.5000] = 50.00%   [share that ends there]
                  mass in {4} = 25.00%   [share that ends there]
                  mass in (6, inf) = 25.00%   [share that ends there]
                """,
                TURNBULL.of(List.of(
                                IntervalObservation.endedBetween(1, 2.5).withCount(2),
                                IntervalObservation.ended(4),
                                IntervalObservation.ongoing(6)))
                        .explain()
                        .toText());
    }

    @Test
    void explain_manyMasses_showsTheTenLargest() {
        List<IntervalObservation> book = new ArrayList<>();
        for (int time = 1; time <= 12; time++) {
            book.add(IntervalObservation.ended(time).withCount(time));
        }
        String text = TURNBULL.of(book).explain().toText();

        assertFalse(text.contains("{2}"));
        assertTrue(text.contains("{3}"));
        assertTrue(text.contains("{12}"));
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }

    private static String nullMessage(Executable action) {
        return assertThrows(NullPointerException.class, action).getMessage();
    }
}
