package dev.tenure.lifetime.valuation;

import static dev.tenure.lifetime.valuation.Accounts.account;
import static dev.tenure.lifetime.valuation.Accounts.day;
import static dev.tenure.lifetime.valuation.Accounts.policy;
import static dev.tenure.lifetime.valuation.Accounts.rub;
import static dev.tenure.lifetime.valuation.Accounts.xnpv;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenure.lifetime.PaymentTiming;
import dev.tenure.lifetime.contractual.ShiftedBetaGeometric;
import dev.tenure.lifetime.noncontractual.BgNbd;
import dev.tenure.lifetime.noncontractual.PurchaseHistory;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Discounted payments summed elsewhere; {@code discounting.json} says how. */
class DiscountingGoldenTest {

    private static final JsonNode GOLDEN = golden();
    private static final double TOLERANCE = GOLDEN.get("tolerance").asDouble();
    private static final LocalDate AS_OF = day(GOLDEN.get("asOf").asText());

    @Test
    void retainers_areDiscountedByTheirOwnDays() {
        for (JsonNode row : GOLDEN.get("retainers")) {
            Period renewal = Period.parse(row.get("renewal").asText());
            ValueHorizon horizon =
                    row.has("end") ? ValueHorizon.until(day(row.get("end").asText())) : ValueHorizon.unlimited();
            ClientAccount account = account(Spell.ongoing(day(row.get("begin").asText())))
                    .retainer(Retainer.monthly(
                                    rub("1"), day(row.get("nextPayment").asText()))
                            .with(PaymentTiming.valueOf(row.get("timing").asText())))
                    .build();

            assertPayments(
                    row,
                    row.get("payments").asDouble(),
                    ClientValuation.withDefaults()
                            .with(policy(xnpv(row.get("rate").asDouble()), horizon))
                            .withRetention(new ShiftedBetaGeometric(0.668, 3.806, renewal))
                            .of(account, AS_OF));
        }
    }

    @Test
    void projects_areDiscountedFromTheMomentOfThePurchase() {
        for (JsonNode row : GOLDEN.get("projects")) {
            PurchaseHistory history = PurchaseHistory.of(
                    row.get("x").asLong(),
                    row.get("recency").asDouble(),
                    row.get("age").asDouble(),
                    ChronoUnit.WEEKS);
            ValueHorizon horizon =
                    ValueHorizon.until(AS_OF.plusWeeks(row.get("weeks").asInt()));
            ClientAccount account = account(Spell.ongoing(AS_OF.minusYears(1)))
                    .projects(ProjectWork.of(history, ProjectSpend.of(rub("1"))))
                    .build();

            assertPayments(
                    row,
                    row.get("purchases").asDouble(),
                    ClientValuation.withDefaults()
                            .with(policy(xnpv(row.get("rate").asDouble()), horizon))
                            .withPurchases(new BgNbd(0.243, 4.414, 0.793, 2.426, ChronoUnit.WEEKS))
                            .of(account, AS_OF));
        }
    }

    private static void assertPayments(JsonNode row, double expected, ClientValue value) {
        double tolerance = row.path("tolerance").asDouble(TOLERANCE);
        double payments = value.streams().get(0).payments().orElseThrow().doubleValue();
        assertEquals(expected, payments, tolerance * expected, row.toString());
    }

    private static JsonNode golden() {
        try (InputStream file = DiscountingGoldenTest.class.getResourceAsStream("discounting.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
