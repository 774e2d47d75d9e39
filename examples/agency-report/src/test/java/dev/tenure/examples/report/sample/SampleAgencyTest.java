package dev.tenure.examples.report.sample;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import dev.tenure.client.Client;
import dev.tenure.contract.ChurnCause;
import dev.tenure.contract.ChurnReason;
import dev.tenure.contract.Contract;
import dev.tenure.contract.ContractEnd;
import dev.tenure.examples.report.input.Book;
import dev.tenure.examples.report.input.BookReader;
import dev.tenure.examples.report.input.InputFile;
import dev.tenure.examples.report.input.InputFolder;
import dev.tenure.examples.report.input.Reading;
import dev.tenure.examples.report.input.SurveyKind;
import dev.tenure.stat.Interval;
import dev.tenure.voice.NetPromoterAccumulator;
import dev.tenure.voice.NetPromoterResult;
import dev.tenure.voice.NetPromoterScore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleAgencyTest {

    private static final SampleTruth TRUTH = SampleTruth.standard();
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final int AGENCIES = 100;
    private static final List<Book> BOOKS = LongStream.range(0, AGENCIES)
            .mapToObj(seed -> book(TRUTH.withSeed(seed)))
            .toList();

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void files_anyLanguage_areReadWithoutAFault(String language) throws IOException {
        Reading reading = read(SampleAgency.files(TRUTH, Locale.forLanguageTag(language)));
        assertEquals(ImmutableList.of(), reading.faults());
        assertEquals(60, reading.book().clients().size());
        assertEquals(
                60,
                new HashSet<>(reading.book().clients().stream()
                                .map(Client::name)
                                .toList())
                        .size());
        assertTrue(
                reading.book().lastDate().orElseThrow().date().isBefore(TRUTH.asOf()),
                reading.book().lastDate().toString());
    }

    @Test
    void files_standardTruth_areTheSameOnEveryMachine() {
        ImmutableMap<InputFile, String> files = SampleAgency.files(TRUTH, Locale.ENGLISH);
        assertEquals(files, SampleAgency.files(TRUTH, Locale.ENGLISH));
        // what was drawn before there were tickets stays as it was
        assertEquals(
                "05babdfd92d3daae61c261b7e6bb8533fc20feafbf644f9a84545786d02a1c13",
                hash(files, InputFile.CLIENTS, InputFile.CONTRACTS, InputFile.INVOICES, InputFile.SURVEYS));
        assertEquals(
                "7e6b3be6b7a661bde01333e40041a30bee9b41e629dabaf081cac566196a8ea1", hash(files, InputFile.TICKETS));
        assertEquals(
                "11acdb0194b969cbdc92cf9946890b65c5e5932659d640157389de188a562284",
                hash(files, InputFile.TICKET_EVENTS));
    }

    private static String hash(ImmutableMap<InputFile, String> files, InputFile... which) {
        return Hashing.sha256()
                .hashString(Stream.of(which).map(files::get).collect(Collectors.joining()), StandardCharsets.UTF_8)
                .toString();
    }

    @Test
    void files_anotherLanguage_changesNoNumber() throws IOException {
        Book english = read(SampleAgency.files(TRUTH, Locale.ENGLISH)).book();
        Book russian = read(SampleAgency.files(TRUTH, RUSSIAN)).book();
        assertEquals(
                english.contracts().stream().map(Contract::versions).toList(),
                russian.contracts().stream().map(Contract::versions).toList());
        assertEquals(
                english.contracts().stream().map(Contract::span).toList(),
                russian.contracts().stream().map(Contract::span).toList());
        assertEquals(
                SampleAgency.files(TRUTH, Locale.ENGLISH).get(InputFile.TICKET_EVENTS),
                SampleAgency.files(TRUTH, RUSSIAN).get(InputFile.TICKET_EVENTS));
        assertEquals(english.invoices().size(), russian.invoices().size());
    }

    @Test
    void files_standardTruth_showEverythingThereIsToShow() throws IOException {
        Book book = read(SampleAgency.files(TRUTH, Locale.ENGLISH)).book();
        List<Contract> contracts = book.contracts();
        assertAll(
                () -> assertTrue(contracts.size() > 60, "somebody comes back"),
                () -> assertTrue(
                        contracts.stream()
                                .anyMatch(contract -> !contract.pauses().isEmpty()),
                        "pauses"),
                () -> assertTrue(
                        contracts.stream()
                                .flatMap(contract -> contract.versions().stream())
                                .anyMatch(version -> version.indexation().isPresent()),
                        "indexation"),
                () -> assertEquals(
                        Set.of(ChurnReason.values()),
                        Set.copyOf(contracts.stream()
                                .flatMap(contract -> contract.end().stream())
                                .flatMap(end -> end.causes().stream())
                                .map(ChurnCause::reason)
                                .toList()),
                        "every reason"),
                () -> assertTrue(
                        book.surveys().stream()
                                .anyMatch(row -> row.kind() == SurveyKind.NPS
                                        && row.score().orElse(10) <= 6
                                        && row.reason().isEmpty()),
                        "detractors without a reason"));
    }

    @Test
    void files_manyAgencies_haveTheTruthOnAverage() {
        Tally tally = new Tally();
        BOOKS.forEach(tally::add);
        assertAll(
                () -> assertShare(0.06, tally.smallEnds, tally.smallMonths, "monthly churn of small clients"),
                () -> assertShare(0.2, tally.otherReasons, tally.ends, "other reasons"),
                () -> assertShare(0.3, tally.missedKpis, tally.ends, "missed KPIs"),
                () -> assertShare(TRUTH.survival(12), tally.stayedAYear, tally.couldStayAYear, "survival of a year"),
                () -> assertShare(0.7, tally.answered, tally.asked, "answers"),
                () -> assertEquals(
                        TRUTH.netPromoterScore(), tally.nps.result().value().orElseThrow(), 1));
    }

    @Test
    void netPromoterScore_intervalsOfManyAgencies_holdTheTruthAboutAsOftenAsTheySay() {
        long held = BOOKS.stream()
                .map(SampleAgencyTest::netPromoterScore)
                .filter(result -> holds(result.interval().orElseThrow(), TRUTH.netPromoterScore()))
                .count();
        assertTrue(held >= 0.9 * AGENCIES && held <= 0.99 * AGENCIES, held + " of " + AGENCIES);
    }

    @Test
    void truth_standard_isWhatTheDocumentationSays() {
        assertAll(
                () -> assertEquals(48, TRUTH.months()),
                () -> assertEquals(1, TRUTH.survival(0), 1e-12),
                () -> assertEquals(
                        0.5 * Math.pow(0.94, 12) + 0.35 * Math.pow(0.97, 12) + 0.15 * Math.pow(0.985, 12),
                        TRUTH.survival(12),
                        1e-12),
                () -> assertEquals(25, TRUTH.netPromoterScore(), 1e-9),
                () -> assertEquals(0.75, TRUTH.topTwoBox(), 1e-12),
                () -> assertEquals(5.06, TRUTH.meanEase(), 1e-12),
                () -> assertEquals(
                        1,
                        TRUTH.segments().values().stream()
                                .mapToDouble(SegmentTruth::share)
                                .sum(),
                        1e-12),
                () -> assertSumOfShares(TRUTH.churnReasons()),
                () -> assertSumOfShares(TRUTH.recommendation()),
                () -> assertSumOfShares(TRUTH.satisfaction()),
                () -> assertSumOfShares(TRUTH.ease()));
    }

    private static void assertSumOfShares(ImmutableMap<?, Double> shares) {
        assertEquals(1, shares.values().stream().mapToDouble(share -> share).sum(), 1e-12);
    }

    /** Five standard errors: true of a right generator in all but one in a million cases. */
    private static void assertShare(double truth, long count, long of, String what) {
        double error = Math.sqrt(truth * (1 - truth) / of);
        assertEquals(truth, (double) count / of, 5 * error, what + " among " + of);
    }

    private static boolean holds(Interval interval, double value) {
        return interval.lower() <= value && value <= interval.upper();
    }

    private static NetPromoterResult netPromoterScore(Book book) {
        return NetPromoterScore.withDefaults().of(scores(book));
    }

    private static List<Integer> scores(Book book) {
        return book.surveys().stream()
                .filter(row -> row.kind() == SurveyKind.NPS && row.score().isPresent())
                .map(row -> row.score().getAsInt())
                .toList();
    }

    private static Book book(SampleTruth truth) {
        try {
            return read(SampleAgency.files(truth, Locale.ENGLISH)).book();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Reading read(ImmutableMap<InputFile, String> files) throws IOException {
        return BookReader.of(InputFolder.of(files)).read();
    }

    /** Counts over many agencies. */
    private static final class Tally {

        private final NetPromoterAccumulator nps =
                NetPromoterScore.withDefaults().accumulator();
        private long smallEnds;
        private long smallMonths;
        private long ends;
        private long otherReasons;
        private long missedKpis;
        private long stayedAYear;
        private long couldStayAYear;
        private long asked;
        private long answered;

        void add(Book book) {
            Set<String> small = new HashSet<>();
            book.clients().stream()
                    .filter(client -> client.segment().orElseThrow().value().equals("small"))
                    .forEach(client -> small.add(client.id().value()));
            book.contracts()
                    .forEach(contract ->
                            add(contract, small.contains(contract.clientId().value())));
            scores(book).forEach(nps::add);
            asked += book.surveys().size();
            answered += book.surveys().stream()
                    .filter(row -> row.score().isPresent())
                    .count();
        }

        private void add(Contract contract, boolean small) {
            LocalDate end = contract.end().map(ContractEnd::date).orElse(TRUTH.asOf());
            // the last month of a contract that goes on is not over
            long months = ChronoUnit.MONTHS.between(contract.start(), end)
                    - (contract.end().isPresent() ? 0 : 1);
            smallMonths += small ? months : 0;
            smallEnds += small && contract.end().isPresent() ? 1 : 0;
            contract.end().stream().flatMap(why -> why.causes().stream()).forEach(this::add);
            boolean couldStay = contract.start().plusMonths(12).isBefore(TRUTH.asOf())
                    && contract.id().value().endsWith("-1");
            couldStayAYear += couldStay ? 1 : 0;
            stayedAYear +=
                    couldStay && !end.isBefore(contract.start().plusMonths(12).plusDays(1)) ? 1 : 0;
        }

        private void add(ChurnCause cause) {
            ends++;
            otherReasons += cause.reason() == ChurnReason.OTHER ? 1 : 0;
            missedKpis += cause.reason() == ChurnReason.KPI_MISSED ? 1 : 0;
        }
    }
}
