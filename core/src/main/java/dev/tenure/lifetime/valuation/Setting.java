package dev.tenure.lifetime.valuation;

import dev.tenure.stat.ConfidenceLevel;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The day, the rules and the models of one valuation, and the payment plans met so far: clients with the same days share one. */
final class Setting {

    final LocalDate asOf;
    final ValuationPolicy policy;
    final Models models;
    final ConfidenceLevel level;
    final Optional<LocalDate> end;
    private final Map<PaymentPlan, PaymentWeights> plans = new HashMap<>();

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
