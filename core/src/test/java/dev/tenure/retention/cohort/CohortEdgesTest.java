package dev.tenure.retention.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.Ratio;
import dev.tenure.retention.ClientPresence;
import dev.tenure.retention.ClientSpell;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.DifferenceInterval;
import dev.tenure.stat.Proportion;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.SurvivalCurve;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Tenure, movements, older clients, spells, comparison and folding, by cases one can check by hand. */
class CohortEdgesTest {

    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 1);
    private static final LocalDate LATER = LocalDate.of(2025, 12, 31);
    private static final CohortAnalysis COHORTS = CohortAnalysis.withDefaults();
    private static final CohortAnalysis MOVING = COHORTS.with(RevenueDetail.MOVEMENTS);
    private static final CohortAnalysis TENURE = COHORTS.with(CohortPolicy.BY_TENURE);
    private static final int DAY = (int) JANUARY.toEpochDay();

    // golden

    /**
     * Three accounts that paid 100, 50 and 25 and pay 120, 40 and nothing, and a fourth that came since. Source: C. S. Gold, code of
     * <i>Fighting Churn with Data</i>, chapter 2, listings 2.1, 2.2, 2.4 and 2.5; exact.
     */
    @Test
    void shares_ofTwoSnapshots_areThePublishedOnes() {
        CohortCell cell = MOVING.of(
                        List.of(
                                ClientActivity.of(1, JANUARY, 100),
                                ClientActivity.of(2, JANUARY, 50),
                                ClientActivity.of(3, JANUARY, 25),
                                ClientActivity.of(1, JANUARY.plusMonths(1), 120),
                                ClientActivity.of(2, JANUARY.plusMonths(1), 40),
                                ClientActivity.of(4, JANUARY.plusMonths(1), 90)),
                        LATER)
                .cohorts()
                .get(0)
                .cells()
                .get(1);

        assertEquals(Outcome.of(Ratio.of(32, 35)), cell.share(CohortMeasure.NET));
        assertEquals(Outcome.of(Ratio.of(4, 5)), cell.share(CohortMeasure.GROSS));
        assertEquals(Outcome.of(Ratio.of(2, 3)), cell.share(CohortMeasure.LOGO));
        assertEquals(Outcome.of(new CohortMovements(0, 20, 0, -10, -25)), cell.sincePrevious());
        assertEquals(Outcome.of(140L), cell.grossMinorUnits());
    }

    /**
     * A client who left on 31 January and came back on 15 June is a reactivation by ProfitWell, and new by Apphud and, after 90
     * days, by Chargify. Source: ProfitWell's help page on Chargify; Apphud, "Cohorts".
     */
    @Test
    void reactivation_isWhatEachToolSays() {
        List<ClientActivity> rows =
                List.of(ClientActivity.of(1, JANUARY, 100), ClientActivity.of(1, LocalDate.of(2025, 6, 15), 100));
        CohortPolicy chargify = CohortPolicy.APPHUD.withIdlePeriods(3);

        assertEquals(
                Outcome.of(new CohortMovements(0, 0, 100, 0, 0)),
                MOVING.of(rows, LATER).cohorts().get(0).cells().get(5).sincePrevious());
        for (CohortPolicy policy : List.of(CohortPolicy.APPHUD, chargify)) {
            assertEquals(
                    Outcome.of(new CohortMovements(100, 0, 0, 0, 0)),
                    MOVING.with(policy)
                            .of(rows, LATER)
                            .cohorts()
                            .get(1)
                            .cells()
                            .get(0)
                            .sincePrevious());
        }
        assertEquals(
                1,
                MOVING.with(chargify.withIdlePeriods(5))
                        .of(rows, LATER)
                        .cohorts()
                        .size());
    }

    /**
     * Admissions to Berkeley by sex, 1973, its six departments as cohorts and its sexes as segments. Source: P. J. Bickel, E. A. Hammel
     * and J. W. O'Connell, <i>Science</i> 187 (1975), 398-403; the test by mantelhaen.test of R 4.2.2 without correction; 1e-12.
     */
    @Test
    void test_ofBerkeley_isThatOfR() {
        int[][] men = {{512, 313}, {353, 207}, {120, 205}, {138, 279}, {53, 138}, {22, 351}};
        int[][] women = {{89, 19}, {17, 8}, {202, 391}, {131, 244}, {94, 299}, {24, 317}};

        CohortDifference difference = CohortComparison.withDefaults().of(table(men), table(women), 1);

        assertEquals(6, difference.first().size());
        ChiSquareTest test = difference.test().orElseThrow();
        assertEquals(1.52460666044344, test.statistic(), 1e-12);
        assertEquals(0.216923697055518, test.pValue(), 1e-12);
        assertEquals(Outcome.of(1198.0 / 2691 - 557.0 / 1835), difference.value());
        // seven months of the first cohort, down to two of the last
        assertEquals(
                7 + 6 + 5 + 4 + 3 + 2,
                CohortComparison.withDefaults().cells(table(men), table(women)).size());
    }

    private static CohortTable table(int[][] stayedAndLeft) {
        CohortAccumulator accumulator =
                COHORTS.accumulator(JANUARY.plusMonths(stayedAndLeft.length + 1).minusDays(1));
        int client = 0;
        for (int month = 0; month < stayedAndLeft.length; month++) {
            LocalDate came = JANUARY.plusMonths(month);
            for (int i = 0; i < stayedAndLeft[month][0] + stayedAndLeft[month][1]; i++) {
                accumulator.add(ClientActivity.of(client, came, 1));
                if (i < stayedAndLeft[month][0]) {
                    accumulator.add(ClientActivity.of(client, came.plusMonths(1), 1));
                }
                client++;
            }
        }
        return accumulator.result();
    }

    // tenure

    @Test
    void tenure_ofTheLastDayOfAMonth_beginsOnTheLastDayOfShorterMonths() {
        CohortTable table = TENURE.of(
                List.of(
                        ClientActivity.of(1, LocalDate.of(2025, 1, 31), 0),
                        ClientActivity.of(1, LocalDate.of(2025, 2, 27), 1),
                        ClientActivity.of(1, LocalDate.of(2025, 2, 28), 2),
                        ClientActivity.of(1, LocalDate.of(2025, 3, 30), 4),
                        ClientActivity.of(1, LocalDate.of(2025, 3, 31), 8),
                        ClientActivity.of(1, LocalDate.of(2025, 4, 30), 16)),
                LocalDate.of(2025, 5, 30));

        List<CohortCell> cells = table.cohorts().get(0).cells();
        assertEquals(
                List.of(1L, 6L, 8L, 16L, 0L),
                cells.stream().map(CohortCell::minorUnits).toList());
        // of the clients of January those of the 31st are last, and their third month ends on 30 May
        assertEquals(
                List.of(true, true, true, true, false),
                cells.stream().map(CohortCell::isComplete).toList());
        assertEquals(
                Outcome.<Double>undefined(Reason.BEYOND_OBSERVATION, "period 4 is not over"),
                cells.get(4).clientShare());
        assertEquals(Optional.empty(), cells.get(0).period());
    }

    @Test
    void tenure_ofALeapDay_hasItsAnniversaryOnTheTwentyEighth() {
        CohortTable table = COHORTS.with(CohortPolicy.MONTHLY.withAge(CohortAge.TENURE_YEARS))
                .of(
                        List.of(
                                ClientActivity.of(1, LocalDate.of(2024, 2, 29), 1),
                                ClientActivity.of(1, LocalDate.of(2025, 2, 27), 2),
                                ClientActivity.of(1, LocalDate.of(2025, 2, 28), 4),
                                ClientActivity.of(1, LocalDate.of(2028, 2, 28), 8),
                                ClientActivity.of(1, LocalDate.of(2028, 2, 29), 16)),
                        LocalDate.of(2028, 3, 31));

        assertEquals(
                List.of(3L, 4L, 0L, 8L, 16L),
                table.cohorts().get(0).cells().stream()
                        .map(CohortCell::minorUnits)
                        .toList());
        assertEquals(
                ChronoUnit.YEARS, table.survival(KaplanMeier.withDefaults()).unit());
    }

    @Property(tries = 2000)
    void anAgeIsHowManyAnniversariesHavePassed(
            @ForAll @IntRange(min = -700_000, max = 2_900_000) int start,
            @ForAll @IntRange(max = 5000) int later,
            @ForAll CohortAge age) {
        CohortClock clock = new CohortClock(CohortPolicy.QUARTERLY.withAge(age));
        LocalDate came = LocalDate.ofEpochDay(start);
        LocalDate day = came.plusDays(later);

        int periods = clock.periods(came, day);

        assertFalse(clock.begin(came, periods).isAfter(day));
        assertTrue(clock.begin(came, periods + 1).isAfter(day));
        assertEquals(periods, clock.days(start, start + later + 1).periods(start, start + later));
    }

    @Property(tries = 500)
    void aCohortIsObservedFromTheAgeThatItsFirstClientsBeganWithinTheRecords(
            @ForAll @IntRange(max = 2000) int cohort,
            @ForAll @IntRange(max = 2000) int records,
            @ForAll CohortAge age) {
        CohortPolicy policy = CohortPolicy.MONTHLY.withAge(age);
        CohortClock clock = new CohortClock(policy);
        ReportingPeriod period = policy.calendar().periodOf(JANUARY.plusDays(cohort));
        LocalDate from = JANUARY.plusDays(records);

        int first = clock.observedFrom(period, from);

        assertFalse(clock.begin(period.start(), first).isBefore(from));
        assertTrue(first == 0 || clock.begin(period.start(), first - 1).isBefore(from));
    }

    @Test
    void quarters_inTheCalendarAndInTenure_areThreeMonthsOfTheCurve() {
        List<ClientActivity> rows = List.of(
                ClientActivity.of(1, JANUARY, 1),
                ClientActivity.of(2, JANUARY, 1),
                ClientActivity.of(1, JANUARY.plusMonths(3), 1));

        for (CohortPolicy policy :
                List.of(CohortPolicy.QUARTERLY, CohortPolicy.MONTHLY.withAge(CohortAge.TENURE_QUARTERS))) {
            SurvivalCurve curve = COHORTS.with(policy).of(rows, LATER).survival(KaplanMeier.withDefaults());
            assertEquals(ChronoUnit.MONTHS, curve.unit());
            assertEquals(Outcome.of(1.0), curve.survivalAt(2));
            assertEquals(Outcome.of(0.5), curve.survivalAt(3));
        }
        assertEquals(ChronoUnit.WEEKS, unit(CohortPolicy.of(ReportingCalendar.of(Granularity.WEEK))));
        assertEquals(ChronoUnit.WEEKS, unit(CohortPolicy.MONTHLY.withAge(CohortAge.TENURE_WEEKS)));
        assertEquals(ChronoUnit.YEARS, unit(CohortPolicy.of(ReportingCalendar.of(Granularity.YEAR))));
    }

    private static ChronoUnit unit(CohortPolicy policy) {
        return COHORTS.with(policy)
                .of(List.of(), LATER)
                .survival(KaplanMeier.withDefaults())
                .unit();
    }

    // movements

    @Test
    void movements_ofEveryKind_areTold() {
        CohortAccumulator accumulator = MOVING.accumulator(LATER);
        long[][] amounts = {
            {100, 100, 0, 70}, {100, 150, 50, 50}, {0, 40, -10, 0}, {-5, -20, -5, 30},
        };
        for (int client = 0; client < amounts.length; client++) {
            for (int month = 0; month < 4; month++) {
                accumulator.add(ClientActivity.of(client, JANUARY.plusMonths(month), amounts[client][month]));
            }
        }

        List<CohortCell> cells = accumulator.result().cohorts().get(0).cells();

        assertEquals(
                Outcome.of(new CohortMovements(200, 0, 0, -5, 0)), cells.get(0).sincePrevious());
        assertEquals(
                Outcome.of(new CohortMovements(40, 50, 0, -15, 0)), cells.get(1).sincePrevious());
        assertEquals(
                Outcome.of(new CohortMovements(0, 15, 0, -100, -150)),
                cells.get(2).sincePrevious());
        assertEquals(
                Outcome.of(new CohortMovements(35, 10, 70, 0, 0)), cells.get(3).sincePrevious());
        assertEquals(
                Outcome.of(new CohortMovements(35, 0, 0, -80, 0)), cells.get(3).sinceFirst());
        assertEquals(
                Outcome.of(new CohortMovements(0, 0, 0, 0, 0)), cells.get(0).sinceFirst());
        assertEquals(Outcome.of(Ratio.of(115, 195)), cells.get(3).grossRevenueShare());
        assertEquals(-80, cells.get(3).sinceFirst().orElseThrow().losses());
    }

    @Test
    void movements_notAskedFor_areUndefined() {
        CohortTable table = COHORTS.of(List.of(ClientActivity.of(1, JANUARY, 5)), LATER);
        CohortCell cell = table.cohorts().get(0).cells().get(0);
        Outcome<Ratio> none =
                Outcome.undefined(Reason.NOT_APPLICABLE, "movements were not asked for by RevenueDetail.MOVEMENTS");

        assertEquals(none, cell.grossRevenueShare());
        assertEquals(none, table.average(0).grossRevenueShare());
        assertFalse(cell.sincePrevious().isDefined());
        assertEquals(RevenueDetail.SUMS, table.detail());
        assertEquals(
                Outcome.<Ratio>undefined(Reason.NO_DATA, "no cohort has a share"),
                table.average(0).unweightedShare(CohortMeasure.GROSS));
        assertEquals(
                Outcome.<Ratio>undefined(Reason.BEYOND_OBSERVATION, "no cohort is observed for 40"),
                table.average(40).share(CohortMeasure.GROSS));
    }

    @Test
    void movements_ofAPeriodThatIsNotOver_areUndefined() {
        CohortCell cell = MOVING.of(List.of(ClientActivity.of(1, JANUARY, 5)), JANUARY)
                .cohorts()
                .get(0)
                .cells()
                .get(0);

        assertEquals(
                Outcome.<CohortMovements>undefined(Reason.BEYOND_OBSERVATION, "2025-01 is not over"),
                cell.sincePrevious());
        assertFalse(cell.sinceFirst().isDefined());
    }

    @Test
    void average_unweighted_countsEveryCohortTheSame() {
        CohortTable table = MOVING.of(
                List.of(
                        ClientActivity.of(1, JANUARY, 100),
                        ClientActivity.of(2, JANUARY, 100),
                        ClientActivity.of(3, JANUARY, 100),
                        ClientActivity.of(1, JANUARY.plusMonths(1), 150),
                        ClientActivity.of(4, JANUARY.plusMonths(1), 50),
                        ClientActivity.of(4, JANUARY.plusMonths(2), 50)),
                LocalDate.of(2025, 3, 31));
        CohortAverage average = table.average(1);

        assertEquals(Outcome.of(Ratio.of(2, 4)), average.share(CohortMeasure.LOGO));
        assertEquals(Outcome.of(Ratio.of(2, 3)), average.unweightedShare(CohortMeasure.LOGO));
        assertEquals(Outcome.of(Ratio.of(200, 350)), average.share(CohortMeasure.NET));
        assertEquals(Outcome.of(Ratio.of(150, 350)), average.share(CohortMeasure.GROSS));
        assertEquals(Outcome.of(Ratio.of(3, 4)), average.unweightedShare(CohortMeasure.NET));
        assertEquals(3, table.averages().size());
        assertEquals(
                List.of(0, 1, 2),
                table.averages().stream().map(CohortAverage::periodsLater).toList());
    }

    // older clients

    @Test
    void olderClients_delayedEntry_areInTheirTrueCohortAndOnlyFromTheRecordsOn() {
        LocalDate from = LocalDate.of(2025, 3, 10);
        List<ClientActivity> rows = List.of(
                ClientActivity.of(1, JANUARY, 700),
                ClientActivity.of(2, JANUARY, 700),
                ClientActivity.of(3, JANUARY, 700),
                ClientActivity.of(1, LocalDate.of(2025, 3, 20), 10),
                ClientActivity.of(2, LocalDate.of(2025, 4, 20), 20),
                ClientActivity.of(1, LocalDate.of(2025, 4, 1), 5),
                ClientActivity.of(2, LocalDate.of(2025, 5, 1), 20));
        CohortTable table = MOVING.with(CohortPolicy.MONTHLY.withOlderClients(OlderClients.DELAYED_ENTRY))
                .withRecordsFrom(from)
                .of(rows, LocalDate.of(2025, 5, 31));
        Cohort january = table.cohorts().get(0);

        // who was not seen after the records began is in no count
        assertEquals(2, january.size());
        assertEquals(3, january.cells().get(0).observedFrom());
        assertTrue(january.cells().get(0).isOlderThanRecords());
        assertEquals(
                List.of(0L, 0L, 1L, 2L, 1L),
                january.cells().stream().map(CohortCell::clients).toList());
        assertEquals(
                List.of(0L, 0L, 10L, 25L, 20L),
                january.cells().stream().map(CohortCell::minorUnits).toList());
        CohortCell last = january.cells().get(4);
        assertEquals(
                Outcome.<Proportion>undefined(Reason.NOT_ESTIMABLE, "the cohort is older than the records"),
                last.proportion());
        assertFalse(last.revenueShare().isDefined());
        assertFalse(last.sinceFirst().isDefined());
        assertEquals(
                Outcome.<Proportion>undefined(Reason.NOT_ESTIMABLE, "the period before is not within the records"),
                january.cells().get(3).periodRetention());
        assertFalse(january.cells().get(3).sincePrevious().isDefined());
        assertEquals(Outcome.of(Proportion.of(1, 2)), last.periodRetention());
        assertEquals(1, last.lost());
        assertEquals(Outcome.of(new CohortMovements(0, 0, 0, 0, -5)), last.sincePrevious());
        assertFalse(table.average(4).proportion().isDefined());
        assertEquals(List.of(), table.averages());
        SurvivalCurve curve = table.survival(KaplanMeier.withDefaults());
        assertEquals(Outcome.of(0.5), curve.given(3).survivalAt(4));
        assertEquals(Optional.of(from), table.recordsFrom());
    }

    @Test
    void olderClients_whoPayAgainAfterASilence_areAReactivation() {
        CohortTable table = MOVING.with(CohortPolicy.MONTHLY.withOlderClients(OlderClients.DELAYED_ENTRY))
                .withRecordsFrom(JANUARY)
                .of(
                        List.of(
                                ClientActivity.of(1, JANUARY.minusDays(1), 700),
                                ClientActivity.of(1, JANUARY.plusMonths(2), 10)),
                        LATER);

        assertEquals(
                Outcome.of(new CohortMovements(0, 0, 10, 0, 0)),
                table.cohorts().get(0).cells().get(3).sincePrevious());
    }

    @Test
    void olderClients_ofSpells_areFollowedFromTheRecordsOn() {
        ClientPresence presence = ClientPresence.of(List.of(
                ClientSpell.ongoing(1, LocalDate.of(2024, 11, 5)),
                ClientSpell.ended(2, LocalDate.of(2024, 11, 5), LocalDate.of(2025, 2, 1)),
                ClientSpell.ended(3, LocalDate.of(2024, 11, 5), LocalDate.of(2024, 12, 5)),
                ClientSpell.ongoing(4, LocalDate.of(2025, 1, 5))));
        CohortAnalysis from = COHORTS.withRecordsFrom(JANUARY);
        LocalDate asOf = LocalDate.of(2025, 3, 31);

        CohortTable delayed = from.with(CohortPolicy.MONTHLY.withOlderClients(OlderClients.DELAYED_ENTRY))
                .of(presence, asOf);
        CohortTable asNew = from.of(presence, asOf);
        CohortTable excluded = from.with(CohortPolicy.MONTHLY.withOlderClients(OlderClients.EXCLUDED))
                .of(presence, asOf);

        assertEquals(2, delayed.cohorts().get(0).size());
        assertEquals(
                List.of(0L, 0L, 2L, 1L, 1L),
                delayed.cohorts().get(0).cells().stream()
                        .map(CohortCell::clients)
                        .toList());
        assertEquals(
                Outcome.of(Proportion.of(1, 2)),
                delayed.cohorts().get(0).cells().get(3).periodRetention());
        assertEquals(1, asNew.cohorts().size());
        assertEquals(3, asNew.cohorts().get(0).size());
        assertEquals(1, excluded.cohorts().get(0).size());
    }

    // recurrent spells

    @Test
    void reactivation_firstSpellOnly_forgetsWhoHasLeft() {
        List<ClientActivity> rows = List.of(
                ClientActivity.of(1, JANUARY, 100),
                ClientActivity.of(1, JANUARY.plusMonths(1), 50),
                ClientActivity.of(1, JANUARY.plusMonths(3), 30));
        CohortPolicy policy = CohortPolicy.MONTHLY.withReactivation(CohortReactivation.FIRST_SPELL_ONLY);

        List<CohortCell> cells =
                COHORTS.with(policy).of(rows, LATER).cohorts().get(0).cells();
        List<CohortCell> original = COHORTS.of(rows, LATER).cohorts().get(0).cells();

        assertEquals(0, cells.get(3).clients());
        assertEquals(0, cells.get(3).minorUnits());
        assertEquals(1, cells.get(2).lost());
        assertEquals(0, cells.get(3).returned());
        assertEquals(1, original.get(3).returned());
        assertEquals(30, original.get(3).minorUnits());
        assertEquals(
                original.get(3).clients(),
                COHORTS.with(policy.withIdlePeriods(2))
                        .of(rows, LATER)
                        .cohorts()
                        .get(0)
                        .cells()
                        .get(3)
                        .clients());
    }

    // comparison

    @Test
    void comparison_ofTwoSegments_hasTheIntervalOfNewcombe() {
        CohortDifference difference =
                CohortComparison.withDefaults().of(table(new int[][] {{8, 2}}), table(new int[][] {{4, 6}}), 1);

        assertEquals(0.4, difference.value().orElseThrow(), 1e-15);
        assertEquals(-0.0226, difference.interval().orElseThrow().lower(), 5e-5);
        assertEquals(0.6725, difference.interval().orElseThrow().upper(), 5e-5);
        assertEquals(4 / (9600.0 / 7600), difference.test().orElseThrow().statistic(), 1e-12);
        assertEquals(Outcome.of(Ratio.of(2, 5)), difference.difference(CohortMeasure.LOGO));
        assertEquals(Outcome.of(Ratio.of(2, 5)), difference.difference(CohortMeasure.NET));
        assertEquals(
                "difference of retention after 1 = 40.00%   [first - second, of the cohorts in common; cohorts = 1, p = 0.0752]",
                difference.explain().toText().lines().findFirst().orElseThrow());
        assertTrue(difference.explain().toText().contains("method = NEWCOMBE, level = 95.00%"));
    }

    @Test
    void comparison_withOptions_usesThem() {
        CohortDifference difference = CohortComparison.withDefaults()
                .with(DifferenceInterval.WALD)
                .with(ConfidenceLevel.P90)
                .of(table(new int[][] {{8, 2}}), table(new int[][] {{4, 6}}), 1);

        assertEquals(DifferenceInterval.WALD, difference.intervalMethod());
        assertEquals(ConfidenceLevel.P90, difference.interval().orElseThrow().level());
        assertEquals(
                0.4,
                (difference.interval().orElseThrow().lower()
                                + difference.interval().orElseThrow().upper())
                        / 2,
                1e-12);
    }

    @Test
    void comparison_withoutACohortInCommon_isUndefined() {
        CohortTable first = COHORTS.of(List.of(ClientActivity.of(1, JANUARY, 1)), LATER);
        CohortTable second = COHORTS.of(List.of(ClientActivity.of(1, JANUARY.plusMonths(1), 1)), LATER);
        CohortDifference difference = CohortComparison.withDefaults().of(first, second, 0);

        assertEquals(List.of(), difference.first());
        assertEquals(
                Outcome.<Double>undefined(Reason.BEYOND_OBSERVATION, "no cohort is observed for 0"),
                difference.value());
        assertEquals(Reason.BEYOND_OBSERVATION, reason(difference.test()));
        assertEquals(List.of(), CohortComparison.withDefaults().cells(first, second));
        assertEquals(
                Outcome.<ChiSquareTest>undefined(Reason.NOT_ESTIMABLE, "all stay, or none, or a group is empty"),
                CohortComparison.withDefaults().of(first, first, 0).test());
    }

    private static Reason reason(Outcome<?> outcome) {
        return ((Outcome.Undefined<?>) outcome).reason();
    }

    // accumulators

    @Test
    void foldClients_movedToAnotherMachine_keepsTheCounts() throws IOException, ClassNotFoundException {
        CohortAccumulator accumulator = MOVING.accumulator(LATER);
        int[] clients = new int[5000];
        int[] days = new int[5000];
        long[] amounts = new long[5000];
        for (int row = 0; row < clients.length; row++) {
            clients[row] = row % 700;
            days[row] = DAY + row % 400;
            amounts[row] = row;
        }
        accumulator.addAll(clients, days, amounts);
        CohortTable whole = accumulator.result();
        int rows = bytes(accumulator).length;

        accumulator.foldClients();

        assertTrue(bytes(accumulator).length < rows / 4);
        assertEquals(whole, accumulator.result());
        assertEquals(whole, copy(accumulator).result());
        accumulator.add(9_999_999, DAY, 1);
        assertEquals(
                whole.cohorts().get(0).size() + 1,
                accumulator.result().cohorts().get(0).size());
        assertEquals(whole, MOVING.of(clients, days, amounts, LATER));
    }

    @Test
    void merge_withItselfWhenFolded_doubles() {
        CohortAccumulator accumulator = COHORTS.accumulator(LATER);
        accumulator.add(1, DAY, 5);
        accumulator.foldClients();

        assertEquals(2, accumulator.merge(accumulator).result().cohorts().get(0).size());
    }

    @Test
    void addAll_whatTheCallerChangesLater_staysAsItWas() {
        CohortAccumulator accumulator = COHORTS.accumulator(LATER);
        int[] clients = new int[3000];
        int[] days = new int[3000];
        Arrays.fill(days, DAY);
        long[] amounts = new long[3000];
        accumulator.addAll(clients, days, amounts);
        Arrays.fill(clients, 77);
        Arrays.fill(amounts, 1);

        assertEquals(1, accumulator.result().cohorts().get(0).size());
        assertEquals(0, accumulator.result().cohorts().get(0).cells().get(0).minorUnits());
    }

    @Test
    void addAll_clientsFarApart_areClients() {
        long[] clients = {Long.MIN_VALUE, Long.MAX_VALUE, 0, Long.MIN_VALUE};
        int[] days = {DAY, DAY, DAY + 40, DAY + 40};
        long[] amounts = {1, 2, 4, 8};

        CohortTable table = COHORTS.of(clients, days, amounts, LATER);

        assertEquals(2, table.cohorts().get(0).size());
        assertEquals(8, table.cohorts().get(0).cells().get(1).minorUnits());
        assertEquals(
                Outcome.of(new CohortMovements(0, 7, 0, 0, -2)),
                MOVING.of(clients, days, amounts, LATER)
                        .cohorts()
                        .get(0)
                        .cells()
                        .get(1)
                        .sincePrevious());
        int[] ints = {Integer.MIN_VALUE, Integer.MAX_VALUE, 0, Integer.MIN_VALUE};
        assertEquals(table, COHORTS.of(ints, days, amounts, LATER));
    }

    @Test
    void addAll_moreRowsThanABatchHolds_areAllCounted() {
        int size = 30_000;
        int[] clients = new int[size];
        long[] farApart = new long[size];
        int[] days = new int[size];
        long[] amounts = new long[size];
        CohortAccumulator rows = MOVING.accumulator(LATER);
        CohortAccumulator columns = MOVING.accumulator(LATER);
        for (int row = 0; row < size; row++) {
            clients[row] = -1_000 - row % 4_001;
            farApart[row] = clients[row] * 0x9E3779B97F4A7C15L;
            // some are later than the question
            days[row] = DAY + row * 7 % 400;
            amounts[row] = row % 90;
            rows.add(clients[row], days[row], amounts[row]);
        }
        columns.addAll(farApart, days, amounts);
        CohortTable table = rows.result();

        assertEquals(4_001, table.cohorts().stream().mapToLong(Cohort::size).sum());
        assertEquals(table, MOVING.of(clients, days, amounts, LATER));
        assertEquals(table, MOVING.of(farApart, days, amounts, LATER));
        assertEquals(table, columns.result());
        CohortTable sums = COHORTS.of(clients, days, amounts, LATER);
        assertEquals(sums, COHORTS.of(farApart, days, amounts, LATER));
        for (int row = 0; row < sums.cohorts().size(); row++) {
            for (CohortCell cell : sums.cohorts().get(row).cells()) {
                CohortCell moving = table.cohorts().get(row).cells().get(cell.periodsLater());
                assertEquals(moving.clients(), cell.clients());
                assertEquals(moving.stayed(), cell.stayed());
                assertEquals(moving.minorUnits(), cell.minorUnits());
            }
        }
    }

    @Test
    void reactivation_afterMorePeriodsThanAWordHasBits_isFound() {
        CohortPolicy weekly =
                CohortPolicy.of(ReportingCalendar.of(Granularity.WEEK)).withReactivation(CohortReactivation.NEW_COHORT);
        CohortAccumulator accumulator = COHORTS.with(weekly).accumulator(JANUARY.plusWeeks(200));
        int[][] weeks = {{0, 1, 70, 71, 140}, {62, 63, 64, 65, 150}, {5, 128, 129}};
        for (int client = 0; client < weeks.length; client++) {
            for (int week : weeks[client]) {
                accumulator.add(client, DAY + 7 * week, 1 + week);
            }
        }
        CohortTable table = accumulator.result();

        // by hand: the weeks in which each run begins, and what it brings
        assertEquals(
                List.of(3L, 6L, 258L, 143L, 259L, 141L, 151L),
                table.cohorts().stream()
                        .map(cohort -> cohort.cells().stream()
                                .mapToLong(CohortCell::minorUnits)
                                .sum())
                        .toList());
        assertEquals(List.of(0L, 5L, 62L, 70L, 128L, 140L, 150L), starts(table));
    }

    private static List<Long> starts(CohortTable table) {
        return table.cohorts().stream()
                .map(cohort -> cohort.period().index()
                        - table.cohorts().get(0).period().index())
                .toList();
    }

    @Test
    void of_noRows_isEmpty() {
        assertEquals(
                List.of(), MOVING.of(new int[0], new int[0], new long[0], LATER).cohorts());
        assertEquals(
                List.of(),
                TENURE.of(new long[0], new int[0], new long[0], LATER).cohorts());
        assertEquals(List.of(), TENURE.of(ClientPresence.of(List.of()), LATER).cohorts());
        assertEquals(List.of(), TENURE.of(List.of(), LATER).averages());
        assertEquals(
                List.of(),
                COHORTS.withRecordsFrom(LATER)
                        .of(List.of(ClientActivity.of(1, JANUARY, 1)), LATER)
                        .cohorts());
    }

    // messages

    @Test
    void badArguments_sayWhich() {
        CohortTable table = COHORTS.of(List.of(), LATER);
        assertMessage(
                "clients, epochDays and minorUnits must be of the same length: 1, 2, 1",
                () -> COHORTS.of(new int[1], new int[2], new long[1], LATER));
        assertMessage(
                "clients, epochDays and minorUnits must be of the same length: 1, 1, 0",
                () -> COHORTS.accumulator(LATER).addAll(new long[1], new int[1], new long[0]));
        assertMessage(
                "epochDay must be in [-719528, 2932896]: 2932897",
                () -> COHORTS.of(new int[2], new int[] {DAY, 2_932_897}, new long[2], LATER));
        assertMessage(
                "epochDay must be in [-719528, 2932896]: -719529",
                () -> COHORTS.accumulator(LATER).addAll(new int[2], new int[] {DAY, -719_529}, new long[2]));
        assertMessage(
                "recordsFrom must not be after asOf, 2025-01-01: 2025-12-31",
                () -> COHORTS.withRecordsFrom(LATER).accumulator(JANUARY));
        assertMessage(
                "recordsFrom must be Optional.empty: Optional[2025-01-01]",
                () -> COHORTS.accumulator(LATER)
                        .merge(COHORTS.withRecordsFrom(JANUARY).accumulator(LATER)));
        assertMessage(
                "detail must be SUMS: MOVEMENTS",
                () -> COHORTS.accumulator(LATER).merge(MOVING.accumulator(LATER)));
        assertMessage(
                "asOf must be the same: 2025-12-31, 2025-01-01",
                () -> CohortComparison.withDefaults().of(table, COHORTS.of(List.of(), JANUARY), 0));
        assertMessage(
                "recordsFrom must be the same: Optional.empty, Optional[2025-01-01]",
                () -> CohortComparison.withDefaults()
                        .cells(table, COHORTS.withRecordsFrom(JANUARY).of(List.of(), LATER)));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> CohortComparison.withDefaults().of(table, TENURE.of(List.of(), LATER), 0))
                .getMessage()
                .startsWith("policy must be the same: CohortPolicy["));
        assertMessage("newRevenue must not be negative: -1", () -> new CohortMovements(-1, 0, 0, 0, 0));
        assertMessage("expansion must not be negative: -1", () -> new CohortMovements(0, -1, 0, 0, 0));
        assertMessage("reactivation must not be negative: -1", () -> new CohortMovements(0, 0, -1, 0, 0));
        assertMessage("contraction must not be positive: 1", () -> new CohortMovements(0, 0, 0, 1, 0));
        assertMessage("churn must not be positive: 1", () -> new CohortMovements(0, 0, 0, 0, 1));
    }

    @Test
    void amountsBeyondRange_areAnError() {
        long[] amounts = {Long.MAX_VALUE, 1};
        int[] clients = {1, 2};
        int[] days = {DAY, DAY};
        CohortAccumulator accumulator = COHORTS.accumulator(LATER);
        accumulator.addAll(clients, days, amounts);

        assertThrows(ArithmeticException.class, () -> MOVING.of(clients, days, amounts, LATER));
        assertThrows(ArithmeticException.class, accumulator::foldClients);
        assertThrows(
                ArithmeticException.class, () -> MOVING.of(new int[2], days, new long[] {Long.MIN_VALUE, -1}, LATER));
    }

    @Test
    void nulls_areNamed() {
        assertEquals("revenue", nullMessage(() -> COHORTS.with((RevenueDetail) null)));
        assertEquals(
                "interval", nullMessage(() -> CohortComparison.withDefaults().with((DifferenceInterval) null)));
        assertEquals(
                "confidence", nullMessage(() -> CohortComparison.withDefaults().with((ConfidenceLevel) null)));
        assertEquals("age", nullMessage(() -> CohortPolicy.MONTHLY.withAge(null)));
        assertEquals("olderClients", nullMessage(() -> CohortPolicy.MONTHLY.withOlderClients(null)));
        assertEquals("reactivation", nullMessage(() -> CohortPolicy.MONTHLY.withReactivation(null)));
        assertEquals("presence", nullMessage(() -> CohortPolicy.MONTHLY.withPresence(null)));
    }

    @Test
    void explain_withMovementsAndRecords_showsThem() {
        CohortTable table = MOVING.with(CohortPolicy.BY_TENURE)
                .withRecordsFrom(JANUARY)
                .of(
                        List.of(ClientActivity.of(1, JANUARY, 500), ClientActivity.of(1, JANUARY.plusMonths(1), 300)),
                        LocalDate.of(2025, 3, 31));

        assertEquals("""
                cohorts by MONTH = 1   [clients of all cohorts; as of = 2025-03-31, followed by = TENURE_MONTHS, \
                who comes back is in = ORIGINAL_COHORT, idle periods = 1, there is there on = ANY_DAY, \
                records from = 2025-01-01, older clients = AS_NEW]
                """.strip(), table.explain().toText().lines().findFirst().orElseThrow());
        assertEquals("""
                clients of 2025-01 in period 1 = 100.00%   [there / (cohort - undecided); \
                there = 1, cohort = 1, undecided = 0]
                  confidence interval = 20.65% to 100.00%   [by method, at level; method = WILSON, level = 95.00%]
                  retention of the period = 100.00%   [stayed / there in the period before, not undecided; \
                stayed = 1, there in the period before = 1]
                  revenue = 60.00%   [minor units / minor units of the first period; \
                minor units = 300, minor units of the first period = 500]
                    confidence interval = undefined (the revenue of one client)   [of what is kept and how it grew, each by \
                method, of effective clients, at level; method = WILSON, effective clients = 1.0000, level = 95.00%]
                  gross revenue = 60.00%   [(minor units of the first period + contraction + churn) / minor units of the first \
                period; minor units of the first period = 500, contraction = -200, churn = 0]
                    confidence interval = 7.71% to 96.42%   [by method, of effective clients, at level; method = WILSON, \
                effective clients = 1.0000, level = 95.00%]
                  change since the period before = -200   [new + expansion + reactivation + contraction + churn; \
                new = 0, expansion = 0, reactivation = 0, contraction = -200, churn = 0]
                """, table.cohorts().get(0).cells().get(1).explain().toText());
    }

    @Test
    void activity_serialized_isTheSame() throws IOException, ClassNotFoundException {
        ClientActivity activity = ClientActivity.of(7, LocalDate.of(2024, 2, 29), -1250);

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes(activity)))) {
            assertEquals(activity, in.readObject());
        }
    }

    private static byte[] bytes(Object original) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        return bytes.toByteArray();
    }

    private static CohortAccumulator copy(CohortAccumulator accumulator) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes(accumulator)))) {
            return (CohortAccumulator) in.readObject();
        }
    }

    private static void assertMessage(String message, Executable action) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, action).getMessage());
    }

    private static String nullMessage(Executable action) {
        return assertThrows(NullPointerException.class, action).getMessage();
    }
}
