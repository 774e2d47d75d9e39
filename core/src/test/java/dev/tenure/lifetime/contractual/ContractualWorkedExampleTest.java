package dev.tenure.lifetime.contractual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.lifetime.DiscountRate;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.Prediction;
import dev.tenure.lifetime.estimation.Scale;
import dev.tenure.stat.ChiSquareTest;
import java.time.Period;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/lifetime-sbg.md and docs/lifetime-bdw.md. */
class ContractualWorkedExampleTest {

    @Test
    void clientsWhoDiffer() {
        RenewalAccumulator clients = RenewalAccumulator.every(Period.ofYears(1));
        clients.addCohort(1000, 869, 743, 653, 593, 551, 517, 491);
        ModelFit<RetentionModel> fit = RetentionFit.withDefaults().of(clients.result());
        RetentionModel model = fit.model().orElseThrow();
        Prediction afterTwelve = fit.predict("survival", Scale.LOGIT, fitted -> fitted.survival(12));
        HeterogeneityTest differ =
                RetentionFit.testHeterogeneity(clients.result()).orElseThrow();

        DiscountRate tenPercent = DiscountRate.annual(0.10);
        double ofNewClient = model.discountedLifetime(tenPercent).orElseThrow();
        double beforeFourthRenewal = model.discountedResidualLifetime(3, RenewalTiming.BEFORE_RENEWAL, tenPercent)
                .orElseThrow();

        assertEquals(0.668, fit.parameter("alpha").value().orElseThrow(), 5e-4);
        assertEquals(0.104, fit.parameter("alpha").standardError().orElseThrow(), 5e-4);
        assertEquals(3.806, fit.parameter("beta").value().orElseThrow(), 5e-4);
        assertEquals(0.786, fit.parameter("beta").standardError().orElseThrow(), 5e-4);
        assertEquals(0.378, afterTwelve.value().orElseThrow(), 5e-4);
        assertEquals(0.340, afterTwelve.interval().orElseThrow().lower(), 5e-4);
        assertEquals(0.416, afterTwelve.interval().orElseThrow().upper(), 5e-4);
        assertEquals(0.851, model.retention(1), 5e-4);
        assertEquals(0.957, model.retention(12), 5e-4);
        assertEquals(5.92, ofNewClient, 5e-3);
        assertEquals(6.62, beforeFourthRenewal, 5e-3);
        assertEquals(51.87, differ.statistic(), 5e-3);
        assertEquals(3e-13, differ.pValue(), 5e-14);
    }

    @Test
    void clientsWhoAlsoAge() {
        RenewalAccumulator clients = RenewalAccumulator.every(Period.ofYears(1));
        clients.addCohort(1000, 869, 743, 653, 593, 551, 517, 491);
        RetentionFit mixed = RetentionFit.withDefaults();
        ModelFit<RetentionModel> ageing =
                mixed.with(RetentionModelKind.BETA_DISCRETE_WEIBULL).of(clients.result());
        ChiSquareTest betterThanMixed =
                ageing.testAgainst(mixed.of(clients.result())).orElseThrow();
        double afterTwelveByAgeing = ageing.model().orElseThrow().survival(12);

        assertEquals(0.214, ageing.parameter("alpha").value().orElseThrow(), 5e-4);
        assertEquals(1.427, ageing.parameter("beta").value().orElseThrow(), 5e-4);
        assertEquals(1.724, ageing.parameter("c").value().orElseThrow(), 5e-4);
        assertEquals(11.69, betterThanMixed.statistic(), 5e-3);
        assertEquals(0.0006, betterThanMixed.pValue(), 5e-5);
        assertEquals(0.404, afterTwelveByAgeing, 5e-4);
    }
}
