package dev.tenure.survival.competing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ChiSquareTest;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class GrayTestTest {

    private static final AalenJohansen RISKS = AalenJohansen.withCauses("service", "price");

    private static final CompetingRisks RETAINER = RISKS.of(List.of(
            CompetingObservation.ended(2, "service"),
            CompetingObservation.ended(4, "service"),
            CompetingObservation.ended(4, "price"),
            CompetingObservation.endedForUnknownCause(5),
            CompetingObservation.ended(6, "price"),
            CompetingObservation.ongoing(6),
            CompetingObservation.ended(9, "service"),
            CompetingObservation.ongoing(12).withCount(3)));

    private static final CompetingRisks PROJECT = RISKS.of(List.of(
            CompetingObservation.ended(1, "service"),
            CompetingObservation.ended(2, "service"),
            CompetingObservation.ended(2, "price"),
            CompetingObservation.ended(3, "service"),
            CompetingObservation.ongoing(5),
            CompetingObservation.ongoing(12)));

    private static final CompetingRisks STAYING =
            RISKS.of(List.of(CompetingObservation.ongoing(4).withCount(5)));

    private static final GrayTest TEST = GrayTest.withDefaults();

    /** Statistics by cmprsk 2.2.11: 1.172689953776, 0.008151281835, 0.536530912478 on the same 16 clients. */
    @Test
    void of_twoGroups_comparesEachCause() {
        GrayTestResult result = TEST.of(Map.of("retainer", RETAINER, "project", PROJECT));

        assertEquals(1.172689953776, result.test("service").orElseThrow().statistic(), 1e-11);
        assertEquals(0.008151281835, result.test("price").orElseThrow().statistic(), 1e-11);
        assertEquals(0.536530912478, result.test("unknown").orElseThrow().statistic(), 1e-11);
        assertEquals(1, result.test("service").orElseThrow().degreesOfFreedom());
        assertEquals(ImmutableList.of("project", "retainer"), result.groups());
        assertEquals(16, result.observations());
        assertEquals(10, result.ended());
        assertEquals(1, result.unknown());
        assertEquals(1, result.strata());
        assertEquals(0, result.rho());
    }

    @Test
    void of_theRuleForUnknownCauses_changesNothing() {
        GrayTestResult apart = TEST.of(Map.of("retainer", RETAINER, "project", PROJECT));
        GrayTestResult spread = TEST.of(Map.of(
                "retainer",
                RISKS.with(UnknownCause.IN_PROPORTION)
                        .of(List.of(
                                CompetingObservation.ended(2, "service"),
                                CompetingObservation.ended(4, "service"),
                                CompetingObservation.ended(4, "price"),
                                CompetingObservation.endedForUnknownCause(5),
                                CompetingObservation.ended(6, "price"),
                                CompetingObservation.ongoing(6),
                                CompetingObservation.ended(9, "service"),
                                CompetingObservation.ongoing(12).withCount(3))),
                "project",
                RISKS.with(UnknownCause.IN_PROPORTION)
                        .of(List.of(
                                CompetingObservation.ended(1, "service"),
                                CompetingObservation.ended(2, "service"),
                                CompetingObservation.ended(2, "price"),
                                CompetingObservation.ended(3, "service"),
                                CompetingObservation.ongoing(5),
                                CompetingObservation.ongoing(12)))));

        assertEquals(apart.test("service"), spread.test("service"));
        assertEquals(
                ImmutableList.of("service", "price"), spread.tests().keySet().asList());
    }

    @Test
    void of_nothingEndedForTheCause_isNotEstimable() {
        Outcome<ChiSquareTest> none =
                Outcome.undefined(Reason.NOT_ESTIMABLE, "too few have ended for this cause to compare groups");

        assertEquals(none, TEST.of(Map.of("a", STAYING, "b", STAYING)).test("price"));
        assertEquals(none, TEST.of(Map.of("a", PROJECT, "b", PROJECT)).test("unknown"));
    }

    @Test
    void of_aGroupWithoutObservations_countsNoDegree() {
        ChiSquareTest two = TEST.of(Map.of("retainer", RETAINER, "project", PROJECT))
                .test("service")
                .orElseThrow();

        for (String name : List.of("a", "q", "z")) {
            ChiSquareTest three = TEST.of(Map.of("retainer", RETAINER, "project", PROJECT, name, RISKS.of(List.of())))
                    .test("service")
                    .orElseThrow();
            assertEquals(two.statistic(), three.statistic(), 1e-12);
            assertEquals(1, three.degreesOfFreedom());
        }
    }

    @Test
    void ofStrata_thatLackAGroup_compareTheOthers() {
        GrayTestResult result =
                TEST.ofStrata(List.of(Map.of("retainer", RETAINER, "project", PROJECT), Map.of("project", STAYING)));

        assertEquals(1.172689953776, result.test("service").orElseThrow().statistic(), 1e-11);
        assertEquals(2, result.strata());
        assertEquals(21, result.observations());
    }

    @Test
    void of_delayedEntry_isNotCovered() {
        CompetingRisks late =
                RISKS.of(List.of(CompetingObservation.ended(5, "price").enteredAt(2)));

        assertEquals(
                Outcome.<ChiSquareTest>undefined(Reason.NOT_APPLICABLE, "Gray's test does not cover delayed entry"),
                TEST.of(Map.of("late", late, "retainer", RETAINER)).test("service"));
    }

    @Test
    void badGroups_sayWhich() {
        assertEquals("groups must be two or more: [a]", message(() -> TEST.of(Map.of("a", PROJECT))));
        assertEquals("groups must be two or more: []", message(() -> TEST.ofStrata(List.of())));
        assertEquals(
                "causes must be [service, price, unknown]: [price, unknown]",
                message(() -> TEST.of(Map.of(
                        "a", PROJECT, "b", AalenJohansen.withCauses("price").of(List.of())))));
        assertEquals(
                "unit must be Days: Weeks",
                message(() -> TEST.of(
                        Map.of("a", PROJECT, "b", RISKS.with(ChronoUnit.WEEKS).of(List.of())))));
        assertEquals("rho must be finite: NaN", message(() -> TEST.withRho(Double.NaN)));
        assertEquals(
                "cause must be one of [service, price, unknown]: weather",
                message(() -> TEST.of(Map.of("a", PROJECT, "b", RETAINER)).test("weather")));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        assertEquals("groups", nullMessage(() -> TEST.of(null)));
        assertEquals("strata", nullMessage(() -> TEST.ofStrata(null)));
        assertEquals(
                "cause",
                nullMessage(() -> TEST.of(Map.of("a", PROJECT, "b", RETAINER)).test(null)));
    }

    /** Statistics by cmprsk 2.2.11: 3.0744243037 and 0.8251500273. */
    @Test
    void explain_showsCountsAndEachCause() {
        assertEquals(
                """
                Gray's test = 2 groups   [score' * inverse of its variance * score, a chi-square for each cause; \
                observations = 11, ended = 4, ended for an unknown cause = 0, strata = 1, rho = 0.0000]
                  p-value for service = 7.95%   [probability of such a chi-square or a larger one if the groups lose the same shares; \
                chi-square = 3.0744, degrees of freedom = 1]
                  p-value for price = 36.37%   [probability of such a chi-square or a larger one if the groups lose the same shares; \
                chi-square = 0.8252, degrees of freedom = 1]
                  p-value for unknown = undefined (too few have ended for this cause to compare groups)   \
                [probability of such a chi-square or a larger one if the groups lose the same shares; \
                chi-square = undefined (too few have ended for this cause to compare groups)]
                """,
                TEST.of(Map.of("project", PROJECT, "staying", STAYING))
                        .explain()
                        .toText());
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }

    private static String nullMessage(Executable action) {
        return assertThrows(NullPointerException.class, action).getMessage();
    }
}
