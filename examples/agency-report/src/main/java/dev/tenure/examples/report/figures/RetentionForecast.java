package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Outcome;
import dev.tenure.lifetime.Lifespan;
import dev.tenure.lifetime.contractual.HeterogeneityTest;
import dev.tenure.lifetime.contractual.RenewalAccumulator;
import dev.tenure.lifetime.contractual.RenewalSample;
import dev.tenure.lifetime.contractual.RetentionFit;
import dev.tenure.lifetime.contractual.RetentionModel;
import dev.tenure.lifetime.contractual.RetentionModelKind;
import dev.tenure.lifetime.estimation.IntervalMethod;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import java.time.Period;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** How clients with contracts leave, by the models of the library: every month is a renewal, and each client counts with its first spell. */
final class RetentionForecast {

    /** With more clients the parabola at the estimate is as good as the profile of the likelihood, and costs nothing. */
    private static final long MANY = 300;

    static final Period RENEWAL = Period.ofMonths(1);

    private final RenewalSample sample;
    private final ImmutableMap<RetentionModelKind, ModelFit<RetentionModel>> fits;

    private RetentionForecast(RenewalSample sample) {
        this.sample = sample;
        RetentionFit fitting = RetentionFit.withDefaults()
                .with(MaximumLikelihood.withDefaults()
                        .with(sample.clients() > MANY ? IntervalMethod.delta() : IntervalMethod.profileLikelihood()));
        fits = Arrays.stream(RetentionModelKind.values())
                .collect(toImmutableMap(kind -> kind, kind -> fitting.with(kind).of(sample)));
    }

    static RetentionForecast of(ImmutableList<Spell> spells) {
        RenewalAccumulator renewals = RenewalAccumulator.every(RENEWAL);
        spells.forEach(
                spell -> renewals.add(renewals(spell.life()), spell.life().ended()));
        return new RetentionForecast(renewals.result());
    }

    /**
     * Returns how many monthly renewals a client is known to have gone through. One that falls on the last day of a lifespan does not count: who left then has not renewed, and
     * of who is still here it is not yet known.
     */
    static int renewals(Lifespan life) {
        int months = life.months();
        return months > 0 && !life.start().plusMonths(months).isBefore(life.end()) ? months - 1 : months;
    }

    RenewalSample sample() {
        return sample;
    }

    ImmutableMap<RetentionModelKind, ModelFit<RetentionModel>> fits() {
        return fits;
    }

    /** Returns the kind with the lowest AIC; empty if no model can be estimated. */
    Optional<RetentionModelKind> best() {
        return fits.keySet().stream()
                .filter(kind -> fit(kind).aic().isDefined())
                .min(Comparator.comparing(kind -> fit(kind).aic().orElseThrow()));
    }

    /** Returns the fit with the lowest AIC; of sBG, with the reason why there is none, if no model can be estimated. */
    ModelFit<RetentionModel> fit() {
        return fit(best().orElse(RetentionModelKind.SHIFTED_BETA_GEOMETRIC));
    }

    /** Returns the same fit with the intervals that cost least, for figures of many clients. */
    ModelFit<RetentionModel> quickFit() {
        return RetentionFit.withDefaults()
                .with(best().orElse(RetentionModelKind.SHIFTED_BETA_GEOMETRIC))
                .with(MaximumLikelihood.withDefaults().with(IntervalMethod.delta()))
                .of(sample);
    }

    private ModelFit<RetentionModel> fit(RetentionModelKind kind) {
        return Objects.requireNonNull(fits.get(kind), kind.name());
    }

    /** Returns whether clients differ in how likely they are to leave. */
    Outcome<HeterogeneityTest> heterogeneity() {
        return RetentionFit.testHeterogeneity(sample);
    }
}
