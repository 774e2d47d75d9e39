package dev.tenure.retention.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.contractual.RenewalAccumulator;
import dev.tenure.lifetime.contractual.RetentionFit;
import dev.tenure.lifetime.contractual.RetentionModel;
import dev.tenure.lifetime.contractual.RetentionModelKind;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.retention.cohort.CohortAge;
import dev.tenure.retention.cohort.CohortAnalysis;
import dev.tenure.retention.cohort.CohortPolicy;
import dev.tenure.retention.cohort.CohortTable;
import dev.tenure.retention.cohort.OlderClients;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CohortProjectionTest {

    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final Books BOOK = new Books()
            .cohort(JANUARY, 100, 63, 47, 38, 33)
            .cohort(JANUARY.plusMonths(1), 80, 52, 38, 30)
            .cohort(JANUARY.plusMonths(2), 120, 74, 55);

    @Test
    void theModelIsThatOfAllCohortsPooled() {
        RenewalAccumulator pooled = RenewalAccumulator.every(Period.ofMonths(1));
        pooled.addCohort(100, 63, 47, 38, 33);
        pooled.addCohort(80, 52, 38, 30);
        pooled.addCohort(120, 74, 55);
        ModelFit<RetentionModel> expected = RetentionFit.withDefaults().of(pooled.result());
        RetentionModel model = expected.model().orElseThrow();

        CohortProjectionResult result = CohortProjection.withDefaults().of(table(Books.endOf(2025, 5)));
        ProjectedCohort february = result.cohorts().get(1);
        ProjectedCell inThree = february.projected().get(2);

        assertEquals(
                expected.logLikelihood().orElseThrow(),
                result.fit().logLikelihood().orElseThrow(),
                1e-10);
        assertEquals(4, february.observed().size());
        assertEquals(12, february.projected().size());
        assertEquals(6, inThree.periodsLater());
        assertEquals(30, inThree.lastClients());
        double clients = 30 * model.survivalGiven(3, 3);
        assertEquals(clients, inThree.expectedClients().orElseThrow(), 1e-7);
        assertEquals(clients / 80, inThree.clientShare().orElseThrow(), 1e-9);
        assertTrue(inThree.shareInterval().orElseThrow().contains(clients / 80));
        assertEquals(
                inThree.expectedInterval().orElseThrow().upper() / 80,
                inThree.shareInterval().orElseThrow().upper(),
                1e-15);
        assertEquals(
                33 * model.survivalGiven(4, 1) + 30 * model.survivalGiven(3, 1) + 55 * model.survivalGiven(2, 1),
                result.expectedClients(1).orElseThrow(),
                1e-6);
        assertFalse(result.holdout().isPresent());
    }

    /** Of the geometric model the expected clients of all cohorts rise with the one parameter, as do those of each: here the limits do add up. */
    @Test
    void theLimitsOfAllCohortsAreThoseOfTheSum() {
        CohortProjection geometric = CohortProjection.withDefaults().with(RetentionModelKind.GEOMETRIC);
        CohortProjectionResult one = geometric.of(table(Books.endOf(2025, 5)));
        double lower = one.cohorts().stream()
                .mapToDouble(cohort -> cohort.projected()
                        .get(2)
                        .expectedInterval()
                        .orElseThrow()
                        .lower())
                .sum();

        assertEquals(lower, one.expectedInterval(3).orElseThrow().lower(), 1e-4 * lower);
        CohortProjectionResult mixed = CohortProjection.withDefaults().of(table(Books.endOf(2025, 5)));
        double expected = mixed.expectedClients(3).orElseThrow();
        assertTrue(mixed.expectedInterval(3).orElseThrow().contains(expected));
        assertTrue(mixed.explain().toString().contains("confidence interval"));
        assertThrows(IndexOutOfBoundsException.class, () -> mixed.expectedInterval(0));
    }

    @Test
    void thePredictionIntervalIsWiderThanThatOfTheMean() {
        ProjectedCell cell = CohortProjection.withDefaults()
                .of(table(Books.endOf(2025, 5)))
                .cohorts()
                .get(0)
                .projected()
                .get(5);
        Interval mean = cell.expectedInterval().orElseThrow();
        Interval count = cell.predictionInterval().orElseThrow();

        assertTrue(count.width() > mean.width());
        assertTrue(count.lower() < mean.lower() && mean.upper() < count.upper());
        assertEquals(Math.rint(count.lower()), count.lower());
        assertTrue(count.upper() <= 33);
    }

    @Test
    void aPeriodThatIsNotOverIsProjectedAndNotFitted() {
        CohortProjectionResult whole = CohortProjection.withDefaults().of(table(Books.endOf(2025, 4)));
        CohortProjectionResult during = CohortProjection.withDefaults().of(table(LocalDate.of(2025, 5, 12)));

        assertEquals(
                whole.fit().logLikelihood().orElseThrow(),
                during.fit().logLikelihood().orElseThrow());
        assertEquals(4, during.cohorts().get(0).observed().size());
        assertEquals(4, during.cohorts().get(0).projected().get(0).periodsLater());
        assertEquals(whole.expectedClients(3), during.expectedClients(3));
    }

    @Test
    void aCohortWhoseFirstPeriodIsNotOverIsNotProjected() {
        CohortProjectionResult result = CohortProjection.withDefaults()
                .with(RetentionModelKind.GEOMETRIC)
                .of(table(LocalDate.of(2025, 3, 20)));
        ProjectedCohort march = result.cohorts().get(2);

        assertEquals(120, march.size());
        assertEquals(ImmutableList.of(), march.observed());
        assertEquals(ImmutableList.of(), march.projected());
        assertTrue(result.expectedClients(1).isDefined());
    }

    @Test
    void aCohortOlderThanTheRecordsEntersLate() {
        CohortTable table = CohortAnalysis.withDefaults()
                .with(CohortPolicy.MONTHLY.withOlderClients(OlderClients.DELAYED_ENTRY))
                .withRecordsFrom(LocalDate.of(2025, 3, 1))
                .of(BOOK.invoices(), Books.endOf(2025, 5));
        RenewalAccumulator pooled = RenewalAccumulator.every(Period.ofMonths(1));
        pooled.addOlderCohort(2, 47, 38, 33);
        pooled.addOlderCohort(1, 52, 38, 30);
        pooled.addCohort(120, 74, 55);
        CohortProjectionResult result = CohortProjection.withDefaults().of(table);
        ProjectedCell next = result.cohorts().get(0).projected().get(0);

        assertEquals(
                RetentionFit.withDefaults().of(pooled.result()).logLikelihood().orElseThrow(),
                result.fit().logLikelihood().orElseThrow(),
                1e-10);
        assertEquals(33, next.lastClients());
        assertTrue(next.expectedClients().isDefined());
        assertEquals(
                Outcome.undefined(Reason.NOT_ESTIMABLE, "the cohort is older than the records"), next.clientShare());
        assertEquals(
                Outcome.undefined(Reason.NOT_ESTIMABLE, "the cohort is older than the records"), next.shareInterval());
    }

    @Test
    void cohortsThatDoNotDetermineTheModelSayWhy() {
        CohortTable table = CohortAnalysis.withDefaults()
                .of(new Books().cohort(JANUARY, 10, 10, 10).invoices(), Books.endOf(2025, 3));
        CohortProjectionResult result =
                CohortProjection.withDefaults().withHoldout(1).of(table);
        ProjectedCell next = result.cohorts().get(0).projected().get(0);

        assertEquals(Outcome.undefined(Reason.NOT_ESTIMABLE, "nobody left"), next.expectedClients());
        assertEquals(Outcome.undefined(Reason.NOT_ESTIMABLE, "nobody left"), next.expectedInterval());
        assertEquals(Outcome.undefined(Reason.NOT_ESTIMABLE, "nobody left"), next.predictionInterval());
        assertEquals(Outcome.undefined(Reason.NOT_ESTIMABLE, "nobody left"), result.expectedClients(1));
        ProjectionHoldout holdout = result.holdout().orElseThrow();
        assertEquals(
                Outcome.undefined(Reason.NOT_ESTIMABLE, "nobody left"), holdout.errors(RetentionModelKind.GEOMETRIC));
        assertEquals(Outcome.undefined(Reason.NO_DATA, "no model has a holdout error"), holdout.best());
    }

    @Test
    void theHoldoutIsWhatTheModelsSayOfPeriodsTheyDoNotKnow() {
        CohortTable table = table(Books.endOf(2025, 5));
        ProjectionHoldout holdout = CohortProjection.withDefaults()
                .withHoldout(1)
                .of(table)
                .holdout()
                .orElseThrow();
        // without the last month: 100, 63, 47, 38; 80, 52, 38; 120, 74
        RenewalAccumulator before = RenewalAccumulator.every(Period.ofMonths(1));
        before.addCohort(100, 63, 47, 38);
        before.addCohort(80, 52, 38);
        before.addCohort(120, 74);
        for (RetentionModelKind kind : RetentionModelKind.values()) {
            RetentionModel model = RetentionFit.withDefaults()
                    .with(kind)
                    .of(before.result())
                    .model()
                    .orElseThrow();
            double first = 38 * model.retention(4) - 33;
            double second = 38 * model.retention(3) - 30;
            double third = 74 * model.retention(2) - 55;
            HoldoutError error = holdout.errors(kind).orElseThrow().get(0);

            assertEquals(1, error.horizon());
            assertEquals(3, error.cohorts());
            assertEquals(300, error.clients());
            assertEquals(
                    100 * (Math.abs(first) + Math.abs(second) + Math.abs(third)) / 300,
                    error.meanAbsoluteError(),
                    1e-5);
            assertEquals(100 * (first + second + third) / 300, error.bias(), 1e-5);
            assertEquals(
                    error.meanAbsoluteError(), holdout.meanAbsoluteError(kind).orElseThrow(), 1e-12);
        }
        assertTrue(holdout.best().orElseThrow() != RetentionModelKind.GEOMETRIC);
        assertTrue(holdout.explain()
                .toText()
                .startsWith("model nearest to what happened = " + holdout.best().orElseThrow()));
        assertEquals(3, holdout.fits().size());
        assertEquals(1, holdout.periods());
    }

    @Test
    void aHoldoutLongerThanAnyCohortHasNoErrors() {
        CohortTable table = CohortAnalysis.withDefaults()
                .of(new Books().cohort(JANUARY, 10, 5, 3, 2, 1).invoices(), Books.endOf(2025, 5));

        assertEquals(
                Outcome.undefined(Reason.NOT_ESTIMABLE, "no client has come to a renewal"),
                CohortProjection.withDefaults()
                        .withHoldout(5)
                        .of(table)
                        .holdout()
                        .orElseThrow()
                        .errors(RetentionModelKind.SHIFTED_BETA_GEOMETRIC));
    }

    @Test
    void theErrorsOfSeveralHorizonsAreWeighedByClients() {
        ProjectionHoldout holdout = CohortProjection.withDefaults()
                .withHoldout(2)
                .of(table(Books.endOf(2025, 5)))
                .holdout()
                .orElseThrow();
        ImmutableList<HoldoutError> errors =
                holdout.errors(RetentionModelKind.GEOMETRIC).orElseThrow();

        assertEquals(2, errors.size());
        assertEquals(2, errors.get(1).horizon());
        assertEquals(
                (errors.get(0).meanAbsoluteError() + errors.get(1).meanAbsoluteError()) / 2,
                holdout.meanAbsoluteError(RetentionModelKind.GEOMETRIC).orElseThrow(),
                1e-12);
    }

    @Test
    void periodsAreThoseOfTheTable() {
        assertEquals(Period.ofWeeks(1), period(CohortPolicy.of(ReportingCalendar.of(Granularity.WEEK))));
        assertEquals(Period.ofMonths(1), period(CohortPolicy.MONTHLY));
        assertEquals(Period.ofMonths(3), period(CohortPolicy.QUARTERLY));
        assertEquals(Period.ofYears(1), period(CohortPolicy.of(ReportingCalendar.of(Granularity.YEAR))));
        assertEquals(Period.ofWeeks(1), period(CohortPolicy.MONTHLY.withAge(CohortAge.TENURE_WEEKS)));
        assertEquals(Period.ofMonths(1), period(CohortPolicy.BY_TENURE));
        assertEquals(Period.ofMonths(3), period(CohortPolicy.MONTHLY.withAge(CohortAge.TENURE_QUARTERS)));
        assertEquals(Period.ofYears(1), period(CohortPolicy.MONTHLY.withAge(CohortAge.TENURE_YEARS)));
    }

    /** Of many books drawn from one law, nearly all later counts lie within the 90 % intervals. */
    @Test
    void predictionIntervalsHoldWhatHappensAsOftenAsTheySay() {
        SplittableRandom random = new SplittableRandom(20_251_122);
        CohortProjection projection = CohortProjection.withDefaults()
                .withHorizon(6)
                .with(MaximumLikelihood.withDefaults().with(ConfidenceLevel.P90));
        int held = 0;
        int books = 200;
        for (int i = 0; i < books; i++) {
            Books book = new Books()
                    .drawn(JANUARY, 12, 60, 3, random)
                    .drawn(JANUARY.plusMonths(1), 11, 60, 3, random)
                    .drawn(JANUARY.plusMonths(2), 10, 60, 3, random);
            CohortTable whole = CohortAnalysis.withDefaults().of(book.invoices(), Books.endOf(2025, 12));
            CohortTable half = CohortAnalysis.withDefaults().of(book.invoices(), Books.endOf(2025, 6));
            long happened = whole.cohorts().get(0).cells().get(11).clients();
            held += projection
                            .of(half)
                            .cohorts()
                            .get(0)
                            .projected()
                            .get(5)
                            .predictionInterval()
                            .orElseThrow()
                            .contains(happened)
                    ? 1
                    : 0;
        }

        assertTrue(held >= 0.86 * books, "held " + held);
    }

    @Test
    void theExplanationNamesWhatTheFiguresStandOn() {
        CohortProjectionResult result =
                CohortProjection.withDefaults().withHorizon(2).withHoldout(1).of(table(Books.endOf(2025, 5)));
        double expected = result.expectedClients(2).orElseThrow();

        assertEquals("cohorts continued by sBG", result.explain().name());
        assertEquals(new Quantity.Measure(expected, "clients"), result.explain().value());
        assertEquals(new Quantity.Count(2), result.explain().inputs().get("periods"));
        assertTrue(result.explain().inputs().containsKey("holdout error of BETA_DISCRETE_WEIBULL"));
        assertEquals(4, result.explain().parts().size());
        assertEquals(
                new Quantity.Count(33),
                result.cohorts()
                        .get(0)
                        .projected()
                        .get(0)
                        .explain()
                        .inputs()
                        .get("clients of the last period observed"));
    }

    @Test
    void messages() {
        CohortProjection projection = CohortProjection.withDefaults();

        expect("periods must be in [1, 1200]: 0", () -> projection.withHorizon(0));
        expect("periods must be in [1, 1200]: 1201", () -> projection.withHorizon(1201));
        expect("periods must not be negative: -1", () -> projection.withHoldout(-1));
        assertEquals(
                "model",
                assertThrows(NullPointerException.class, () -> projection.with((RetentionModelKind) null))
                        .getMessage());
        assertEquals(
                "estimation",
                assertThrows(NullPointerException.class, () -> projection.with((MaximumLikelihood) null))
                        .getMessage());
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> projection.of(table(Books.endOf(2025, 5))).expectedClients(13));
    }

    private static void expect(String message, Runnable action) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }

    private static Period period(CohortPolicy policy) {
        return CohortSample.period(policy);
    }

    private static CohortTable table(LocalDate asOf) {
        return CohortAnalysis.withDefaults().of(BOOK.invoices(), asOf);
    }
}
