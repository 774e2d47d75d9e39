package dev.tenure.lifetime.valuation;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.contractual.RetentionModel;
import dev.tenure.lifetime.estimation.Scale;
import dev.tenure.stat.ProportionInterval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the sum of streams may be off. All clients are valued by the same fit: if it says too much of one, it says too much of all, so that its
 * interval is one of the whole sum. Different models are taken to be off independently.
 */
final class Uncertainty {

    /**
     * Clients of whom a model of retention is asked the same.
     *
     * @param through how many renewals they are through
     * @param endless after how many more ones the weights go on; -1 if they end
     */
    private record Asked(int through, int endless) {}

    private final Setting setting;
    private final Map<Asked, PaymentWeights> renewals = new LinkedHashMap<>();
    private final List<ProjectStream> projects = new ArrayList<>();
    private final List<RetainerStream> hopes = new ArrayList<>();
    private boolean positiveFees = true;

    Uncertainty(Setting setting) {
        this.setting = setting;
    }

    /** Adds the fee of a client, if there is a model by which it can be valued. */
    void add(RetainerStream stream) {
        setting.models.retention().model().toOptional().ifPresent(model -> add(stream, model));
        if (stream.hope().isPresent()) {
            hopes.add(stream);
        }
    }

    void add(ProjectStream stream) {
        projects.add(stream);
    }

    /** Returns the distances to the limits, in units of the currency. */
    Outcome<Spread> spread() {
        List<Outcome<Spread>> parts = new ArrayList<>();
        if (!renewals.isEmpty()
                && (!hopes.isEmpty() || setting.models.retention().level().isPresent())) {
            parts.add(fees());
        }
        if (hasEstimatedProjects()) {
            parts.add(ProjectUncertainty.of(setting, projects));
        }
        return parts.isEmpty()
                ? Outcome.undefined(Reason.NOT_APPLICABLE, "nothing was estimated")
                : Spread.independently(parts);
    }

    /** Returns how far fees are off, those that are hoped for among them. */
    private Outcome<Spread> fees() {
        Outcome<Spread> stay =
                setting.models.retention().spread(positiveFees ? Scale.LOGARITHM : Scale.IDENTITY, this::renewed);
        return stay.flatMap(staying -> chances().map(returning -> together(staying, returning)));
    }

    /** A chance of fees alone multiplies them; where something is spent on the chance, the value may be negative. */
    private Spread together(Spread staying, Spread returning) {
        double value = setting.models.retention().model().map(this::renewed).orElseThrow();
        boolean costsNothing = hopes.stream().allMatch(hope -> hope.cost().signum() == 0);
        return positiveFees && costsNothing && value > 0
                ? Spread.ofProduct(value, staying, returning)
                : staying.independently(returning);
    }

    private void add(RetainerStream stream, RetentionModel model) {
        PaymentWeights weights = stream.weights(setting, model);
        int endless = weights.next() == 0 ? -1 : weights.weights().length();
        double amount = Estimates.units(stream.each()) * stream.likelihood();
        positiveFees &= amount >= 0;
        renewals.merge(
                new Asked(stream.through(setting, model.period()), endless),
                PaymentWeights.NONE.plus(weights, amount),
                (sum, one) -> sum.plus(one, 1));
    }

    private boolean hasEstimatedProjects() {
        boolean spendCounts =
                setting.models.spend().level().isPresent() && projects.stream().anyMatch(ProjectStream::isEstimated);
        return !projects.isEmpty()
                && (spendCounts || setting.models.purchases().level().isPresent());
    }

    private double renewed(RetentionModel model) {
        double sum = 0;
        for (Map.Entry<Asked, PaymentWeights> group : renewals.entrySet()) {
            sum += group.getValue()
                    .expected(new SurvivalTable(model, group.getKey().through()), setting.policy.discount());
        }
        return sum;
    }

    /** Returns how far chances of a return are off, all of them together. */
    private Outcome<Spread> chances() {
        Outcome<Spread> sum = Outcome.of(Spread.NONE);
        for (RetainerStream hope : hopes) {
            sum = sum.flatMap(spreads -> chance(hope).map(spreads::together));
        }
        return sum;
    }

    private Outcome<Spread> chance(RetainerStream hope) {
        return hope.expected(setting)
                .flatMap(payments -> hope.hope()
                        .orElseThrow()
                        .interval(ProportionInterval.WILSON, setting.level)
                        .map(limits -> Spread.of(hope.likelihood(), limits)
                                .times(Estimates.units(hope.each()) * payments - Estimates.units(hope.cost()))));
    }
}
