package dev.tenure.lifetime.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.lifetime.estimation.IntervalMethod;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The example of docs/lifetime-gamma-gamma.md. */
class SpendWorkedExampleTest {

    /** The expectations are those of a simplex search, and of SciPy's ranks. */
    @Test
    void example() {
        CurrencyUnit rub = CurrencyUnit.of("RUB");
        ClientSpend spend =
                ClientSpend.withDefaults().with(MaximumLikelihood.withDefaults().with(IntervalMethod.delta()));
        SpendAccumulator sample = spend.accumulator(rub);
        long[] projects = {1, 1, 1, 2, 2, 3, 4, 5, 6, 8, 10, 12};
        long[] thousands = {570, 210, 60, 210, 290, 150, 330, 1890, 550, 1370, 2540, 1550};
        for (int i = 0; i < projects.length; i++) {
            sample.add(projects[i], thousands[i] * 1000 * 100);
        }
        ModelFit<GammaGamma> fit = spend.of(sample);
        GammaGamma model = fit.model().orElseThrow();

        Money all = model.meanSpend().orElseThrow().toMoney(RoundingMode.HALF_UP);
        SpendHistory once = SpendHistory.of(1, Money.of(rub, 570_000));
        Money next = model.given(once).meanSpend().orElseThrow().toMoney(RoundingMode.HALF_UP);
        SpendIndependenceResult independence = SpendIndependence.withDefaults().of(sample);

        assertEquals(2.11, model.p(), 0.005);
        assertEquals(4.46, model.q(), 0.005);
        assertEquals(295_956, model.gamma(), 5);
        assertEquals(180_472, all.getAmount().doubleValue(), 5);
        assertEquals(151_123, model.median().orElseThrow(), 5);
        assertEquals(328_026, next.getAmount().doubleValue(), 5);
        assertEquals(0.042, independence.spearman().value().orElseThrow(), 0.0005);
        assertEquals(0.90, independence.spearman().pValue().orElseThrow(), 0.005);
    }
}
