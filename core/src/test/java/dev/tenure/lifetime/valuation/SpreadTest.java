package dev.tenure.lifetime.valuation;

import static dev.tenure.lifetime.valuation.Accounts.day;
import static dev.tenure.lifetime.valuation.Accounts.rub;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.DiscountRate;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How uncertainties of parts make that of a whole, and how payments are weighed. */
class SpreadTest {

    private static final Spread THREE_AND_FIVE = new Spread(3, 5);
    private static final Spread FOUR_AND_TWELVE = new Spread(4, 12);

    @Test
    void spread_isFromTheFigureToItsLimits() {
        assertEquals(THREE_AND_FIVE, Spread.of(10, Interval.of(7, 15, ConfidenceLevel.P95)));
        // a figure outside of its limits has no spread on that side
        assertEquals(new Spread(0, 8), Spread.of(7, Interval.of(8, 15, ConfidenceLevel.P95)));
        assertEquals(new Spread(13, 0), Spread.of(20, Interval.of(7, 15, ConfidenceLevel.P95)));
    }

    @Test
    void negativeFactors_changeTheSides() {
        assertEquals(new Spread(6, 10), THREE_AND_FIVE.times(2));
        assertEquals(new Spread(10, 6), THREE_AND_FIVE.times(-2));
    }

    @Test
    void whatMovesTogether_isAdded_andWhatDoesNot_isTheRootOfTheSquares() {
        assertEquals(new Spread(7, 17), THREE_AND_FIVE.together(FOUR_AND_TWELVE));
        assertEquals(new Spread(5, 13), THREE_AND_FIVE.independently(FOUR_AND_TWELVE));
        assertEquals(
                Outcome.of(new Spread(5, 13)),
                Spread.independently(List.of(Outcome.of(THREE_AND_FIVE), Outcome.of(FOUR_AND_TWELVE))));
        Outcome<Spread> none = Outcome.undefined(Reason.NOT_ESTIMABLE, "nobody left");
        assertEquals(none, Spread.independently(List.of(Outcome.of(THREE_AND_FIVE), none)));
    }

    /** Doubled or halved by the one, nothing by the other: doubled or halved. */
    @Test
    void spreadsOfFactors_areAddedAsLogarithms() {
        Spread doubled = Spread.ofProduct(100, new Spread(50, 100), Spread.NONE);
        Spread both = Spread.ofProduct(100, new Spread(50, 100), new Spread(50, 100));

        assertEquals(50, doubled.below(), 1e-12);
        assertEquals(100, doubled.above(), 1e-12);
        assertEquals(100 * (1 - Math.pow(0.5, Math.sqrt(2))), both.below(), 1e-12);
        assertEquals(100 * (Math.pow(2, Math.sqrt(2)) - 1), both.above(), 1e-12);
    }

    // weights

    private static PaymentWeights daily(int days, DiscountRate discount) {
        LocalDate begin = day("2025-01-01");
        Retainer fee = Retainer.monthly(rub("1"), begin.plusDays(1)).with(Period.ofDays(1));
        PaymentPlan plan = PaymentPlan.of(begin, begin, Period.ofDays(1), 0, fee);
        return PaymentWeights.of(plan, discount, Optional.of(begin.plusDays(days)));
    }

    @Test
    void moreRenewalsThanAreKeptForEndlessStreams_areKeptIfThereIsAnEnd() {
        PaymentWeights weights = daily(12_000, DiscountRate.none());

        // the first payment is after the first renewal, the last one before the end
        assertEquals(12_000, weights.weights().length());
        assertEquals(0, weights.weights().get(0));
        assertEquals(1, weights.weights().get(1));
        assertEquals(11_999, weights.weights().stream().sum());
        assertEquals(0, weights.next());
    }

    @Test
    void weightsAreDiscounted() {
        PaymentWeights weights = daily(3, Accounts.xnpv(0.1));

        assertEquals(Math.pow(1.1, -2 / 365.0), weights.weights().get(2), 1e-15);
        assertEquals(3, weights.weights().length());
    }

    @Test
    void sumsOfWeights_areWeighedToo() {
        PaymentWeights sum = daily(3, DiscountRate.none()).plus(daily(5, DiscountRate.none()), 2.5);

        assertEquals(List.of(0.0, 3.5, 3.5, 2.5, 2.5), sum.weights().asList());
        assertEquals(
                List.of(0.0, 3.5, 3.5, 1.0, 1.0),
                daily(5, DiscountRate.none())
                        .plus(daily(3, DiscountRate.none()), 2.5)
                        .weights()
                        .asList());
    }

    @Test
    void aFeeOfNothing_isAFee() {
        assertEquals(rub("0"), Retainer.monthly(rub("0"), day("2026-03-01")).fee());
    }
}
