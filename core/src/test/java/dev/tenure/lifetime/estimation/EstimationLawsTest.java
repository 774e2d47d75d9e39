package dev.tenure.lifetime.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class EstimationLawsTest {

    @Property(tries = 200)
    void everySampleHasAModelAndAnInterval(
            @ForAll @LongRange(min = 0, max = 30) long kept,
            @ForAll @LongRange(min = 0, max = 30) long one,
            @ForAll @LongRange(min = 0, max = 30) long two,
            @ForAll @LongRange(min = 1, max = 30) long three) {
        ModelFit<Renewals.Law> fit = fit(new Renewals(kept, one, two, three));
        Prediction mean = fit.predict("mean", Scale.LOGIT, Renewals.Law::mean);
        Interval interval = mean.interval().orElseThrow();

        assertTrue(fit.model().isDefined(), fit.status().toString());
        assertTrue(interval.contains(mean.value().orElseThrow()));
        assertTrue(interval.lower() >= 0 && interval.upper() <= 1);
    }

    @Property(tries = 100)
    void higherConfidenceIsWider(
            @ForAll @LongRange(max = 1000000) long seed, @ForAll @IntRange(min = 20, max = 200) int clients) {
        Renewals renewals = drawn(seed, clients);
        Interval narrow = survival(
                MaximumLikelihood.withDefaults().with(ConfidenceLevel.P90).of(renewals.likelihood()));
        Interval wide = survival(
                MaximumLikelihood.withDefaults().with(ConfidenceLevel.P99).of(renewals.likelihood()));

        assertTrue(wide.lower() <= narrow.lower() && narrow.upper() <= wide.upper(), wide + " " + narrow);
    }

    @Property(tries = 100)
    void limitsAreOnTheContourOfTheProfile(
            @ForAll @LongRange(max = 1000000) long seed, @ForAll @IntRange(min = 20, max = 200) int clients) {
        // at a limit of the chance to leave first, no other law with it is less than the quantile below the best
        Renewals renewals = drawn(seed, clients);
        ModelFit<Renewals.Law> fit = fit(renewals);
        Interval interval =
                fit.predict("mean", Scale.LOGIT, Renewals.Law::mean).interval().orElseThrow();
        LogLikelihood likelihood = renewals.likelihood().logLikelihood();
        for (double mean : new double[] {interval.lower(), interval.upper()}) {
            double highest = Double.NEGATIVE_INFINITY;
            for (double spread = -12; spread < 16; spread += 0.01) {
                double[] point = {Math.log(mean) + spread, Math.log1p(-mean) + spread};
                highest = Math.max(highest, likelihood.at(point, new double[2], new double[2][2]));
            }
            assertEquals(3.841458820694124, 2 * (fit.logLikelihood().orElseThrow() - highest), 1e-3);
        }
    }

    @Property(tries = 50)
    void manyClientsTellTheLawTheyWereDrawnFrom(@ForAll @LongRange(max = 1000000) long seed) {
        Renewals.Law truth = new Renewals.Law(1, 4);
        ModelFit<Renewals.Law> fit = fit(Renewals.drawn(truth, 20000, 12, new SplittableRandom(seed)));
        FittedParameter alpha = fit.parameter("alpha");

        assertEquals(1, alpha.value().orElseThrow(), 6 * alpha.standardError().orElseThrow());
        assertEquals(0.025, alpha.standardError().orElseThrow(), 0.005);
    }

    @Property(tries = 100)
    void theOrderOfParametersDoesNotMatterToTheirCovariance(
            @ForAll @LongRange(max = 1000000) long seed, @ForAll @IntRange(min = 50, max = 200) int clients) {
        ModelFit<Renewals.Law> fit = fit(drawn(seed, clients));

        assertEquals(
                fit.covariance("alpha", "beta").toOptional(),
                fit.covariance("beta", "alpha").toOptional());
    }

    private static Renewals drawn(long seed, int clients) {
        return Renewals.drawn(new Renewals.Law(1, 4), clients, 7, new SplittableRandom(seed));
    }

    private static Interval survival(ModelFit<Renewals.Law> fit) {
        return fit.predict("S(12)", Scale.LOGIT, law -> law.survival(12))
                .interval()
                .orElseThrow();
    }

    private static ModelFit<Renewals.Law> fit(Renewals renewals) {
        return MaximumLikelihood.withDefaults().of(renewals.likelihood());
    }
}
