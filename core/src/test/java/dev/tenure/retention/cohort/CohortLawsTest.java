package dev.tenure.retention.cohort;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.money.Ratio;
import dev.tenure.retention.Spells;
import dev.tenure.retention.Spells.Spell;
import dev.tenure.retention.cohort.CohortsByHand.Figures;
import dev.tenure.stat.Proportion;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.SurvivalCurve;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every cohort table. */
class CohortLawsTest {

    private static final LocalDate LATER = LocalDate.of(2025, 12, 31);
    private static final CohortAnalysis COHORTS = CohortAnalysis.withDefaults();
    private static final CohortAnalysis MOVING = COHORTS.with(RevenueDetail.MOVEMENTS);

    @Property(tries = 600)
    void everyFigureIsThatOfCountingByHand(
            @ForAll("activity") List<ClientActivity> activity,
            @ForAll("policies") CohortPolicy policy,
            @ForAll @IntRange(min = -10, max = 400) int records,
            @ForAll @IntRange(min = 0, max = 500) int days) {
        LocalDate asOf = CohortsByHand.ORIGIN.plusDays(Math.max(0, records) + (long) days);
        Optional<LocalDate> from = records < 0 ? Optional.empty() : Optional.of(CohortsByHand.ORIGIN.plusDays(records));
        CohortAnalysis analysis =
                from.map(MOVING::withRecordsFrom).orElse(MOVING).with(policy);

        CohortTable table = analysis.of(activity, asOf);

        Map<String, Figures> expected = CohortsByHand.cells(activity, policy, asOf, from);
        int cells = 0;
        for (Cohort cohort : table.cohorts()) {
            for (CohortCell cell : cohort.cells()) {
                assertSame(Objects.requireNonNull(expected.get(cohort.period() + "+" + cell.periodsLater())), cell);
                cells++;
            }
        }
        assertEquals(expected.size(), cells);
        assertEquals(from, table.recordsFrom());
        assertEquals(RevenueDetail.MOVEMENTS, table.detail());
    }

    private static void assertSame(Figures expected, CohortCell cell) {
        assertEquals(expected.size, cell.size());
        assertEquals(expected.clients, cell.clients());
        assertEquals(expected.atRisk, cell.atRisk());
        assertEquals(expected.stayed, cell.stayed());
        assertEquals(expected.money, cell.minorUnits());
        assertArrayEquals(
                expected.sincePrevious, array(cell.countedSincePrevious().orElseThrow()));
        assertArrayEquals(expected.sinceFirst, array(cell.countedSinceFirst().orElseThrow()));
        cell.grossMinorUnits().toOptional().ifPresent(gross -> assertEquals(expected.gross, gross));
    }

    private static long[] array(CohortMovements movements) {
        return new long[] {
            movements.newRevenue(),
            movements.expansion(),
            movements.reactivation(),
            movements.contraction(),
            movements.churn()
        };
    }

    @Property(tries = 300)
    void lookingAtMovementsChangesNoCount(
            @ForAll("activity") List<ClientActivity> activity, @ForAll("policies") CohortPolicy policy) {
        CohortTable sums = COHORTS.with(policy).of(activity, LATER);
        CohortTable movements = MOVING.with(policy).of(activity, LATER);

        assertEquals(sums.cohorts().size(), movements.cohorts().size());
        for (int row = 0; row < sums.cohorts().size(); row++) {
            List<CohortCell> cells = sums.cohorts().get(row).cells();
            for (int age = 0; age < cells.size(); age++) {
                CohortCell other = movements.cohorts().get(row).cells().get(age);
                assertEquals(cells.get(age).proportion(), other.proportion());
                assertEquals(cells.get(age).periodRetention(), other.periodRetention());
                assertEquals(cells.get(age).returned(), other.returned());
                assertEquals(cells.get(age).revenueShare(), other.revenueShare());
            }
        }
    }

    @Property(tries = 300)
    void movementsSumToTheChangeOfTheRevenue(
            @ForAll("activity") List<ClientActivity> activity, @ForAll("policies") CohortPolicy policy) {
        for (Cohort cohort : MOVING.with(policy).of(activity, LATER).cohorts()) {
            long before = 0;
            for (CohortCell cell : cohort.cells()) {
                if (cell.isComplete()) {
                    assertEquals(
                            cell.minorUnits() - before,
                            cell.sincePrevious().orElseThrow().change());
                    assertEquals(
                            cell.minorUnits() - cell.initialMinorUnits(),
                            cell.sinceFirst().orElseThrow().change());
                    assertEquals(0, cell.sinceFirst().orElseThrow().reactivation());
                }
                before = cell.minorUnits();
            }
        }
    }

    @Property(tries = 300)
    void grossRetentionIsNoMoreThanNetAndThanOne(
            @ForAll("activity") List<ClientActivity> activity, @ForAll("policies") CohortPolicy policy) {
        CohortTable table = MOVING.with(policy).of(activity, LATER);
        for (Cohort cohort : table.cohorts()) {
            for (CohortCell cell : cohort.cells()) {
                cell.grossRevenueShare().toOptional().ifPresent(gross -> {
                    assertTrue(gross.compareTo(cell.revenueShare().orElseThrow()) <= 0);
                    assertTrue(gross.compareTo(Ratio.ONE) <= 0);
                });
            }
        }
        for (CohortAverage average : table.averages()) {
            average.share(CohortMeasure.GROSS).toOptional().ifPresent(gross -> {
                assertTrue(gross.compareTo(average.share(CohortMeasure.NET).orElseThrow()) <= 0);
                assertTrue(gross.compareTo(Ratio.ONE) <= 0);
            });
        }
    }

    @Property(tries = 300)
    void noMoreClientsAreThereThanCame(
            @ForAll("activity") List<ClientActivity> activity, @ForAll("policies") CohortPolicy policy) {
        for (Cohort cohort : COHORTS.with(policy).of(activity, LATER).cohorts()) {
            long before = cohort.size();
            for (CohortCell cell : cohort.cells()) {
                assertTrue(cell.clients() <= cohort.size());
                assertTrue(cell.stayed() <= cell.atRisk());
                assertEquals(cell.periodsLater() == 0 ? 0 : before, cell.atRisk());
                before = cell.clients();
            }
        }
    }

    @Property(tries = 200)
    void whoNeverReturnsIsRetainedPeriodByPeriod(@ForAll("spells") List<Spell> spells) {
        CohortPolicy policy = CohortPolicy.of(ReportingCalendar.of(Granularity.WEEK))
                .withReactivation(CohortReactivation.FIRST_SPELL_ONLY);
        CohortTable table = COHORTS.with(policy).of(Spells.presence(spells, List.of()), Spells.day(60));

        for (Cohort cohort : table.cohorts()) {
            Ratio product = Ratio.ONE;
            for (CohortCell cell : cohort.cells()) {
                assertEquals(0, cell.returned());
                if (cell.isComplete()) {
                    product = cell.periodsLater() == 0 || product.signum() == 0
                            ? product
                            : product.multipliedBy(
                                    CohortMath.exact(cell.periodRetention()).orElseThrow());
                    assertEquals(product, cell.share(CohortMeasure.LOGO).orElseThrow());
                }
            }
        }
    }

    @Property(tries = 200)
    void monthsOfTenureComposeToQuarters(@ForAll("activity") List<ClientActivity> activity) {
        CohortTable months = COHORTS.with(CohortPolicy.BY_TENURE).of(activity, LATER);
        CohortTable quarters = COHORTS.with(CohortPolicy.MONTHLY.withAge(CohortAge.TENURE_QUARTERS))
                .of(activity, LATER);

        for (int row = 0; row < quarters.cohorts().size(); row++) {
            List<CohortCell> ofMonths = months.cohorts().get(row).cells();
            for (CohortCell quarter : quarters.cohorts().get(row).cells()) {
                int first = 3 * quarter.periodsLater();
                List<CohortCell> parts = ofMonths.subList(first, Math.min(first + 3, ofMonths.size()));
                assertEquals(
                        quarter.minorUnits(),
                        parts.stream().mapToLong(CohortCell::minorUnits).sum());
                assertEquals(
                        quarter.isComplete(), parts.size() == 3 && parts.get(2).isComplete());
            }
        }
    }

    @Property(tries = 200)
    void whoIsThereAtTheEndOfAQuarterIsThereAtTheEndOfItsLastMonth(
            @ForAll("spells") List<Spell> spells, @ForAll("spells") List<Spell> pauses) {
        CohortPolicy policy = CohortPolicy.BY_TENURE.withPresence(CohortPresence.LAST_DAY);
        LocalDate asOf = Spells.day(160);
        CohortTable months = COHORTS.with(policy).of(Spells.presence(spells, pauses), asOf);
        CohortTable quarters =
                COHORTS.with(policy.withAge(CohortAge.TENURE_QUARTERS)).of(Spells.presence(spells, pauses), asOf);

        for (int row = 0; row < quarters.cohorts().size(); row++) {
            for (CohortCell quarter : quarters.cohorts().get(row).cells()) {
                if (quarter.isComplete()) {
                    CohortCell month = months.cohorts().get(row).cells().get(3 * quarter.periodsLater() + 2);
                    assertEquals(quarter.proportion(), month.proportion());
                }
            }
        }
    }

    @Property(tries = 200)
    void spellsAreActivityOnEachOfTheirDaysByAnyPolicy(
            @ForAll("spells") List<Spell> spells,
            @ForAll("policies") CohortPolicy policy,
            @ForAll @IntRange(min = -30, max = 40) int records) {
        LocalDate asOf = Spells.day(50);
        CohortAnalysis analysis = COHORTS.with(policy.withPresence(CohortPresence.ANY_DAY));
        CohortAnalysis bounded = records < -20 ? analysis : analysis.withRecordsFrom(Spells.day(records));
        List<ClientActivity> days = new ArrayList<>();
        for (Spell spell : spells) {
            for (int day = spell.from(); day < spell.to(); day++) {
                days.add(ClientActivity.of(spell.client(), Spells.day(day), 0));
            }
            LocalDate start = Spells.day(spell.from());
            if (Spells.isVisit(spells, spell.client(), (int) start.toEpochDay())) {
                days.add(ClientActivity.of(spell.client(), start, 0));
            }
        }

        assertEquals(bounded.of(days, asOf), bounded.of(Spells.presence(spells, List.of()), asOf));
    }

    @Property(tries = 200)
    void clientsThatAreFoldedAddUpToTheSameTable(
            @ForAll("activity") List<ClientActivity> activity,
            @ForAll("policies") CohortPolicy policy,
            @ForAll RevenueDetail detail,
            @ForAll @IntRange(min = 1, max = 4) int machines) {
        CohortAnalysis analysis = COHORTS.with(policy).with(detail).withRecordsFrom(CohortsByHand.ORIGIN.plusDays(100));
        List<CohortAccumulator> parts = new ArrayList<>();
        for (int machine = 0; machine < machines; machine++) {
            CohortAccumulator part = analysis.accumulator(LATER);
            for (long client = machine; client < 8; client += machines) {
                long it = client;
                activity.stream().filter(row -> row.client() == it).forEach(part::add);
                part.foldClients();
            }
            parts.add(part);
        }
        CohortAccumulator forward = analysis.accumulator(LATER);
        CohortAccumulator backward = analysis.accumulator(LATER);
        parts.forEach(forward::merge);
        for (int i = parts.size() - 1; i >= 0; i--) {
            backward.merge(parts.get(i));
        }

        assertEquals(analysis.of(activity, LATER), forward.result());
        assertEquals(forward.result(), backward.result());
    }

    @Property(tries = 200)
    void columnsAreRows(
            @ForAll("activity") List<ClientActivity> activity,
            @ForAll("policies") CohortPolicy policy,
            @ForAll @IntRange(min = 0, max = 700) int asOf) {
        int[] clients = activity.stream().mapToInt(row -> (int) row.client()).toArray();
        long[] numbers = activity.stream().mapToLong(ClientActivity::client).toArray();
        int[] days =
                activity.stream().mapToInt(row -> (int) row.day().toEpochDay()).toArray();
        long[] amounts = activity.stream().mapToLong(ClientActivity::minorUnits).toArray();
        LocalDate day = CohortsByHand.ORIGIN.plusDays(asOf);
        CohortAnalysis analysis = COHORTS.with(policy).withRecordsFrom(CohortsByHand.ORIGIN);
        CohortAccumulator ints = analysis.accumulator(day);
        ints.addAll(clients, days, amounts);
        CohortAccumulator longs = analysis.accumulator(day);
        longs.addAll(numbers, days, amounts);

        CohortTable expected = analysis.of(activity, day);

        assertEquals(expected, analysis.of(clients, days, amounts, day));
        assertEquals(expected, analysis.of(numbers, days, amounts, day));
        assertEquals(expected, ints.result());
        assertEquals(expected, longs.result());
    }

    @Property(tries = 200)
    void theChainedCurveNeverRisesAndIsTheProductOfThePooledRetentions(
            @ForAll("activity") List<ClientActivity> activity, @ForAll("policies") CohortPolicy policy) {
        CohortTable table = COHORTS.with(policy)
                .withRecordsFrom(CohortsByHand.ORIGIN.plusDays(150))
                .of(activity, LATER);
        SurvivalCurve curve = table.survival(KaplanMeier.withDefaults());
        int units = curve.unit().equals(ChronoUnit.MONTHS)
                        && (policy.age() == CohortAge.TENURE_QUARTERS
                                || (policy.age() == CohortAge.CALENDAR_PERIODS
                                        && policy.calendar().granularity() == Granularity.QUARTER))
                ? 3
                : 1;
        double product = 1;
        for (int age = 1; age < 110; age++) {
            int later = age;
            List<Proportion> shares = table.cohorts().stream()
                    .filter(cohort -> later < cohort.cells().size())
                    .map(cohort -> cohort.cells().get(later).periodRetention())
                    .flatMap(share -> share.toOptional().stream())
                    .toList();
            long atRisk = shares.stream().mapToLong(Proportion::trials).sum();
            long stayed = shares.stream().mapToLong(Proportion::successes).sum();
            product *= atRisk == 0 ? 1 : (double) stayed / atRisk;
            double expected = product;
            curve.survivalAt((double) units * age)
                    .toOptional()
                    .ifPresent(share -> assertEquals(expected, share, 1e-12));
        }
        double last = 1;
        for (var step : curve.steps()) {
            assertTrue(step.survival() <= last);
            last = step.survival();
        }
    }

    @Property(tries = 100)
    void excludingOlderClientsIsLeavingThemOut(@ForAll("activity") List<ClientActivity> activity) {
        LocalDate from = CohortsByHand.ORIGIN.plusDays(200);
        CohortTable excluded = COHORTS.with(CohortPolicy.MONTHLY.withOlderClients(OlderClients.EXCLUDED))
                .withRecordsFrom(from)
                .of(activity, LATER);
        List<ClientActivity> others = activity.stream()
                .filter(row -> activity.stream()
                        .noneMatch(other ->
                                other.client() == row.client() && other.day().isBefore(from)))
                .toList();
        List<ClientActivity> later =
                activity.stream().filter(row -> !row.day().isBefore(from)).toList();

        assertEquals(COHORTS.of(others, LATER).cohorts(), excluded.cohorts());
        assertEquals(
                COHORTS.of(later, LATER).cohorts(),
                COHORTS.withRecordsFrom(from).of(activity, LATER).cohorts());
        assertFalse(excluded.cohorts().stream()
                .anyMatch(cohort -> cohort.period().end().isBefore(from)));
    }

    @Property(tries = 200)
    void comparingWithOneselfGivesNoDifference(
            @ForAll("activity") List<ClientActivity> activity, @ForAll("activity") List<ClientActivity> others) {
        CohortTable first = MOVING.of(activity, LATER);
        CohortTable second = MOVING.of(others, LATER);
        CohortComparison comparison = CohortComparison.withDefaults();

        for (int age = 0; age < 6; age++) {
            CohortDifference none = comparison.of(first, first, age);
            none.value().toOptional().ifPresent(value -> assertEquals(0.0, value));
            none.test().toOptional().ifPresent(test -> assertEquals(1, test.pValue(), 1e-12));
            CohortDifference there = comparison.of(first, second, age);
            CohortDifference back = comparison.of(second, first, age);
            assertEquals(there.value(), back.value().map(value -> 0.0 - value));
            assertEquals(
                    there.difference(CohortMeasure.NET).toOptional(),
                    back.difference(CohortMeasure.NET).toOptional().map(Ratio.ZERO::minus));
            double p = there.test().map(test -> test.pValue()).toOptional().orElse(-1.0);
            assertEquals(p, back.test().map(test -> test.pValue()).toOptional().orElse(-1.0), 1e-9);
            there.interval()
                    .toOptional()
                    .ifPresent(interval ->
                            assertTrue(interval.contains(there.value().orElseThrow())));
        }
    }

    @Provide
    Arbitrary<List<ClientActivity>> activity() {
        return CohortsByHand.activity();
    }

    @Provide
    Arbitrary<List<Spell>> spells() {
        return Spells.arbitrary();
    }

    @Provide
    Arbitrary<CohortPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.of(Granularity.class),
                        Arbitraries.of(CohortAge.class),
                        Arbitraries.of(CohortReactivation.class),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(OlderClients.class))
                .as((granularity, age, reactivation, idle, older) -> CohortPolicy.of(
                                ReportingCalendar.of(granularity).withFiscalYearStart(Month.APRIL))
                        .withAge(age)
                        .withReactivation(reactivation)
                        .withIdlePeriods(idle)
                        .withOlderClients(older));
    }
}
