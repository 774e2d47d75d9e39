package dev.tenure.lifetime.valuation;

import dev.tenure.lifetime.contractual.RetentionModel;
import dev.tenure.stat.ConfidenceLevel;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The day, the rules and the models of one valuation, and the payment plans and survivals met so far: clients alike share them. */
final class Setting {

    final LocalDate asOf;
    final ValuationPolicy policy;
    final Models models;
    final ConfidenceLevel level;
    final Optional<LocalDate> end;
    private final Map<PaymentPlan, PaymentWeights> plans = new HashMap<>();
    private final Map<Integer, SurvivalTable> survival = new HashMap<>();

    Setting(LocalDate asOf, ValuationPolicy policy, Models models) {
        this.asOf = Objects.requireNonNull(asOf, "asOf");
        this.policy = policy;
        this.models = models;
        this.level = models.level();
        this.end = policy.horizon().end(asOf);
    }

    PaymentWeights weights(PaymentPlan plan) {
        return plans.computeIfAbsent(plan, key -> PaymentWeights.of(key, policy.discount(), end));
    }

    /** Returns the survival by the model of the valuation. */
    SurvivalTable survival(RetentionModel model, int through) {
        return survival.computeIfAbsent(through, key -> new SurvivalTable(model, key));
    }

    Optional<Duration> horizon() {
        return end.map(last -> Duration.ofDays(ChronoUnit.DAYS.between(asOf, last)));
    }

    /** Tells whether a day is within the horizon. */
    boolean comes(LocalDate day) {
        return end.map(day::isBefore).orElse(true);
    }

    double factor(LocalDate day) {
        return Math.exp(-policy.discount().forceBy(ChronoUnit.DAYS) * ChronoUnit.DAYS.between(asOf, day));
    }
}
