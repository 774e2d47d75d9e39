package dev.tenure.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.client.AgencyCac;
import dev.tenure.explain.Outcome;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.Proportion;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The worked example of docs/lifetime.md: the statements of its block, and the figures of its text. */
class LifetimeWorkedExampleTest {

    @Test
    void figures_areThoseOfThePage() {
        LocalDate start = LocalDate.of(2024, 1, 1);
        ClientLifespanResult lifespan = ClientLifespan.withDefaults()
                .of(List.of(
                        Lifespan.ended(start, LocalDate.of(2024, 4, 1)),
                        Lifespan.ended(start, LocalDate.of(2024, 7, 1)),
                        Lifespan.ended(start, LocalDate.of(2024, 10, 1)),
                        Lifespan.ongoing(start, LocalDate.of(2024, 5, 1)),
                        Lifespan.ongoing(start, LocalDate.of(2024, 9, 1)),
                        Lifespan.ongoing(start, LocalDate.of(2025, 2, 1))));
        CurrencyUnit rub = CurrencyUnit.of("RUB");
        RecurringValue margin = RecurringValue.grossMargin(ExactMoney.ofMinor(rub, 10_000_000), Ratio.parse("0.6"));
        LifetimeValueResult simple = LifetimeValue.withDefaults().of(margin, Proportion.of(2, 40));
        LifetimeValueResult discounted =
                LifetimeValue.withDefaults().withDiscount(Ratio.parse("0.01")).of(margin, Proportion.of(2, 40));
        LifetimeValueResult firstYear =
                LifetimeValue.withDefaults().with(Horizon.of(12)).of(margin, lifespan.curve());
        AgencyCac cac = AgencyCac.of(Money.of(rub, 300_000));
        UpfrontCost cost = UpfrontCost.of(cac).withOnboarding(ExactMoney.ofMinor(rub, 6_000_000));
        PaybackResult payback = Payback.withDefaults().of(cost, margin, lifespan.curve());
        LtvToCac ratio = LtvToCac.of(firstYear, cac);

        assertEquals(Outcome.of(9.0), lifespan.value());
        assertEquals(5.0 / 6, lifespan.reaching(6).orElseThrow(), 1e-12);
        assertEquals(5.0 / 16, lifespan.reaching(12).orElseThrow(), 1e-12);
        assertEquals(2, lifespan.graded(LifespanGrade.MINIMUM));
        assertEquals(1, lifespan.undecided(LifespanGrade.BELOW_MINIMUM));

        assertEquals("RUB 1200000.00", shown(simple.value()));
        assertEquals("RUB 402274.29", shown(simple.lowerBound()));
        assertEquals("RUB 1010000.00", shown(discounted.value()));

        assertEquals("RUB 498750.00", shown(firstYear.value()));
        assertEquals("RUB 330811.89", shown(firstYear.interval().map(MoneyInterval::lower)));
        assertEquals("RUB 666688.11", shown(firstYear.interval().map(MoneyInterval::upper)));

        assertEquals(Outcome.of(Ratio.of(6)), payback.simple());
        assertEquals(Outcome.of(7), payback.value());
        assertEquals("RUB -30000.00", shown(payback.positions().get(6)));
        assertEquals("RUB 7500.00", shown(payback.positions().get(7)));
        assertEquals(1.6625, ratio.value().orElseThrow().doubleValue(), 1e-9);
    }

    private static String shown(Outcome<ExactMoney> amount) {
        return shown(amount.orElseThrow());
    }

    private static String shown(ExactMoney amount) {
        return amount.toMoney(RoundingMode.HALF_UP).toString();
    }
}
