package dev.tenure.reconciliation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.tenure.retention.PresencePolicy;
import dev.tenure.revenue.MovementPolicy;
import dev.tenure.revenue.MrrPolicy;
import dev.tenure.revenue.RevenueRetentionPolicy;

/** The rules of the policies, by the names that explanations use. */
final class Rules {

    static final ImmutableList<Trait<MrrPolicy>> MRR = ImmutableList.of(
            new Trait<>("weeks", MrrPolicy::weeks, (policy, other) -> policy.with(other.weeks())),
            new Trait<>("days", MrrPolicy::days, (policy, other) -> policy.with(other.days())),
            new Trait<>("discounts", MrrPolicy::discounts, (policy, other) -> policy.with(other.discounts())),
            new Trait<>("taxes", MrrPolicy::taxes, (policy, other) -> policy.with(other.taxes())),
            new Trait<>("pauses", MrrPolicy::pauses, (policy, other) -> policy.with(other.pauses())),
            new Trait<>("currencies", MrrPolicy::currencies, (policy, other) -> policy.with(other.currencies())),
            new Trait<>("refunds", MrrPolicy::refunds, (policy, other) -> policy.with(other.refunds())),
            new Trait<>("past due", MrrPolicy::pastDue, (policy, other) -> policy.with(other.pastDue())));

    static final ImmutableList<Trait<MovementPolicy>> MOVEMENTS = ImmutableList.of(
            new Trait<>("mode", MovementPolicy::mode, (policy, other) -> policy.with(other.mode())),
            new Trait<>("same period", MovementPolicy::samePeriod, (policy, other) -> policy.with(other.samePeriod())),
            new Trait<>(
                    "reactivation",
                    MovementPolicy::reactivation,
                    (policy, other) -> policy.with(other.reactivation())));

    static final ImmutableList<Trait<RevenueRetentionPolicy>> RETENTION = ImmutableList.of(
            new Trait<>(
                    "reactivations",
                    RevenueRetentionPolicy::reactivations,
                    (policy, other) -> policy.with(other.reactivations())),
            new Trait<>(
                    "contractions",
                    RevenueRetentionPolicy::contractions,
                    (policy, other) -> policy.with(other.contractions())),
            new Trait<>(
                    "indexations",
                    RevenueRetentionPolicy::indexations,
                    (policy, other) -> policy.with(other.indexations())),
            new Trait<>(
                    "pauses in retention",
                    RevenueRetentionPolicy::pauses,
                    (policy, other) -> policy.with(other.pauses())));

    static final ImmutableList<Trait<PresencePolicy>> PRESENCE = ImmutableList.of(
            new Trait<>("pause", PresencePolicy::pause, (policy, other) -> policy.withPause(other.pause())),
            new Trait<>(
                    "longest pause",
                    PresencePolicy::longestPause,
                    (policy, other) -> policy.withLongestPause(other.longestPause())),
            new Trait<>(
                    "departure",
                    PresencePolicy::departure,
                    (policy, other) -> policy.withDeparture(other.departure())));

    private Rules() {}

    static <P> void checkOrder(Split split, ImmutableList<Trait<P>> rules) {
        if (split instanceof Split.Waterfall waterfall) {
            for (String name : waterfall.order()) {
                checkArgument(
                        rules.stream().anyMatch(rule -> rule.name().equals(name)),
                        "order must name rules of %s: %s",
                        rules.stream().map(Trait::name).toList(),
                        name);
            }
        }
    }
}
