package dev.tenure.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableMap;
import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.Ratio;
import dev.tenure.retention.Spells.Spell;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class LogoChurnTest {

    private static final ImmutableMap<String, ChurnPolicy> PRESETS = ImmutableMap.<String, ChurnPolicy>builder()
            .put("CHARTMOGUL", ChurnPolicy.CHARTMOGUL)
            .put("PROFITWELL", ChurnPolicy.PROFITWELL)
            .put("STRIPE", ChurnPolicy.STRIPE)
            .put("GUMROAD", ChurnPolicy.GUMROAD)
            .put("AVERAGE", ChurnPolicy.AVERAGE)
            .put("BAREMETRICS", ChurnPolicy.BAREMETRICS)
            .put("SHOPIFY", ChurnPolicy.SHOPIFY)
            .put("CLIENT_DAYS", ChurnPolicy.CLIENT_DAYS)
            .buildOrThrow();

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final ReportingCalendar MONTHS = ReportingCalendar.of(Granularity.MONTH);
    private static final ReportingCalendar WEEKS = ReportingCalendar.of(Granularity.WEEK);
    private static final ReportingPeriod MARCH = MONTHS.periodOf(DAY);
    private static final LogoChurn CHURN = LogoChurn.withDefaults();

    // golden

    @Test
    void of_publishedCounts_givesThePublishedRates() throws IOException {
        int rates = 0;
        for (JsonNode golden : golden("logo-churn.json").get("cases")) {
            ChurnCounts counts = counts(golden);
            for (Map.Entry<String, JsonNode> rate : golden.get("rates").properties()) {
                ChurnPolicy policy = Objects.requireNonNull(PRESETS.get(rate.getKey()));
                assertEquals(
                        rate.getValue().asText(),
                        CHURN.with(policy).of(counts).exact().orElseThrow().toString(),
                        golden.get("source").asText());
                rates++;
            }
        }
        assertEquals(14, rates);
    }

    /** Source: https://angelwood.io/glossary/client-retention-rate, (end - new) / start, published as 80 %. */
    @Test
    void ofBooks_publishedRetention_isEightyPercent() {
        LogoChurnResult result = CHURN.of(ChurnCounts.ofBooks(50, 15, 55));

        assertEquals(Outcome.of(Proportion.of(40, 50)), result.retention());
        assertEquals(Outcome.of(Proportion.of(10, 50)), result.proportion());
    }

    /** rameerez/profitable at 47ed9ab9 counts only those still there as the opening book and prints 11.1 %. */
    @Test
    void of_spells_countsTheLostInTheOpeningBook() {
        PresenceAccumulator accumulator = ClientPresence.accumulator();
        for (int client = 0; client < 100; client++) {
            if (client < 10) {
                accumulator.add(ClientSpell.ended(client, DAY.minusYears(1), DAY.plusDays(client)));
            } else {
                accumulator.add(ClientSpell.ongoing(client, DAY.minusYears(1)));
            }
        }

        LogoChurnResult result = CHURN.of(accumulator.result(), MARCH, DAY.plusMonths(1));

        assertEquals(Outcome.of(Ratio.of(1, 10)), result.exact());
    }

    // laws

    @Property(tries = 300)
    void countsAreThoseOfWalkingThroughTheDays(
            @ForAll("spells") List<Spell> spells,
            @ForAll("spells") List<Spell> pauses,
            @ForAll @IntRange(min = 0, max = 40) int from,
            @ForAll @IntRange(min = 0, max = 40) int length) {
        LocalDate asOf = Spells.day(from + length);
        RetentionTable table = CHURN.table(Spells.presence(spells, pauses), WEEKS, Spells.day(from), asOf);

        for (LogoChurnResult row : table.rows()) {
            ReportingPeriod period = row.period().orElseThrow();
            int start = (int) period.start().toEpochDay();
            int end = (int) Math.min(period.end().toEpochDay(), asOf.toEpochDay() + 1);
            assertEquals(Spells.countDayByDay(spells, pauses, start, end), row.counts());
        }
    }

    @Property(tries = 100)
    void theBookOfADayIsThatOfTheEveAndWhoCameLessWhoLeft(@ForAll("spells") List<Spell> spells) {
        ClientPresence presence = Spells.presence(spells, List.of());

        for (int day = -5; day < 60; day++) {
            ReportingPeriod oneDay = new ReportingPeriod(day, Spells.day(day), Spells.day(day + 1), "a day");
            ChurnCounts counts = CHURN.of(presence, oneDay, Spells.day(100)).counts();
            assertEquals(presence.presentOn(Spells.day(day - 1)), counts.opening());
            assertEquals(presence.presentOn(Spells.day(day)), counts.closing());
        }
    }

    @Property(tries = 100)
    void thePartsOfAPeriodMakeUpTheWhole(@ForAll("spells") List<Spell> spells, @ForAll("spells") List<Spell> pauses) {
        ClientPresence presence = Spells.presence(spells, pauses);
        LocalDate first = LocalDate.of(2025, 1, 1);
        LocalDate last = LocalDate.of(2025, 3, 31);
        ChurnCounts quarter = CHURN.of(
                        presence, ReportingCalendar.of(Granularity.QUARTER).periodOf(first), last)
                .counts();
        List<ChurnCounts> months = CHURN.table(presence, MONTHS, first, last).rows().stream()
                .map(LogoChurnResult::counts)
                .toList();

        assertEquals(quarter.opening(), months.get(0).opening());
        assertEquals(months.get(0).closing(), months.get(1).opening());
        assertEquals(months.get(1).closing(), months.get(2).opening());
        assertEquals(months.get(2).closing(), quarter.closing());
        assertEquals(
                quarter.churnEvents(),
                months.stream().mapToLong(ChurnCounts::churnEvents).sum());
        assertEquals(
                quarter.clientDays(),
                months.stream().mapToLong(ChurnCounts::clientDays).sum());
        assertEquals(
                quarter.daily(),
                months.stream().flatMap(month -> month.daily().stream()).toList());
    }

    @Property(tries = 200)
    void retentionAndChurnAreOneTogether(@ForAll("counts") ChurnCounts counts) {
        LogoChurnResult result = CHURN.of(counts);

        if (counts.opening() > 0) {
            double churn = result.value().orElseThrow();
            double retention = result.retention().flatMap(Proportion::value).orElseThrow();
            assertEquals(1, churn + retention, 1e-15);
            assertTrue(churn >= 0 && churn <= 1);
            assertTrue(result.interval().orElseThrow().contains(churn));
        } else {
            assertFalse(result.value().isDefined());
        }
    }

    @Property(tries = 200)
    void everyDefinitionAgreesWithoutNewcomersAndReturns(
            @ForAll @IntRange(min = 1, max = 100) int opening, @ForAll @IntRange(max = 100) int gone) {
        ChurnCounts counts = ChurnCounts.builder()
                .opening(opening)
                .churnEvents(Math.min(opening, gone))
                .build();
        Outcome<Ratio> rate = Outcome.of(Ratio.of(Math.min(opening, gone), opening));

        assertEquals(rate, CHURN.of(counts).exact());
        assertEquals(rate, CHURN.with(ChurnPolicy.STRIPE).of(counts).exact());
        assertEquals(rate, CHURN.with(ChurnPolicy.BAREMETRICS).of(counts).exact());
    }

    @Property(tries = 100)
    void ratesFollowTheirDefinitions(@ForAll("counts") ChurnCounts counts) {
        double start = counts.opening();
        double joined = counts.joined();
        double events = counts.churnEvents();
        double gone = events - counts.churnedAndBack();

        assertRate((gone - counts.joinedAndLeft()) / start, ChurnPolicy.CHARTMOGUL, counts);
        assertRate(events / (start + joined), ChurnPolicy.STRIPE, counts);
        assertRate(2 * events / (start + start + joined - gone), ChurnPolicy.AVERAGE, counts);
        assertRate(events / start, ChurnPolicy.BAREMETRICS, counts);
        assertRate(
                gone / (start + joined),
                ChurnPolicy.of(ChurnNumerator.CLIENTS_GONE, ChurnDenominator.START_PLUS_NEW),
                counts);
    }

    private static void assertRate(double expected, ChurnPolicy policy, ChurnCounts counts) {
        Outcome<Double> rate = CHURN.with(policy).of(counts).value();
        if (Double.isFinite(expected)) {
            assertEquals(expected, rate.orElseThrow(), 1e-12);
        } else {
            assertFalse(rate.isDefined());
        }
    }

    // edges

    @Test
    void of_clientDays_isTheRateADayTimesTheDays() {
        ChurnCounts counts = ChurnCounts.builder()
                .opening(10)
                .churnEvents(2)
                .days(30)
                .clientDays(280)
                .build();

        assertEquals(
                Outcome.of(Ratio.of(60, 280)),
                CHURN.with(ChurnPolicy.CLIENT_DAYS).of(counts).exact());
    }

    @Test
    void of_daysWithoutClients_addNothing() {
        ChurnCounts counts = ChurnCounts.builder()
                .opening(0)
                .addDaily(ChurnDay.of(0, 0))
                .addDaily(ChurnDay.of(4, 1))
                .build();

        assertEquals(
                Outcome.of(Ratio.of(1, 4)),
                CHURN.with(ChurnPolicy.SHOPIFY).of(counts).exact());
    }

    @Test
    void of_noBase_hasNoRate() {
        ChurnCounts nobody = ChurnCounts.builder().opening(0).build();

        assertUndefined(Reason.NO_DATA, "no clients at the start", ChurnPolicy.CHARTMOGUL, nobody);
        assertUndefined(Reason.NO_DATA, "no clients at the start, and none joined", ChurnPolicy.STRIPE, nobody);
        assertUndefined(Reason.NO_DATA, "no clients at the start and none at the end", ChurnPolicy.AVERAGE, nobody);
        assertUndefined(Reason.NO_DATA, "no day with clients on its eve", ChurnPolicy.SHOPIFY, nobody);
        assertUndefined(Reason.NO_DATA, "no client days", ChurnPolicy.CLIENT_DAYS, nobody);
    }

    @Test
    void of_rateThatIsNoShare_hasNoIntervalAndNoRetention() {
        ChurnCounts counts = ChurnCounts.ofBooks(10, 2, 9);
        LogoChurnResult result = CHURN.with(ChurnPolicy.AVERAGE).of(counts);
        String why = "the rate is not a share of one group of clients";

        assertEquals(Outcome.<Interval>undefined(Reason.NOT_APPLICABLE, why), result.interval());
        assertEquals(Outcome.<Proportion>undefined(Reason.NOT_APPLICABLE, why), result.retention());
    }

    @Test
    void of_goneOfAllWhoWereThere_isAShareOfThem() {
        ChurnPolicy policy = ChurnPolicy.of(ChurnNumerator.CLIENTS_GONE, ChurnDenominator.START_PLUS_NEW);

        assertTrue(policy.isProportion());
        assertEquals(
                Outcome.of(Proportion.of(3, 12)),
                CHURN.with(policy).of(ChurnCounts.ofBooks(10, 2, 9)).proportion());
    }

    @Test
    void isProportion_onlyWhereEachClientIsLostOrNot() {
        assertTrue(ChurnPolicy.CHARTMOGUL.isProportion());
        assertTrue(ChurnPolicy.of(ChurnNumerator.OPENING_CLIENTS_GONE, ChurnDenominator.START_PLUS_NEW)
                .isProportion());
        assertFalse(ChurnPolicy.STRIPE.isProportion());
        assertFalse(ChurnPolicy.BAREMETRICS.isProportion());
        assertFalse(ChurnPolicy.of(ChurnNumerator.CLIENTS_GONE, ChurnDenominator.START)
                .isProportion());
        assertFalse(ChurnPolicy.AVERAGE.isProportion());
        assertFalse(ChurnPolicy.SHOPIFY.isProportion());
        assertFalse(ChurnPolicy.CLIENT_DAYS.isProportion());
    }

    @Test
    void of_undecidedClients_areInNoBase() {
        ChurnCounts counts = ChurnCounts.builder()
                .opening(10)
                .joined(4)
                .churnEvents(2)
                .undecided(3)
                .undecidedOpening(2)
                .build();

        assertEquals(
                Outcome.of(Ratio.of(2, 8)),
                CHURN.with(ChurnPolicy.CHARTMOGUL).of(counts).exact());
        assertEquals(
                Outcome.of(Ratio.of(2, 11)),
                CHURN.with(ChurnPolicy.STRIPE).of(counts).exact());
        assertEquals(
                Outcome.of(Ratio.of(4, 8 + 9)),
                CHURN.with(ChurnPolicy.AVERAGE).of(counts).exact());
    }

    @Test
    void of_lastDayOfThePeriod_isEnough() {
        ClientPresence presence = ClientPresence.of(List.of(ClientSpell.ongoing(1, DAY.minusDays(1))));

        LogoChurnResult over = CHURN.of(presence, MARCH, LocalDate.of(2025, 3, 31));
        LogoChurnResult notOver = CHURN.of(presence, MARCH, LocalDate.of(2025, 3, 30));

        assertTrue(over.isComplete());
        assertEquals(Outcome.of(0.0), over.value());
        assertFalse(notOver.isComplete());
        assertEquals(Outcome.<Double>undefined(Reason.BEYOND_OBSERVATION, "the period is not over"), notOver.value());
        assertEquals(30, notOver.counts().days());
        assertEquals(Optional.of(MARCH), notOver.period());
    }

    @Test
    void of_whatIsAfterTheDayOfTheQuestion_isNotSeen() {
        ClientPresence presence = ClientPresence.of(List.of(
                ClientSpell.ended(1, DAY.minusDays(9), DAY.plusDays(20)), ClientSpell.ongoing(2, DAY.plusDays(11))));

        ChurnCounts counts = CHURN.of(presence, MARCH, DAY.plusDays(10)).counts();

        assertEquals(0, counts.churnEvents());
        assertEquals(0, counts.joined());
        assertEquals(1, counts.closing());
    }

    @Test
    void table_clientsWhoComeBack_areReturnedAndNotNew() {
        ClientPresence presence = ClientPresence.of(List.of(
                ClientSpell.ended(1, DAY.minusMonths(5), DAY.minusMonths(4)),
                ClientSpell.ongoing(1, DAY.plusDays(3)),
                ClientSpell.ongoing(2, DAY.plusDays(4))));

        ChurnCounts counts = CHURN.of(presence, MARCH, DAY.plusMonths(1)).counts();

        assertEquals(2, counts.joined());
        assertEquals(1, counts.returned());
    }

    @Test
    void rescaled_rate_isAnEstimateForAnotherLength() {
        LogoChurnResult month = CHURN.of(ChurnCounts.ofBooks(100, 0, 97));

        assertEquals(0.6938423609954377, month.rescaled(12).orElseThrow().retention(), 1e-12);
    }

    @Test
    void rescaled_rateAboveOne_isNotApplicable() {
        ChurnCounts counts = ChurnCounts.builder()
                .opening(1)
                .joined(5)
                .churnEvents(5)
                .joinedAndLeft(5)
                .build();

        assertEquals(
                Outcome.<RescaledChurn>undefined(Reason.NOT_APPLICABLE, "a rate above 100% cannot be compounded"),
                CHURN.with(ChurnPolicy.BAREMETRICS).of(counts).rescaled(2));
        assertTrue(CHURN.with(ChurnPolicy.BAREMETRICS)
                .of(ChurnCounts.ofBooks(5, 0, 0))
                .rescaled(2)
                .isDefined());
    }

    @Test
    void with_options_areInTheResult() {
        LogoChurnResult result = CHURN.with(ProportionInterval.CLOPPER_PEARSON)
                .with(ConfidenceLevel.P90)
                .with(ChurnPolicy.SHOPIFY)
                .of(ChurnCounts.ofBooks(1, 1, 1));

        assertEquals(ProportionInterval.CLOPPER_PEARSON, result.intervalMethod());
        assertEquals(ConfidenceLevel.P90, result.level());
        assertSame(ChurnPolicy.SHOPIFY, result.policy());
        assertEquals(Optional.empty(), result.period());
    }

    /** Nobody lost of ten: the upper limit of Clopper and Pearson is 1 - 0.025^(1/10). */
    @Test
    void interval_exactMethod_isThatOfClopperAndPearson() {
        Interval interval = CHURN.with(ProportionInterval.CLOPPER_PEARSON)
                .of(ChurnCounts.ofBooks(10, 0, 10))
                .interval()
                .orElseThrow();

        assertEquals(0, interval.lower());
        assertEquals(1 - Math.pow(0.025, 0.1), interval.upper(), 1e-12);
    }

    @Test
    void toBuilder_changesOneCount() {
        ChurnCounts counts = counts(10, 2, 1, 0, 0).days(30).build();

        assertEquals(counts, counts.toBuilder().build());
        assertEquals(31, counts.toBuilder().days(31).build().days());
    }

    // messages

    @Test
    void badCounts_sayWhich() {
        assertMessage(
                "opening must not be negative: -1", () -> counts(-1, 0, 0, 0, 0).build());
        assertMessage(
                "joined must not be negative: -1", () -> counts(0, -1, 0, 0, 0).build());
        assertMessage(
                "churnEvents must not be negative: -1",
                () -> counts(0, 0, -1, 0, 0).build());
        assertMessage(
                "days must not be negative: -1",
                () -> counts(0, 0, 0, 0, 0).days(-1).build());
        assertMessage(
                "clientDays must not be negative: -1",
                () -> counts(0, 0, 0, 0, 0).clientDays(-1).build());
        assertMessage(
                "returned must be in [0, 2]: 3",
                () -> counts(0, 2, 0, 0, 0).returned(3).build());
        assertMessage(
                "churnedAndBack must be in [0, 1]: 2",
                () -> counts(5, 0, 1, 2, 0).build());
        assertMessage(
                "joinedAndLeft must be in [0, 1]: 2",
                () -> counts(5, 1, 2, 0, 2).build());
        assertMessage(
                "joinedAndLeft must be in [0, 1]: -1",
                () -> counts(5, 1, 2, 0, -1).build());
        assertMessage(
                "openingGone must not exceed opening: 2, 1",
                () -> counts(1, 0, 2, 0, 0).build());
        assertMessage(
                "undecidedOpening must be in [0, 2]: 3",
                () -> counts(3, 0, 1, 0, 0).undecided(4).undecidedOpening(3).build());
        assertMessage(
                "undecided must be in [0, 1]: 2",
                () -> counts(3, 1, 1, 0, 1).undecided(2).undecidedOpening(1).build());
        assertMessage("closing must be in [2, 7]: 1", () -> ChurnCounts.ofBooks(5, 2, 1));
        assertMessage("closing must be in [2, 7]: 8", () -> ChurnCounts.ofBooks(5, 2, 8));
        assertMessage("atRisk must not be negative: -1", () -> ChurnDay.of(-1, 0));
        assertMessage("lost must be in [0, 2]: 3", () -> ChurnDay.of(2, 3));
        assertMessage("lost must be in [0, 2]: -1", () -> ChurnDay.of(2, -1));
    }

    @Test
    void badQuestions_sayWhich() {
        ClientPresence nobody = ClientPresence.of(List.of());

        assertMessage(
                "period must not start after asOf: 2025-03, 2025-02-28",
                () -> CHURN.of(nobody, MARCH, LocalDate.of(2025, 2, 28)));
        assertMessage(
                "numerator must be CHURN_EVENTS for a sum of daily rates: CLIENTS_GONE",
                () -> ChurnPolicy.of(ChurnNumerator.CLIENTS_GONE, ChurnDenominator.SUM_OF_DAILY_RATES));
    }

    @Test
    void explain_showsCountsDefinitionRateAndInterval() {
        assertEquals("""
                logo churn = 11.00%   [lost / start; start = 100, joined = 20, end = 108, lost = 11, \
                lost are = OPENING_CLIENTS_GONE, base is = START]
                  confidence interval = 6.25% to 18.63%   [by method, at level; method = WILSON, level = 95.00%]
                """, CHURN.of(counts(100, 20, 12, 0, 1).build()).explain().toText());
    }

    @Test
    void explain_dailyRates_showsTheDaysWithLosses() {
        ChurnCounts counts = counts(100, 0, 5, 0, 0)
                .addDaily(ChurnDay.of(100, 5))
                .addDaily(ChurnDay.of(95, 0))
                .build();

        assertEquals("""
                logo churn = 5.00%   [sum over days of lost / start of day; start = 100, joined = 0, end = 95, \
                lost = 5, lost are = CHURN_EVENTS, base is = SUM_OF_DAILY_RATES]
                  rate of a day = 5.00%   [lost / start of day; lost = 5, start of day = 100]
                  confidence interval = undefined (the rate is not a share of one group of clients)   \
                [by method, at level; method = WILSON, level = 95.00%]
                """, CHURN.with(ChurnPolicy.SHOPIFY).of(counts).explain().toText());
    }

    @Test
    void explain_clientDaysAndUndecided_areShownWhereTheyMatter() {
        ChurnCounts counts = counts(10, 0, 1, 0, 0)
                .undecided(1)
                .undecidedOpening(1)
                .days(30)
                .clientDays(250)
                .build();

        assertEquals(
                "logo churn = 12.00%   [lost / client days * days; start = 9, joined = 0, end = 8, lost = 1, "
                        + "undecided = 1, client days = 250, days = 30, lost are = CHURN_EVENTS, base is = CLIENT_DAYS]",
                CHURN.with(ChurnPolicy.CLIENT_DAYS)
                        .of(counts)
                        .explain()
                        .toText()
                        .lines()
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void explain_undecidedClients_areNotInTheCountsThatTheFormulaNames() {
        ChurnCounts counts =
                counts(30, 0, 2, 0, 0).undecided(1).undecidedOpening(1).build();

        // 2 lost of 30 - 1
        assertEquals(
                "logo churn = 6.90%   [lost / start; start = 29, joined = 0, end = 27, lost = 2, undecided = 1, "
                        + "lost are = OPENING_CLIENTS_GONE, base is = START]",
                CHURN.of(counts).explain().toText().lines().findFirst().orElseThrow());
    }

    @Test
    void explain_table_hasAPartForEachPeriod() {
        RetentionTable table = CHURN.table(
                ClientPresence.of(List.of(ClientSpell.ongoing(1, DAY.minusMonths(1)))), MONTHS, DAY, DAY.plusMonths(1));

        List<String> lines = table.explain().toText().lines().toList();
        assertEquals(5, lines.size());
        assertEquals("retention by MONTH = 1   [number of complete periods; as of = 2025-04-01]", lines.get(0));
        assertTrue(lines.get(1).startsWith("  logo churn of 2025-03 = 0.00%"));
        assertTrue(lines.get(3).startsWith("  logo churn of 2025-04 = undefined (the period is not over)"));
        assertEquals(MONTHS, table.calendar());
    }

    @Provide
    Arbitrary<List<Spell>> spells() {
        return Spells.arbitrary();
    }

    @Provide
    Arbitrary<ChurnCounts> counts() {
        return Arbitraries.integers()
                .between(0, 30)
                .list()
                .ofSize(5)
                .map(numbers -> counts(
                                numbers.get(0),
                                numbers.get(1) + numbers.get(3),
                                Math.min(numbers.get(2), numbers.get(0)) + numbers.get(3) + numbers.get(4),
                                numbers.get(4),
                                numbers.get(3))
                        .build());
    }

    private static ChurnCountsBuilder counts(
            long opening, long joined, long churnEvents, long churnedAndBack, long joinedAndLeft) {
        return ChurnCounts.builder()
                .opening(opening)
                .joined(joined)
                .churnEvents(churnEvents)
                .churnedAndBack(churnedAndBack)
                .joinedAndLeft(joinedAndLeft);
    }

    private static ChurnCounts counts(JsonNode golden) {
        JsonNode counts = golden.get("counts");
        ChurnCountsBuilder builder = counts(
                counts.path("opening").asLong(),
                counts.path("joined").asLong(),
                counts.path("churnEvents").asLong(),
                counts.path("churnedAndBack").asLong(),
                counts.path("joinedAndLeft").asLong());
        golden.path("daily")
                .forEach(day -> builder.addDaily(
                        ChurnDay.of(day.get(0).asLong(), day.get(1).asLong())));
        return builder.build();
    }

    private static void assertUndefined(Reason reason, String detail, ChurnPolicy policy, ChurnCounts counts) {
        assertEquals(
                Outcome.<Double>undefined(reason, detail),
                CHURN.with(policy).of(counts).value());
    }

    static void assertMessage(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    static JsonNode golden(String name) throws IOException {
        try (InputStream in = LogoChurnTest.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(in);
        }
    }
}
