package dev.tenure.lifetime.valuation;

import static dev.tenure.lifetime.valuation.Accounts.AS_OF;
import static dev.tenure.lifetime.valuation.Accounts.account;
import static dev.tenure.lifetime.valuation.Accounts.cost;
import static dev.tenure.lifetime.valuation.Accounts.day;
import static dev.tenure.lifetime.valuation.Accounts.policy;
import static dev.tenure.lifetime.valuation.Accounts.rub;
import static dev.tenure.lifetime.valuation.Accounts.units;
import static dev.tenure.lifetime.valuation.ClientValuationTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.client.ClientId;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.DiscountRate;
import dev.tenure.lifetime.MoneyInterval;
import dev.tenure.lifetime.contractual.RenewalAccumulator;
import dev.tenure.lifetime.contractual.RetentionFit;
import dev.tenure.lifetime.contractual.RetentionModel;
import dev.tenure.lifetime.estimation.IntervalMethod;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.Scale;
import dev.tenure.lifetime.noncontractual.BuyTillYouDie;
import dev.tenure.lifetime.noncontractual.PurchaseHistory;
import dev.tenure.lifetime.noncontractual.PurchaseModel;
import dev.tenure.lifetime.spend.ClientSpend;
import dev.tenure.lifetime.spend.GammaGamma;
import dev.tenure.lifetime.spend.SpendHistory;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** How sure values are: each interval is found here from those of the fits. */
class ValueIntervalTest {

    private static final MaximumLikelihood DELTA =
            MaximumLikelihood.withDefaults().with(IntervalMethod.delta());
    private static final ModelFit<RetentionModel> RETENTION = retention(DELTA, 100, 80, 68, 60, 55);
    private static final ModelFit<PurchaseModel> PURCHASES =
            BuyTillYouDie.withDefaults().with(DELTA).of(histories());
    private static final ModelFit<GammaGamma> SPEND =
            ClientSpend.withDefaults().with(DELTA).of(Accounts.RUB, spends());
    private static final ValuationPolicy QUARTER = policy(DiscountRate.none(), ValueHorizon.until(day("2026-05-10")));
    private static final ClientValuation VALUATION = ClientValuation.withDefaults()
            .with(QUARTER)
            .withRetention(RETENTION)
            .withPurchases(PURCHASES)
            .withSpend(SPEND);
    private static final Spell SPELL = Spell.ongoing(day("2025-08-10")).withCost(cost("1000", "50"));
    private static final Retainer FEE = Retainer.monthly(rub("200"), day("2026-02-10"));
    private static final PurchaseHistory BOUGHT = PurchaseHistory.of(3, 20, 26, ChronoUnit.WEEKS);
    private static final SpendHistory SPENT = SpendHistory.of(3, Money.of(Accounts.RUB, 900));

    @Test
    void retainer_hasTheIntervalOfTheFit() {
        ClientValue value = VALUATION.of(account(SPELL).retainer(FEE).build(), AS_OF);
        // six renewals done; payments today, in March and in April
        Interval payments = RETENTION
                .predict(
                        "payments", Scale.LOGARITHM, model -> 1 + model.survivalGiven(6, 1) + model.survivalGiven(6, 2))
                .interval()
                .orElseThrow();

        assertLimits(200 * payments.lower(), 200 * payments.upper(), value.residualInterval());
        assertEquals(value.residualInterval(), value.streams().get(0).interval());
        assertLimits(200 * payments.lower() - 1050, 200 * payments.upper() - 1050, value.totalInterval());
        Interval ratio = value.toCacInterval().orElseThrow();
        assertEquals((200 * payments.lower() - 50) / 1000, ratio.lower(), 1e-9);
        assertEquals((200 * payments.upper() - 50) / 1000, ratio.upper(), 1e-9);
    }

    @Test
    void projects_combineBuyingAndSpendOnTheLogarithm() {
        ClientValue value = VALUATION.of(projects(ProjectSpend.of(SPENT)), AS_OF);
        double days = 89;
        Interval purchases = PURCHASES
                .predict(
                        "purchases",
                        Scale.LOGARITHM,
                        model -> model.expectedPurchases(BOUGHT, java.time.Duration.ofDays((long) days)))
                .interval()
                .orElseThrow();
        Interval each = SPEND.predict(
                        "spend",
                        Scale.LOGARITHM,
                        model -> model.given(SPENT).mean().orElseThrow())
                .interval()
                .orElseThrow();
        double number = value.streams().get(0).payments().orElseThrow().doubleValue();
        double amount = units(value.streams().get(0).each().orElseThrow());
        double down = Math.hypot(Math.log(number / purchases.lower()), Math.log(amount / each.lower()));
        double up = Math.hypot(Math.log(purchases.upper() / number), Math.log(each.upper() / amount));

        assertLimits(number * amount * Math.exp(-down), number * amount * Math.exp(up), value.residualInterval());
    }

    @Test
    void retainerAndProjects_areOffIndependently() {
        ClientValue both = VALUATION.of(
                projects(ProjectSpend.of(rub("300"))).toBuilder().retainer(FEE).build(), AS_OF);
        Spread retainer =
                spread(both.streams().get(0).value(), both.streams().get(0).interval());
        Spread projects =
                spread(both.streams().get(1).value(), both.streams().get(1).interval());
        Spread residual = spread(both.residual(), both.residualInterval());

        assertEquals(Math.hypot(retainer.below(), projects.below()), residual.below(), 1e-9);
        assertEquals(Math.hypot(retainer.above(), projects.above()), residual.above(), 1e-9);
    }

    @Test
    void clientsOfABook_areOffTogether() {
        ClientAccount account = account(SPELL).retainer(FEE).build();
        ClientValue one = VALUATION.of(account, AS_OF);
        BookValue four =
                VALUATION.ofAll(List.of(account, named(account, "b"), named(account, "c"), named(account, "d")), AS_OF);

        assertEquals(
                4 * spread(one.residual(), one.residualInterval()).below(),
                spread(four.residual(), four.residualInterval()).below(),
                1e-8);
        assertEquals(
                4 * spread(one.total(), one.totalInterval()).above(),
                spread(four.total(), four.totalInterval()).above(),
                1e-8);
    }

    @Test
    void clientsOfABook_whoArePaidForByDifferentRenewals_areOneFigureOfTheFit() {
        ClientAccount young =
                account(Spell.ongoing(day("2026-01-10"))).retainer(FEE).build();
        ClientAccount old = account(Spell.ongoing(day("2025-08-10")))
                .retainer(Retainer.monthly(rub("50"), day("2026-03-10")))
                .build();
        Interval limits = RETENTION
                .predict(
                        "value",
                        Scale.LOGARITHM,
                        model -> 200 * (1 + model.survivalGiven(1, 1) + model.survivalGiven(1, 2))
                                + 50 * (model.survivalGiven(6, 1) + model.survivalGiven(6, 2)))
                .interval()
                .orElseThrow();

        assertLimits(
                limits.lower(),
                limits.upper(),
                VALUATION.ofAll(List.of(young, named(old, "b")), AS_OF).residualInterval());
    }

    @Test
    void winBack_isOffByItsChanceAndByTheFit() {
        WinBack hope = WinBack.of(Proportion.of(3, 12), AS_OF, FEE).withCost(cost("100", "0"));
        ClientAccount account = account(Spell.ended(day("2025-01-10"), day("2025-07-10")))
                .winBack(hope)
                .build();
        ClientValue counted = VALUATION.of(account, AS_OF);
        RetentionModel model = RETENTION.model().orElseThrow();
        ClientValue known = VALUATION.withRetention(model).of(account, AS_OF);
        double worth = 200 * (1 + model.survival(1) + model.survival(2)) - 100;
        // Wilson's interval of 3 in 12
        Spread chance = spread(known.residual(), known.residualInterval());
        assertEquals(worth * (0.25 - 0.0889), chance.below(), worth * 1e-4);
        assertEquals(worth * (0.5323 - 0.25), chance.above(), worth * 1e-4);

        Interval payments = RETENTION
                .predict("payments", Scale.LOGARITHM, m -> 1 + m.survival(1) + m.survival(2))
                .interval()
                .orElseThrow();
        double half = 0.25 * 200 * ((worth + 100) / 200 - payments.lower());
        assertEquals(
                Math.hypot(chance.below(), half),
                spread(counted.residual(), counted.residualInterval()).below(),
                1e-7);
        BookValue two = VALUATION.withRetention(model).ofAll(List.of(account, named(account, "b")), AS_OF);
        assertEquals(
                2 * chance.above(),
                spread(two.residual(), two.residualInterval()).above(),
                1e-8);
    }

    @Test
    void winBackThatCostsNothing_isNeverWorthLessThanNothing() {
        ClientAccount account = account(Spell.ended(day("2025-01-10"), day("2025-07-10")))
                .winBack(WinBack.of(Proportion.of(1, 10), AS_OF, FEE))
                .build();
        ClientValue value = VALUATION.of(account, AS_OF);
        double worth = 0.1 * 200;
        RetentionModel model = RETENTION.model().orElseThrow();
        Interval payments = RETENTION
                .predict("payments", Scale.LOGARITHM, m -> 1 + m.survival(1) + m.survival(2))
                .interval()
                .orElseThrow();
        double number = 1 + model.survival(1) + model.survival(2);
        MoneyInterval limits = value.residualInterval().orElseThrow();

        // Wilson's interval of 1 in 10 is 0.017876 to 0.404150; distances on the scale of the logarithm add as squares
        double down = Math.hypot(Math.log(0.1 / 0.017876), Math.log(number / payments.lower()));
        double up = Math.hypot(Math.log(0.404150 / 0.1), Math.log(payments.upper() / number));
        assertEquals(worth * number * Math.exp(-down), units(limits.lower()), worth * number * 1e-4);
        assertEquals(worth * number * Math.exp(up), units(limits.upper()), worth * number * 1e-3);
    }

    @Test
    void nothingToCome_isCertain() {
        ClientValuation today = VALUATION.with(policy(DiscountRate.none(), ValueHorizon.until(AS_OF)));
        ClientValue value = today.of(
                projects(ProjectSpend.of(SPENT)).toBuilder().retainer(FEE).build(), AS_OF);

        assertEquals(Outcome.of(new MoneyInterval(rub("0"), rub("0"), ConfidenceLevel.P95)), value.residualInterval());
    }

    @Test
    void clientWhoCostsMoreThanHePays_hasAnIntervalBelowZero() {
        ClientAccount account = projects(ProjectSpend.of(SPENT)).toBuilder()
                .grossMargin(Ratio.parse("-0.5"))
                .retainer(FEE)
                .build();
        ClientValue value = VALUATION.of(account, AS_OF);
        MoneyInterval limits = value.residualInterval().orElseThrow();

        assertTrue(limits.upper().signum() < 0);
        assertTrue(limits.contains(value.residual().orElseThrow()));
        assertFalse(limits.lower().equals(limits.upper()));
    }

    @Test
    void spendAlone_canBeWhatWasEstimated() {
        ClientValuation valuation = VALUATION.withPurchases(PURCHASES.model().orElseThrow());

        assertTrue(valuation
                .of(projects(ProjectSpend.of(SPENT)), AS_OF)
                .residualInterval()
                .isDefined());
        assertEquals(
                Outcome.undefined(Reason.NOT_APPLICABLE, "nothing was estimated"),
                valuation.of(projects(ProjectSpend.of(rub("300"))), AS_OF).residualInterval());
    }

    @Test
    void fitThatFailed_leavesNoValue() {
        ModelFit<RetentionModel> nobodyLeft = retention(DELTA, 10, 10, 10, 10);
        ClientValue value = VALUATION
                .withRetention(nobodyLeft)
                .of(account(SPELL).retainer(FEE).build(), AS_OF);

        assertFalse(nobodyLeft.model().isDefined());
        assertEquals(nobodyLeft.model(), value.total());
        assertFalse(value.totalInterval().isDefined());
    }

    @Test
    void fits_areOfOneLevel() {
        ModelFit<RetentionModel> other = retention(DELTA.with(ConfidenceLevel.P90), 100, 80, 68, 60, 55);

        assertMessage(
                "fits must be of one confidence level: [ConfidenceLevel[value=0.9], ConfidenceLevel[value=0.95]]",
                () -> VALUATION.withRetention(other));
        assertEquals(
                ConfidenceLevel.P90,
                ClientValuation.withDefaults()
                        .withRetention(other)
                        .of(account(SPELL).build(), AS_OF)
                        .level());
    }

    @Test
    void distances_ofProductsStayAboveZero() {
        Spread wide = Spread.ofProduct(100, new Spread(80, 100), new Spread(80, 300));

        assertEquals(100 - 100 * Math.exp(-Math.sqrt(2) * Math.log(5)), wide.below(), 1e-9);
        assertEquals(100 * Math.exp(Math.hypot(Math.log(2), Math.log(4))) - 100, wide.above(), 1e-9);
        assertEquals(new Spread(6, 4), new Spread(2, 3).times(-2));
    }

    private static ClientAccount named(ClientAccount account, String name) {
        return account.toBuilder().client(ClientId.of(name)).build();
    }

    private static ClientAccount projects(ProjectSpend spend) {
        return account(SPELL).projects(ProjectWork.of(BOUGHT, spend)).build();
    }

    private static ModelFit<RetentionModel> retention(MaximumLikelihood estimation, long... alive) {
        RenewalAccumulator sample = RenewalAccumulator.every(Period.ofMonths(1));
        sample.addCohort(alive);
        return RetentionFit.withDefaults().with(estimation).of(sample.result());
    }

    private static List<PurchaseHistory> histories() {
        List<PurchaseHistory> histories = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int repeats = i % 7 == 0 ? 9 : i % 4;
            double recency = repeats == 0 ? 0 : 2 + 5.0 * (i % 5) + repeats;
            histories.add(PurchaseHistory.of(repeats, recency, 34 + i % 6, ChronoUnit.WEEKS));
        }
        return histories;
    }

    private static List<SpendHistory> spends() {
        List<SpendHistory> spends = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            spends.add(SpendHistory.of(1 + i % 4, Money.of(Accounts.RUB, (1 + i % 4) * (150 + 37L * (i * i % 13)))));
        }
        return spends;
    }

    private static Spread spread(Outcome<dev.tenure.money.ExactMoney> figure, Outcome<MoneyInterval> interval) {
        double value = units(figure.orElseThrow());
        return new Spread(
                value - units(interval.orElseThrow().lower()),
                units(interval.orElseThrow().upper()) - value);
    }

    private static void assertLimits(double lower, double upper, Outcome<MoneyInterval> interval) {
        assertEquals(lower, units(interval.orElseThrow().lower()), 1e-7 * Math.abs(lower));
        assertEquals(upper, units(interval.orElseThrow().upper()), 1e-7 * Math.abs(upper));
    }
}
