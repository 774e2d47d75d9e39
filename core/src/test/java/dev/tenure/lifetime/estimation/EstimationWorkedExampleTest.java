package dev.tenure.lifetime.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/lifetime-estimation.md}. */
class EstimationWorkedExampleTest {

    @Test
    void threeOfTwentyClients_giveTheFiguresOfThePage() {
        LogLikelihood binomial = (point, gradient, hessian) -> {
            double share = 1 / (1 + Math.exp(-point[0]));
            gradient[0] = 3 - 20 * share;
            hessian[0][0] = -20 * share * (1 - share);
            return 3 * Math.log(share) + 17 * Math.log(1 - share);
        };
        ModelLikelihood<Double> likelihood = ModelLikelihood.<Double>builder()
                .name("binomial")
                .coordinates(ImmutableList.of(Coordinate.logitOf("share")))
                .parameterNames(ImmutableList.of("share"))
                .observations(20)
                .start(ImmutableDoubleArray.of(0))
                .logLikelihood(binomial)
                .sample(SampleIdentity.of("clients", DoubleStream.of(3, 17)))
                .parameters(point -> new double[] {1 / (1 + Math.exp(-point[0]))})
                .model(parameters -> parameters[0])
                .build();
        MaximumLikelihood fitting = MaximumLikelihood.withDefaults();
        ModelFit<Double> fit = fitting.of(likelihood);
        Prediction stays = fit.predict("stays a year", Scale.LOGIT, share -> Math.pow(1 - share, 12));
        ModelFit<Double> quick = fitting.with(IntervalMethod.delta()).of(likelihood);
        WeakPrior prior = WeakPrior.of(new ParameterPrior("share", 0.10, 1.0));
        ModelFit<Double> held = fitting.with(prior).of(likelihood);
        PriorEffect effect = held.priorEffect().orElseThrow();

        assertEquals(0.15, fit.parameter("share").value().orElseThrow(), 1e-6);
        assertEquals(0.0798, fit.parameter("share").standardError().orElseThrow(), 1e-4);
        assertEquals(0.0396, fit.parameter("share").interval().orElseThrow().lower(), 1e-4);
        assertEquals(0.3444, fit.parameter("share").interval().orElseThrow().upper(), 1e-4);
        assertEquals(0.1422, stays.value().orElseThrow(), 1e-4);
        assertEquals(0.0063, stays.interval().orElseThrow().lower(), 1e-4);
        assertEquals(0.6159, stays.interval().orElseThrow().upper(), 1e-4);
        assertEquals(
                0.0492,
                quick.predict("share", Scale.LOGIT, share -> share)
                        .interval()
                        .orElseThrow()
                        .lower(),
                1e-4);
        assertEquals(0.1336, held.parameter("share").value().orElseThrow(), 1e-4);
        assertEquals(-0.26, effect.shifts().get(0).standardErrors().orElseThrow(), 1e-2);
        assertEquals(0.302, effect.shares().get(0).share(), 1e-3);
        assertEquals(8.6, effect.shares().get(0).observations().orElseThrow(), 0.1);
    }
}
