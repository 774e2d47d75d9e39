package dev.tenure.revenue;

import static dev.tenure.revenue.Books.USD;
import static dev.tenure.revenue.Books.ratio;
import static dev.tenure.revenue.Books.resource;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class QuickRatioTest {

    // golden

    @TestFactory
    Stream<DynamicTest> theRatioIsWhatTheSourceSays() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode node : resource("quick-ratio.json").get("cases")) {
            JsonNode given = node.get("given");
            tests.add(DynamicTest.dynamicTest(
                    node.get("source").asText(),
                    () -> assertEquals(
                            ratio(node.get("expected").asText()),
                            QuickRatio.withDefaults()
                                    .of(movements(
                                            given.get("new").asLong(),
                                            given.get("expansion").asLong(),
                                            0,
                                            given.get("contraction").asLong(),
                                            given.get("churn").asLong()))
                                    .value()
                                    .orElseThrow(),
                            1e-15)));
        }
        return tests.stream();
    }

    @Test
    void noLosses_isAStateAndNotZero() {
        // https://theprimecalculator.com/business/saas-quick-ratio-calculator/formula returns 0 for 1,000 won and
        // nothing lost
        assertEquals(
                Outcome.<Double>undefined(Reason.NOT_FINITE, "no losses"),
                QuickRatio.withDefaults().of(movements(1000, 0, 0, 0, 0)).value());
    }

    // laws

    @Property
    void theUnitOfMoneyChangesNothing(
            @ForAll @IntRange(max = 1000) int gained,
            @ForAll @IntRange(min = 1, max = 1000) int lost,
            @ForAll @IntRange(min = 1, max = 1000) int factor) {
        assertEquals(
                QuickRatio.withDefaults().of(movements(gained, 0, 0, 0, lost)).value(),
                QuickRatio.withDefaults()
                        .of(movements((long) gained * factor, 0, 0, 0, (long) lost * factor))
                        .value());
    }

    // edges

    @Test
    void of_nothingMoved_isUndefined() {
        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "neither gains nor losses"),
                QuickRatio.withDefaults().of(movements(0, 0, 5, 0, 0)).value());
    }

    @Test
    void of_returns_countByRule() {
        RevenueMovementsResult movements = movements(10, 5, 6, 3, 4);

        assertEquals(
                Outcome.of(15.0 / 7), QuickRatio.withDefaults().of(movements).value());
        assertEquals(
                Outcome.of(3.0),
                QuickRatio.withDefaults()
                        .with(QuickRatio.Reactivations.COUNTED)
                        .of(movements)
                        .value());
    }

    // messages

    @Test
    void explain_showsGainsAndLosses() {
        assertEquals(
                """
                quick ratio = 3.5000   [gained / lost, by rule (gained + returned) / lost; gained = USD 0.28, \
                returned = USD 0.00, lost = USD 0.08, reactivations = LEFT_OUT]
                """,
                QuickRatio.withDefaults()
                        .of(movements(20, 8, 0, 3, 5))
                        .explain()
                        .toText());
    }

    private static RevenueMovementsResult movements(
            long won, long expansion, long reactivation, long contraction, long churn) {
        RevenueMovementsAccumulator accumulator =
                RevenueMovements.withDefaults(USD).with(MovementPolicy.STRIPE).accumulator();
        accumulator.addOpening(1, Long.MAX_VALUE / 4);
        accumulator.addClosing(1, Long.MAX_VALUE / 4 + won + expansion + reactivation - contraction - churn);
        accumulator.add(1, MovementType.NEW, won);
        accumulator.add(1, MovementType.EXPANSION, expansion);
        accumulator.add(1, MovementType.REACTIVATION, reactivation);
        accumulator.add(1, MovementType.CONTRACTION, -contraction);
        accumulator.add(1, MovementType.CHURN, -churn);
        return accumulator.result();
    }
}
