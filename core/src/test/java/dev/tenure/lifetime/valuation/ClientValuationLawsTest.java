package dev.tenure.lifetime.valuation;

import static dev.tenure.lifetime.valuation.Accounts.AS_OF;
import static dev.tenure.lifetime.valuation.Accounts.account;
import static dev.tenure.lifetime.valuation.Accounts.cost;
import static dev.tenure.lifetime.valuation.Accounts.policy;
import static dev.tenure.lifetime.valuation.Accounts.rub;
import static dev.tenure.lifetime.valuation.Accounts.units;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.client.ClientId;
import dev.tenure.lifetime.DiscountRate;
import dev.tenure.lifetime.LifetimeValue;
import dev.tenure.lifetime.PaymentTiming;
import dev.tenure.lifetime.RecurringValue;
import dev.tenure.lifetime.contractual.BetaDiscreteWeibull;
import dev.tenure.lifetime.contractual.Geometric;
import dev.tenure.lifetime.contractual.RetentionModel;
import dev.tenure.lifetime.contractual.ShiftedBetaGeometric;
import dev.tenure.lifetime.noncontractual.BgNbd;
import dev.tenure.lifetime.noncontractual.PurchaseHistory;
import dev.tenure.lifetime.noncontractual.PurchaseModel;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.Proportion;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of every value, whatever the model. */
class ClientValuationLawsTest {

    private static final Period MONTH = Period.ofMonths(1);
    private static final PurchaseModel BUYING = new BgNbd(0.243, 4.414, 0.793, 2.426, ChronoUnit.WEEKS);

    @Property(tries = 100)
    void aClientIsWorthWhatHeBroughtAndWillBringLessWhatHeCostToTheLastCent(
            @ForAll @LongRange(min = -500_000_00, max = 500_000_00) long kopecks,
            @ForAll @LongRange(max = 300_000) long acquisition,
            @ForAll @IntRange(max = 100) int percent,
            @ForAll @DoubleRange(min = 0.5, max = 5) double alpha) {
        Spell spell = Spell.ongoing(AS_OF.minusMonths(7)).withCost(cost("" + acquisition, "1234.56"));
        ClientAccount account = account(spell)
                .grossMargin(Ratio.of(percent, 100))
                .addPayment(Payment.of(AS_OF.minusDays(3), ExactMoney.ofMinor(Accounts.RUB, kopecks)))
                .retainer(Retainer.monthly(rub("1000"), AS_OF.plusDays(4)))
                .projects(work(2, 30, 39))
                .build();

        ClientValue value = valuation(
                        new ShiftedBetaGeometric(alpha, 4, MONTH), 0.1, ValueHorizon.of(Period.ofYears(3)))
                .of(account, AS_OF);

        ExactMoney streams = value.streams()
                .get(0)
                .value()
                .orElseThrow()
                .plus(value.streams().get(1).value().orElseThrow());
        assertEquals(streams, value.residual().orElseThrow());
        assertEquals(
                ExactMoney.ofMinor(Accounts.RUB, kopecks)
                        .multipliedBy(percent, 100)
                        .plus(streams)
                        .minus(rub("" + acquisition))
                        .minus(rub("1234.56")),
                value.total().orElseThrow());
    }

    @Property(tries = 60)
    void valueGrowsWithTheHorizon(
            @ForAll @DoubleRange(min = 0.1, max = 5) double alpha,
            @ForAll @DoubleRange(max = 0.5) double rate,
            @ForAll @IntRange(min = 1, max = 3000) int days,
            @ForAll @IntRange(max = 3000) int more) {
        RetentionModel model = new BetaDiscreteWeibull(alpha, 3, 1.2, MONTH);
        double shorter = residual(model, rate, ValueHorizon.of(Period.ofDays(days)), client());
        double longer = residual(model, rate, ValueHorizon.of(Period.ofDays(days + more)), client());

        assertTrue(shorter <= longer * (1 + 1e-12), shorter + " > " + longer);
        // within two months a fee is due
        assertTrue(more < 62 || shorter < longer, shorter + " is not below " + longer);
    }

    @Property(tries = 60)
    void valueFallsWithTheDiscountAndTheWholeLifeIsFinite(
            @ForAll @DoubleRange(min = 0.1, max = 5) double alpha,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double rate,
            @ForAll @DoubleRange(max = 0.5) double more) {
        RetentionModel model = new ShiftedBetaGeometric(alpha, 3, MONTH);
        double cheap = residual(model, rate, ValueHorizon.unlimited(), client());
        double dear = residual(model, rate + more, ValueHorizon.unlimited(), client());

        assertTrue(dear <= cheap * (1 + 1e-12), dear + " > " + cheap);
        assertTrue(more < 1e-6 || dear < cheap, dear + " is not below " + cheap);
        // nobody pays more than the fee every 28 days for ever
        double fees = residual(model, rate, ValueHorizon.unlimited(), here(AS_OF, 100, 9));
        assertTrue(fees <= 1000 / -Math.expm1(-Math.log1p(rate) * 28 / 366), "fees " + fees);
    }

    @Property(tries = 60)
    void theWholeLifeIsWhatLongHorizonsComeTo(@ForAll @DoubleRange(min = 0.5, max = 3) double alpha) {
        RetentionModel model = new ShiftedBetaGeometric(alpha, 3, MONTH);
        double whole = residual(model, 0.35, ValueHorizon.unlimited(), client());
        double century = residual(model, 0.35, ValueHorizon.of(Period.ofYears(100)), client());

        assertEquals(whole, century, 1e-9 * whole);
    }

    @Property(tries = 60)
    void valueIsProportionalToFeeAndMargin(
            @ForAll @IntRange(min = 1, max = 100) int percent, @ForAll @IntRange(min = 1, max = 1000) int times) {
        ClientValuation valuation = valuation(new Geometric(0.04, MONTH), 0.1, ValueHorizon.of(Period.ofYears(2)));
        ExactMoney one = valuation
                .of(
                        account(Spell.ongoing(AS_OF))
                                .retainer(Retainer.monthly(rub("1"), AS_OF))
                                .build(),
                        AS_OF)
                .residual()
                .orElseThrow();
        ExactMoney many = valuation
                .of(
                        account(Spell.ongoing(AS_OF))
                                .grossMargin(Ratio.of(percent, 100))
                                .retainer(Retainer.monthly(rub("" + times), AS_OF))
                                .build(),
                        AS_OF)
                .residual()
                .orElseThrow();

        assertEquals(one.multipliedBy((long) percent * times, 100), many);
    }

    @Property(tries = 60)
    void constantRetentionAndEqualPeriodsGiveTheSimpleLifetimeValue(
            @ForAll @IntRange(min = 1, max = 60) int churnPercent,
            @ForAll @IntRange(max = 5) int discountPercent,
            @ForAll PaymentTiming timing,
            @ForAll @IntRange(min = 1, max = 200) int periods) {
        PaymentTiming paid = timing == PaymentTiming.CONTINUOUS ? PaymentTiming.ADVANCE : timing;
        Period period = Period.ofDays(30);
        Ratio discount = Ratio.of(discountPercent, 100);
        ExactMoney simple = LifetimeValue.withDefaults()
                .with(paid)
                .withDiscount(discount)
                .with(dev.tenure.lifetime.Horizon.of(periods))
                .of(RecurringValue.revenue(rub("1000")), Ratio.of(churnPercent, 100))
                .value()
                .orElseThrow();
        LocalDate first = paid == PaymentTiming.ADVANCE ? AS_OF : AS_OF.plusDays(30);
        ClientAccount account = account(Spell.ongoing(AS_OF))
                .retainer(Retainer.monthly(rub("1000"), first).with(period).with(paid))
                .build();
        double byDates = units(ClientValuation.withDefaults()
                .with(policy(
                        DiscountRate.effective(discount.doubleValue(), period),
                        ValueHorizon.until(AS_OF.plusDays(30L * periods))))
                .withRetention(new Geometric(churnPercent / 100.0, period))
                .of(account, AS_OF)
                .residual()
                .orElseThrow());

        assertEquals(units(simple), byDates, 1e-9 * units(simple));
    }

    @Property(tries = 40)
    void theCalendarRepeatsItselfAfterFourHundredYears(
            @ForAll @IntRange(max = 3000) int age, @ForAll @IntRange(max = 30) int next) {
        RetentionModel model = new ShiftedBetaGeometric(0.7, 3, MONTH);
        ClientValuation valuation = valuation(model, 0.1, ValueHorizon.of(Period.ofYears(10)));
        LocalDate later = AS_OF.plusYears(400);

        assertEquals(
                valuation.of(here(AS_OF, age, next), AS_OF).total(),
                valuation.of(here(later, age, next), later).total());
    }

    @Property(tries = 40)
    void twoAccountsOfOneClientHaveTheHistoryOfOne(@ForAll @IntRange(max = 20) int cut) {
        List<Payment> payments = IntStream.range(0, 20)
                .mapToObj(i -> Payment.of(AS_OF.minusDays(30L * i), rub(i % 5 == 4 ? "-37.05" : "100.10")))
                .toList();
        Spell spell = Spell.ended(AS_OF.minusYears(3), AS_OF.minusDays(1));
        ValuationPolicy compounded = new ValuationPolicy(
                DiscountRate.annual(0.1),
                ValueHorizon.unlimited(),
                SpellTenure.CURRENT_SPELL,
                HistoricTiming.COMPOUNDED);
        ClientValuation valuation = ClientValuation.withDefaults().with(compounded);

        assertEquals(
                valuation.of(account(spell).payments(payments).build(), AS_OF).historic(),
                valuation
                        .of(account(spell).payments(payments.subList(0, cut)).build(), AS_OF)
                        .historic()
                        .plus(valuation
                                .of(
                                        account(spell)
                                                .payments(payments.subList(cut, 20))
                                                .build(),
                                        AS_OF)
                                .historic()));
    }

    @Property(tries = 30)
    void aBookIsTheSumOfItsClients(@ForAll @IntRange(min = 1, max = 6) int clients) {
        ClientValuation valuation =
                valuation(new ShiftedBetaGeometric(0.7, 3, MONTH), 0.1, ValueHorizon.of(Period.ofYears(4)));
        List<ClientAccount> accounts = IntStream.range(0, clients)
                .mapToObj(i -> here(AS_OF, 37 * i, i + 1).toBuilder()
                        .client(ClientId.of("client " + i))
                        .projects(work(i, i, 39))
                        .build())
                .toList();
        ExactMoney sum = accounts.stream()
                .map(account -> valuation.of(account, AS_OF).total().orElseThrow())
                .reduce(rub("0"), ExactMoney::plus);

        assertEquals(sum, valuation.ofAll(accounts, AS_OF).total().orElseThrow());
    }

    @Property(tries = 40)
    void aReturnIsWorthItsChanceOfANewClient(
            @ForAll @IntRange(max = 20) int back, @ForAll @IntRange(min = 1, max = 400) int days) {
        RetentionModel model = new ShiftedBetaGeometric(0.7, 3, MONTH);
        LocalDate returns = AS_OF.plusDays(days);
        ClientAccount left = account(Spell.ended(AS_OF.minusYears(2), AS_OF.minusDays(3)))
                .winBack(WinBack.of(Proportion.of(back, 20), returns, Retainer.monthly(rub("1000"), returns)))
                .build();
        ClientAccount won = account(Spell.ongoing(returns))
                .retainer(Retainer.monthly(rub("1000"), returns))
                .build();
        ValueHorizon horizon = ValueHorizon.until(AS_OF.plusYears(5));
        double anew = residual(model, 0.1, horizon, won, returns);
        double factor = Math.pow(1.1, -days / 365.2425);

        assertEquals(back / 20.0 * anew * factor, residual(model, 0.1, horizon, left), 1e-9 * anew);
    }

    private static ClientAccount client() {
        return here(AS_OF, 100, 9).toBuilder().projects(work(2, 30, 39)).build();
    }

    private static ClientAccount here(LocalDate asOf, int age, int next) {
        return account(Spell.ongoing(asOf.minusDays(age)))
                .retainer(Retainer.monthly(rub("1000"), asOf.plusDays(next)))
                .build();
    }

    private static ProjectWork work(int repeats, double recency, double age) {
        return ProjectWork.of(PurchaseHistory.of(repeats, recency, age, ChronoUnit.WEEKS), ProjectSpend.of(rub("500")));
    }

    private static ClientValuation valuation(RetentionModel model, double rate, ValueHorizon horizon) {
        return ClientValuation.withDefaults()
                .with(policy(DiscountRate.annual(rate), horizon))
                .withRetention(model)
                .withPurchases(BUYING);
    }

    private static double residual(RetentionModel model, double rate, ValueHorizon horizon, ClientAccount account) {
        return residual(model, rate, horizon, account, AS_OF);
    }

    private static double residual(
            RetentionModel model, double rate, ValueHorizon horizon, ClientAccount account, LocalDate asOf) {
        return units(
                valuation(model, rate, horizon).of(account, asOf).residual().orElseThrow());
    }
}
