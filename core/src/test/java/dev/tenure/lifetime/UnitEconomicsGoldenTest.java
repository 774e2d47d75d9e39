package dev.tenure.lifetime;

import static dev.tenure.lifetime.Rub.cac;
import static dev.tenure.lifetime.Rub.doubleOf;
import static dev.tenure.lifetime.Rub.fraction;
import static dev.tenure.lifetime.Rub.ratio;
import static dev.tenure.lifetime.Rub.rub;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** Figures that others have published; {@code unit-economics.json} names the source of each. */
class UnitEconomicsGoldenTest {

    private static final JsonNode GOLDEN = golden();

    @Test
    void lifetimeValue_isThePublishedOneAndExact() {
        for (JsonNode published : GOLDEN.get("lifetimeValue")) {
            ExactMoney value = LifetimeValue.withDefaults()
                    .of(recurring(published), ratio(text(published, "churn")))
                    .value()
                    .orElseThrow();

            assertEquals(fraction(text(published, "exact")), value, text(published, "name"));
            assertEquals(
                    published.get("published").asDouble(),
                    doubleOf(value),
                    published.get("tolerance").asDouble(),
                    text(published, "name"));
        }
    }

    @Test
    void lifetimeValue_discountedByTheShortcut_isTheQuotientAndNotTheMisprint() {
        JsonNode erratum = GOLDEN.get("erratum");
        ExactMoney value = LifetimeValue.withDefaults()
                .with(PaymentTiming.CONTINUOUS)
                .withDiscount(ratio(text(erratum, "discount")))
                .of(recurring(erratum), ratio(text(erratum, "churn")))
                .value()
                .orElseThrow();

        assertEquals(fraction(text(erratum, "exact")), value);
        // the source prints 859,286 for 144,300 / 0.168, which is 858,928.57: 357 too much
        assertNotEquals(rub(text(erratum, "printed")), value);
    }

    @Test
    void lifetimeValue_netRetentionAboveTheDiscount_isUndefinedAndCapped() {
        JsonNode diverging = GOLDEN.get("diverging");
        Ratio discount = ratio(text(diverging, "discount"));
        Ratio netRetention = ratio(text(diverging, "netRetention"));
        LifetimeValueResult result = LifetimeValue.withDefaults()
                .withDiscount(discount)
                .ofNetRetention(RecurringValue.revenue(rub("100")), netRetention);

        assertEquals(
                ratio(text(diverging, "denominator")), Ratio.ONE.plus(discount).minus(netRetention));
        assertEquals(
                Outcome.<ExactMoney>undefined(
                        Reason.NOT_FINITE,
                        "retention 2019/2000 is not below 1 + discount = 10093/10000: the sum has no end"),
                result.value());
        // sixty payments that grow by 1.0095 / 1.0093 each
        assertEquals(6035.2086, doubleOf(result.capped().orElseThrow()), 1e-4);
    }

    @Test
    void lifetimeValue_ofSixtyMonthsInArrears_isTheSum() {
        JsonNode finite = GOLDEN.get("finite");
        ExactMoney value = LifetimeValue.withDefaults()
                .with(PaymentTiming.ARREARS)
                .with(Horizon.of(finite.get("periods").asInt()))
                .withDiscount(ratio(text(finite, "discount")))
                .of(recurring(finite), ratio(text(finite, "churn")))
                .value()
                .orElseThrow();

        assertEquals(
                finite.get("value").asDouble(),
                doubleOf(value),
                finite.get("tolerance").asDouble());
    }

    @Test
    void lifetimeValue_untilATenthOfACohortIsLeft_canBeComposed() {
        JsonNode gist = GOLDEN.get("truncated");
        ExactMoney cac = AcquisitionCost.withDefaults()
                .of(
                        rub(text(gist, "cacSpend")).plus(rub(text(gist, "discounts"))),
                        gist.get("newCustomers").asLong())
                .value()
                .orElseThrow();
        ExactMoney revenue = rub(text(gist, "revenue"));
        ExactMoney arpu = revenue.multipliedBy(1, gist.get("customers").asLong());
        Ratio margin = Ratio.of(revenue.minus(rub(text(gist, "directCosts"))), revenue);
        Ratio churn = Ratio.of(rub(text(gist, "cancelledRevenue")), revenue);
        int periods = ConstantChurnLifespan.of(churn)
                .periodsUntilLeft(Ratio.of(1, 10))
                .orElseThrow();
        // the gist lets every client stay until the last period and pay in each
        LifetimeValueResult value = LifetimeValue.withDefaults()
                .with(Horizon.of(periods))
                .of(RecurringValue.grossMargin(arpu, margin), Ratio.ZERO);

        assertEquals(rub(text(gist, "cac")), cac);
        assertEquals(rub(text(gist, "arpu")), arpu);
        assertEquals(ratio(text(gist, "grossMargin")), margin);
        assertEquals(ratio(text(gist, "churn")), churn);
        assertEquals(gist.get("periodsUntilTenthLeft").asInt(), periods);
        assertEquals(
                Outcome.of(rub(text(gist, "net"))),
                LtvToCac.of(value, cac(text(gist, "cac"))).net());
    }

    @Test
    void lifetimeValue_zeroChurn_isUndefinedWhereToolsSayZeroOrNothing() {
        // https://help.chartmogul.com/hc/en-us/articles/203359061: "can only calculate LTV when churn is not zero";
        // https://github.com/polarsource/polar server/polar/metrics/metrics.py: 0
        LifetimeValueResult result = LifetimeValue.withDefaults().of(RecurringValue.revenue(rub("100")), Ratio.ZERO);

        assertEquals(
                Outcome.<ExactMoney>undefined(
                        Reason.NOT_FINITE, "retention 1 is not below 1 + discount = 1: the sum has no end"),
                result.value());
        assertEquals(Outcome.of(rub("6000")), result.capped());
    }

    @Test
    void payback_isThePublishedOneAndExact() {
        for (JsonNode published : GOLDEN.get("payback")) {
            Ratio months = Payback.withDefaults()
                    .of(UpfrontCost.of(cac(text(published, "cac"))), recurring(published), Ratio.ZERO)
                    .simple()
                    .orElseThrow();

            assertEquals(ratio(text(published, "exact")), months);
            assertEquals(
                    published.get("published").asDouble(),
                    months.doubleValue(),
                    published.get("tolerance").asDouble());
        }
    }

    @Test
    void acquisitionCost_isThePublishedOne() {
        JsonNode published = GOLDEN.get("acquisitionCost");

        assertEquals(
                Outcome.of(rub(text(published, "exact"))),
                AcquisitionCost.withDefaults()
                        .of(
                                rub(text(published, "spend")),
                                published.get("newClients").asLong())
                        .value());
    }

    @Test
    void everyCase_namesItsSource() {
        assertTrue(GOLDEN.findValues("source").size() >= 10);
    }

    private static RecurringValue recurring(JsonNode published) {
        ExactMoney arpa = rub(text(published, "arpa"));
        return published.has("grossMargin")
                ? RecurringValue.grossMargin(arpa, ratio(text(published, "grossMargin")))
                : RecurringValue.revenue(arpa);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }

    private static JsonNode golden() {
        try (InputStream file = UnitEconomicsGoldenTest.class.getResourceAsStream("unit-economics.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
